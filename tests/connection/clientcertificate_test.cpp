#include "testrun.h"

#include "diagnosis/diagnosis.h"
#include "support/certificates.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

Q_DECLARE_METATYPE(stationer::testing::Script)

/// A server that lets in only those with a certificate that it knows: the alert comes within the handshake in TLS 1.2, and
/// after it, as the first thing said, in TLS 1.3.
class ClientCertificateTest : public QObject {
    Q_OBJECT

    TestCa m_ca{u"Server CA"_s};
    TestCa m_clients{u"Client CA"_s};
    TestCertificate m_server = m_ca.issueFor(u"127.0.0.1"_s);

    static ClientIdentity identityFrom(const TestCa& ca)
    {
        CertificateOptions options;
        options.commonName = u"station"_s;
        options.extendedKeyUsage = {"clientAuth"};
        const TestCertificate made = ca.issue(options);
        return clientIdentityOf(made.pem() + made.keyPem(), {}).value();
    }

private slots:
    void aRefusedClientCertificateIsNamed_data();
    void aRefusedClientCertificateIsNamed();
    void aKnownClientCertificateSignsIn();
};

void ClientCertificateTest::aRefusedClientCertificateIsNamed_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QSsl::SslProtocol>("version");
    QTest::addColumn<bool>("showsOne");
    QTest::addColumn<QString>("headline");
    const Script ssl = Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin;
    const Script startTls = smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Encrypt{}} + smtpLogin;
    const QString refused = u"The server refused the client certificate."_s;
    QTest::newRow("ssl, TLS 1.3") << SecurityMode::Ssl << ssl << QSsl::TlsV1_3 << true << refused;
    QTest::newRow("ssl, TLS 1.2") << SecurityMode::Ssl << ssl << QSsl::TlsV1_2 << true << refused;
    QTest::newRow("starttls, TLS 1.3") << SecurityMode::StartTls << startTls << QSsl::TlsV1_3 << true << refused;
    QTest::newRow("starttls, TLS 1.2") << SecurityMode::StartTls << startTls << QSsl::TlsV1_2 << true << refused;
    QTest::newRow("none shown, TLS 1.3") << SecurityMode::Ssl << ssl << QSsl::TlsV1_3 << false
                                         << u"The server wants a certificate from whoever connects."_s;
}

void ClientCertificateTest::aRefusedClientCertificateIsNamed()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(QSsl::SslProtocol, version);
    QFETCH(bool, showsOne);
    QFETCH(QString, headline);
    FaultServer server(script);
    server.setIdentity(m_server);
    server.letInOnly(m_clients.certificate());
    server.setProtocol(version);
    TestOrder wanted = order(server, Protocol::Smtp, security);
    if (showsOne)
        wanted.clientIdentity = identityFrom(TestCa(u"A stranger"_s));
    const Report report = run(wanted);
    QVERIFY2(report.outcome == Outcome::TlsFailed, qPrintable(outcomeText(report) + report.libraryText));
    QCOMPARE(diagnose(report).headline, headline);
    QVERIFY(diagnose(report).body.endsWith(showsOne ? u"No password was sent."_s : u"Your password was not sent."_s));
    QVERIFY(!server.hasHeard(password));
    QCOMPARE(status(report, Stage::Login), StageStatus::Skipped);
}

void ClientCertificateTest::aKnownClientCertificateSignsIn()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH EXTERNAL PLAIN\r\n"_ba},
                              Hear{}, Say{"235 2.7.0 ok\r\n"_ba}, Hear{}});
    server.setIdentity(m_server);
    server.letInOnly(m_clients.certificate());
    TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::Ssl);
    wanted.clientIdentity = identityFrom(m_clients);
    const Report report = run(wanted);
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QCOMPARE(report.learnt.mechanism, "EXTERNAL"_ba);
    QVERIFY(server.hasHeard("AUTH EXTERNAL =\r\n"));
    QVERIFY(!server.hasHeard(plain("bob", password)));
}

STATIONER_TEST(ClientCertificateTest)
#include "clientcertificate_test.moc"
