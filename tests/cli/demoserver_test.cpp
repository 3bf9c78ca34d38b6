// stationer-cli test against the demo mail server in this process: nine pairs of protocol and mode, challenged, accepted,
// refused and trusted; then the sample station and the demo's own course.

#include "app/demo/demoserver.h"
#include "app/demo/demostation.h"
#include "cli/clirun.h"
#include "support/stationertest.h"
#include "trust/certificatefacts.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

using namespace stationer;
using namespace stationer::testing;

class DemoServerTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    DemoServer m_server;

    QStringList testOf(DemoProtocol protocol, DemoMode mode, const QString& password = u"demo"_s) const;
    QString trustWithRoot(const QString& name) const;

private slots:
    void initTestCase();
    void proves_data();
    void proves();
    void printsTheReport();
    void answersOnBothFamilies();
    void throwsAwayWhatCameBeforeTls();
    void testsTheSampleStation();
    void takesItsPasswordsFromASecretsFile();
    void namesEveryPasswordThatIsMissing();
    void stopsWhereNobodyReads();
    void asksOnATerminalWithoutEcho();
    void leavesATerminalWithItsEcho();
    void remembersNothingButTheLastUse();
    void dialsAnotherAddress();
    void boundsAWholeTest();
    void sendsOneMessage();
    void runsTheCourse();
};

namespace {

const char* nameOf(DemoProtocol protocol)
{
    switch (protocol) {
    case DemoProtocol::Smtp:
        return "smtp";
    case DemoProtocol::Imap:
        return "imap";
    case DemoProtocol::Pop3:
        return "pop3";
    }
    return "";
}

const char* nameOf(DemoMode mode)
{
    switch (mode) {
    case DemoMode::None:
        return "none";
    case DemoMode::StartTls:
        return "starttls";
    case DemoMode::Ssl:
        return "ssl";
    }
    return "";
}

QString outcomeOf(const Ended& ended)
{
    return ended.object()["outcome"_L1].toString();
}

} // namespace

QStringList DemoServerTest::testOf(DemoProtocol protocol, DemoMode mode, const QString& password) const
{
    const QString file = m_cli.write(u"password"_s, password.toUtf8() + '\n');
    return {u"test"_s,
            u"--protocol"_s,
            QString::fromLatin1(nameOf(protocol)),
            u"--host"_s,
            m_server.host(),
            u"--port"_s,
            QString::number(m_server.port(protocol, mode)),
            u"--security"_s,
            QString::fromLatin1(nameOf(mode)),
            u"--user"_s,
            m_server.login().user,
            u"--password-file"_s,
            file,
            u"--json"_s};
}

QString DemoServerTest::trustWithRoot(const QString& name) const
{
    const QString folder = m_cli.path(name);
    const Ended imported = m_cli.run(
        {u"trust"_s, folder, u"import"_s, m_cli.write(u"root.pem"_s, m_server.rootPem()), u"--alias"_s, u"demo"_s});
    if (imported.status != 0)
        QTest::qFail(imported.err.constData(), __FILE__, __LINE__);
    return folder;
}

void DemoServerTest::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
}

void DemoServerTest::proves_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("mode");
    for (const DemoProtocol protocol : {DemoProtocol::Smtp, DemoProtocol::Imap, DemoProtocol::Pop3})
        for (const DemoMode mode : {DemoMode::None, DemoMode::StartTls, DemoMode::Ssl})
            QTest::addRow("%s %s", nameOf(protocol), nameOf(mode)) << int(protocol) << int(mode);
}

