#include "clirun.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/stationertest.h"

using namespace stationer::testing;
using namespace Qt::StringLiterals;

/// The station's verdict on the command line: what decides it, where it is printed, what it is worth to a script.
class StationTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    TestCa m_ca;
    TestCertificate m_leaf = m_ca.issueFor(u"127.0.0.1"_s);

    /// A test of a mailbox that lets in, with these options; `trusted` are the station's own roots.
    Ended run(const QStringList& options, const QByteArray& trusted)
    {
        FaultServer server({Encrypt{}, Say{"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n"_ba}, Hear{},
                            Say{"%t OK in\r\n"_ba}, Hear{}, Say{"%t OK [READ-WRITE] done\r\n"_ba}});
        server.setIdentity(m_leaf);
        const QString fingerprint = QString::fromLatin1(m_leaf.sha256());
        return m_cli.run(QStringList{u"test"_s, u"--protocol"_s, u"imap"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                                     QString::number(server.port()), u"--user"_s, u"bob"_s, u"--password-file"_s,
                                     m_cli.write(u"password"_s, "secret\n"), u"--accept"_s, fingerprint,
                                     u"--station-roots"_s, m_cli.write(u"roots"_s, trusted)} +
                         options);
    }

private slots:
    void itGoesByTheStationsOwnStores()
    {
        const Ended passes = run({u"--json"_s}, m_ca.pem());
        COMPARE_STATUS(passes, 0);
        QCOMPARE(passes.object()["station"_L1]["verdict"_L1].toString(), u"passes"_s);
        const Ended fails = run({u"--json"_s}, TestCa(u"Another"_s).pem());
        COMPARE_STATUS(fails, 0);
        QCOMPARE(fails.object()["outcome"_L1].toString(), u"succeeded"_s);
        QCOMPARE(fails.object()["station"_L1]["verdict"_L1].toString(), u"fails"_s);
    }

    void aScriptCanGoByIt()
    {
        COMPARE_STATUS(run({u"--station"_s}, TestCa(u"Another"_s).pem()), 1);
        COMPARE_STATUS(run({u"--station"_s}, m_ca.pem()), 0);
    }

    void everyFormatHasIt()
    {
        QVERIFY(run({}, m_ca.pem()).out.contains("On the station: would pass."));
        QVERIFY(run({u"--format"_s, u"junit"_s}, m_ca.pem()).out.contains("name=\"station\" value=\"passes\""));
        const QByteArray metrics = run({u"--format"_s, u"prometheus"_s}, m_ca.pem()).out;
        QVERIFY(metrics.contains("verdict=\"passes\"} 1\n") && metrics.contains("verdict=\"fails\"} 0\n"));
    }

    void aStoreThatCannotBeReadIsNamed()
    {
        const Ended ended = run({}, "no store");
        COMPARE_STATUS(ended, 4);
        QVERIFY(ended.err.contains("no key store"));
    }

    void whatWasGivenIsKeptForTheStation()
    {
        const QString folder = m_cli.path(u"s.security"_s);
        COMPARE_STATUS(run({u"--trust"_s, folder}, m_ca.pem()), 0);
        QVERIFY(Cli::read(folder + u"/station.json"_s).contains("\"stores\""));
    }
};

STATIONER_TEST(StationTest)
#include "station_test.moc"
