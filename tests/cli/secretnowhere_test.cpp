// stationer-cli with passwords, tokens and passphrases from everywhere that it takes them, against servers that repeat them
// in every way of writing: what it printed, in each format, and every file below its own home hold none.

#include "cli/clirun.h"
#include "connection/attacks.h"
#include "support/secretsearch.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

/// Refuses with what it heard and with the secret in every way of writing; POP3 has one line for it.
Script repeats(Protocol protocol, const QString& secret)
{
    const bool isImap = protocol == Protocol::Imap, isPop3 = protocol == Protocol::Pop3;
    const QByteArray begin = isImap ? "* NO " : isPop3 ? " " : "535-5.7.8 ";
    QByteArray words;
    for (const Writing& writing : writings())
        words += begin + writing.written(secret) + (isPop3 ? "" : "\r\n");
    words = isPop3 ? "-ERR" + words : words + (isImap ? "%t NO " : "535 5.7.8 ");
    const QByteArray offers =
        mannersOf(protocol).capabilities.replace("PLAIN", isImap ? "PLAIN AUTH=XOAUTH2" : "PLAIN XOAUTH2");
    return untilCapabilities(protocol, SecurityMode::Ssl) + Script{Say{offers}, Hear{}} +
           (isImap ? Script{Say{"+ \r\n"}, Hear{}} : Script{}) +
           Script{Echo{[words](const QByteArray& heard) { return words + ' ' + heard + "\r\n"; }}};
}

} // namespace

class SecretNowhereTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Cli> m_cli;
    QTemporaryDir m_given; ///< what holds secrets on purpose
    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);
    SecretSearch m_search;

    QString given(const QString& name) const { return m_given.filePath(name); }
    void give(const QString& name, const QByteArray& bytes) const
    {
        QFile file(given(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

private slots:
    void initTestCase()
    {
        for (const QString& secret : {awkwardPassword, awkwardToken, awkwardPassphrase})
            m_search.add("a secret", secret);
        const QByteArray password = awkwardPassword.toUtf8();
        const TestCertificate client = TestCa().issueFor(u"station"_s);
        give(u"password"_s, password + "\r\n");
        give(u"two lines"_s, password + "\n" + password + "\n");
        give(u"token"_s, awkwardToken.toUtf8() + '\n');
        give(u"secrets"_s, "/Services/EmailService/Out\t" + password + "\n");
        give(u"no secrets"_s, password + "\n");
        give(u"phrase"_s, awkwardPassphrase.toUtf8() + '\n');
        give(u"locked.pem"_s, client.pem() + client.keyPem(awkwardPassphrase.toUtf8()));
        give(u"open"_s, password);
        QFile(given(u"open"_s)).setPermissions(QFile::ReadOwner | QFile::ReadOther);
    }

    void leavesNoSecret_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<QStringList>("options"); // `station`: of the file; `@`: of the folder of what is given
        QTest::addColumn<int>("status");
        const auto rows = [](const char* name, Protocol protocol, const QString& options, int status) {
            for (const char* format : {"text", "json", "junit", "prometheus"})
                QTest::addRow("%s, %s, %s", qPrintable(QString(nameOf(protocol))), name, format)
                    << protocol << (options + u" --format "_s + QLatin1StringView(format)).split(u' ') << status;
        };
        for (const Protocol protocol : allProtocols) {
            rows("standard input", protocol, u"--password-stdin"_s, 1);
            rows("a token", protocol, u"--token-file @token"_s, 1);
        }
        const Protocol smtp = Protocol::Smtp;
        rows("a file", smtp, u"--password-file @password"_s, 1);
        rows("two lines", smtp, u"--password-file @two_lines"_s, 1);
        rows("secrets", smtp, u"station --secrets @secrets"_s, 1);
        rows("what is none", smtp, u"station --secrets @no_secrets"_s, 2);
        rows("open to others", smtp, u"--password-file @open"_s, 2);
        rows("as an argument", smtp, u"--password-stdin=x"_s, 2);
        rows("a client's key", smtp, u"--client-certificate @locked.pem --key-password-file @phrase"_s, 1);
        rows("another passphrase", smtp, u"--client-certificate @locked.pem --key-password-file @password"_s, 2);
        rows("challenged", smtp, u"unaccepted --password-file @password"_s, 3);
    }
    void leavesNoSecret()
    {
        QFETCH(Protocol, protocol);
        QFETCH(QStringList, options);
        QFETCH(int, status);
        m_cli = std::make_unique<Cli>();
        FaultServer server(repeats(protocol, options.contains(u"@token"_s) ? awkwardToken : awkwardPassword));
        server.setIdentity(m_certificate);
        QStringList arguments{u"test"_s};
        if (options.removeAll(u"station"_s) > 0) {
            arguments += m_cli->write(
                u"a.bog"_s, test::smallStation(test::outgoing(
                                test::value("hostname", "127.0.0.1") + test::value("account", "bob") +
                                test::value("port", QByteArray::number(server.port())) + test::value("useSsl", "true"))));
        } else {
            arguments +=
                {u"--protocol"_s, nameOf(protocol), u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(server.port()),
                 u"--user"_s,     u"bob"_s};
        }
        if (options.removeAll(u"unaccepted"_s) == 0)
            arguments += {u"--accept"_s, QString::fromLatin1(m_certificate.sha256())};
        if (!options.contains(u"junit"_s) && !options.contains(u"prometheus"_s))
            arguments += u"--transcript"_s;
        for (QString& option : options)
            if (option.startsWith(u'@'))
                option = given(option.sliced(1).replace(u'_', u' '));
        const Ended ended = m_cli->run(arguments + options, awkwardPassword.toUtf8() + '\n', [this](QProcess& process) {
            QProcessEnvironment environment = process.processEnvironment();
            for (const QString& name : {u"TMPDIR"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_STATE_HOME"_s})
                environment.insert(name, m_cli->path(u"home"_s));
            process.setProcessEnvironment(environment);
        });
        COMPARE_STATUS(ended, status);
        QVERIFY(!ended.out.isEmpty() || !ended.err.isEmpty());
        QByteArray found = m_search.foundIn(ended.out + '\n' + ended.err);
        QVERIFY2(found.isEmpty(), found);
        found = m_search.foundBelow(m_cli->path(u"."_s));
        QVERIFY2(found.isEmpty(), found);
    }
};

STATIONER_TEST(SecretNowhereTest)
#include "secretnowhere_test.moc"
