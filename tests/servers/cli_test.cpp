// stationer-cli against the real mail servers: exit statuses and JSON on every pair, and the course from a new account in a
// station file to a login that passes.

#include "servers/signin.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QStringList namesOf(const QJsonArray& stages)
{
    QStringList names;
    for (const QJsonValue& stage : stages)
        names.append(stage["name"_L1].toString());
    return names;
}

QJsonObject stageNamed(const QJsonObject& report, const QString& name)
{
    for (const QJsonValue& stage : report["stages"_L1].toArray())
        if (stage["name"_L1].toString() == name)
            return stage.toObject();
    return {};
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT

    MailServers m_servers = MailServers::running();
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    // Runs stationer-cli with a home of its own, without a key ring and without a terminal.
    Ended run(const QStringList& arguments, const QMap<QString, QString>& variables = {}, const QByteArray& input = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, path(u"home"_s));
        for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"SSL_CERT_FILE"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        for (auto variable = variables.begin(); variable != variables.end(); ++variable)
            environment.insert(variable.key(), variable.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(STATIONER_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            QTest::qFail("stationer-cli did not end by itself", __FILE__, __LINE__);
        Ended ended{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        if (QTest::currentTestFailed())
            qWarning() << ended.out << ended.err;
        return ended;
    }

    // `test` of that pair with the right password, as JSON.
    QStringList testOf(Pair pair, quint16 port = 0)
    {
        const QString password = write(u"password"_s, m_servers.password.toUtf8() + '\n');
        return {u"test"_s,
                u"--protocol"_s,
                nameOf(pair.protocol),
                u"--host"_s,
                m_servers.host,
                u"--port"_s,
                QString::number(port ? port : m_servers.port(pair.protocol, pair.mode)),
                u"--security"_s,
                nameOf(pair.mode),
                u"--user"_s,
                m_servers.user,
                u"--password-file"_s,
                password,
                u"--format"_s,
                u"json"_s};
    }

    QString trustWithCa()
    {
        const QString trust = path(u"acme.security"_s);
        const Ended imported = run({u"trust"_s, trust, u"import"_s, m_servers.caFile});
        if (imported.status != 0)
            QTest::qFail(imported.err.constData(), __FILE__, __LINE__);
        return trust;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"home"_s));
    }

    void passesWithTheCaInTheUserTrustStore_data() { addPairs(); }
    void passesWithTheCaInTheUserTrustStore()
    {
        FETCH_PAIR();
        const Ended ended = run(testOf(pair) << u"--trust"_s << trustWithCa());
        QVERIFY2(ended.status == 0, ended.out + ended.err);
        const QJsonObject json = ended.json();
        const QJsonObject target = json["target"_L1].toObject();
        QCOMPARE(target["protocol"_L1].toString(), nameOf(pair.protocol));
        QCOMPARE(target["host"_L1].toString(), m_servers.host);
        QCOMPARE(target["port"_L1].toInt(), int(m_servers.port(pair.protocol, pair.mode)));
        QCOMPARE(target["security"_L1].toString(), nameOf(pair.mode));
        QCOMPARE(json["outcome"_L1].toString(), u"succeeded"_s);
        QCOMPARE(json["stage"_L1].toString(), u"login"_s);
        QCOMPARE(namesOf(json["stages"_L1].toArray()),
                 (QStringList{u"settings"_s, u"resolve"_s, u"connect"_s, u"greeting"_s, u"starttls"_s, u"tls"_s,
                              u"identity"_s, u"capabilities"_s, u"login"_s}));
        QCOMPARE(stageNamed(json, u"login"_s)["status"_L1].toString(), u"passed"_s);
        QVERIFY(stageNamed(json, u"connect"_s)["ms"_L1].isDouble());
        QVERIFY(json["mechanism"_L1].isString());
        QVERIFY(json["diagnosis"_L1].toObject()["cause"_L1].isString());
        QVERIFY(json["diagnosis"_L1].toObject()["remedies"_L1].isArray());
        QVERIFY(!ended.out.contains(m_servers.password.toUtf8()));
        if (pair.mode == SecurityMode::None) {
            QVERIFY(json["tls"_L1].isNull());
            return;
        }
        QVERIFY(json["tls"_L1].toObject()["version"_L1].toString().startsWith(u"TLSv1."_s));
        QVERIFY(!json["tls"_L1].toObject()["cipher"_L1].toString().isEmpty());
        const QJsonObject trust = json["trust"_L1].toObject();
        QCOMPARE(trust["verdict"_L1].toString(), u"trusted"_s);
        QCOMPARE(trust["store"_L1].toString(), u"user"_s);
        QCOMPARE(trust["errors"_L1].toArray(), QJsonArray());
        QCOMPARE(trust["chain"_L1].toArray().first()["sha256"_L1].toString().toLatin1(), m_servers.leafSha256);
        const QJsonObject capabilities = json["capabilities"_L1].toObject();
        QVERIFY(!capabilities["afterTls"_L1].toArray().isEmpty());
        if (pair.mode == SecurityMode::Ssl || pair.protocol == Protocol::Pop3)
            QCOMPARE(capabilities["beforeTls"_L1].toArray(), QJsonArray());
        else
            QVERIFY(capabilities["beforeTls"_L1].toArray().contains(u"STARTTLS"_s));
    }

    void passesWithTheCaAsSystemTrustStore_data() { addPairs(); }
    void passesWithTheCaAsSystemTrustStore()
    {
        FETCH_PAIR();
        const Ended ended = run(testOf(pair), {{u"SSL_CERT_FILE"_s, m_servers.caFile}});
        QVERIFY2(ended.status == 0, ended.out + ended.err);
        if (pair.mode != SecurityMode::None)
            QCOMPARE(ended.json()["trust"_L1].toObject()["store"_L1].toString(), u"system"_s);
    }

    void isChallengedWithout_data() { addPairs(); }
    void isChallengedWithout()
    {
        FETCH_PAIR();
        const Ended ended = run(testOf(pair));
        if (pair.mode == SecurityMode::None) {
            QVERIFY2(ended.status == 0, ended.out + ended.err);
            return;
        }
        QVERIFY2(ended.status == 3, ended.out + ended.err);
        const QJsonObject json = ended.json();
        QCOMPARE(json["outcome"_L1].toString(), u"certificateChallenged"_s);
        QCOMPARE(json["stage"_L1].toString(), u"identity"_s);
        QCOMPARE(stageNamed(json, u"login"_s)["status"_L1].toString(), u"skipped"_s);
        QVERIFY(json["mechanism"_L1].isNull());
        const QJsonObject trust = json["trust"_L1].toObject();
        QCOMPARE(trust["verdict"_L1].toString(), u"challenged"_s);
        QVERIFY(trust["store"_L1].isNull());
        QCOMPARE(trust["errors"_L1].toArray().size(), 1);
        QCOMPARE(trust["errors"_L1].toArray().first()["code"_L1].toString(), u"unknownRoot"_s);
        QVERIFY(trust["errors"_L1].toArray().first()["depth"_L1].isDouble());
        QVERIFY(json["diagnosis"_L1].toObject()["cause"_L1].toString().contains(u"Your password was not sent."_s));
        QVERIFY(!QFile::exists(path(u"acme.security"_s)));
    }

    void passesWithAnExemptionForThisRun_data() { addPairs(); }
    void passesWithAnExemptionForThisRun()
    {
        FETCH_PAIR();
        QStringList arguments = testOf(pair);
        const Ended ended = run(arguments << u"--accept"_s << QString::fromLatin1(m_servers.leafSha256));
        QVERIFY2(ended.status == 0, ended.out + ended.err);
        if (pair.mode == SecurityMode::None)
            return;
        QCOMPARE(ended.json()["trust"_L1].toObject()["verdict"_L1].toString(), u"exempted"_s);
        // Another certificate than this one is not accepted.
        arguments.last() = QString::fromLatin1(m_servers.caSha256);
        QCOMPARE(run(arguments).status, 3);
    }

    void passesWithAnExemptionInAllowedHosts_data() { addPairs(); }
    void passesWithAnExemptionInAllowedHosts()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::None)
            return;
        const QString trust = path(u"acme.security"_s);
        const QString host = m_servers.host + u':' + QString::number(m_servers.port(pair.protocol, pair.mode));
        const QString sha256 = QString::fromLatin1(m_servers.leafSha256);
        const QStringList test = testOf(pair) << u"--trust"_s << trust;
        const Ended allowed = run({u"trust"_s, trust, u"allow"_s, host, sha256, u"--errors"_s, u"unknownRoot"_s});
        QVERIFY2(allowed.status == 0, allowed.out + allowed.err);
        const Ended ended = run(test);
        QVERIFY2(ended.status == 0, ended.out + ended.err);
        QCOMPARE(ended.json()["trust"_L1].toObject()["verdict"_L1].toString(), u"exempted"_s);

        QCOMPARE(run({u"trust"_s, trust, u"reject"_s, host, sha256}).status, 0);
        const Ended rejected = run(test);
        QVERIFY2(rejected.status == 1, rejected.out + rejected.err);
        QCOMPARE(rejected.json()["outcome"_L1].toString(), u"certificateRejected"_s);

        QCOMPARE(run({u"trust"_s, trust, u"forget"_s, host}).status, 0);
        QCOMPARE(run(test).status, 3);
    }

    void failsWithAWrongPassword_data() { addPairs(); }
    void failsWithAWrongPassword()
    {
        FETCH_PAIR();
        QStringList arguments = testOf(pair) << u"--trust"_s << trustWithCa();
        write(u"password"_s, "not the password\n");
        const Ended ended = run(arguments);
        QVERIFY2(ended.status == 1, ended.out + ended.err);
        QCOMPARE(ended.json()["outcome"_L1].toString(), u"loginRejected"_s);
        QCOMPARE(ended.json()["stage"_L1].toString(), u"login"_s);
        QVERIFY(!ended.out.contains("not the password"));
    }

    void namesTheWrongModeAndItsRemedy_data() { addPairs(); }
    void namesTheWrongModeAndItsRemedy()
    {
        FETCH_PAIR();
        const bool isTlsPort = pair.mode != SecurityMode::Ssl; // the other way round
        const SecurityMode spoken = isTlsPort ? SecurityMode::Ssl : SecurityMode::StartTls;
        const Ended ended = run(testOf(pair, m_servers.port(pair.protocol, spoken)) << u"--trust"_s << trustWithCa());
        QVERIFY2(ended.status == 1, ended.out + ended.err);
        QCOMPARE(ended.json()["outcome"_L1].toString(), u"wrongMode"_s);
        const QJsonArray remedies = ended.json()["diagnosis"_L1].toObject()["remedies"_L1].toArray();
        QVERIFY(!remedies.isEmpty());
        const QJsonObject set = remedies.first()["set"_L1].toObject();
        QCOMPARE(set[isTlsPort ? "useSsl"_L1 : "useStartTls"_L1].toString(), u"true"_s);
    }

    void readsAPasswordFromStandardInput()
    {
        QStringList arguments = testOf({Protocol::Imap, SecurityMode::None});
        const qsizetype option = arguments.indexOf(u"--password-file"_s);
        arguments.remove(option, 2);
        arguments << u"--password-stdin"_s;
        const Ended ended = run(arguments, {}, m_servers.password.toUtf8() + '\n');
        QVERIFY2(ended.status == 0, ended.out + ended.err);
    }

    void wantsAPassword()
    {
        QStringList arguments = testOf({Protocol::Imap, SecurityMode::None});
        arguments.remove(arguments.indexOf(u"--password-file"_s), 2);
        QCOMPARE(run(arguments).status, 2);
    }

    void namesADeadPort()
    {
        // Port 1 of loopback: nobody listens there.
        const Ended ended = run(testOf({Protocol::Imap, SecurityMode::Ssl}, 1));
        QVERIFY2(ended.status == 1, ended.out + ended.err);
        QCOMPARE(ended.json()["outcome"_L1].toString(), u"unreachable"_s);
    }

    void refusesALineBreakInTheHost()
    {
        QStringList arguments = testOf({Protocol::Smtp, SecurityMode::None});
        arguments[arguments.indexOf(u"--host"_s) + 1] = u"localhost\r\nRSET"_s;
        const Ended ended = run(arguments);
        QVERIFY2(ended.status == 1 || ended.status == 2, ended.out + ended.err);
        QVERIFY(!ended.out.contains("succeeded"));
    }

    void speaksToPeopleByDefault()
    {
        QStringList arguments = testOf({Protocol::Imap, SecurityMode::Ssl});
        arguments.remove(arguments.indexOf(u"--format"_s), 2);
        const Ended ended = run(arguments);
        QCOMPARE(ended.status, 3);
        QVERIFY(ended.out.contains("Your password was not sent."));
        QVERIFY(!ended.out.trimmed().startsWith('{'));
    }

    // An account is added to a station file, set, tested, challenged, trusted and passes.
    void provesAnAccountOfAStationFile()
    {
        const QString station = write(u"station.bog"_s, test::smallStation({}));
        const QString account = u"/Services/EmailService/Incoming"_s;
        const QString port = QString::number(m_servers.port(Protocol::Imap, SecurityMode::StartTls));
        QCOMPARE(run({u"add"_s, station, u"/Services/EmailService"_s, u"email:IncomingAccount"_s, u"Incoming"_s}).status, 0);
        QCOMPARE(run({u"set"_s, station, account, u"hostname="_s + m_servers.host, u"store=imap"_s, u"useStartTls=true"_s,
                      u"port="_s + port, u"account="_s + m_servers.user})
                     .status,
                 0);
        const QString secrets = write(u"secrets"_s, account.toUtf8() + '\t' + m_servers.password.toUtf8() + '\n');
        const QStringList test{u"test"_s, station, u"--secrets"_s, secrets, u"--json"_s};

        const Ended challenged = run(test);
        QVERIFY2(challenged.status == 3, challenged.out + challenged.err);
        QCOMPARE(challenged.json()["target"_L1].toObject()["path"_L1].toString(), account);
        QVERIFY(!QFile::exists(path(u"station.security/allowed-hosts.json"_s))); // a test writes no row

        QCOMPARE(run({u"trust"_s, path(u"station.security"_s), u"import"_s, m_servers.caFile}).status, 0);
        const Ended passed = run(test);
        QVERIFY2(passed.status == 0, passed.out + passed.err);
        QCOMPARE(passed.json()["target"_L1].toObject()["security"_L1].toString(), u"starttls"_s);
        QCOMPARE(passed.json()["outcome"_L1].toString(), u"succeeded"_s);
    }
};

STATIONER_TEST(CliTest)
#include "cli_test.moc"