void DemoServerTest::proves()
{
    QFETCH(int, protocol);
    QFETCH(int, mode);
    const auto isPlain = DemoMode(mode) == DemoMode::None;
    const QStringList test = testOf(DemoProtocol(protocol), DemoMode(mode));
    const QSignalSpy logins(&m_server, &DemoServer::loggedIn);

    const Ended unknown = m_cli.run(test);
    COMPARE_STATUS(unknown, isPlain ? 0 : 3);
    QCOMPARE(outcomeOf(unknown), isPlain ? u"succeeded"_s : u"certificateChallenged"_s);
    QCOMPARE(logins.size(), isPlain ? 1 : 0); // challenged: nobody signed in

    if (!isPlain) {
        const QJsonObject trust = unknown.object()["trust"_L1].toObject();
        QCOMPARE(trust["verdict"_L1].toString(), u"challenged"_s);
        QCOMPARE(trust["errors"_L1][0]["code"_L1].toString(), u"unknownRoot"_s);
        QCOMPARE(trust["chain"_L1].toArray().size(), 2); // the root is sent along
        const QString leaf = trust["chain"_L1][0]["sha256"_L1].toString();
        const QString root = trust["chain"_L1][1]["sha256"_L1].toString();

        const Ended accepted = m_cli.run(test + QStringList{u"--accept"_s, leaf});
        COMPARE_STATUS(accepted, 0);
        QCOMPARE(accepted.object()["trust"_L1]["verdict"_L1].toString(), u"exempted"_s);
        // Read either way, and for that certificate alone.
        QString grouped = leaf.toUpper();
        for (qsizetype i = grouped.size() - 2; i > 0; i -= 2)
            grouped.insert(i, u':');
        COMPARE_STATUS(m_cli.run(test + QStringList{u"--accept"_s, grouped}), 0);
        COMPARE_STATUS(m_cli.run(test + QStringList{u"--accept"_s, root}), 3);

        const Ended trusted = m_cli.run(test + QStringList{u"--trust"_s, trustWithRoot(u"ca.security"_s)});
        COMPARE_STATUS(trusted, 0);
        QCOMPARE(trusted.object()["trust"_L1]["store"_L1].toString(), u"user"_s);
    }

    const QStringList wrong = testOf(DemoProtocol(protocol), DemoMode(mode), u"guess"_s)
                              << u"--trust"_s << trustWithRoot(u"ca.security"_s);
    const Ended refused = m_cli.run(wrong);
    COMPARE_STATUS(refused, 1);
    QCOMPARE(outcomeOf(refused), u"loginRejected"_s);
    QVERIFY(!(refused.out + refused.err).contains("guess"));
}

void DemoServerTest::printsTheReport()
{
    const Ended ended = m_cli.run(testOf(DemoProtocol::Imap, DemoMode::Ssl));
    const QList<QJsonObject> lines = ended.lines();
    QCOMPARE(lines.size(), 1);
    const QJsonObject report = lines.first();
    QCOMPARE(report["target"_L1]["protocol"_L1].toString(), u"imap"_s);
    QCOMPARE(report["target"_L1]["host"_L1].toString(), u"localhost"_s);
    QCOMPARE(report["target"_L1]["port"_L1].toInt(), int(m_server.port(DemoProtocol::Imap, DemoMode::Ssl)));
    QCOMPARE(report["target"_L1]["security"_L1].toString(), u"ssl"_s);
    QCOMPARE(report["stage"_L1].toString(), u"identity"_s);
    QStringList stages;
    for (const QJsonValue& stage : report["stages"_L1].toArray())
        stages += stage["name"_L1].toString();
    QCOMPARE(stages, QStringList({u"settings"_s, u"resolve"_s, u"connect"_s, u"greeting"_s, u"starttls"_s, u"tls"_s,
                                  u"identity"_s, u"capabilities"_s, u"login"_s}));
    for (const char* key : {"outcome", "tls", "trust", "mechanism", "capabilities", "diagnosis"})
        QVERIFY2(report.contains(QLatin1StringView(key)), key);
    QVERIFY(report["diagnosis"_L1]["cause"_L1].toString().endsWith(u"Your password was not sent."_s));

    QStringList people = testOf(DemoProtocol::Imap, DemoMode::Ssl);
    people.removeLast();
    const Ended text = m_cli.run(people);
    COMPARE_STATUS(text, 3);
    QVERIFY(text.out.startsWith("! This computer does not know who signed this server's certificate.\n"));
}

void DemoServerTest::answersOnBothFamilies()
{
    for (const QString& host : {u"127.0.0.1"_s, u"::1"_s}) {
        QTcpSocket socket;
        socket.connectToHost(host, m_server.port(DemoProtocol::Pop3, DemoMode::None));
        if (!QTest::qWaitFor([&] { return socket.canReadLine(); }, 5000)) {
            QVERIFY(host == u"::1"_s); // this computer has no IPv6
            continue;
        }
        QVERIFY(socket.readLine().startsWith("+OK"));
    }
}

