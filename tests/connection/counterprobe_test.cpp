#include "testrun.h"

#include "support/certificates.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class CounterProbeTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void aTlsPortInPlainModes_data();
    void aTlsPortInPlainModes();
    void aPlainPortInModeSsl_data();
    void aPlainPortInModeSsl();
    void aSilentPlainPortInModeSsl();
    void anotherServiceInModeSsl_data();
    void anotherServiceInModeSsl();
    void httpInPlainMode();
    void anotherServiceInsideTls_data();
    void anotherServiceInsideTls();
    void aWebServerBehindTls_data();
    void aWebServerBehindTls();
    void aSlowGreetingInsideTlsWins();
    void anotherServerInsideTlsIsToldNothing();
    void aSlowGreetingWins();
    void aTlsAlertInsteadOfAGreeting();
    void aTlsPortThatRefusesTheHello();
    void theProbeHasNoCredential();
};

void CounterProbeTest::aTlsPortInPlainModes_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::newRow("none") << SecurityMode::None;
    QTest::newRow("starttls") << SecurityMode::StartTls;
}

void CounterProbeTest::aTlsPortInPlainModes()
{
    QFETCH(SecurityMode, security);
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, security));
    COMPARE_END(report, Outcome::WrongMode, Stage::Greeting);
    QVERIFY(report.speaks == SecurityMode::Ssl);
    QVERIFY(report.answeredBy == Service::Tls);
    QVERIFY(!server.hasHeard(plain("bob", password)));
}

void CounterProbeTest::aPlainPortInModeSsl_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Script>("script");
    QTest::addColumn<SecurityMode>("speaks");
    QTest::newRow("SMTP with STARTTLS") << Protocol::Smtp << smtpBeforeTls + Script{Say{"220 go\r\n"_ba}}
                                        << SecurityMode::StartTls;
    QTest::newRow("SMTP without") << Protocol::Smtp << Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250 mx\r\n"_ba}}
                                  << SecurityMode::None;
    QTest::newRow("IMAP with STARTTLS") << Protocol::Imap
                                        << Script{Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{},
                                                  Say{"%t OK go\r\n"_ba}}
                                        << SecurityMode::StartTls;
    QTest::newRow("POP3 without") << Protocol::Pop3
                                  << Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"-ERR\r\n"_ba}, Hear{},
                                            Say{"+OK\r\nUSER\r\n.\r\n"_ba}}
                                  << SecurityMode::None;
}

void CounterProbeTest::aPlainPortInModeSsl()
{
    QFETCH(Protocol, protocol);
    QFETCH(Script, script);
    QFETCH(SecurityMode, speaks);
    FaultServer server(script);
    Limits limits = shortLimits();
    limits.counterProbe = 2s;
    const Report report = run(order(server, protocol, SecurityMode::Ssl), limits);
    COMPARE_END(report, Outcome::WrongMode, Stage::Tls);
    QVERIFY(report.speaks == speaks);
    QVERIFY(report.answeredBy && *report.answeredBy != Service::Tls);
    QVERIFY(!server.hasHeard(password) && !server.hasHeard(plain("bob", password)));
}

void CounterProbeTest::aSilentPlainPortInModeSsl()
{
    // The first connection hears nothing, as where the server takes a TLS hello for a client that talks too early.
    FaultServer server(Script{Silence{}});
    server.setScript(1, smtpBeforeTls);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::WrongMode, Stage::Tls);
    QVERIFY(report.speaks == SecurityMode::StartTls);
}

void CounterProbeTest::anotherServiceInModeSsl_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Service>("service");
    QTest::newRow("IMAP") << Script{Say{"* OK hi\r\n"_ba}} << Service::Imap;
    QTest::newRow("POP3") << Script{Say{"+OK hi\r\n"_ba}} << Service::Pop3;
    QTest::newRow("SSH") << Script{Say{"SSH-2.0-OpenSSH_9.2\r\n"_ba}} << Service::Ssh;
    QTest::newRow("HTTP") << Script{Hear{}, Say{"HTTP/1.1 400 Bad Request\r\n\r\n"_ba}, Close{}} << Service::Http;
}

