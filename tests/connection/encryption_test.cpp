#include "testrun.h"

#include "connection/handshake.h"
#include "connection/tlsconfiguration.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QSslSocket>

using namespace stationer;
using namespace stationer::testing;

class EncryptionTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void plaintextAfterTheGoAheadIsAnAttack_data();
    void plaintextAfterTheGoAheadIsAnAttack();
    void plaintextThatComesLaterFailsTheHandshake();
    void plaintextBeforeSslIsNotTls();
    void noHandshakeBeginsAfterPlaintext();
    void noHandshakeBeginsOnAClosedConnection();
    void startTlsMissing();
    void startTlsRefused();
    void preauthBeforeTls();
    void challengedBeforeAnythingGoesIntoTls_data();
    void challengedBeforeAnythingGoesIntoTls();
    void aDeviceThatSignedGetsNoPassword_data();
    void aDeviceThatSignedGetsNoPassword();
    void theJudgeSeesTheChainAndTheHostAsTyped();
    void aChainThatIsTooLong();
    void aChainThatOpenSslDoesNotTake();
    void nothingIsVerifiedOrKeptByTheSocket();
    void onlyOldTls();
    void oldTlsWhereItIsAllowed();
    void refusesVersionsBelowTheMinimum_data();
    void refusesVersionsBelowTheMinimum();
    void noCommonCipher();
    void aCertificateForAnotherName();
    void aConnectionCutAfterTls();
    void aSlowHandshake();
};

void EncryptionTest::plaintextAfterTheGoAheadIsAnAttack_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Script>("script");
    QTest::newRow("SMTP, a whole line") << Protocol::Smtp << smtpBeforeTls + Script{Say{"220 go\r\n250 AUTH PLAIN\r\n"_ba}};
    QTest::newRow("SMTP, part of a line") << Protocol::Smtp << smtpBeforeTls + Script{Say{"220 go\r\n2"_ba}};
    QTest::newRow("SMTP, more than one turn's bytes")
        << Protocol::Smtp << smtpBeforeTls + Script{Say{"220 go\r\n"_ba + QByteArray("250 x\r\n").repeated(6000)}};
    // The go-ahead ends where one read ends: what follows is still in the socket, not in the line buffer.
    QByteArray fitting = QByteArray("220-" + QByteArray(1018, 'x') + "\r\n").repeated(15);
    fitting += "220-" + QByteArray(16 * 1024 - fitting.size() - 14, 'x') + "\r\n220 go\r\n";
    QTest::newRow("SMTP, still in the socket")
        << Protocol::Smtp << smtpBeforeTls + Script{Say{fitting + "250 AUTH PLAIN\r\n"}};
    QTest::newRow("IMAP") << Protocol::Imap
                          << Script{Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{},
                                    Say{"%t OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"_ba}};
    QTest::newRow("POP3") << Protocol::Pop3 << Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK go\r\n+OK\r\n"_ba}};
}

void EncryptionTest::plaintextAfterTheGoAheadIsAnAttack()
{
    QFETCH(Protocol, protocol);
    QFETCH(Script, script);
    FaultServer server(script + Script{Encrypt{}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, protocol, SecurityMode::StartTls));
    QVERIFY2(report.outcome == Outcome::StartTlsInjected, qPrintable(outcomeText(report)));
    QCOMPARE(report.stage, Stage::StartTls);
    QVERIFY(!server.hasHeard(password));
    QVERIFY(!server.hasHeard(plain("bob", password)));
    QVERIFY(!report.tls);
}

void EncryptionTest::plaintextThatComesLaterFailsTheHandshake()
{
    FaultServer server(smtpBeforeTls +
                       Script{Say{"220 go\r\n"_ba}, Pause{100ms}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Encrypt{}});
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::TlsFailed, Stage::Tls);
    QVERIFY(!report.libraryText.isEmpty());
    QVERIFY(!server.hasHeard(plain("bob", password)));
}

void EncryptionTest::plaintextBeforeSslIsNotTls()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Encrypt{}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    QVERIFY2(report.outcome == Outcome::WrongMode, qPrintable(outcomeText(report)));
    QVERIFY(!server.hasHeard(plain("bob", password)));
}

