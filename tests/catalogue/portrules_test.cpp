#include "catalogue/portrules.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;

Q_DECLARE_METATYPE(stationer::PortState)
Q_DECLARE_METATYPE(stationer::NamedSlots)

namespace {

constexpr auto Smtp = Protocol::Smtp;
constexpr auto Imap = Protocol::Imap;
constexpr auto Pop3 = Protocol::Pop3;

PortState none(Protocol protocol, int port)
{
    return {protocol, false, false, port};
}
PortState ssl(Protocol protocol, int port)
{
    return {protocol, true, false, port};
}
PortState startTls(Protocol protocol, int port)
{
    return {protocol, false, true, port};
}
PortState both(Protocol protocol, int port)
{
    return {protocol, true, true, port};
}

QByteArray text(const PortState& state)
{
    return QByteArray(nameOf(state.protocol).data()) + (state.useSsl ? " ssl" : "") +
           (state.useStartTls ? " starttls" : "") + ' ' + QByteArray::number(state.port);
}

const PortRemark* remark(const QList<PortRemark>& remarks, PortRemark::Kind kind)
{
    for (const PortRemark& remark : remarks)
        if (remark.kind == kind)
            return &remark;
    return nullptr;
}

} // namespace

class PortRulesTest : public QObject {
    Q_OBJECT
private slots:
    void theTable_data();
    void theTable();
    void automaticIsTheTablesPort();
    void bothSwitchesAreNoMode();
    void coupling_data();
    void coupling();
    void remarks();
    void remediesAreCalm();
};

void PortRulesTest::theTable_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("port");
    const auto row = [](const char* name, Protocol protocol, SecurityMode mode, int port) {
        QTest::newRow(name) << int(protocol) << int(mode) << port;
    };
    row("smtp none", Smtp, SecurityMode::None, 25);
    row("smtp starttls", Smtp, SecurityMode::StartTls, 587);
    row("smtp ssl", Smtp, SecurityMode::Ssl, 465);
    row("imap none", Imap, SecurityMode::None, 143);
    row("imap starttls", Imap, SecurityMode::StartTls, 143);
    row("imap ssl", Imap, SecurityMode::Ssl, 993);
    row("pop3 none", Pop3, SecurityMode::None, 110);
    row("pop3 starttls", Pop3, SecurityMode::StartTls, 110);
    row("pop3 ssl", Pop3, SecurityMode::Ssl, 995);
}

void PortRulesTest::theTable()
{
    QFETCH(int, protocol);
    QFETCH(int, mode);
    QFETCH(int, port);
    QCOMPARE(standardPort(Protocol(protocol), SecurityMode(mode)), port);
    QVERIFY(isStandardPort(Protocol(protocol), port));
    QVERIFY(modesOf(Protocol(protocol), port).contains(SecurityMode(mode)));
    for (const Protocol other : allProtocols)
        QCOMPARE(isStandardPort(other, port), other == Protocol(protocol));
}

void PortRulesTest::automaticIsTheTablesPort()
{
    QCOMPARE(dialledPort(ssl(Imap, -1)), 993);
    QCOMPARE(dialledPort(startTls(Smtp, -1)), 587);
    QCOMPARE(dialledPort(none(Pop3, -1)), 110);
    QCOMPARE(dialledPort(ssl(Imap, 1993)), 1993);
}

void PortRulesTest::bothSwitchesAreNoMode()
{
    QVERIFY(!securityMode(both(Smtp, 25)));
    QVERIFY(securityMode(none(Smtp, 25)) == SecurityMode::None);
    QVERIFY(securityMode(ssl(Smtp, 25)) == SecurityMode::Ssl);
    QVERIFY(securityMode(startTls(Smtp, 25)) == SecurityMode::StartTls);
}

