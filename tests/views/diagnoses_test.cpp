#include "seendiagnosis.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every diagnosis up to the sign-in: the wrong mode or service, encryption that does not come about, certificates.
class DiagnosesTest : public QObject, SeenDiagnosis {
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_desktop.reset();
        m_server.reset();
    }

    void everyDiagnosisIsSeen_data();
    void everyDiagnosisIsSeen()
    {
        QFETCH(Case, one);
        see(one);
    }

    /// A certificate's name is the server's own word: one that leads elsewhere is said, and the Hostname stays.
    void aNameThatLeadsElsewhereIsNotTaken()
    {
        open({.security = SecurityMode::Ssl,
              .script = smtpOverTls,
              .server = identity(m_ca.issueFor(u"mail.acme.example"_s)),
              .desktop = [](Composition& desktop, SlotId, quint16) {
                  desktop.orders().resolver = knows({QHostAddress(u"192.0.2.9"_s)});
              }});
        if (QTest::currentTestFailed())
            return;
        test(false);
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        QTest::keyClick(m_desktop->challenge(), Qt::Key_Escape);
        QTRY_COMPARE(remedies().size(), 1);
        QTest::mouseClick(remedies().first(), Qt::LeftButton);
        const auto isSaid = [this] {
            const auto labels = m_desktop->window().findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->isVisible() && label->text().contains(u"mail.acme.example does not lead to the server"_s);
            });
        };
        QTRY_VERIFY(isSaid());
        QCOMPARE(m_desktop->station().undoStack()->count(), 0);
        QCOMPARE(inForce(u"hostname"_s), u"127.0.0.1"_s);
    }
};