/// The server is no example of the fault that the test looks for.
void DemoServerTest::throwsAwayWhatCameBeforeTls()
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHost(u"127.0.0.1"_s, m_server.port(DemoProtocol::Pop3, DemoMode::StartTls));
    QVERIFY(QTest::qWaitFor([&] { return socket.canReadLine(); }, 5000));
    socket.readLine();
    socket.write("STLS\r\nUSER demo@localhost\r\n");
    QVERIFY(QTest::qWaitFor([&] { return socket.canReadLine(); }, 5000));
    socket.readLine();
    socket.startClientEncryption();
    QVERIFY(QTest::qWaitFor([&] { return socket.isEncrypted(); }, 5000));
    socket.write("PASS demo\r\n");
    QVERIFY(QTest::qWaitFor([&] { return socket.canReadLine(); }, 5000));
    QCOMPARE(socket.readLine(), "-ERR USER first\r\n"_ba);
}

void DemoServerTest::testsTheSampleStation()
{
    const auto station = DemoStation::make(m_server);
    QVERIFY(station);
    QVERIFY(!Cli::read(station->path()).contains("{{"));
    QCOMPARE(Cli::read(station->rootCaPath()), m_server.rootPem());
    COMPARE_STATUS(
        m_cli.run({u"trust"_s, station->path().replace(u".bog"_s, u".security"_s), u"import"_s, station->rootCaPath()}), 0);
    const Ended ended =
        m_cli.run({u"test"_s, station->path(), u"--password-file"_s, m_cli.write(u"password"_s, "demo"), u"--json"_s});
    COMPARE_STATUS(ended, 1); // a failed test beats a challenge
    QMap<QString, QString> outcomes;
    for (const QJsonObject& report : ended.lines()) {
        outcomes[report["target"_L1]["path"_L1].toString().section(u'/', -1)] = report["outcome"_L1].toString();
        QCOMPARE(report["target"_L1]["file"_L1].toString(), station->path());
    }
    QCOMPARE(outcomes, (QMap<QString, QString>{{u"OutgoingAccount"_s, u"succeeded"_s},
                                               {u"Reports"_s, u"succeeded"_s},
                                               {u"OldSettings"_s, u"wrongMode"_s},
                                               {u"Facilities"_s, u"certificateChallenged"_s},
                                               {u"WrongUser"_s, u"loginRejected"_s},
                                               {u"IncomingAccount"_s, u"succeeded"_s},
                                               {u"Acknowledgements"_s, u"succeeded"_s}})); // Archive is disabled

    // The one that is disabled is tested where it is named; many at once end as one after the other.
    const QStringList archive{u"test"_s,
                              station->path(),
                              u"--path"_s,
                              u"/Services/EmailService/Archive"_s,
                              u"--password-file"_s,
                              m_cli.path(u"password"_s)};
    COMPARE_STATUS(m_cli.run(archive), 0);
    const Ended parallel = m_cli.run(
        {u"test"_s, station->path(), u"--jobs"_s, u"8"_s, u"--password-file"_s, m_cli.path(u"password"_s), u"--json"_s});
    COMPARE_STATUS(parallel, 1);
    QCOMPARE(parallel.lines().size(), 7);

    // A file that cannot be read beside one that can: the one is tested, the other said.
    const Ended mixed =
        m_cli.run({u"test"_s, u"there-is-none.bog"_s, station->path(), u"--depth"_s, u"connect"_s, u"--json"_s});
    COMPARE_STATUS(mixed, 4);
    QCOMPARE(mixed.lines().size(), 7);
    QVERIFY(mixed.err.contains("there-is-none.bog"));
}

void DemoServerTest::takesItsPasswordsFromASecretsFile()
{
    const auto station = DemoStation::make(m_server);
    QVERIFY(station);
    const QString out = u"/Services/EmailService/OutgoingAccount"_s;
    const QString trust = trustWithRoot(u"secrets.security"_s);
    const auto statusWith = [&](const QByteArray& secrets) {
        return m_cli
            .run({u"test"_s, station->path(), u"--path"_s, out, u"--trust"_s, trust, u"--secrets"_s,
                  m_cli.write(u"s"_s, secrets)})
            .status;
    };
    QCOMPARE(statusWith(out.toUtf8() + "\tdemo\n"), 0);
    QCOMPARE(statusWith(out.toUtf8() + "\tdemo"), 0);
    QCOMPARE(statusWith(out.toUtf8() + "\tde\tmo\n"), 1); // the tab belongs to the password
    QCOMPARE(statusWith(out.toUtf8() + "\twrong\n" + station->path().toUtf8() + '\t' + out.toUtf8() + "\tdemo\n"), 0);
    QCOMPARE(statusWith("/elsewhere.bog\t" + out.toUtf8() + "\tdemo\n"), 2); // not this file's
}