void PortRulesTest::coupling_data()
{
    QTest::addColumn<PortState>("before");
    QTest::addColumn<PortState>("wanted");
    QTest::addColumn<NamedSlots>("named");
    QTest::addColumn<PortState>("after");
    const NamedSlots useSsl{.useSsl = true};
    const NamedSlots useStartTls{.useStartTls = true};
    const NamedSlots port{.port = true};
    const NamedSlots protocol{.protocol = true};
    const auto row = [](const char* name, PortState before, PortState wanted, NamedSlots named, PortState after) {
        QTest::newRow(name) << before << wanted << named << after;
    };

    // Every step from mode to mode, of every protocol.
    for (const Protocol p : allProtocols) {
        const int plain = standardPort(p, SecurityMode::None);
        const int upgraded = standardPort(p, SecurityMode::StartTls);
        const int encrypted = standardPort(p, SecurityMode::Ssl);
        const QByteArray name = nameOf(p).data();
        row(name + ": none to ssl", none(p, plain), ssl(p, plain), useSsl, ssl(p, encrypted));
        row(name + ": none to starttls", none(p, plain), startTls(p, plain), useStartTls, startTls(p, upgraded));
        row(name + ": ssl to none", ssl(p, encrypted), none(p, encrypted), useSsl, none(p, plain));
        row(name + ": starttls to none", startTls(p, upgraded), none(p, upgraded), useStartTls, none(p, plain));
        row(name + ": ssl to starttls", ssl(p, encrypted), both(p, encrypted), useStartTls, startTls(p, upgraded));
        row(name + ": starttls to ssl", startTls(p, upgraded), both(p, upgraded), useSsl, ssl(p, encrypted));
        row(name + ": automatic stays", none(p, -1), ssl(p, -1), useSsl, ssl(p, -1));
        row(name + ": a port of its own stays", none(p, 2525), ssl(p, 2525), useSsl, ssl(p, 2525));
        row(name + ": editing the port flips nothing", none(p, plain), none(p, encrypted), port, none(p, encrypted));
        row(name + ": a named port wins", none(p, plain), ssl(p, plain), {.useSsl = true, .port = true}, ssl(p, plain));
    }
    row("a standard port of another mode moves as well", none(Smtp, 587), ssl(Smtp, 587), useSsl, ssl(Smtp, 465));
    row("a standard port of another protocol stays", none(Smtp, 993), ssl(Smtp, 993), useSsl, ssl(Smtp, 993));
    row("pop3 to imap", none(Pop3, 110), none(Imap, 110), protocol, none(Imap, 143));
    row("imap to pop3 with ssl", ssl(Imap, 993), ssl(Pop3, 993), protocol, ssl(Pop3, 995));
    row("a port of the new protocol moves too", ssl(Pop3, 143), ssl(Imap, 143), protocol, ssl(Imap, 993));
    row("store and mode together", none(Pop3, 110), ssl(Imap, 110), {.protocol = true, .useSsl = true}, ssl(Imap, 993));
    row("a port of its own stays when the store changes", none(Pop3, 1110), none(Imap, 1110), protocol, none(Imap, 1110));
    row("true again moves nothing", ssl(Smtp, 25), ssl(Smtp, 25), useSsl, ssl(Smtp, 25));
    row("false again moves nothing", none(Smtp, 465), none(Smtp, 465), useSsl, none(Smtp, 465));
    row("both named: one true, one false", startTls(Smtp, 587), ssl(Smtp, 587), {.useSsl = true, .useStartTls = true},
        ssl(Smtp, 465));
    row("both from the file: naming one true clears the other", both(Smtp, 25), both(Smtp, 25), useSsl, ssl(Smtp, 465));
    row("both from the file: one false leaves the other", both(Smtp, 25), startTls(Smtp, 25), useSsl, startTls(Smtp, 587));
    row("both from the file: another slot changes nothing", both(Smtp, 25), both(Smtp, 26), port, both(Smtp, 26));
    row("both from the file: the store changes nothing else", both(Pop3, 110), both(Imap, 110), protocol, both(Imap, 110));
}

void PortRulesTest::coupling()
{
    QFETCH(PortState, before);
    QFETCH(PortState, wanted);
    QFETCH(NamedSlots, named);
    QFETCH(PortState, after);
    const PortState got = coupled(before, wanted, named);
    QVERIFY2(got == after, text(got));
}

