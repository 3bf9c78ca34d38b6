#include "seendiagnosis.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every diagnosis from the sign-in on, of refusals and silence, of the envelope, and of what passes.
class SignInDiagnosesTest : public QObject, SeenDiagnosis {
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
};

void SignInDiagnosesTest::everyDiagnosisIsSeen_data()
{
    QTest::addColumn<Case>("one");
    using enum SecurityMode;

    // Signing in.
    const auto login = [](const QByteArray& answer) { return smtpOverTls + smtpAuth + Script{Say{answer}}; };
    row("wrong password",
        {.security = Ssl,
         .script = login("535 5.7.8 Error: authentication failed\r\n"),
         .headline = u"The server refused the user name or password."_s,
         .says = u"Sign-in as «bob» by LOGIN was refused; the server said: «535 5.7.8 Error: authentication "
                 "failed»."_s});
    row("hostile words", {.security = Ssl,
                          .script = login("535-5.7.8 <img src='file:///etc/hostname'><h1>\x1b[31mPWNED\r\n535 5.7.8 "
                                          "correct horse battery \xe2\x80\xae gnitset\r\n"),
                          .headline = u"The server refused the user name or password."_s,
                          .says = u"<img src='file:///etc/hostname'><h1>␛[31mPWNED"_s});
    row("not just now", {.security = Ssl,
                         .script = login("454 4.7.0 Temporary authentication failure\r\n"),
                         .headline = u"The server could not check the password just now."_s});
    row("account locked", {.security = Ssl,
                           .script = login("525 5.7.13 User account disabled\r\n"),
                           .headline = u"The server has locked this account."_s});
    row("too many failures", {.security = Ssl,
                              .script = login("535 5.7.0 Too many bad auth attempts\r\n"),
                              .headline = u"After too many attempts the server lets nobody sign in for a while."_s});
    row("app password", {.security = Ssl,
                         .script = login("534 5.7.9 Application-specific password required\r\n"),
                         .headline = u"The server wants a password made for mail programs."_s});
    row("mailbox in use", {.protocol = Protocol::Pop3,
                           .security = Ssl,
                           .script = pop3OverTls + Script{Say{"-ERR [IN-USE] Do you have another session?\r\n"_ba}},
                           .headline = u"Someone else is reading this mailbox just now."_s});
    row("IMAP switched off",
        {.protocol = Protocol::Imap,
         .security = Ssl,
         .script = imapOverTls + Script{Say{"%t NO [ALERT] Your account is not enabled for IMAP use\r\n"_ba}},
         .headline = u"The account may not be used by IMAP."_s});
    row("password has run out", {.protocol = Protocol::Imap,
                                 .security = Ssl,
                                 .script = imapOverTls + Script{Say{"%t NO [EXPIRED] Change your password\r\n"_ba}},
                                 .headline = u"The account's password has run out."_s});
    row("wanted encrypted", {.script = smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{},
                                                             Say{"530 5.7.0 Must issue a STARTTLS command first\r\n"_ba}},
                             .headline = u"The server takes mail only over an encrypted connection."_s,
                             .remedies = {u"Set Use Start Tls"_s},
                             .set = useStartTls});
    row("no mechanism", {.security = Ssl,
                         .script = smtpOverTls + Script{Hear{}, Say{"250-mx\r\n250 AUTH GSSAPI NTLM\r\n"_ba}},
                         .headline = u"The server offers no way to sign in that can be used here."_s,
                         .says = u"It offers: GSSAPI, NTLM."_s});
    row("tokens alone", {.security = Ssl,
                         .script = smtpOverTls + Script{Hear{}, Say{"250-mx\r\n250 AUTH XOAUTH2\r\n"_ba}},
                         .headline = u"The server takes no passwords, only a provider's tokens."_s});
    row("no sign-in on this port", {.security = StartTls,
                                    .script = smtpStartTls + Script{Hear{}, Say{"250 mx\r\n"_ba}, Hear{},
                                                                    Say{"530 5.7.0 Authentication required\r\n"_ba}},
                                    .headline = u"The server takes mail only after a sign-in."_s,
                                    .remedies = {u"Set port 587"_s, u"Set Use Ssl, port 465"_s},
                                    .says = u"On this port it offers no way to sign in."_s,
                                    .set = {{u"port"_s, u"587"_s}}});

    // Refusals, silence, and nobody there.
    const auto resolved = [](const QList<QHostAddress>& addresses) {
        return [addresses](Composition& desktop, SlotId, quint16) { desktop.orders().resolver = knows(addresses); };
    };
    row("turned away", {.script = {Say{"554 5.7.1 blocked using zen.spamhaus.org\r\n"_ba}, Close{}},
                        .headline = u"The server answers, but turns this computer away."_s,
                        .says = u"list of networks"_s});
    row("EHLO refused", {.script = smtpGreeting + Script{Say{"504 5.5.2 need fully-qualified hostname\r\n"_ba}},
                         .headline = u"The server refused to go on after the greeting."_s,
                         .says = u"EHLO name"_s});
    row("FTP", {.script = {Say{"220 (vsFTPd 3.0.3)\r\n"_ba}, Hear{}, Say{"530 Please login with USER and PASS.\r\n"_ba}},
                .headline = u"On port %port answers a server for files (FTP), but SMTP is expected."_s,
                .remedies = {u"Set port 25"_s}});
    row("broken greeting", {.script = {Say{"Welcome to the machine\r\n"_ba}},
                            .headline = u"What answers on port %port did not greet as an SMTP server does."_s,
                            .remedies = {u"Set port 25"_s}});
    row("broken answer", {.script = smtpGreeting + Script{Say{"250-mx\r\nnonsense\r\n"_ba}},
                          .headline = u"The server gave an answer that SMTP does not have."_s});
    row("hung up",
        {.script = {Close{}}, .headline = u"The server hung up without a word."_s, .remedies = {u"Set port 25"_s}});
    row("hung up at the sign-in", {.security = Ssl,
                                   .script = smtpOverTls + smtpAuth + Script{Close{}},
                                   .headline = u"The server hung up during the sign-in."_s});
    row("silent", {.script = {Silence{}},
                   .headline = u"The server took the connection on port %port and then said nothing."_s,
                   .remedies = {u"Set port 25"_s}});
    row("silent at the sign-in", {.security = Ssl,
                                  .script = smtpOverTls + smtpAuth + Script{Silence{}},
                                  .headline = u"The server did not answer the sign-in in time."_s});
    row("nobody there", {.headline = u"The computer 127.0.0.1 is there, but no service answers on port %port."_s,
                         .remedies = {u"Set port 25"_s},
                         .port = 9});
    // Nothing ever connects to the broadcast address, and nothing leaves this computer.
    row("blocked port 25", {.headline = u"This computer cannot reach mail.acme.example on port 25."_s,
                            .remedies = {u"Set Use Ssl, port 465"_s, u"Set Use Start Tls, port 587"_s},
                            .says = u"Many networks block port 25"_s,
                            .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}},
                            .desktop = resolved({QHostAddress::Broadcast}),
                            .host = "mail.acme.example",
                            .port = 25});
    row("cancelled", {.script = {Silence{}}, .headline = u"The test was cancelled."_s, .isCancelled = true});
    row("host not found", {.headline = u"There is no server named «nowhere.invalid»."_s,
                           .says = u"Check the Hostname for typing mistakes."_s,
                           .host = "nowhere.invalid"});
    row("both switches", {.security = Ssl,
                          .headline = u"Use Ssl and Use Start Tls are both on. Switch one of them off."_s,
                          .remedies = {u"Set Use Ssl, port 465"_s, u"Set Use Start Tls, port 587"_s},
                          .inside = value("useStartTls", "true")});
    row("no host", {.headline = u"Hostname is empty."_s, .host = ""});

    // The envelope, asked for in the panel.
    const auto envelope = [](Composition& desktop, SlotId account, quint16) {
        TestChoices choices;
        choices.depth = Depth::Envelope;
        choices.recipient = u"boss@other.example"_s;
        desktop.orders().setChoices(account, choices);
    };
    const Script signedIn =
        smtpOverTls + smtpAuth + Script{Say{"235 2.7.0 ok\r\n"_ba}, Hear{}, Say{"250 2.1.0 ok\r\n"_ba}, Hear{}};
    row("greylisted", {.security = Ssl,
                       .script = signedIn + Script{Say{"450 4.2.0 Greylisted, come back in 5 minutes\r\n"_ba}},
                       .headline = u"The server asks to come again later."_s,
                       .desktop = envelope});
    row("relay denied", {.security = Ssl,
                         .script = signedIn + Script{Say{"554 5.7.1 Relay access denied\r\n"_ba}},
                         .headline = u"The server does not pass mail on to this recipient."_s,
                         .desktop = envelope});
    row("sender refused",
        {.security = Ssl,
         .script = smtpOverTls + smtpAuth +
                   Script{Say{"235 ok\r\n"_ba}, Hear{}, Say{"553 5.7.1 Sender address rejected: not owned by bob\r\n"_ba}},
         .headline = u"The server refused the sender's address."_s,
         .desktop = envelope});
    row("recipient unknown", {.security = Ssl,
                              .script = signedIn + Script{Say{"550 5.1.1 User unknown\r\n"_ba}},
                              .headline = u"The server does not know the recipient."_s,
                              .desktop = envelope});
    const auto dialled = [](Composition& desktop, SlotId account, quint16 port) {
        TestChoices choices;
        choices.dial = Endpoint{u"127.0.0.1"_s, port};
        desktop.orders().setChoices(account, choices);
    };
    row("Gmail", {.security = Ssl,
                  .script = login("535 5.7.8 Username and Password not accepted\r\n"),
                  .headline = u"The server refused the user name or password."_s,
                  .says = u"Google Workspace SMTP relay"_s,
                  .server = identity(m_ca.issueFor(u"smtp.gmail.com"_s)),
                  .desktop = dialled,
                  .host = "smtp.gmail.com"});
    row("Microsoft 365",
        {.security = Ssl,
         .script = login("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled\r\n"),
         .headline = u"The account may not be used by SMTP."_s,
         .says = u"«Authenticated SMTP»"_s,
         .server = identity(m_ca.issueFor(u"smtp.office365.com"_s)),
         .desktop = dialled,
         .host = "smtp.office365.com"});

    // And what passes.
    row("signed in", {.security = Ssl,
                      .script = login("235 2.7.0 ok\r\n"),
                      .headline = u"Signing in works. Sending was not tested."_s,
                      .says = u"Connection, encryption and certificate are fine."_s});
    row("signed in readable", {.script = smtpGreeting + smtpAuth.mid(1) + Script{Say{"235 2.7.0 ok\r\n"_ba}},
                               .headline = u"Signing in works. Sending was not tested."_s,
                               .remedies = {u"Set Use Ssl, port 465"_s},
                               .says = u"the password crossed the network readable"_s,
                               .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}}});
    row("dead IPv6", {.security = Ssl,
                      .script = login("235 2.7.0 ok\r\n"),
                      .headline = u"Signing in works. Sending was not tested."_s,
                      .says = u"The server's IPv6 address ::1 did not answer, its IPv4 address 127.0.0.1 did."_s,
                      .server = identity(m_ca.issueFor(u"mail.acme.example"_s)),
                      .desktop = resolved({QHostAddress::LocalHostIPv6, QHostAddress::LocalHost}),
                      .host = "mail.acme.example"});
}

STATIONER_TEST(SignInDiagnosesTest)
#include "signindiagnoses_test.moc"
