#include "catalogue/recipients.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// Whom an EmailRecipient's alarms go to, and by which account.
class AlarmAddressesTest : public QObject {
    Q_OBJECT
private slots:
    void eachHasItsRole();
    void fortyAreForty();
    void whatIsNoAddress_data();
    void whatIsNoAddress();
    void theAccountIsFoundByItsName();
    void onlyWhatIsOnCanShowAnArrival();
};

namespace {

Document station(const QByteArray& recipientSlots, const QByteArray& accounts = {})
{
    auto read = Document::fromXml(smallStation(accounts + account("R", "f", "EmailRecipient", recipientSlots)));
    return std::move(read).value();
}

SlotId recipientOf(const Document& document)
{
    return document.find(u"/Services/EmailService/R"_s);
}

} // namespace

void AlarmAddressesTest::eachHasItsRole()
{
    const Document document =
        station(value("to", "a@x.example, b@x.example") + value("cc", "c@x.example") + value("bcc", "d@x.example"));
    const QList<Addressee> expected{
        {u"a@x.example"_s, toSlot}, {u"b@x.example"_s, toSlot}, {u"c@x.example"_s, ccSlot}, {u"d@x.example"_s, bccSlot}};
    QCOMPARE(addresseesOf(document, recipientOf(document)), expected);
}

void AlarmAddressesTest::fortyAreForty()
{
    QByteArrayList forty;
    for (int i = 0; i < 40; ++i)
        forty += "duty" + QByteArray::number(i) + "@x.example";
    for (const QByteArray& mark : {", "_ba, ";"_ba, "&#10;"_ba, "&#xd;&#xa;"_ba, "\n"_ba, "\r\n      "_ba}) {
        const Document document = station(value("to", forty.join(mark)));
        const QList<Addressee> found = addresseesOf(document, recipientOf(document));
        QCOMPARE(found.size(), 40);
        QCOMPARE(found.last().address, u"duty39@x.example"_s);
        QVERIFY(std::ranges::all_of(found, [](const Addressee& one) { return isAddress(one.address); }));
    }
}

void AlarmAddressesTest::whatIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "@", "bob", "bob@", "@x.example", "bob@x.example\x7f", "bob\u2028@x.example", "bob\u0085@x.example",
          "<bob@x.example>", "bob @x.example", "bob@x.example>\r\nRCPT TO:<eve@x.example", "bob\t@x.example"})
        QTest::addRow("«%s»", QByteArray(text).toPercentEncoding().constData()) << QString::fromUtf8(text);
}

void AlarmAddressesTest::whatIsNoAddress()
{
    QFETCH(QString, text);
    QVERIFY(!isAddress(text));
}

void AlarmAddressesTest::theAccountIsFoundByItsName()
{
    const QByteArray both = incoming() + outgoing();
    const auto named = [&both](const QByteArray& name) {
        const Document document = station(value("emailAccount", name), both);
        const SlotId account = accountNamedBy(document, recipientOf(document));
        return account == SlotId::None ? QString() : document.path(account);
    };
    QCOMPARE(named("Out"), u"/Services/EmailService/Out"_s);
    QCOMPARE(named("In"), u"/Services/EmailService/In"_s);
    QCOMPARE(named("out"), QString());
    QCOMPARE(named(""), QString());
}

void AlarmAddressesTest::onlyWhatIsOnCanShowAnArrival()
{
    const Document document =
        station({}, outgoing() + incoming() + account("Off", "d", "IncomingAccount", value("enabled", "false")));
    QCOMPARE(enabledIncomingAccounts(document), QList{document.find(u"/Services/EmailService/In"_s)});
}

STATIONER_TEST(AlarmAddressesTest)
#include "alarmaddresses_test.moc"
