// stationer-cli where the session bus accepts and never answers, as a hung one does: what has no password is told so in
// time, and the process ends.

#include "cli/clirun.h"
#include "support/faultserver.h"
#include "support/silentbus.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class SilentBusTest : public QObject {
    Q_OBJECT

    Cli m_cli;

    Ended run(const QStringList& arguments, const SilentBus& bus) const
    {
        return m_cli.run(arguments, {}, [&](QProcess& process) {
            QProcessEnvironment environment = process.processEnvironment();
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
            process.setProcessEnvironment(environment);
        });
    }

private slots:
    void saysThatTheKeyRingDoesNotAnswer()
    {
        const SilentBus bus(m_cli.path(u"bus"_s));
        const FaultServer server({Silence{}});
        const Ended ended =
            run({u"test"_s, u"--protocol"_s, u"smtp"_s, u"--security"_s, u"none"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                 QString::number(server.port()), u"--user"_s, u"bob"_s, u"--timeout"_s, u"1"_s},
                bus);
        COMPARE_STATUS(ended, 2);
        QVERIFY2(ended.err.contains("The key ring does not answer"), ended.err.constData());
        QVERIFY2(ended.err.contains("--password-file"), ended.err.constData());
        QVERIFY(bus.wasAsked());
        QCOMPARE(server.connections(), 0);
    }

    void saysItOnceForAllAccounts()
    {
        const SilentBus bus(m_cli.path(u"bus"_s));
        const QByteArray signIn = test::value("hostname", "mail.example") + test::value("account", "bob");
        m_cli.write(u"a.bog"_s, test::smallStation(test::outgoing(signIn) + test::incoming(signIn)));
        const Ended ended = run({u"test"_s, m_cli.path(u"a.bog"_s)}, bus); // with the key ring's own deadline
        COMPARE_STATUS(ended, 2);
        QCOMPARE(ended.err.count("The key ring does not answer"), 1);
        QCOMPARE(ended.err.count("is not known"), 2);
    }

    void aPasswordThatIsGivenAsksNobody()
    {
        const SilentBus bus(m_cli.path(u"bus"_s));
        const FaultServer server({Close{}});
        const QString password = m_cli.write(u"password"_s, "secret\n");
        const Ended ended =
            run({u"test"_s, u"--protocol"_s, u"smtp"_s, u"--security"_s, u"none"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                 QString::number(server.port()), u"--user"_s, u"bob"_s, u"--password-file"_s, password},
                bus);
        COMPARE_STATUS(ended, 1);
        QVERIFY(!bus.wasAsked());
    }
};

STATIONER_TEST(SilentBusTest)
#include "silentbus_test.moc"
