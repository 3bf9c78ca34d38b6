#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "support/opened.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

/// A document, and one account of it to change.
struct Bench {
    explicit Bench(const QByteArray& lines, const char* path = "/Services/EmailService/Out")
        : document(opened(smallStation(lines))), account(document.find(QString::fromLatin1(path)))
    {
        if (account == SlotId::None)
            qFatal("no component %s", path);
    }

    Result<Change, ChangeFault> plan(const QList<Assignment>& wanted) const { return planChange(document, account, wanted); }
    Change done(const QList<Assignment>& wanted)
    {
        const Result<Change, ChangeFault> change = plan(wanted);
        if (!change)
            qFatal("refused: %s", qPrintable(describe(change.error())));
        document.apply(change.value().edit);
        return change.value();
    }
    QString own(const char* slot) const
    {
        const SlotId child = document.child(account, QString::fromLatin1(slot));
        return child == SlotId::None ? u"(none)"_s : document.value(child).value_or(u"(no value)"_s);
    }

    Document document;
    SlotId account;
};

Assignment set(const char* slot, const char* value)
{
    return {QString::fromLatin1(slot), QString::fromUtf8(value)};
}

} // namespace

class ChangeTest : public QObject {
    Q_OBJECT
private slots:
    void setsAValue();
    void writesTheTypeWhereStationsDo();
    void aTypeLeftOutComesBackLeftOut();
    void couplesTheOtherSwitchAndThePort();
    void theCouplingLeavesReadOnlySlotsAlone();
    void namedSlotsWin();
    void couplesTheStore();
    void theDefaultIsNotWritten();
    void aWrittenDefaultComesBack();
    void thereAndBackLeavesNoDifference();
    void resetRemoves();
    void flagsStay();
    void sameValuesChangeNothing();
    void bothSwitchesFromAFile();
    void planningLeavesTheDocumentAlone();
    void undoRestoresTheBytes();
    void refusals_data();
    void refusals();
    void refusesTwice();
    void refusesBothSwitches();
    void newLinesStayInABody();
    void genericSlots_data();
    void genericSlots();
    void remarksHaveWords();
    void faultsHaveWords();
};

void ChangeTest::setsAValue()
{
    Bench bench(outgoing(value("debug", "true")));
    const Change change = bench.done({set("hostname", "mail.example")});
    QCOMPARE(bench.own("hostname"), u"mail.example"_s);
    QCOMPARE(change.moved.size(), 1);
    QCOMPARE(change.moved[0].before, QString());
    QCOMPARE(change.moved[0].after, u"mail.example"_s);
    QVERIFY(!change.moved[0].isCoupled);
    QVERIFY(bench.document.xml().contains("<p n=\"hostname\" v=\"mail.example\"/>")); // no type on a frozen slot
}

// Left out only on frozen slots of String, Boolean, Integer and Double, and on enums, whose type is the module's own.
void ChangeTest::writesTheTypeWhereStationsDo()
{
    Bench bench(outgoing());
    bench.done({set("pollrate", "5000"), set("connectionTimeout", "4000"), set("persistenceDirectory", "file:^mail"),
                set("hostname", "mail.example"), set("tlsMinProtocol", "tlsv1_3")});
    const QByteArray xml = bench.document.xml();
    for (const QByteArray& line :
         {"<p n='pollrate' t='b:RelTime' v='5000'/>"_ba, "<p n='connectionTimeout' t='b:RelTime' v='4000'/>"_ba,
          "<p n='persistenceDirectory' t='b:Ord' v='file:^mail'/>"_ba, "<p n='hostname' v='mail.example'/>"_ba,
          "<p n='tlsMinProtocol' v='tlsv1_3'/>"_ba})
        QVERIFY2(xml.contains(line), (line + " in\n" + xml).constData());
}

void ChangeTest::aTypeLeftOutComesBackLeftOut()
{
    const QByteArray before = smallStation(outgoing(value("pollrate", "5000")));
    Bench bench(outgoing(value("pollrate", "5000")));
    bench.done({set("pollrate", "60000")});
    QVERIFY(bench.document.xml() != before);
    bench.done({set("pollrate", "5000")});
    QCOMPARE(bench.document.xml(), before);
}