void EncryptionTest::noHandshakeBeginsAfterPlaintext()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}});
    QSslSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    Handshake handshake(&socket, TlsVersion::Tls12, 5s);
    QSignalSpy failed(&handshake, &Handshake::failed);
    handshake.start(u"127.0.0.1"_s);
    QCOMPARE(failed.size(), 0); // never from within start()
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Handshake::Failure>(), Handshake::Failure::NotTls);
    QVERIFY(failed.first().at(1).toString().isEmpty()); // OpenSSL was not even asked
    QTest::qWait(50);
    QCOMPARE(server.heard(0).clear, QByteArray());
}

void EncryptionTest::noHandshakeBeginsOnAClosedConnection()
{
    FaultServer server(Script{Reset{}});
    QSslSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, server.port());
    QTRY_COMPARE(server.closedConnections(), 1);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    Handshake handshake(&socket, TlsVersion::Tls12, 60s);
    QSignalSpy failed(&handshake, &Handshake::failed);
    handshake.start(u"127.0.0.1"_s);
    QCOMPARE(failed.size(), 0);
    QVERIFY(failed.wait()); // not at the deadline
    QCOMPARE(failed.first().first().value<Handshake::Failure>(), Handshake::Failure::Closed);
}

void EncryptionTest::startTlsMissing()
{
    FaultServer imap(Script{Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n"_ba}});
    Report report = run(order(imap, Protocol::Imap, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::StartTlsMissing, Stage::StartTls);
    QVERIFY(!imap.hasHeard("LOGIN") && !imap.hasHeard("AUTHENTICATE"));

    FaultServer pop3(Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"-ERR what\r\n"_ba}, Hear{}, Say{"+OK\r\nUSER\r\n.\r\n"_ba}});
    report = run(order(pop3, Protocol::Pop3, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::StartTlsMissing, Stage::StartTls);
    QVERIFY(!pop3.hasHeard("USER") && !pop3.hasHeard("PASS"));
}

void EncryptionTest::startTlsRefused()
{
    FaultServer server(smtpBeforeTls + Script{Say{"454 4.7.0 not now\r\n"_ba}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::StartTlsRefused, Stage::StartTls);
    QVERIFY(!server.hasHeard("AUTH"));
}

void EncryptionTest::preauthBeforeTls()
{
    FaultServer server(Script{Say{"* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}});
    const Report report = run(order(server, Protocol::Imap, SecurityMode::StartTls));
    QVERIFY2(report.outcome == Outcome::PreAuthenticated, qPrintable(outcomeText(report)));
    QVERIFY(!server.hasHeard("LOGIN "));
}

void EncryptionTest::challengedBeforeAnythingGoesIntoTls_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("starttls, challenged") << SecurityMode::StartTls << Verdict::Challenged;
    QTest::newRow("ssl, challenged") << SecurityMode::Ssl << Verdict::Challenged;
    QTest::newRow("starttls, rejected") << SecurityMode::StartTls << Verdict::Rejected;
    QTest::newRow("ssl, rejected") << SecurityMode::Ssl << Verdict::Rejected;
}

void EncryptionTest::challengedBeforeAnythingGoesIntoTls()
{
    QFETCH(SecurityMode, security);
    QFETCH(Verdict, verdict);
    const bool isSsl = security == SecurityMode::Ssl;
    FaultServer server(
        (isSsl ? Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} : smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Encrypt{}}) +
        smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, security), shortLimits(), verdict);
    COMPARE_END(report, (verdict == Verdict::Challenged ? Outcome::CertificateChallenged : Outcome::CertificateRejected),
                Stage::Identity);
    QVERIFY(report.trust && report.trust->verdict == verdict);
    QTRY_COMPARE(server.closedConnections(), 1);
    QCOMPARE(server.heard(0).encrypted, QByteArray());
    QCOMPARE(detail(report, Stage::Login), u"identity"_s);
}

void EncryptionTest::aDeviceThatSignedGetsNoPassword_data()
{
    QTest::addColumn<QByteArray>("keyUsage");
    QTest::addColumn<QByteArray>("nsCertType");
    QTest::addColumn<SecurityMode>("security");
    for (const SecurityMode security : {SecurityMode::StartTls, SecurityMode::Ssl}) {
        const char* mode = security == SecurityMode::Ssl ? "ssl" : "starttls";
        QTest::addRow("%s, by its key usage", mode) << "keyCertSign"_ba << QByteArray() << security;
        QTest::addRow("%s, by its Netscape type", mode) << QByteArray() << "sslCA"_ba << security;
    }
}

void EncryptionTest::aDeviceThatSignedGetsNoPassword()
{
    QFETCH(QByteArray, keyUsage);
    QFETCH(QByteArray, nsCertType);
    QFETCH(SecurityMode, security);
    const TestCa root;
    CertificateOptions options;
    options.commonName = u"Device"_s;
    options.basicConstraints = "";
    options.nsCertType = nsCertType;
    if (!keyUsage.isEmpty())
        options.keyUsage = {"digitalSignature", keyUsage};
    const TestCertificate device = root.issue(options);
    const TestCertificate leaf = makeCertificate(optionsFor(u"127.0.0.1"_s), &device);
    FaultServer server((security == SecurityMode::Ssl ? Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}}
                                                      : smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Encrypt{}}) +
                       smtpLogin);
    server.setIdentity({QSslCertificate(leaf.der(), QSsl::Der), QSslCertificate(device.der(), QSsl::Der)},
                       QSslKey(leaf.keyPem(), QSsl::Ec));
    ConnectionTest test(
        order(server, Protocol::Smtp, security),
        [anchors = TrustAnchors::only({root.der()})](const CertificateChain& chain, const Endpoint& asked) {
            return judge(chain, asked.host, QDateTime::currentDateTimeUtc(), anchors);
        },
        shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QVERIFY(finished.wait());
    const Report report = finished.first().first().value<Report>();
    COMPARE_END(report, Outcome::CertificateChallenged, Stage::Identity);
    QCOMPARE(report.trust->errors.size(), 1);
    QCOMPARE(report.trust->errors.first().error, TrustError::NotACa);
    QTRY_COMPARE(server.closedConnections(), 1);
    QCOMPARE(server.heard(0).encrypted, QByteArray());
    QVERIFY(!server.hasHeard(password));
    QVERIFY(!server.hasHeard(plain("bob", password)));
    for (const TranscriptLine& line : report.transcript)
        QVERIFY(!line.text.contains(u"AUTH PLAIN "_s) && !line.text.contains(QLatin1StringView(password)));
}

