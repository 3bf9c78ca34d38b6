// What a flooding server costs: stationer-cli as a process of its own against servers that send without end, and the most
// memory that it ever had. The outcome says that it ended at a bound.

#include "cli/clirun.h"
#include "connection/attacks.h"
#include "support/stationertest.h"

#include <QCryptographicHash>
#include <QTimer>

using namespace stationer;
using namespace stationer::testing;

namespace {

#ifdef STATIONER_SANITIZED
constexpr qint64 most = 512 * 1024 * 1024; // what watches the memory needs more of it
#else
constexpr qint64 most = 64 * 1024 * 1024;
#endif

/// The most that a process has had so far; 0 once it is gone.
qint64 peakOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong() * 1024;
}

} // namespace

class MemoryTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void aFloodingServerCostsNoMemory_data();
    void aFloodingServerCostsNoMemory();
};

void MemoryTest::aFloodingServerCostsNoMemory_data()
{
    using enum SecurityMode;
    QTest::addColumn<Attack>("attack");
    const auto row = [](Protocol protocol, SecurityMode security, const QByteArray& what, const Script& script,
                        Outcome outcome = Outcome::ProtocolBroken) {
        QTest::newRow(attackName(protocol, security, what)) << Attack{protocol, security, script, outcome, {}, {}};
    };
    const QByteArray tenMegabytes = QByteArray(10 * 1024 * 1024 / 4 * 3, 'x').toBase64();
    const QByteArray record = "\x16\x03\x03\x40\x00"_ba + QByteArray(0x4000, '\x01');
    for (const Protocol protocol : allProtocols) {
        const Manners says = mannersOf(protocol);
        const QByteArray asks = protocol == Protocol::Smtp ? "334 "_ba : "+ "_ba;
        row(protocol, StartTls, "an endless line", {Flood{QByteArray(64 * 1024, 'x')}});
        row(protocol, StartTls, "with the go-ahead",
            untilStartTls(protocol) + Script{Flood{says.goAhead + QByteArray(64 * 1024, 'x')}}, Outcome::StartTlsInjected);
        row(protocol, StartTls, "instead of a handshake",
            untilStartTls(protocol) + Script{Say{says.goAhead}, Pause{300ms}, Flood{record}}, Outcome::TlsFailed);
        row(protocol, Ssl, "an endless line", untilCapabilities(protocol, Ssl) + Script{Flood{QByteArray(64 * 1024, 'x')}});
        row(protocol, Ssl, "10 MB of base64", untilLogin(protocol, Ssl) + Script{Say{asks + tenMegabytes + "\r\n"}});
    }
    const auto list = [&row](Protocol protocol, const QByteArray& what, const QByteArray& line) {
        row(protocol, Ssl, what,
            untilCapabilities(protocol, Ssl) +
                Script{Say{protocol == Protocol::Pop3 ? "+OK\r\n"_ba : ""_ba}, Flood{line.repeated(1000)}});
    };
    list(Protocol::Smtp, "keywords", "250-X\r\n");
    list(Protocol::Imap, "untagged data", "* 1 EXISTS\r\n");
    list(Protocol::Imap, "a literal without end", "* X {65536}\r\n");
    list(Protocol::Pop3, "capabilities", "X\r\n");
    list(Protocol::Pop3, "empty lines", "\r\n");
}

void MemoryTest::aFloodingServerCostsNoMemory()
{
    QFETCH(Attack, attack);
    FaultServer server(attack.script);
    server.setIdentity(m_certificate);
    const QString fingerprint =
        QString::fromLatin1(QCryptographicHash::hash(m_certificate.der(), QCryptographicHash::Sha256).toHex());
    qint64 peak = 0;
    QTimer watch;
    watch.setInterval(1ms);
    const Ended ended = m_cli.run({u"test"_s, u"--protocol"_s, nameOf(attack.protocol), u"--host"_s, u"127.0.0.1"_s,
                                   u"--port"_s, QString::number(server.port()), u"--security"_s, nameOf(attack.security),
                                   u"--user"_s, u"bob"_s, u"--password-stdin"_s, u"--accept"_s, fingerprint, u"--json"_s},
                                  password, [&](QProcess& process) {
                                      const auto look = [&] { peak = std::max(peak, peakOf(process.processId())); };
                                      QObject::connect(&process, &QProcess::started, &watch, qOverload<>(&QTimer::start));
                                      QObject::connect(&watch, &QTimer::timeout, &process, look);
                                      QObject::connect(&process, &QProcess::readyReadStandardOutput, &process,
                                                       look); // the report: nothing comes after it
                                  });
    COMPARE_STATUS(ended, 1);
    QCOMPARE(ended.object()["outcome"_L1].toString(), QString(nameOf(attack.outcome)));
    QVERIFY(!server.hasHeardInTheClear(plain("bob", password)));
    QVERIFY(peak > 0);
    QVERIFY2(peak < most, QByteArray::number(peak));
}

STATIONER_TEST(MemoryTest)
#include "memory_test.moc"