void PortRulesTest::remarks()
{
    using Kind = PortRemark::Kind;
    QVERIFY(portRemarks(ssl(Smtp, 465), true).isEmpty());
    QVERIFY(portRemarks(startTls(Imap, 143), true).isEmpty());
    QVERIFY(portRemarks(ssl(Imap, -1), true).isEmpty());

    const QList<PortRemark> faulty = portRemarks(both(Smtp, 2525), true);
    QCOMPARE(faulty.size(), 1);
    QVERIFY(remark(faulty, Kind::BothSwitches));

    const QList<PortRemark> plain = portRemarks(none(Smtp, 25), false);
    QCOMPARE(plain.size(), 1);
    QVERIFY(remark(plain, Kind::NotEncrypted));
    QVERIFY(remark(plain, Kind::NotEncrypted)->remedy == ssl(Smtp, 465));
    QVERIFY(remark(portRemarks(none(Smtp, -1), false), Kind::NotEncrypted)->remedy == ssl(Smtp, -1));
    QVERIFY(remark(portRemarks(none(Pop3, 110), true), Kind::PasswordReadable)->remedy == ssl(Pop3, 995));

    const QList<PortRemark> kept = portRemarks(ssl(Smtp, 2525), false);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(remark(kept, Kind::PortKept)->usualPort, 465);
    QVERIFY(remark(kept, Kind::PortKept)->remedy == ssl(Smtp, 465));

    // The account can speak the protocol whose port it is; its mode goes along where the port has it.
    const auto foreign = [](const PortState& state) {
        return *remark(portRemarks(state, false), Kind::PortOfOtherProtocol);
    };
    QVERIFY(foreign(ssl(Imap, 995)).otherProtocol == Pop3);
    QVERIFY(foreign(ssl(Imap, 995)).remedy == ssl(Pop3, 995));
    QVERIFY(foreign(none(Pop3, 993)).remedy == ssl(Imap, 993));
    QVERIFY(foreign(none(Pop3, 143)).remedy == none(Imap, 143));
    QVERIFY(foreign(ssl(Pop3, 143)).remedy == startTls(Imap, 143));
    // No incoming account speaks SMTP, and no outgoing one anything else: there the port goes.
    QVERIFY(foreign(ssl(Pop3, 465)).otherProtocol == Smtp);
    QVERIFY(foreign(ssl(Pop3, 465)).remedy == ssl(Pop3, 995));
    QVERIFY(foreign(ssl(Smtp, 993)).remedy == ssl(Smtp, 465));
    QVERIFY(!remark(portRemarks(ssl(Imap, 995), false), Kind::PortKept));

    const auto other = [](const PortState& state) { return *remark(portRemarks(state, false), Kind::PortOfOtherMode); };
    QVERIFY(other(none(Smtp, 465)).otherMode == SecurityMode::Ssl);
    QVERIFY(other(none(Smtp, 465)).remedy == ssl(Smtp, 465));
    QVERIFY(other(ssl(Smtp, 587)).remedy == startTls(Smtp, 587));
    QVERIFY(other(ssl(Imap, 143)).otherMode == SecurityMode::StartTls);
    QVERIFY(other(ssl(Imap, 143)).remedy == startTls(Imap, 143));
    QVERIFY(other(startTls(Pop3, 995)).remedy == ssl(Pop3, 995));
}

void PortRulesTest::remediesAreCalm()
{
    // No remedy turns encryption off, and none asks for another one.
    for (const Protocol protocol : allProtocols)
        for (const int port : {-1, 25, 110, 143, 465, 587, 993, 995, 2525})
            for (const PortState& state : {none(protocol, port), ssl(protocol, port), startTls(protocol, port)})
                for (const PortRemark& remark : portRemarks(state, true)) {
                    QVERIFY(remark.remedy);
                    QVERIFY2(securityMode(*remark.remedy) != SecurityMode::None || securityMode(state) == SecurityMode::None,
                             text(state));
                    for (const PortRemark& next : portRemarks(*remark.remedy, true))
                        QVERIFY2(next.kind != remark.kind, text(state));
                }
}

STATIONER_TEST(PortRulesTest)
#include "portrules_test.moc"