void EncryptionTest::theJudgeSeesTheChainAndTheHostAsTyped()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    CertificateChain judged;
    ConnectionTest test(
        order(server, Protocol::Smtp, SecurityMode::Ssl),
        [&judged](const CertificateChain& chain, const Endpoint&) {
            judged = chain;
            return judgement(Verdict::Challenged);
        },
        shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QVERIFY(finished.wait());
    QCOMPARE(judged, CertificateChain{m_certificate.der()});
}

void EncryptionTest::aChainThatIsTooLong()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    Limits limits = shortLimits();
    limits.chainBytes = 100;
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl), limits);
    COMPARE_END(report, Outcome::TlsFailed, Stage::Identity);
    QVERIFY(server.heard(0).encrypted.isEmpty());
}

void EncryptionTest::aChainThatOpenSslDoesNotTake()
{
    CertificateOptions options = optionsFor(u"127.0.0.1"_s);
    for (int i = 0; i < 6000; ++i)
        options.dnsNames << u"a-rather-long-host-name-%1.example"_s.arg(i);
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(TestCa().issue(options));
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::TlsFailed, Stage::Tls);
    QVERIFY(!report.libraryText.isEmpty());
}

void EncryptionTest::nothingIsVerifiedOrKeptByTheSocket()
{
    for (const TlsVersion minimum : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13}) {
        const QSslConfiguration configuration = tlsConfiguration(minimum);
        QVERIFY(configuration.caCertificates().isEmpty());
        QCOMPARE(configuration.peerVerifyMode(), QSslSocket::VerifyNone);
        QVERIFY(configuration.testSslOption(QSsl::SslOptionDisableSessionTickets));
        QVERIFY(configuration.testSslOption(QSsl::SslOptionDisableSessionSharing));
        QVERIFY(configuration.testSslOption(QSsl::SslOptionDisableSessionPersistence));
        QVERIFY(configuration.sessionTicket().isEmpty());
        QVERIFY(!configuration.ocspStaplingEnabled());
        QVERIFY(configuration.localCertificateChain().isEmpty());
    }
}

