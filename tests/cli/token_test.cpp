// A token by the command line, against scripted servers.

#include "cli/clirun.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/tokenserver.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

const QByteArray clientSecret = "correct horse battery staple";

const QByteArray refusal =
    "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: over " + clientSecret + "\"}";

const Script imapWithTokens{Say{"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hi\r\n"_ba}, Hear{},
                            Say{"%t OK in\r\n"_ba}, Hear{}, Say{"%t OK\r\n"_ba}};

} // namespace

class TokenTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    const TestCa m_authority;

    Ended test(const QStringList& arguments) const
    {
        return m_cli.run(QStringList{u"test"_s} + arguments, {}, [this](QProcess& process) {
            QProcessEnvironment environment = process.processEnvironment();
            environment.insert(u"SSL_CERT_FILE"_s, m_cli.path(u"ca.pem"_s));
            process.setProcessEnvironment(environment);
        });
    }
    QStringList at(const FaultServer& mail, const QStringList& more) const
    {
        return QStringList{
                   u"--protocol"_s, u"imap"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(mail.port()),
                   u"--security"_s, u"none"_s, u"--user"_s, u"bob"_s} +
               more;
    }
    QStringList asking(const QString& url) const
    {
        return {u"--oauth-endpoint"_s, url,       u"--oauth-client"_s,      u"station"_s,
                u"--oauth-scope"_s,    u"mail"_s, u"--oauth-secret-file"_s, u"secret"_s};
    }

