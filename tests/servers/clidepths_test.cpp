// stationer-cli sends one message and asks about the envelope: for an account of a station file, and for a target that is
// typed. It signs in with a token and with a client certificate.

#include "cli/clirun.h"
#include "servers/signin.h"
#include "support/mailbox.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QUuid>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class CliDepthsTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    Cli m_cli;

    QStringList typed(const QString& depth)
    {
        return {u"test"_s,
                u"--protocol"_s,
                u"smtp"_s,
                u"--host"_s,
                m_servers.host,
                u"--port"_s,
                QString::number(m_servers.port(Protocol::Smtp, SecurityMode::StartTls)),
                u"--security"_s,
                u"starttls"_s,
                u"--user"_s,
                m_servers.user,
                u"--password-file"_s,
                m_cli.write(u"password"_s, m_servers.password.toUtf8()),
                u"--accept"_s,
                QString::fromLatin1(m_servers.leafSha256),
                u"--depth"_s,
                depth,
                u"--json"_s};
    }

    // The one message that was sent to this address: each test takes an address of its own.
    QByteArray delivered(const QString& recipient)
    {
        const Mailbox mailbox(m_servers);
        QByteArrayList found;
        const bool hasCome = QTest::qWaitFor([&] { return !(found = mailbox.to(recipient.toUtf8())).isEmpty(); }, 15000);
        if (!hasCome)
            QTest::qFail("no message was delivered", __FILE__, __LINE__);
        return found.size() == 1 ? found.first() : "To: not one but " + QByteArray::number(found.size()) + "\r\n\r\n";
    }

    static QString ownRecipient() { return QUuid::createUuid().toString(QUuid::WithoutBraces) + u"@mail.test"_s; }

private slots:
    void sendsAMessageOfAnAccountOfAStationFile()
    {
        using namespace stationer::test;
        const QByteArray port = QByteArray::number(m_servers.port(Protocol::Smtp, SecurityMode::StartTls));
        const QString station = m_cli.write(
            u"station.bog"_s, smallStation(outgoing(value("hostname", m_servers.host.toUtf8()) + value("port", port) +
                                                    value("account", m_servers.user.toUtf8()) +
                                                    value("useStartTls", "true") + value("replyTo", "alarms@mail.test"))));
        const QString path = u"/Services/EmailService/Out"_s;
        const QString secrets = m_cli.write(u"secrets"_s, path.toUtf8() + '\t' + m_servers.password.toUtf8() + '\n');
        const QString recipient = ownRecipient();
        const Ended ended = m_cli.run({u"test"_s, station, u"--path"_s, path, u"--secrets"_s, secrets, u"--accept"_s,
                                       QString::fromLatin1(m_servers.leafSha256), u"--depth"_s, u"message"_s, u"--to"_s,
                                       recipient, u"--json"_s});
        COMPARE_STATUS(ended, 0);
        QCOMPARE(ended.object()["stage"_L1].toString(), u"message"_s);
        const QByteArray mail = delivered(recipient);
        QCOMPARE(field(mail, "To"), '<' + recipient.toUtf8() + '>');
        QCOMPARE(field(mail, "From"), "<alarms@mail.test>"_ba);
        QCOMPARE(field(mail, "Subject"), "Test message of station acme"_ba);
        const QString text = decodedBody(mail);
        for (const QString& part : {u"Station: acme\n"_s, u"Account: "_s + path + u'\n', m_servers.host, m_servers.user})
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void sendsAMessageOfATypedTarget()
    {
        const QString recipient = ownRecipient();
        const Ended ended = m_cli.run(typed(u"message"_s) << u"--to"_s << recipient);
        COMPARE_STATUS(ended, 0);
        QCOMPARE(field(delivered(recipient), "Subject"), "Test message from Stationer"_ba);
    }

    void wantsToKnowWhomAMessageGoesTo() { COMPARE_STATUS(m_cli.run(typed(u"message"_s)), 2); }

    void asksAboutTheEnvelopeWithoutAnAddress()
    {
        const Ended ended = m_cli.run(typed(u"envelope"_s));
        COMPARE_STATUS(ended, 0);
        QCOMPARE(ended.object()["stage"_L1].toString(), u"envelope"_s);
    }

    void tellsARefusedRecipient()
    {
        const Ended ended = m_cli.run(typed(u"envelope"_s) << u"--to"_s << u"bob@elsewhere.test"_s);
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()["outcome"_L1].toString(), u"serverRefused"_s);
        QVERIFY(ended.object()["diagnosis"_L1].toObject()["cause"_L1].toString().contains(u"deliver to mail.test only"_s));
    }

    void letsNoLineBreakIntoTheEnvelope()
    {
        const Ended ended = m_cli.run(typed(u"message"_s) << u"--to"_s << u"bob@mail.test>\r\nRCPT TO:<eve@mail.test"_s);
        COMPARE_STATUS(ended, 1);
        QCOMPARE(ended.object()["outcome"_L1].toString(), u"settingInvalid"_s);
    }

    void signsInWithATokenFromAFile()
    {
        QStringList arguments = typed(u"login"_s);
        const qsizetype password = arguments.indexOf(u"--password-file"_s);
        arguments[password] = u"--token-file"_s;
        arguments[password + 1] = m_cli.write(u"token"_s, m_servers.held(u"token"_s) + '\n');
        const Ended ended = m_cli.run(arguments);
        COMPARE_STATUS(ended, 0);
        QCOMPARE(ended.object()["mechanism"_L1].toString(), u"XOAUTH2"_s);
        m_cli.write(u"token"_s, m_servers.held(u"expired-token"_s) + '\n');
        const Ended refused = m_cli.run(arguments);
        COMPARE_STATUS(refused, 1);
        QCOMPARE(refused.object()["outcome"_L1].toString(), u"loginRejected"_s);
        QVERIFY(!refused.out.contains(m_servers.held(u"expired-token"_s)));
    }

    void signsInWithAClientCertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("of the user") << u"user.pem"_s << u"succeeded"_s;
        QTest::newRow("of no user") << u"nobody.pem"_s << u"loginRejected"_s;
        QTest::newRow("by an unknown CA") << u"stranger.pem"_s << u"loginRejected"_s;
    }
    void signsInWithAClientCertificate()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, outcome);
        QStringList arguments = typed(u"login"_s);
        arguments[arguments.indexOf(u"smtp"_s)] = u"imap"_s;
        arguments[arguments.indexOf(u"--port"_s) + 1] =
            QString::number(m_servers.port(Protocol::Imap, SecurityMode::StartTls));
        const qsizetype password = arguments.indexOf(u"--password-file"_s);
        arguments[password] = u"--client-certificate"_s;
        arguments[password + 1] = m_cli.write(u"client.pem"_s, m_servers.held(certificate));
        const Ended ended = m_cli.run(arguments);
        QCOMPARE(ended.object()["outcome"_L1].toString(), outcome);
        QCOMPARE(ended.object()["mechanism"_L1].toString(), u"EXTERNAL"_s);
        QVERIFY(!ended.out.contains("PRIVATE KEY"));
    }
};

STATIONER_TEST(CliDepthsTest)
#include "clidepths_test.moc"