void EncryptionTest::onlyOldTls()
{
    FaultServer server(Script{Encrypt{}});
    server.setIdentity(m_certificate);
    server.setProtocol(QSsl::SecureProtocols, "TLSv1.1"_ba);
    const Report report = run(order(server, Protocol::Imap, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::TlsFailed, Stage::Tls);
    QVERIFY2(report.libraryText.contains(u"protocol"_s), qPrintable(report.libraryText));
}

void EncryptionTest::oldTlsWhereItIsAllowed()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    server.setProtocol(QSsl::SecureProtocols, "TLSv1.1"_ba);
    TestOrder old = order(server, Protocol::Smtp, SecurityMode::Ssl);
    old.settings.tlsMinimum = TlsVersion::Tls10;
    const Report report = run(old);
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QCOMPARE(report.tls->version, u"TLSv1.1"_s);
}

void EncryptionTest::refusesVersionsBelowTheMinimum_data()
{
    QTest::addColumn<TlsVersion>("minimum");
    QTest::addColumn<QByteArray>("serverMaximum");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("1.3 wanted, 1.2 there") << TlsVersion::Tls13 << "TLSv1.2"_ba << false;
    QTest::newRow("1.2 wanted, 1.2 there") << TlsVersion::Tls12 << "TLSv1.2"_ba << true;
    QTest::newRow("1.2 wanted, 1.1 there") << TlsVersion::Tls12 << "TLSv1.1"_ba << false;
    QTest::newRow("1.1 wanted, 1.1 there") << TlsVersion::Tls11 << "TLSv1.1"_ba << true;
    QTest::newRow("1.1 wanted, 1.0 there") << TlsVersion::Tls11 << "TLSv1"_ba << false;
    QTest::newRow("1.0 wanted, 1.0 there") << TlsVersion::Tls10 << "TLSv1"_ba << true;
}

void EncryptionTest::refusesVersionsBelowTheMinimum()
{
    QFETCH(TlsVersion, minimum);
    QFETCH(QByteArray, serverMaximum);
    QFETCH(bool, succeeds);
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    server.setProtocol(QSsl::SecureProtocols, serverMaximum);
    TestOrder least = order(server, Protocol::Smtp, SecurityMode::Ssl);
    least.settings.tlsMinimum = minimum;
    const Report report = run(least);
    if (succeeds) {
        COMPARE_END(report, Outcome::Succeeded, Stage::Login);
        QVERIFY2(report.tls->version.startsWith(QString::fromLatin1(serverMaximum)), qPrintable(report.tls->version));
    } else {
        COMPARE_END(report, Outcome::TlsFailed, Stage::Tls);
        QVERIFY2(report.libraryText.contains(u"protocol"_s), qPrintable(report.libraryText));
        QVERIFY(server.heard(0).encrypted.isEmpty());
    }
}

void EncryptionTest::noCommonCipher()
{
    FaultServer server(Script{Encrypt{}}); // without a certificate it has no cipher to offer
    const Report report = run(order(server, Protocol::Pop3, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::TlsFailed, Stage::Tls);
    QVERIFY2(report.libraryText.contains(u"handshake failure"_s), qPrintable(report.libraryText));
}

void EncryptionTest::aConnectionCutAfterTls()
{
    const Script begin = smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Encrypt{}, Hear{}};
    FaultServer within(begin + Script{Say{"250-mx\r\n250 AUTH PLA"_ba}, Close{}});
    within.setIdentity(m_certificate);
    COMPARE_END(run(order(within, Protocol::Smtp, SecurityMode::StartTls)), Outcome::ConnectionLost, Stage::Capabilities);

    FaultServer between(begin + Script{Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Close{}});
    between.setIdentity(m_certificate);
    COMPARE_END(run(order(between, Protocol::Smtp, SecurityMode::StartTls)), Outcome::ConnectionLost, Stage::Login);
    QVERIFY(!between.hasHeardInTheClear(plain("bob", password)));
}

void EncryptionTest::aSlowHandshake()
{
    FaultServer server(Script{Pause{600ms}, Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::Ssl)), Outcome::Succeeded, Stage::Login);
    QVERIFY(server.connections() >= 2); // it was probed the other way meanwhile
}

void EncryptionTest::aCertificateForAnotherName()
{
    // The socket verifies nothing itself: what the judge says counts, whatever the name.
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(TestCa().issueFor(u"other.example"_s));
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::Ssl)), Outcome::Succeeded, Stage::Login);
}

STATIONER_TEST(EncryptionTest)
#include "encryption_test.moc"