void ChangeTest::couplesTheOtherSwitchAndThePort()
{
    Bench bench(outgoing(value("useStartTls", "true") + value("port", "587")));
    const Change change = bench.done({set("useSsl", "true")});
    QCOMPARE(bench.own("useSsl"), u"true"_s);
    QCOMPARE(effectiveValue(bench.document, bench.account, u"useStartTls"), u"false"_s);
    QCOMPARE(bench.own("useStartTls"), u"(none)"_s);
    QCOMPARE(bench.own("port"), u"465"_s);
    QCOMPARE(change.moved.size(), 3);
    QVERIFY(!change.moved[0].isCoupled);
    QVERIFY(change.moved[1].isCoupled && change.moved[2].isCoupled);
    QCOMPARE(change.moved[2].before, u"587"_s);
    QCOMPARE(change.moved[2].after, u"465"_s);
}

void ChangeTest::theCouplingLeavesReadOnlySlotsAlone()
{
    Bench port(outgoing("     <p n=\"port\" f=\"r\" v=\"25\"/>\n"));
    port.done({set("useSsl", "true")});
    QCOMPARE(port.own("useSsl"), u"true"_s);
    QCOMPARE(port.own("port"), u"25"_s);

    const Bench other(outgoing("     <p n=\"useSsl\" f=\"r\" v=\"true\"/>\n"));
    const auto refused = other.plan({set("useStartTls", "true")});
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().kind), int(ChangeFault::Kind::ReadOnly));
    QCOMPARE(refused.error().slot, u"useSsl"_s);
}

void ChangeTest::namedSlotsWin()
{
    for (const QList<Assignment>& wanted :
         {QList{set("useSsl", "true"), set("port", "25")}, QList{set("port", "25"), set("useSsl", "true")}}) {
        Bench bench(outgoing(value("port", "587")));
        bench.done(wanted);
        QCOMPARE(effectiveValue(bench.document, bench.account, u"port"), u"25"_s);
        QCOMPARE(bench.own("useSsl"), u"true"_s);
    }
    Bench own(outgoing(value("port", "2525")));
    own.done({set("useSsl", "true")});
    QCOMPARE(own.own("port"), u"2525"_s);
    Bench automatic(outgoing(value("port", "-1")));
    automatic.done({set("useSsl", "true")});
    QCOMPARE(automatic.own("port"), u"-1"_s);
    Bench portOnly(outgoing());
    portOnly.done({set("port", "465")});
    QCOMPARE(portOnly.own("useSsl"), u"(none)"_s);
}

void ChangeTest::couplesTheStore()
{
    Bench bench(incoming(), "/Services/EmailService/In");
    bench.done({set("store", "imap")});
    QCOMPARE(bench.own("port"), u"143"_s);
    bench.done({set("useSsl", "true")});
    QCOMPARE(bench.own("port"), u"993"_s);
    bench.done({set("store", "pop3")});
    QCOMPARE(bench.own("port"), u"995"_s);
    QCOMPARE(bench.own("store"), u"(none)"_s);
}

void ChangeTest::theDefaultIsNotWritten()
{
    const QByteArray xml = smallStation(outgoing());
    Bench bench(outgoing());
    bench.done({set("useSsl", "true")});
    bench.done({set("useSsl", "false")});
    QCOMPARE(bench.document.xml(), xml);
    QVERIFY(bench.plan({set("maxQueueSize", "100")}).value().edit.isEmpty());
}

void ChangeTest::aWrittenDefaultComesBack()
{
    const QByteArray lines = outgoing("     <p n='port' v='25'/>\n");
    Bench bench(lines);
    bench.done({set("port", "2525")});
    bench.done({set("port", "25")});
    QCOMPARE(bench.document.xml(), smallStation(lines));
    QVERIFY(!bench.document.isModified());
}

void ChangeTest::thereAndBackLeavesNoDifference()
{
    const QByteArray lines =
        outgoing(value("port", "465") + "     <!-- chosen by IT -->\r\n     <p  v='true' n='useSsl' />\n");
    Bench bench(lines);
    bench.done({set("useSsl", "false")});
    QCOMPARE(effectiveValue(bench.document, bench.account, u"port"), u"25"_s);
    bench.done({set("useStartTls", "true")});
    bench.done({set("useSsl", "true")});
    QCOMPARE(bench.document.xml(), smallStation(lines));
    QVERIFY(!bench.document.isModified());
}

void ChangeTest::resetRemoves()
{
    Bench bench(outgoing(value("port", "2525") + value("pollrate", "5000")));
    const Change change = bench.done({{u"port"_s, std::nullopt}});
    QCOMPARE(bench.own("port"), u"(none)"_s);
    QCOMPARE(change.moved[0].after, u"25"_s);
    QCOMPARE(bench.document.xml(), smallStation(outgoing(value("pollrate", "5000"))));
}

