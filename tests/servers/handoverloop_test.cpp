// That the handover sheet is right: what it says is done on a station's key store by the real keytool, and the mail library
// that a station has then signs in at the real Dovecot, where it could not before.

#include "cli/clirun.h"
#include "servers/signin.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QUrl>

using namespace stationer;
using namespace stationer::testing;

class HandoverLoopTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    Cli m_cli;

    QString station() const { return m_cli.path(u"acme.bog"_s); }
    QString keyStore() const { return m_cli.path(u"cacerts.jks"_s); }

    /// A program of Java's; what it said.
    Ended java(const QString& program, const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Ended import(const QString& pem, const QString& alias) const
    {
        return java(u"keytool"_s, {u"-importcert"_s, u"-noprompt"_s, u"-storetype"_s, u"JKS"_s, u"-keystore"_s, keyStore(),
                                   u"-storepass"_s, u"changeit"_s, u"-alias"_s, alias, u"-file"_s, pem});
    }
    /// What becomes of the account on a station with this key store.
    QByteArray mailed() const
    {
        static const QString libraries = u"/usr/share/java/javax.mail.jar:/usr/share/java/javax.activation.jar"_s;
        const auto port = m_servers.port(Protocol::Imap, SecurityMode::Ssl);
        QByteArray line = "id=1 protocol=imap mode=ssl port=" + QByteArray::number(port);
        for (const auto& [name, value] : {std::pair("host", m_servers.host), std::pair("user", m_servers.user),
                                          std::pair("password", m_servers.password), std::pair("store", keyStore()),
                                          std::pair("storepassword", u"changeit"_s)})
            line += ' ' + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
        return java(u"java"_s, {u"-cp"_s, libraries + u':' + m_cli.path({}), u"StationMail"_s}, line + '\n').out.trimmed();
    }
    QJsonObject rootToImport() const
    {
        const Ended ended = m_cli.run({u"handover"_s, station(), u"--json"_s, u"--station-roots"_s, keyStore()});
        for (const QJsonValue item : ended.object()[u"items"].toArray())
            if (item[u"kind"].toString() == u"importRoot")
                return item.toObject();
        return {};
    }

private slots:
    void whatTheSheetSaysLetsTheStationSignIn()
    {
        using namespace stationer::test;
        const QString source = QStringLiteral(STATIONER_TESTS) + u"/prediction/javamail/StationMail.java"_s;
        const Ended compiled =
            java(u"javac"_s, {u"-cp"_s, u"/usr/share/java/javax.mail.jar"_s, u"-d"_s, m_cli.path({}), source});
        QVERIFY2(compiled.status == 0, compiled.err);
        QCOMPARE(import(m_cli.write(u"other.pem"_s, TestCa(u"Another Root"_s).pem()), u"other"_s).status, 0);

        const auto port = m_servers.port(Protocol::Imap, SecurityMode::Ssl);
        m_cli.write(u"acme.bog"_s,
                    smallStation(incoming(value("store", "imap") + value("hostname", m_servers.host.toUtf8()) +
                                          value("port", QByteArray::number(port)) + value("useSsl", "true") +
                                          value("account", m_servers.user.toUtf8()))));
        QCOMPARE(m_cli.run({u"trust"_s, m_cli.path(u"acme.security"_s), u"import"_s, m_servers.caFile}).status, 0);
        const QString password = m_cli.write(u"password"_s, m_servers.password.toUtf8());
        const Ended tested =
            m_cli.run({u"test"_s, station(), u"--password-file"_s, password, u"--station-roots"_s, keyStore(), u"--json"_s});
        QVERIFY2(tested.status == 0, tested.err);
        QCOMPARE(tested.object()[u"station"][u"verdict"].toString(), u"fails"_s);
        QVERIFY2(mailed().startsWith("1 fails"), mailed());

        const QJsonObject item = rootToImport();
        QCOMPARE(item[u"sha256"].toString().toLatin1(), m_servers.caSha256);
        const Ended imported = import(item[u"file"].toString(), u"fromsheet"_s);
        QVERIFY2(imported.status == 0, imported.out + imported.err);
        QCOMPARE(mailed(), "1 passes"_ba);
        QVERIFY(rootToImport().isEmpty());
    }
};

STATIONER_TEST(HandoverLoopTest)
#include "handoverloop_test.moc"