void CounterProbeTest::anotherServiceInModeSsl()
{
    QFETCH(Script, script);
    QFETCH(Service, service);
    FaultServer server(script);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::WrongService, Stage::Tls);
    QVERIFY(report.answeredBy == service);
    QVERIFY(!report.speaks);
}

void CounterProbeTest::httpInPlainMode()
{
    FaultServer server(Script{Hear{}, Say{"HTTP/1.1 400 Bad Request\r\n\r\n"_ba}, Close{}});
    const Report report = run(order(server, Protocol::Imap, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::WrongService, Stage::Greeting);
    QVERIFY(report.answeredBy == Service::Http);
}

void CounterProbeTest::anotherServiceInsideTls_data()
{
    aTlsPortInPlainModes_data();
}

void CounterProbeTest::anotherServiceInsideTls()
{
    QFETCH(SecurityMode, security);
    FaultServer server(Script{Encrypt{}, Say{"* OK hi\r\n"_ba}});
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, security));
    COMPARE_END(report, Outcome::WrongService, Stage::Greeting);
    QVERIFY(report.answeredBy == Service::Imap);
    QVERIFY(server.heard(1).encrypted.isEmpty()); // nobody has judged that server
}

void CounterProbeTest::aWebServerBehindTls_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("HTTP/1.1") << "HTTP/1.1 400 Bad Request\r\n\r\n"_ba;
    QTest::newRow("the page alone") << "<!DOCTYPE HTML>\n<html>"_ba;
    QTest::newRow("a page without type") << "<html>\r\n<head><title>400 Bad Request</title></head>"_ba;
}

void CounterProbeTest::aWebServerBehindTls()
{
    QFETCH(QByteArray, answer);
    FaultServer server(Script{Encrypt{}, Hear{}, Say{answer}, Close{}});
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Imap, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::WrongService, Stage::Greeting);
    QVERIFY(report.answeredBy == Service::Http);
    QVERIFY(server.heard(0).encrypted.isEmpty()); // a mail server may hang up on who speaks before the greeting
    QCOMPARE(server.heard(1).encrypted, "QUIT\r\n"_ba);
}

void CounterProbeTest::aSlowGreetingInsideTlsWins()
{
    FaultServer server(Script{Encrypt{}, Pause{600ms}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QCOMPARE(server.connections(), 2);
}

void CounterProbeTest::anotherServerInsideTlsIsToldNothing()
{
    FaultServer server(Script{Encrypt{}, Silence{}});
    server.setIdentity(m_certificate);
    ConnectionTest test(
        order(server, Protocol::Smtp, SecurityMode::Ssl),
        [this, &server](const CertificateChain&, const Endpoint&) {
            server.setIdentity(TestCa().issueFor(u"127.0.0.1"_s)); // whom the probe will meet
            return judgement(Verdict::Trusted);
        },
        shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(server.closedConnections(), 1);
    QVERIFY(server.heard(1).encrypted.isEmpty());
    QVERIFY(finished.isEmpty()); // it may still greet
}

void CounterProbeTest::aSlowGreetingWins()
{
    FaultServer server(Script{Pause{600ms}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QVERIFY(server.connections() >= 2); // it was probed, and the first connection went on waiting
}

void CounterProbeTest::aTlsAlertInsteadOfAGreeting()
{
    FaultServer server(Script{Say{"\x15\x03\x01\x00\x02\x02\x28"_ba}, Close{}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::WrongMode, Stage::Greeting);
    QVERIFY(report.speaks == SecurityMode::Ssl);
}

void CounterProbeTest::aTlsPortThatRefusesTheHello()
{
    FaultServer server(Script{Encrypt{}}); // no certificate: the handshake fails, but it is TLS
    const Report report = run(order(server, Protocol::Imap, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::WrongMode, Stage::Greeting);
    QVERIFY(report.speaks == SecurityMode::Ssl);
}

void CounterProbeTest::theProbeHasNoCredential()
{
    FaultServer server(Script{Silence{}});
    server.setScript(1, Script{Say{"* PREAUTH [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n"_ba}});
    const Report report = run(order(server, Protocol::Imap, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::WrongMode, Stage::Tls);
    QVERIFY(!server.hasHeard("bob") && !server.hasHeard(password) && !server.hasHeard("AUTHENTICATE"));
}

STATIONER_TEST(CounterProbeTest)
#include "counterprobe_test.moc"