private slots:
    void initTestCase()
    {
        m_cli.write(u"ca.pem"_s, m_authority.pem());
        m_cli.write(u"secret"_s, clientSecret + '\n');
        m_cli.write(u"empty"_s, "\n");
        m_cli.write(u"no.json"_s, "{}");
        const QString open = m_cli.write(u"open"_s, clientSecret);
        QFile(open).setPermissions(QFile::ReadOwner | QFile::ReadOther);
        CertificateOptions ec;
        ec.commonName = u"station"_s;
        const TestCertificate certificate = makeCertificate(ec);
        m_cli.write(u"ec.pem"_s, certificate.pem() + certificate.keyPem());
    }

    void fetchesATokenAndSignsIn()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(tokenAnswer()));
        const Ended ended = test(at(mail, asking(provider.url(u"/token"_s)) + QStringList{u"--json"_s, u"--transcript"_s}));
        COMPARE_STATUS(ended, 0);
        const QJsonObject report = ended.object();
        const QJsonArray stages = report[u"stages"].toArray();
        QCOMPARE(stages[0].toObject()[u"name"].toString(), u"settings"_s);
        QCOMPARE(stages[1].toObject()[u"name"].toString(), u"token"_s);
        QCOMPARE(stages[1].toObject()[u"status"].toString(), u"passed"_s);
        QCOMPARE(stages[2].toObject()[u"name"].toString(), u"resolve"_s);
        QCOMPARE(report[u"mechanism"].toString(), u"XOAUTH2"_s);
        QCOMPARE(report[u"station"].toObject()[u"profile"].toString(), u"oauth"_s);
        QVERIFY(!report[u"token"].toObject()[u"expires"].isNull());
        QVERIFY(ended.out.contains("POST https://localhost:"));
        QVERIFY(!(ended.out + ended.err).contains(someToken));
        QVERIFY(!(ended.out + ended.err).contains(clientSecret));
        QVERIFY(mail.hasHeard(QByteArray("user=bob\1auth=Bearer " + someToken + "\1\1").toBase64()));
    }

    void allAccountsOfARunHaveOne()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(tokenAnswer()));
        QByteArray accounts;
        for (const char* const handle : {"a", "b", "c"})
            accounts +=
                test::account(QByteArray("In") + handle, handle, "IncomingAccount",
                              test::value("hostname", "127.0.0.1") + test::value("port", QByteArray::number(mail.port())) +
                                  test::value("account", "bob") + test::value("store", "imap"));
        m_cli.write(u"three.bog"_s, test::smallStation(accounts));
        const Ended ended = test(QStringList{u"three.bog"_s, u"--jobs"_s, u"3"_s} + asking(provider.url(u"/token"_s)));
        COMPARE_STATUS(ended, 0);
        QCOMPARE(provider.connections(), 1);
        QCOMPARE(mail.connections(), 3);
    }

    void aRefusalEndsAtTheToken()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(httpAnswer(401, refusal)));
        const Ended ended = test(at(mail, asking(provider.url(u"/token"_s)) + QStringList{u"--json"_s, u"--transcript"_s}));
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()[u"outcome"].toString(), u"loginRejected"_s);
        QCOMPARE(ended.object()[u"stage"].toString(), u"token"_s);
        QVERIFY(ended.object()[u"diagnosis"][u"cause"].toString().startsWith(u"The client secret has run out."_s));
        QVERIFY(!(ended.out + ended.err).contains(clientSecret));
        QCOMPARE(mail.connections(), 0);
    }

    void anUnknownProviderIsAChallenge()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(TestCa(u"Unknown"_s), answering(tokenAnswer()));
        const QStringList wish = asking(provider.url(u"/token"_s)) + QStringList{u"--json"_s};
        const Ended ended = test(at(mail, wish));
        COMPARE_STATUS(ended, 3);
        QCOMPARE(ended.object()[u"outcome"].toString(), u"certificateChallenged"_s);
        QCOMPARE(ended.object()[u"stage"].toString(), u"token"_s);
        QCOMPARE(provider.heard(0).encrypted, QByteArray());
        const QString leaf = ended.object()[u"trust"][u"chain"][0][u"sha256"].toString();
        COMPARE_STATUS(test(at(mail, wish + QStringList{u"--accept"_s, leaf})), 0);
    }

    void httpIsNoEndpoint()
    {
        FaultServer mail(imapWithTokens);
        const Ended ended = test(at(mail, asking(u"http://localhost/token"_s) + QStringList{u"--json"_s}));
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()[u"outcome"].toString(), u"settingInvalid"_s);
        QCOMPARE(mail.connections(), 0);
    }

    void aKeyOfAnotherKindIsSaid()
    {
        FaultServer mail(imapWithTokens);
        const Ended ended = test(at(mail, {u"--oauth-endpoint"_s, u"https://localhost:1/"_s, u"--oauth-client"_s, u"c"_s,
                                           u"--oauth-certificate"_s, u"ec.pem"_s, u"--json"_s}));
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()[u"outcome"].toString(), u"settingInvalid"_s);
        QVERIFY(ended.object()[u"diagnosis"][u"cause"].toString().contains(u"RSA"_s));
    }

    void theTimeoutHoldsForTheToken()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, {Encrypt{}, Silence{}});
        const Ended ended =
            test(at(mail, asking(provider.url(u"/token"_s)) + QStringList{u"--json"_s, u"--timeout"_s, u"0.5"_s}));
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()[u"outcome"].toString(), u"timedOut"_s);
        QCOMPARE(ended.object()[u"stage"].toString(), u"token"_s);
    }

    void whatIsNoCommandLineIsRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* options, int status, const char* word) {
            QTest::newRow(options) << QString::fromLatin1(options) << status << QByteArray(word);
        };
        row("--oauth-client c --oauth-secret-file secret", 2, "--oauth-endpoint");
        row("--oauth-endpoint https://x/ --oauth-secret-file secret", 2, "--oauth-client");
        row("--oauth-endpoint https://x/ --oauth-client c", 2, "--oauth-secret-file");
        row("--oauth-scope s", 2, "--oauth-scope");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file secret --password-file secret", 2, "Only one");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file secret --oauth-certificate ec.pem", 2,
            "Only one");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file secret --key-password-file secret", 2,
            "--key-password-file");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file open", 2, "chmod 600");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file empty", 2, "empty");
        row("--oauth-endpoint https://x/ --oauth-client c --oauth-secret-file missing", 4, "missing");
        row("--oauth-service-account no.json", 2, "service account");
        row("--oauth-service-account missing", 4, "missing");
    }
    void whatIsNoCommandLineIsRefused()
    {
        QFETCH(QString, options);
        QFETCH(int, status);
        QFETCH(QByteArray, word);
        const Ended ended = test(QStringList{u"--protocol"_s, u"imap"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, u"1"_s,
                                             u"--user"_s, u"bob"_s} +
                                 options.split(u' '));
        COMPARE_STATUS(ended, status);
        QVERIFY2(ended.err.contains(word), ended.err.constData());
    }
};

STATIONER_TEST(TokenTest)
#include "token_test.moc"