void DemoServerTest::namesEveryPasswordThatIsMissing()
{
    const auto station = DemoStation::make(m_server);
    QVERIFY(station);
    QSignalSpy signedIn(&m_server, &DemoServer::loggedIn);
    const Ended ended = m_cli.run({u"test"_s, station->path(), u"--secrets"_s,
                                   m_cli.write(u"one"_s, "/Services/EmailService/IncomingAccount\tdemo\n"), u"--trust"_s,
                                   trustWithRoot(u"missing.security"_s)});
    COMPARE_STATUS(ended, 2);
    for (const char* name : {"OutgoingAccount", "Reports", "OldSettings", "Facilities", "WrongUser", "Acknowledgements"})
        QVERIFY2(ended.err.contains(name), ended.err);
    QVERIFY(!ended.err.contains("IncomingAccount"));
    QVERIFY(ended.out.isEmpty() && signedIn.isEmpty()); // nothing was tested
}

void DemoServerTest::stopsWhereNobodyReads()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    const auto station = DemoStation::make(m_server);
    QVERIFY(station);
    QSignalSpy signedIn(&m_server, &DemoServer::loggedIn);
    const Ended ended = m_cli.run({u"test"_s, station->path(), u"--json"_s, u"--password-file"_s,
                                   m_cli.write(u"password"_s, "demo"), u"--trust"_s, trustWithRoot(u"full.security"_s)},
                                  {}, [](QProcess& process) { process.setStandardOutputFile(u"/dev/full"_s); });
    COMPARE_STATUS(ended, 5);
    QCOMPARE(signedIn.size(), 1); // the others were not asked for
}

void DemoServerTest::asksOnATerminalWithoutEcho()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QByteArray slave = ::ptsname(master);
    QStringList arguments = testOf(DemoProtocol::Imap, DemoMode::None);
    arguments.remove(arguments.indexOf(u"--password-file"_s), 2);
    QProcess* asking = nullptr;
    bool isTyped = false;
    const Ended ended = m_cli.run(arguments, {}, [&](QProcess& process) {
        process.setChildProcessModifier([slave] {
            const int terminal = ::open(slave.constData(), O_RDWR | O_NOCTTY);
            ::dup2(terminal, STDIN_FILENO);
        });
        asking = &process;
        process.setReadChannel(QProcess::StandardError);
        connect(&process, &QProcess::readyReadStandardError, this, [&] {
            if (isTyped || !asking->peek(1000).contains("Password of demo@localhost"))
                return;
            isTyped = true;
            termios now{};
            QCOMPARE(::tcgetattr(master, &now), 0);
            QVERIFY(!(now.c_lflag & tcflag_t(ECHO)));
            QCOMPARE(::write(master, "demo\n", 5), ssize_t(5));
        });
    });
    ::close(master);
    QVERIFY(isTyped);
    COMPARE_STATUS(ended, 0);
}

void DemoServerTest::leavesATerminalWithItsEcho()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QByteArray slave = ::ptsname(master);
    const int kept = ::open(slave.constData(), O_RDWR | O_NOCTTY);
    QStringList arguments = testOf(DemoProtocol::Imap, DemoMode::None);
    arguments.remove(arguments.indexOf(u"--password-file"_s), 2);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([kept] { ::dup2(kept, STDIN_FILENO); });
    QByteArray said;
    connect(&process, &QProcess::readyReadStandardError, this, [&] { said += process.readAllStandardError(); });
    process.start(QStringLiteral(STATIONER_CLI), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("Password of demo@localhost"), 20000);
    termios now{};
    QTRY_VERIFY(::tcgetattr(kept, &now) == 0 && !(now.c_lflag & tcflag_t(ECHO)));
    QCOMPARE(::kill(pid_t(process.processId()), SIGTERM), 0);
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitStatus(), QProcess::CrashExit); // by the signal
    QVERIFY(::tcgetattr(kept, &now) == 0 && (now.c_lflag & tcflag_t(ECHO)));
    ::close(kept);
    ::close(master);
}