void ChangeTest::flagsStay()
{
    Bench bench(outgoing("     <p n=\"debug\" f=\"h\" v=\"true\"/>\n"));
    bench.done({set("debug", "false")});
    QCOMPARE(bench.document.xml(), smallStation(outgoing("     <p n=\"debug\" f=\"h\"/>\n")));
    bench.done({set("debug", "true")});
    QCOMPARE(bench.document.xml(), smallStation(outgoing("     <p n=\"debug\" f=\"h\" v=\"true\"/>\n")));
}

void ChangeTest::sameValuesChangeNothing()
{
    const Bench bench(outgoing(value("port", "465") + value("useSsl", "true")));
    for (const Assignment& same : {set("port", "465"), set("useSsl", "true"), set("enabled", "true"), set("hostname", "")}) {
        const Change change = bench.plan({same}).value();
        QVERIFY2(change.edit.isEmpty(), qPrintable(same.slot));
        QVERIFY(change.moved.isEmpty());
    }
}

void ChangeTest::bothSwitchesFromAFile()
{
    const QByteArray both = outgoing(value("useSsl", "true") + value("useStartTls", "true"));
    Bench untouched(both);
    untouched.done({set("hostname", "mail.example")});
    QCOMPARE(untouched.own("useSsl"), u"true"_s);
    QCOMPARE(untouched.own("useStartTls"), u"true"_s);

    Bench chosen(both);
    chosen.done({set("useSsl", "true")});
    QCOMPARE(chosen.own("useSsl"), u"true"_s);
    QCOMPARE(effectiveValue(chosen.document, chosen.account, u"useStartTls"), u"false"_s);

    Bench cleared(both);
    cleared.done({set("useSsl", "false")});
    QCOMPARE(effectiveValue(cleared.document, cleared.account, u"useSsl"), u"false"_s);
    QCOMPARE(cleared.own("useStartTls"), u"true"_s);
}

void ChangeTest::planningLeavesTheDocumentAlone()
{
    const Bench bench(outgoing(value("port", "587") + value("useStartTls", "true")));
    const QByteArray before = bench.document.xml();
    QVERIFY(bench.plan({set("useSsl", "true"), set("hostname", "mail.example")}));
    QCOMPARE(bench.document.xml(), before);
    QVERIFY(!bench.document.isModified());
    QVERIFY(!bench.plan({set("hostname", "mail.example"), set("port", "0")}));
    QCOMPARE(bench.document.xml(), before);
}

void ChangeTest::undoRestoresTheBytes()
{
    Bench bench(outgoing(value("port", "587") + value("useStartTls", "true")));
    const QByteArray before = bench.document.xml();
    const Change change = bench.done({set("useSsl", "true"), set("account", "bob"), set("transport", "smtp")});
    QVERIFY(bench.document.xml() != before);
    bench.document.revert(change.edit);
    QCOMPARE(bench.document.xml(), before);
}

void ChangeTest::refusals_data()
{
    using Kind = ChangeFault::Kind;
    QTest::addColumn<QString>("slot");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind"); // -1: taken
    const auto row = [](const char* slot, const char* value, int kind) {
        QTest::addRow("%s=%s", slot, value) << QString::fromLatin1(slot) << QString::fromUtf8(value) << kind;
    };
    constexpr int taken = -1;
    row("nothing", "1", int(Kind::UnknownSlot));
    row("status", "ok", int(Kind::ReadOnly));
    row("numberSent", "1", int(Kind::ReadOnly));
    row("password", "secret", int(Kind::Password));
    row("useSsl", "yes", int(Kind::BadValue));
    row("useSsl", "TRUE", int(Kind::BadValue));
    row("useSsl", "", int(Kind::BadValue));
    row("port", "0", int(Kind::PortZero));
    row("port", "-2", int(Kind::OutOfRange));
    row("port", "65536", int(Kind::OutOfRange));
    row("port", "99999999999999999999", int(Kind::BadValue));
    row("port", "smtp", int(Kind::BadValue));
    row("port", "", int(Kind::BadValue));
    row("port", "-1", taken);
    row("port", "65535", taken);
    row("pollrate", "999", int(Kind::OutOfRange));
    row("pollrate", "1000", taken);
    row("pollrate", "1m", int(Kind::BadValue));
    row("maxSendablePerDay", "0", int(Kind::OutOfRange));
    row("maxSendablePerDay", "1", taken);
    row("transport", "http", int(Kind::BadValue));
    row("tlsMinProtocol", "sslv3", int(Kind::BadValue));
    row("tlsMinProtocol", "tlsv1_3", taken);
    row("hostname", "mail.example\r\nQUIT", int(Kind::ForbiddenCharacter));
    row("account", "bob\nQUIT", int(Kind::ForbiddenCharacter));
    row("replyTo", "bob\r", int(Kind::ForbiddenCharacter));
    row("persistenceDirectory", "file:^\x01", int(Kind::NotRepresentable));
    row("account", "j\xc3\xbcrgen <&\"'>", taken);
}

