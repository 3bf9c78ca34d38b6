#include "catalogue/recipients.h"
#include "catalogue/references.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// Where a station's alarms go, and by which account.
class RecipientsTest : public QObject {
    Q_OBJECT
private slots:
    void addressesAreSetOffInAnyWay();
    void anotherControlCharacterIsPartOfItsAddress();
    void theFirstRecipientOfAnAccountCounts();
};

void RecipientsTest::addressesAreSetOffInAnyWay()
{
    const QStringList expected{u"a@x.example"_s, u"b@x.example"_s, u"c@x.example"_s};
    QCOMPARE(addressesIn(u"a@x.example, b@x.example;c@x.example"_s), expected);
    QCOMPARE(addressesIn(u"a@x.example\r\nb@x.example\n\n c@x.example ;;"_s), expected);
    QCOMPARE(addressesIn(u" ,; "_s), QStringList());
}

void RecipientsTest::anotherControlCharacterIsPartOfItsAddress()
{
    for (const QString& text :
         {u"a@x.example\tb@x.example"_s, u"a@x.example\t"_s, u"a@x.example\u0085"_s, u"\va@x.example"_s}) {
        QCOMPARE(addressesIn(text), QStringList{text});
        QVERIFY(!isAddress(text));
    }
}

void RecipientsTest::theFirstRecipientOfAnAccountCounts()
{
    const QByteArray recipients =
        account("Other", "b", "OutgoingAccount") + account("Nobody", "c", "EmailRecipient", value("emailAccount", "Out")) +
        account("Night", "d", "EmailRecipient", value("emailAccount", "Out") + value("to", "n@x.example, m@x.example")) +
        account("Day", "e", "EmailRecipient", value("emailAccount", "Out") + value("to", "d@x.example"));
    const auto document = Document::fromXml(smallStation(outgoing() + recipients));
    QVERIFY(document);
    const References references(document.value());
    const auto recipientOf = [&](const QString& path) {
        return firstAlarmRecipient(document.value(), references, document.value().find(path));
    };
    QCOMPARE(recipientOf(u"/Services/EmailService/Out"_s), u"n@x.example"_s);
    QCOMPARE(recipientOf(u"/Services/EmailService/Other"_s), QString());
}

STATIONER_TEST(RecipientsTest)
#include "recipients_test.moc"