void DemoServerTest::remembersNothingButTheLastUse()
{
    const QString trust = m_cli.path(u"use.security"_s);
    const QStringList test = testOf(DemoProtocol::Smtp, DemoMode::Ssl) << u"--trust"_s << trust;
    const Ended challenged = m_cli.run(test);
    COMPARE_STATUS(challenged, 3);
    QVERIFY(!QFile::exists(trust)); // a test makes no folder and writes no row

    const QString host = u"localhost:"_s + QString::number(m_server.port(DemoProtocol::Smtp, DemoMode::Ssl));
    const QString leaf = challenged.object()["trust"_L1]["chain"_L1][0]["sha256"_L1].toString();
    COMPARE_STATUS(m_cli.run({u"trust"_s, trust, u"allow"_s, host, leaf, u"--errors"_s, u"expired"_s}), 0);
    COMPARE_STATUS(m_cli.run(test), 3); // it was not this error that was accepted
    COMPARE_STATUS(m_cli.run({u"trust"_s, trust, u"allow"_s, host, leaf, u"--errors"_s, u"unknownRoot"_s}), 0);
    COMPARE_STATUS(m_cli.run(test), 0);
    QJsonObject row = m_cli.run({u"trust"_s, trust, u"hosts"_s, u"--json"_s}).array().first().toObject();
    QVERIFY(!row["lastUsed"_L1].toString().isEmpty());

    COMPARE_STATUS(m_cli.run({u"trust"_s, trust, u"reject"_s, host, leaf}), 0);
    const Ended rejected = m_cli.run(test);
    COMPARE_STATUS(rejected, 1);
    QCOMPARE(outcomeOf(rejected), u"certificateRejected"_s);
    COMPARE_STATUS(m_cli.run(test + QStringList{u"--accept"_s, leaf}), 1); // rejected stays rejected

    // Damaged, the list is set aside and said; nothing of it is trusted.
    QFile list(trust + u"/allowed-hosts.json"_s);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("{ damaged");
    list.close();
    const Ended damaged = m_cli.run(test);
    COMPARE_STATUS(damaged, 4);
    QCOMPARE(outcomeOf(damaged), u"certificateChallenged"_s);
    QVERIFY(damaged.err.contains("allowed-hosts.json"));
}

void DemoServerTest::dialsAnotherAddress()
{
    QStringList test = testOf(DemoProtocol::Imap, DemoMode::Ssl) << u"--trust"_s << trustWithRoot(u"dial.security"_s);
    test[test.indexOf(u"--host"_s) + 1] = u"mail.invalid"_s;
    test << u"--connect"_s << u"127.0.0.1:"_s + QString::number(m_server.port(DemoProtocol::Imap, DemoMode::Ssl));
    const Ended ended = m_cli.run(test);
    COMPARE_STATUS(ended, 3); // dialled there, and the name is verified as typed
    QCOMPARE(ended.object()["target"_L1]["host"_L1].toString(), u"mail.invalid"_s);
    QCOMPARE(ended.object()["trust"_L1]["errors"_L1][0]["code"_L1].toString(), u"hostMismatch"_s);
}

void DemoServerTest::boundsAWholeTest()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QStringList test = testOf(DemoProtocol::Imap, DemoMode::None) << u"--timeout"_s << u"0.5"_s;
    test[test.indexOf(u"--host"_s) + 1] = u"127.0.0.1"_s;
    test[test.indexOf(u"--port"_s) + 1] = QString::number(silent.serverPort());
    const Ended ended = m_cli.run(test);
    COMPARE_STATUS(ended, 1);
    QCOMPARE(outcomeOf(ended), u"timedOut"_s);
}

void DemoServerTest::sendsOneMessage()
{
    const QStringList test = testOf(DemoProtocol::Smtp, DemoMode::None);
    const Ended envelope = m_cli.run(test + QStringList{u"--depth"_s, u"envelope"_s, u"--to"_s, u"bob@example.org"_s});
    COMPARE_STATUS(envelope, 0);
    const Ended message = m_cli.run(test + QStringList{u"--depth"_s, u"message"_s, u"--to"_s, u"bob@example.org"_s});
    COMPARE_STATUS(message, 0);
    const QJsonArray stages = message.object()["stages"_L1].toArray();
    QCOMPARE(stages.last()["name"_L1].toString(), u"message"_s);
    QCOMPARE(stages.last()["status"_L1].toString(), u"passed"_s);
}

void DemoServerTest::runsTheCourse()
{
    const Ended ended = m_cli.run({u"demo"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY(ended.out.contains("Your password was not sent."));
    QVERIFY(ended.out.contains("is no longer needed and is removed"));
    QVERIFY(ended.err.isEmpty());
}

STATIONER_TEST(DemoServerTest)
#include "demoserver_test.moc"