void ChangeTest::refusals()
{
    QFETCH(QString, slot);
    QFETCH(QString, value);
    QFETCH(int, kind);
    const Bench bench(outgoing());
    const Result<Change, ChangeFault> change = bench.plan({{slot, value}});
    QCOMPARE(change ? -1 : int(change.error().kind), kind);
    if (!change) {
        QCOMPARE(change.error().slot, slot);
        QVERIFY(!describe(change.error()).isEmpty());
    }
    const QString withNul = u"a"_s + QChar(u'\0');
    QCOMPARE(bench.plan({{u"hostname"_s, withNul}}).error().kind, ChangeFault::Kind::ForbiddenCharacter);
}

void ChangeTest::refusesTwice()
{
    const Bench bench(outgoing());
    QCOMPARE(bench.plan({set("port", "25"), set("port", "26")}).error().kind, ChangeFault::Kind::NamedTwice);
}

void ChangeTest::refusesBothSwitches()
{
    const Bench bench(outgoing());
    QCOMPARE(bench.plan({set("useSsl", "true"), set("useStartTls", "true")}).error().kind, ChangeFault::Kind::BothSwitches);
    QCOMPARE(bench.plan({set("useStartTls", "true"), set("port", "1"), set("useSsl", "true")}).error().kind,
             ChangeFault::Kind::BothSwitches);
    QVERIFY(bench.plan({set("useSsl", "true"), set("useStartTls", "false")}));
    QVERIFY(bench.plan({set("useSsl", "false"), set("useStartTls", "false")}));
}

void ChangeTest::newLinesStayInABody()
{
    Bench bench(account("R", "c", "EmailRecipient"), "/Services/EmailService/R");
    bench.done({set("body", "first\nsecond")});
    QCOMPARE(bench.own("body"), u"first\nsecond"_s);
    QVERIFY(bench.document.xml().contains("first&#xa;second"));
    QCOMPARE(bench.plan({set("subject", "a\nb")}).error().kind, ChangeFault::Kind::ForbiddenCharacter);
    QCOMPARE(bench.plan({set("timeRange", "x")}).error().kind, ChangeFault::Kind::BadValue);
}

void ChangeTest::genericSlots_data()
{
    using Kind = ChangeFault::Kind;
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* type, const char* value, int kind) {
        QTest::addRow("%s %s", type, value) << QByteArray(type) << QString::fromUtf8(value) << kind;
    };
    row("b:Boolean", "true", -1);
    row("b:Boolean", "1", int(Kind::BadValue));
    row("b:Integer", "-5", -1);
    row("b:Integer", "2147483648", int(Kind::OutOfRange));
    row("b:Integer", "x", int(Kind::BadValue));
    row("b:Double", "1.5", -1);
    row("b:Double", "x", int(Kind::BadValue));
    row("b:String", "two\nlines", -1);
    row("b:RelTime", "-1", -1);
    row("b:RelTime", "1s", int(Kind::BadValue));
    row("b:AbsTime", "2019-03-11T16:25:38.832+01:00", -1);
    row("b:AbsTime", "null", -1);
    row("b:AbsTime", "yesterday", int(Kind::BadValue));
    row("b:Password", "x", int(Kind::Password));
    row("b:Ord", "station:|slot:/", int(Kind::ReadOnly));
    row("q:Boolean", "true", int(Kind::ReadOnly)); // an undeclared symbol is no known type
}

