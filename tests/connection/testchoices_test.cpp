#include "connection/testchoices.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace Qt::StringLiterals;

class TestChoicesTest : public QObject {
    Q_OBJECT

    static TestOrder order(Protocol protocol)
    {
        TestOrder one;
        one.settings.protocol = protocol;
        one.settings.account = u"alarms"_s;
        return one;
    }

private slots:
    void withoutChoicesTheOrderStays()
    {
        TestOrder one = order(Protocol::Smtp);
        one.depth = Depth::Connect;
        TestChoices().applyTo(one);
        QCOMPARE(one.depth, Depth::Connect);
        QVERIFY(!one.dial);
        QVERIFY(one.mechanism.isEmpty() && one.ehloName.isEmpty() && one.token.isEmpty());
        QVERIFY(TestChoices().isDefault());
        QVERIFY(describe(TestChoices()).isEmpty());
    }
    void choicesGoIntoTheOrder()
    {
        TestChoices choices;
        choices.depth = Depth::Envelope;
        choices.dial = Endpoint{u"localhost"_s, 2525};
        choices.mechanism = "PLAIN";
        choices.ehloName = "client.example";
        choices.recipient = u"someone@mail.example"_s;
        choices.token = Secret(QByteArray("t0ken"));
        QVERIFY(!choices.isDefault());
        TestOrder smtp = order(Protocol::Smtp);
        choices.applyTo(smtp);
        QCOMPARE(smtp.depth, Depth::Envelope);
        QCOMPARE(smtp.dial, choices.dial);
        QCOMPARE(smtp.mechanism, "PLAIN"_ba);
        QCOMPARE(smtp.ehloName, "client.example"_ba);
        QCOMPARE(smtp.recipient, u"someone@mail.example"_s);
        QVERIFY(smtp.token == choices.token);
        TestOrder imap = order(Protocol::Imap);
        choices.applyTo(imap);
        QVERIFY(imap.ehloName.isEmpty() && imap.recipient.isEmpty());
    }
    void aPasswordIsNeededOnlyWhereItSignsIn()
    {
        ConnectionSettings settings;
        QVERIFY(!TestChoices().needsPassword(settings));
        settings.account = u"alarms"_s;
        QVERIFY(TestChoices().needsPassword(settings));
        TestChoices choices;
        choices.depth = Depth::Connect;
        QVERIFY(!choices.needsPassword(settings));
        choices.depth = Depth::Envelope;
        QVERIFY(choices.needsPassword(settings));
        choices.token = Secret(QByteArray("t0ken"));
        QVERIFY(!choices.needsPassword(settings));
    }
    void theWordsNameNoSecret()
    {
        TestChoices choices;
        choices.dial = Endpoint{u"::1"_s, 2525};
        choices.mechanism = "PLAIN";
        choices.token = Secret(QByteArray("t0ken"));
        const QString words = describe(choices).join(u", "_s);
        QVERIFY(words.contains(u"through [::1]:2525"_s));
        QVERIFY(words.contains(u"by PLAIN"_s));
        QVERIFY(words.contains(u"with a token"_s));
        QVERIFY(!words.contains(u"t0ken"_s));
    }
    void everyProtocolHasItsOwnMechanisms()
    {
        QVERIFY(choosableMechanisms(Protocol::Pop3).contains("APOP"));
        QVERIFY(!choosableMechanisms(Protocol::Smtp).contains("APOP"));
        QCOMPARE(choosableMechanisms(Protocol::Imap).first(), "SCRAM-SHA-256-PLUS"_ba);
    }
};

STATIONER_TEST(TestChoicesTest)
#include "testchoices_test.moc"