void DiagnosesTest::everyDiagnosisIsSeen_data()
{
    QTest::addColumn<Case>("one");
    using enum SecurityMode;

    // The wrong mode, in both directions.
    row("wrong mode TLS port SMTP", {.script = smtpOverTls,
                                     .headline = u"Port %port expects encryption from the first byte, but Use Ssl is off."_s,
                                     .remedies = {u"Set Use Ssl"_s},
                                     .says = u"Server and network are fine."_s,
                                     .set = useSsl});
    row("wrong mode TLS port POP3 with Use Start Tls",
        {.protocol = Protocol::Pop3,
         .security = StartTls,
         .script = pop3OverTls,
         .headline = u"Port %port expects encryption from the first byte, but Use Ssl is off."_s,
         .remedies = {u"Set Use Ssl"_s},
         .set = useSsl});
    row("wrong mode plain port IMAP", {.protocol = Protocol::Imap,
                                       .security = Ssl,
                                       .script = {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{}},
                                       .headline = u"Port %port starts unencrypted, but Use Ssl is on."_s,
                                       .remedies = {u"Set Use Start Tls"_s},
                                       .says = u"The server offers Use Start Tls here."_s,
                                       .set = useStartTls});
    row("wrong mode plain port without encryption", {.security = Ssl,
                                                     .script = smtpGreeting + Script{Say{"250 mx\r\n"_ba}},
                                                     .headline = u"Port %port starts unencrypted, but Use Ssl is on."_s,
                                                     .remedies = {u"Set port 465"_s},
                                                     .says = u"The server offers no encryption here."_s,
                                                     .set = {{u"port"_s, u"465"_s}}});

    // The wrong service, by its first bytes.
    row("wrong service SSH",
        {.script = {Say{"SSH-2.0-OpenSSH_9.2p1\r\n"_ba}},
         .headline = u"On port %port answers a server for remote sign-in (SSH), but SMTP is expected."_s,
         .remedies = {u"Set port 25"_s},
         .set = {{u"port"_s, u"25"_s}}});
    row("wrong service web", {.protocol = Protocol::Imap,
                              .security = Ssl,
                              .script = {Hear{}, Say{"HTTP/1.1 400 Bad Request\r\n\r\n"_ba}, Close{}},
                              .headline = u"On port %port answers a web server, but IMAP is expected."_s,
                              .remedies = {u"Set port 993"_s},
                              .set = {{u"port"_s, u"993"_s}}});
    row("wrong service POP3 for IMAP",
        {.protocol = Protocol::Imap,
         .script = {Say{"+OK POP3 ready\r\n"_ba}},
         .headline = u"On port %port answers a server for incoming mail (POP3), but IMAP is expected."_s,
         .remedies = {u"Set port 143"_s, u"Set Store to POP3"_s},
         .set = {{u"port"_s, u"143"_s}}});
    row("wrong service IMAP for SMTP",
        {.script = {Say{"* OK IMAP ready\r\n"_ba}},
         .headline = u"On port %port answers a server for incoming mail (IMAP), but SMTP is expected."_s,
         .remedies = {u"Set port 25"_s}});
    row("wrong service SMTP for POP3",
        {.protocol = Protocol::Pop3,
         .script = {Say{"220 mx ESMTP\r\n"_ba}},
         .headline = u"On port %port answers a server for outgoing mail (SMTP), but POP3 is expected."_s,
         .remedies = {u"Set port 110"_s}});

    // Encryption that does not come about.
    row("STARTTLS stripped", {.security = StartTls,
                              .script = smtpGreeting + Script{Say{"250-mx\r\n250 SIZE 1000\r\n"_ba}},
                              .headline = u"The server offers no encryption on port %port, so the test stopped."_s,
                              .remedies = {u"Test Use Ssl"_s},
                              .says = u"Your password was not sent."_s,
                              .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}}});
    row("STARTTLS masked", {.security = StartTls,
                            .script = {Say{"220 ************************0*2***\r\n"_ba}, Hear{},
                                       Say{"250-mx\r\n250-XXXXXXXA\r\n250 SIZE 1000\r\n"_ba}},
                            .headline = u"The server offers no encryption on port %port, so the test stopped."_s,
                            .remedies = {u"Test Use Ssl"_s},
                            .says = u"a firewall on the way inspects SMTP"_s});
    row("STARTTLS refused",
        {.security = StartTls,
         .script =
             smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{}, Say{"454 4.7.0 TLS not available\r\n"_ba}},
         .headline = u"The server does not start the encryption that it offers on port %port, so the test stopped."_s,
         .remedies = {u"Test Use Ssl"_s}});
    row("STARTTLS refused after the offer",
        {.protocol = Protocol::Imap,
         .security = StartTls,
         .script = {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{}, Say{"%t NO TLS is broken\r\n"_ba}},
         .headline = u"The server does not start the encryption that it offers on port %port, so the test stopped."_s,
         .remedies = {u"Test Use Ssl"_s}});
    row("STARTTLS injected", {.security = StartTls,
                              .script = smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{},
                                                              Say{"220 go\r\n250 AUTH PLAIN\r\n"_ba}},
                              .headline = u"Something slipped words into the connection just before encryption began."_s,
                              .remedies = {u"Test Use Ssl"_s}});
    row("PREAUTH", {.protocol = Protocol::Imap,
                    .security = StartTls,
                    .script = {Say{"* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n"_ba}},
                    .headline = u"The server signs everybody in before encryption can begin."_s,
                    .remedies = {u"Test Use Ssl"_s}});
    row("old TLS 1.0", {.security = StartTls,
                        .script = smtpStartTls,
                        .headline = u"The server has nothing better than TLS 1.0."_s,
                        .server = [](FaultServer& server) { server.setProtocol(QSsl::AnyProtocol, "TLSv1"_ba); }});
    row("old SSL 3", {.security = Ssl,
                      .script = {Pause{50ms}, Say{ssl3Hello()}, Pause{200ms}, Close{}},
                      .headline = u"The server has nothing better than SSL 3.0."_s,
                      .says = u"RFC 7568"_s});
    row("no TLS 1.3", {.security = Ssl,
                       .script = smtpOverTls,
                       .headline = u"The server does not have TLS 1.3."_s,
                       .remedies = {u"Allow TLS 1.2"_s},
                       .set = {{u"tlsMinProtocol"_s, u"tlsv1_2"_s}},
                       .server = [](FaultServer& server) { server.setProtocol(QSsl::AnyProtocol, "TLSv1.2"_ba); },
                       .inside = value("tlsMinProtocol", "tlsv1_3")});
    row("TLS without a certificate", {.security = Ssl,
                                      .script = smtpOverTls,
                                      .headline = u"The server and this computer found no safe way to encrypt."_s,
                                      .server = [](FaultServer& server) { server.setIdentity({}, {}); }});

    // Certificates.
    const TestCa other(u"Other Root CA"_s);
    row("unknown root", {.security = Ssl,
                         .script = smtpOverTls,
                         .headline = u"This computer cannot find out who signed this server's certificate."_s,
                         .says = u"leaves out an intermediate certificate"_s,
                         .server = identity(other.issueFor(u"127.0.0.1"_s))});
    row("unknown root sent",
        {.security = Ssl,
         .script = smtpOverTls,
         .headline = u"This computer does not know who signed this server's certificate."_s,
         .says = u"It is signed by «Other Root CA»"_s,
         .server = [other](FaultServer& server) {
             const TestCertificate leaf = other.issueFor(u"127.0.0.1"_s);
             server.setIdentity({QSslCertificate(leaf.der(), QSsl::Der), QSslCertificate(other.der(), QSsl::Der)},
                                QSslKey(leaf.keyPem(), QSsl::Ec));
         }});
    row("scanner", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"This computer cannot find out who signed this server's certificate."_s,
                    .says = u"looks like a virus scanner"_s,
                    .server = identity(TestCa(u"Avast Web/Mail Shield Root"_s).issueFor(u"127.0.0.1"_s))});
    row("self-signed", {.security = Ssl,
                        .script = smtpOverTls,
                        .headline = u"This server vouches for itself. Nobody else does."_s,
                        .says = u"Replace it with the root CA later."_s,
                        .server = identity(selfSignedFor(u"127.0.0.1"_s))});
    row("name mismatch",
        {.security = Ssl,
         .script = smtpOverTls,
         .headline = u"The certificate is for another name."_s,
         .remedies = {u"Use mail.acme.example"_s},
         .says = u"You typed 127.0.0.1. The certificate names mail.acme.example. Its signature is trusted."_s,
         .set = {{u"hostname"_s, u"mail.acme.example"_s}},
         .server = identity(m_ca.issueFor(u"mail.acme.example"_s)),
         .desktop = [](Composition& desktop, SlotId, quint16) {
             desktop.orders().resolver = knows({QHostAddress(QHostAddress::LocalHost)});
         }});
    const auto dated = [this](int from, int to) {
        CertificateOptions options = optionsFor(u"127.0.0.1"_s);
        options.notBefore = QDateTime::currentDateTimeUtc().addDays(from);
        options.notAfter = QDateTime::currentDateTimeUtc().addDays(to);
        return m_ca.issue(options);
    };
    const QString day = QDateTime::currentDateTimeUtc().addDays(-12).toLocalTime().toString(u"yyyy-MM-dd"_s);
    row("expired", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"The certificate ran out 12 days ago, on %1."_s.arg(day),
                    .says = u"Everything else is in order."_s,
                    .server = identity(dated(-90, -12))});
    const QString later = QDateTime::currentDateTimeUtc().addDays(3).toLocalTime().toString(u"yyyy-MM-dd"_s);
    row("not yet valid", {.security = Ssl,
                          .script = smtpOverTls,
                          .headline = u"The certificate is valid only from %1 on."_s.arg(later),
                          .says = u"Most likely the clock is slow"_s,
                          .server = identity(dated(3, 90))});
    const QString theirs =
        QLocale::c().toString(QDateTime::currentDateTimeUtc().addDays(-40), u"ddd, d MMM yyyy HH:mm:ss"_s);
    row("clock", {.security = StartTls,
                  .script = Script{Say{"220 mx ESMTP Exim 4.96 "_ba + theirs.toLatin1() + " +0000\r\n"_ba}, Hear{}} +
                            smtpStartTls.mid(2),
                  .headline = u"The certificate ran out 12 days ago, on %1."_s.arg(day),
                  .says = u"most likely this computer's clock is wrong"_s,
                  .server = identity(dated(-90, -12))});
    const TestCertificate own = selfSignedFor(u"127.0.0.1"_s);
    const auto withRow = [](Approval approval, const QByteArray& sha256) {
        return [approval, sha256](Composition& desktop, SlotId, quint16 port) {
            AllowedHost known;
            known.host = {u"127.0.0.1"_s, port};
            known.sha256 = sha256;
            known.created = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);
            known.approval = approval;
            known.errors = {TrustError::SelfSigned};
            QVERIFY(!desktop.hosts().put({known}));
        };
    };
    row("changed", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"This is not the certificate you accepted on 2026-03-04."_s,
                    .says = u"or someone is standing in between"_s,
                    .server = identity(own),
                    .desktop = withRow(Approval::Approved, QByteArray(64, 'b'))});
    row("rejected", {.security = Ssl,
                     .script = smtpOverTls,
                     .headline = u"You rejected this server's certificate on 2026-03-04."_s,
                     .says = u"Allowed Hosts"_s,
                     .server = identity(own),
                     .desktop = withRow(Approval::Rejected, own.sha256())});
}

STATIONER_TEST(DiagnosesTest)
#include "diagnoses_test.moc"