void ChangeTest::genericSlots()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, value);
    QFETCH(int, kind);
    const QByteArray line = "     <p n=\"extra\" t=\"" + type + "\" v=\"\"/>\n";
    // The same on a component of an unknown type, and on a slot that a known type does not declare.
    for (const QByteArray& lines : {outgoing(line), "    <p n='Out' h='a' t='email:Unknown'>\n" + line + "    </p>\n"}) {
        Bench bench(lines);
        const Result<Change, ChangeFault> change = bench.plan({{u"extra"_s, value}});
        QCOMPARE(change ? -1 : int(change.error().kind), kind);
        if (change) {
            bench.document.apply(change.value().edit);
            QCOMPARE(bench.own("extra"), value);
        }
        QCOMPARE(bench.plan({{u"other"_s, value}}).error().kind, ChangeFault::Kind::UnknownSlot);
        QVERIFY(!bench.plan({{u"extra"_s, std::nullopt}}));
    }
    const Bench locked(outgoing("     <p n=\"extra\" f=\"r\" t=\"b:String\" v=\"\"/>\n"));
    QCOMPARE(locked.plan({set("extra", "x")}).error().kind, ChangeFault::Kind::ReadOnly);
}

void ChangeTest::remarksHaveWords()
{
    const auto said = [](const PortState& state, bool hasUserName = false) {
        QStringList all;
        for (const PortRemark& remark : portRemarks(state, hasUserName))
            all += describe(remark, state) + u" ["_s + remedyLabel(remark, state) + u']';
        return all.join(u'\n');
    };
    QCOMPARE(said({Protocol::Smtp, false, false, 25}), u"Not encrypted. [Use Ssl, port 465]"_s);
    QCOMPARE(said({Protocol::Smtp, false, false, 25}, true),
             u"Not encrypted. The password would cross the network readable. [Use Ssl, port 465]"_s);
    QCOMPARE(said({Protocol::Smtp, true, false, 2525}), u"Port 2525 kept; Use Ssl usually means 465. [Use 465]"_s);
    QCOMPARE(said({Protocol::Smtp, true, false, 587}), u"Port 587 is usually for Use Start Tls. [Use Start Tls]"_s);
    QCOMPARE(said({Protocol::Imap, false, true, 993}), u"Port 993 is usually for Use Ssl. [Use Ssl]"_s);
    QCOMPARE(said({Protocol::Smtp, false, true, 25}),
             u"Port 25 is usually not encrypted; Use Start Tls usually means 587. [Use 587]"_s);
    QVERIFY(said({Protocol::Smtp, true, true, 25}).endsWith(u"[]"));
}

void ChangeTest::faultsHaveWords()
{
    const Bench bench(outgoing());
    const auto said = [&](const char* slot, const char* value) { return describe(bench.plan({set(slot, value)}).error()); };
    QCOMPARE(said("port", "70000"), u"Port cannot be 70000. It can be -1 to 65535."_s);
    QCOMPARE(said("pollrate", "5"), u"Pollrate cannot be 5. It can be at least 1000 ms."_s);
    QCOMPARE(said("useSsl", "ja"), u"«ja» is no value for Use Ssl."_s);
    QCOMPARE(said("transport", "x"), u"«x» is no value for Transport. It can be: smtp."_s);
    QCOMPARE(said("Enabled", "x"), u"There is no property «Enabled» here."_s);

    // What the file says of a slot counts, not what another type has under that name.
    const Bench generic(stationer::test::account("Out", "a", "Gadget",
                                                 "     <p n='port' t='b:Integer' v='5' x='min=i:0|max=i:1000000'/>\n"
                                                 "     <p n='mode' t='b:DynamicEnum' v='1@{off=0,on=1}'/>\n"
                                                 "     <p n='free' t='b:Integer' v='5'/>\n"));
    const auto saidOfGeneric = [&](const char* slot, const char* value) {
        return describe(generic.plan({set(slot, value)}).error(), generic.document, generic.account);
    };
    QCOMPARE(saidOfGeneric("port", "-1"), u"Port cannot be -1. It can be 0 to 1000000."_s);
    QCOMPARE(saidOfGeneric("free", "2147483648"), u"Free cannot be 2147483648. It can be -2147483648 to 2147483647."_s);
    QCOMPARE(saidOfGeneric("port", "x"), u"«x» is no value for Port."_s);
    QCOMPARE(saidOfGeneric("mode", "dim"), u"«dim» is no value for Mode. It can be: off, on."_s);
    QCOMPARE(saidOfGeneric("enabled", "true"), u"There is no property «enabled» here."_s);
}

STATIONER_TEST(ChangeTest)
#include "change_test.moc"
