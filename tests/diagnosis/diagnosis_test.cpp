#include "reports.h"

#include "diagnosis/diagnosis.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

using Sets = QList<QMap<QString, QString>>;

Report wrongMode(SecurityMode set, int port, SecurityMode speaks, Protocol protocol = Protocol::Smtp)
{
    Report made = report(Outcome::WrongMode, Stage::Tls, set, protocol, port);
    made.speaks = speaks;
    return made;
}

Report wrongService(Service service, Protocol protocol, SecurityMode security, int port)
{
    Report made = report(Outcome::WrongService, Stage::Greeting, security, protocol, port);
    made.answeredBy = service;
    return made;
}

Report mismatched(const QStringList& names)
{
    Report made = challenged(TrustError::HostMismatch);
    made.trust->sent.first().dnsNames = names;
    made.trust->built = made.trust->sent;
    return made;
}

Report expired(int days)
{
    Report made = challenged(TrustError::Expired);
    made.trust->sent.first().notAfter = made.began.addDays(-days).addSecs(-60);
    made.trust->built = made.trust->sent;
    return made;
}

Report changedIdentity()
{
    Report made = challenged(TrustError::UnknownRoot);
    AllowedHost row;
    row.approval = Approval::Approved;
    row.created = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);
    made.trust->row = row;
    made.trust->isIdentityChanged = true;
    return made;
}

Report signedBy(const QString& issuer, TrustError error)
{
    Report made = challenged(error);
    made.trust->sent = {certificate(u"mail.acme.example"_s, issuer)};
    made.trust->built = made.trust->sent;
    return made;
}

Report rejected(const QByteArray& code, const QByteArray& text, const QString& host = u"mail.acme.example"_s)
{
    Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login), Fault::LoginRejected, code, text);
    made.settings.server.host = host;
    return made;
}

Report settingFault(SettingFault::Kind kind, const QString& slot, const QString& value = {})
{
    Report made = report(Outcome::SettingInvalid, Stage::Settings);
    made.settingFault = SettingFault{kind, slot, value};
    return made;
}

Report withAttempts(Report made, const QList<ConnectAttempt>& attempts)
{
    made.attempts = attempts;
    return made;
}

ConnectAttempt attempt(const char* address, bool succeeded, const char* error, int milliseconds = 20)
{
    return {QHostAddress(QString::fromLatin1(address)), succeeded, QString::fromLatin1(error),
            std::chrono::milliseconds(milliseconds)};
}

Report withCapabilities(Report made, const QByteArrayList& before, const QByteArrayList& after = {})
{
    made.learnt.capabilitiesBeforeTls = before;
    made.learnt.capabilitiesAfterTls = after;
    return made;
}

const QString aaaa = QStringLiteral("AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA");

} // namespace

Q_DECLARE_METATYPE(stationer::Report)

class DiagnosisTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void everyReportIsPutIntoWords_data()
    {
        QTest::addColumn<Report>("given");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QStringList>("says"); ///< pieces of the body, in order
        QTest::addColumn<Sets>("remedies");
        const auto row = [](const char* name, const Report& given, const QString& headline, const QStringList& says,
                            const Sets& remedies = {}) { QTest::newRow(name) << given << headline << says << remedies; };
        const Sets ssl465{{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}, {u"port"_s, u"465"_s}}};
        const Sets startTls587{{{u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}, {u"port"_s, u"587"_s}}};
        const QString notSent = u"Your password was not sent."_s;

        row("unknown root", challenged(TrustError::UnknownRoot),
            u"This computer does not know who signed this server's certificate."_s,
            {u"It is signed by «Acme Root CA», which is in neither trust store. That is normal for a company's own mail "
             u"server; a "
             "spy's server would look the same. Ask the customer's IT for their root CA file, or compare this fingerprint "
             "with "
             "them by phone: "_s +
                 aaaa,
             notSent});
        row("self-signed", challenged(TrustError::SelfSigned), u"This server vouches for itself. Nobody else does."_s,
            {u"Common on new or small mail servers. Accept only if the fingerprint is the one shown on the server: "_s +
                 aaaa +
                 u" The exemption holds for this host, port and certificate only. Replace it with the root CA later."_s,
             notSent});
        row("name mismatch", mismatched({u"smtp.acme.example"_s, u"*.acme.example"_s}),
            u"The certificate is for another name."_s,
            {u"You typed mail.acme.example. The certificate names smtp.acme.example, *.acme.example. Its signature is "
             u"trusted. Most "
             "likely the Hostname should be smtp.acme.example."_s,
             notSent},
            {{{u"hostname"_s, u"smtp.acme.example"_s}}});
        row("name mismatch, the nearest name", mismatched({u"www.other.example"_s, u"smtp.acme.example"_s}),
            u"The certificate is for another name."_s, {u"Most likely the Hostname should be smtp.acme.example."_s},
            {{{u"hostname"_s, u"smtp.acme.example"_s}}});
        Report nameless = mismatched({});
        row("name mismatch, the common name alone", nameless, u"The certificate is for another name."_s,
            {u"mail.acme.example as its common name alone, and the common name no longer counts"_s, notSent});
        nameless.trust->sent.first().commonName = u"Acme"_s;
        Report addressed = mismatched({u"192.168.1.10"_s});
        addressed.settings.server.host = u"192.168.1.10"_s;
        row("name mismatch, an address as a name", addressed, u"The certificate is for another name."_s,
            {u"as a host name (dNSName), which does not count for an address"_s, notSent});
        row("name mismatch, this computer's own name", mismatched({u"localhost"_s, u"127.0.0.1"_s}),
            u"The certificate is for another name."_s, {u"The certificate names localhost, 127.0.0.1."_s});
        row("name mismatch, no name", nameless, u"The certificate is for another name."_s,
            {u"The certificate names no host at all."_s, notSent});
        row("name mismatch, wildcard alone", mismatched({u"*.acme.example"_s}), u"The certificate is for another name."_s,
            {u"The certificate names *.acme.example."_s});
        row("name mismatch, a name without end", mismatched({QString(100000, u'x')}),
            u"The certificate is for another name."_s, {u"The certificate names xxx"_s, u"xxx…. Its signature"_s, notSent});
        row("name mismatch, many names", mismatched(QStringList(1000, u"*.acme.example"_s)),
            u"The certificate is for another name."_s, {u"*.acme.example and 994 more."_s});
        row("expired", expired(12), u"The certificate ran out 12 days ago, on 2026-11-11."_s,
            {u"Everything else is in order. Ask the mail server's owner to renew it. This computer's clock says 2026-11-23 "
             u"12:00; "
             "if that is wrong, set it and test again."_s,
             notSent});
        row("expired yesterday", expired(1), u"The certificate ran out 1 day ago, on 2026-11-22."_s, {notSent});
        row("expired today", expired(0), u"The certificate ran out today, on 2026-11-23."_s, {notSent});
        row("changed", changedIdentity(), u"This is not the certificate you accepted on 2026-03-04."_s,
            {u"It may have been renewed, or someone is standing in between. Ask the server's owner whether it was replaced. "
             u"The "
             "differences are marked below."_s,
             notSent});
        row("wrong mode, speaks TLS", wrongMode(SecurityMode::None, 465, SecurityMode::Ssl),
            u"Port 465 expects encryption from the first byte, but Use Ssl is off."_s, {u"Server and network are fine."_s},
            ssl465);
        row("wrong mode, speaks TLS on an odd port", wrongMode(SecurityMode::StartTls, 587, SecurityMode::Ssl),
            u"Port 587 expects encryption from the first byte, but Use Ssl is off."_s, {u"Server and network are fine."_s},
            {{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}, {u"port"_s, u"587"_s}}});
        row("wrong mode, starts unencrypted", wrongMode(SecurityMode::Ssl, 587, SecurityMode::StartTls),
            u"Port 587 starts unencrypted, but Use Ssl is on."_s, {u"The server offers Use Start Tls here."_s}, startTls587);
        row("wrong mode, no encryption there", wrongMode(SecurityMode::Ssl, 25, SecurityMode::None),
            u"Port 25 starts unencrypted, but Use Ssl is on."_s, {u"The server offers no encryption here."_s, u"465"_s},
            {{{u"port"_s, u"465"_s}}});
        row("wrong password", rejected("535 5.7.8", "Error: authentication failed"),
            u"The server refused the user name or password."_s,
            {u"Connection, encryption and certificate are fine. Sign-in as «bob» was refused; the server said: «535 5.7.8 "
             "Error: authentication failed». Many servers want the whole e-mail address."_s});
        row("STARTTLS stripped", report(Outcome::StartTlsMissing, Stage::StartTls),
            u"The server offers no encryption on port 587, so the test stopped."_s,
            {u"Your password was not sent. Either encryption is not set up there, or something on the way removes it, often "
             u"a "
             "firewall that inspects mail. Do not turn encryption off to get past this."_s},
            ssl465);

        row("a masked offer", withCapabilities(report(Outcome::StartTlsMissing, Stage::StartTls), {"XXXXXXXA"}),
            u"The server offers no encryption on port 587, so the test stopped."_s,
            {u"a firewall on the way inspects SMTP"_s}, ssl465);
        row("STARTTLS refused",
            withAnswer(report(Outcome::StartTlsRefused, Stage::StartTls), Fault::StartTlsRefused, "454 4.7.0", "no TLS"),
            u"The server does not start the encryption that it offers on port 587, so the test stopped."_s,
            {notSent, u"The server said: «454 4.7.0 no TLS»."_s}, ssl465);
        row("injection", report(Outcome::StartTlsInjected, Stage::StartTls),
            u"Something slipped words into the connection just before encryption began."_s, {notSent, u"in between"_s},
            ssl465);
        row("not found", report(Outcome::HostNotFound, Stage::Resolve), u"There is no server named «mail.acme.example»."_s,
            {u"typing mistakes"_s});
        row("refused port",
            withAttempts(report(Outcome::Unreachable, Stage::Connect, SecurityMode::Ssl, Protocol::Smtp, 2465),
                         {attempt("192.0.2.7", false, "Connection refused")}),
            u"The computer mail.acme.example is there, but no service answers on port 2465."_s, {u"Tried: 192.0.2.7."_s},
            {{{u"port"_s, u"465"_s}}});
        Report tunnelled =
            withAttempts(report(Outcome::Unreachable, Stage::Connect, SecurityMode::Ssl, Protocol::Smtp, 2465),
                         {attempt("127.0.0.1", false, "Connection refused")});
        tunnelled.dialled = Endpoint{u"tunnel.example"_s, 9465};
        row("refused tunnel", tunnelled, u"The computer tunnel.example is there, but no service answers on port 9465."_s,
            {u"Tried: 127.0.0.1."_s});
        row("unreachable",
            withAttempts(report(Outcome::Unreachable, Stage::Connect), {attempt("192.0.2.7", false, "No route")}),
            u"This computer cannot reach mail.acme.example on port 587."_s, {u"Tried: 192.0.2.7."_s});
        row("blocked port 25", report(Outcome::TimedOut, Stage::Connect, SecurityMode::None, Protocol::Smtp, 25),
            u"Nothing answers at mail.acme.example, port 25."_s, {u"Many networks block port 25"_s}, ssl465 + startTls587);
        row("silent name servers", report(Outcome::TimedOut, Stage::Resolve), u"The name servers did not answer in time."_s,
            {u"«mail.acme.example»"_s});
        row("silent server", report(Outcome::TimedOut, Stage::Greeting),
            u"The server took the connection on port 587 and then said nothing."_s, {u"A mail server speaks first."_s});
        row("slow sign-in", report(Outcome::TimedOut, Stage::Login), u"The server did not answer the sign-in in time."_s,
            {});
        row("wrong service, web", wrongService(Service::Http, Protocol::Smtp, SecurityMode::Ssl, 443),
            u"On port 443 answers a web server, but SMTP is expected."_s, {u"The usual ports for SMTP are 25, 587, 465."_s},
            {{{u"port"_s, u"465"_s}}});
        row("wrong service, POP3 for IMAP", wrongService(Service::Pop3, Protocol::Imap, SecurityMode::Ssl, 995),
            u"On port 995 answers a server for incoming mail (POP3), but IMAP is expected."_s, {u"Store should be POP3"_s},
            {{{u"port"_s, u"993"_s}}, {{u"store"_s, u"pop3"_s}, {u"port"_s, u"995"_s}}});
        row("wrong service, SMTP for IMAP", wrongService(Service::Smtp, Protocol::Imap, SecurityMode::None, 25),
            u"On port 25 answers a server for outgoing mail (SMTP), but IMAP is expected."_s, {u"check the Hostname too"_s},
            {{{u"port"_s, u"143"_s}}});
        row("wrong service, unknown", wrongService(Service::Unknown, Protocol::Smtp, SecurityMode::Ssl, 465),
            u"On port 465 answers something that is no mail server, but SMTP is expected."_s, {});
        row("greeting refused",
            withAnswer(report(Outcome::GreetingRefused, Stage::Greeting), Fault::GreetingRefused, "554 5.7.1",
                       "no <b>entry</b>"),
            u"The server answers, but turns this computer away."_s,
            {u"The server said: «554 5.7.1 no <b>entry</b>»."_s, u"whether connections from here are allowed"_s});
        row("greeting refused for now",
            withAnswer(report(Outcome::GreetingRefused, Stage::Greeting), Fault::GreetingRefused, "421", "busy"),
            u"The server answers, but turns this computer away."_s, {u"try again in a few minutes"_s});
        row("broken greeting",
            withAnswer(report(Outcome::ProtocolBroken, Stage::Greeting), Fault::ProtocolBroken, {}, "Welcome\x1b[2J"),
            u"What answers on port 587 did not greet as an SMTP server does."_s, {u"The server said: «Welcome␛[2J»."_s});
        row("broken answer",
            withAnswer(report(Outcome::ProtocolBroken, Stage::Capabilities), Fault::ProtocolBroken, {}, "?"),
            u"The server gave an answer that SMTP does not have."_s, {u"The server said: «?»."_s});
        row("endless answer", report(Outcome::ProtocolBroken, Stage::Capabilities),
            u"The server gave an answer that SMTP does not have."_s, {u"longer than any that makes sense"_s});
        row("PREAUTH before TLS",
            report(Outcome::PreAuthenticated, Stage::Greeting, SecurityMode::StartTls, Protocol::Imap, 143),
            u"The server signs everybody in before encryption can begin."_s, {notSent},
            {{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}, {u"port"_s, u"993"_s}}});
        row("PREAUTH", report(Outcome::PreAuthenticated, Stage::Greeting, SecurityMode::Ssl, Protocol::Imap, 993),
            u"The server signs everybody in without asking."_s, {notSent});
        Report hungUp = report(Outcome::TlsFailed, Stage::Tls, SecurityMode::Ssl, Protocol::Smtp, 4650);
        hungUp.stages = {{Stage::Tls, StageStatus::Failed, {}, {}, nameOf(Outcome::ConnectionLost)}};
        row("hung up in the handshake", hungUp, u"The server hung up when encryption was to begin."_s,
            {u"on port 4650"_s, notSent}, {{{u"port"_s, u"465"_s}}});
        Report hungUpAfterAgreeing = report(Outcome::TlsFailed, Stage::Tls);
        hungUpAfterAgreeing.stages = hungUp.stages;
        row("hung up after STARTTLS", hungUpAfterAgreeing, u"The server hung up when encryption was to begin."_s,
            {u"It agreed to begin"_s, notSent});
        row("TLS failed", report(Outcome::TlsFailed, Stage::Tls), u"The encrypted connection could not be set up."_s,
            {notSent});
        Report old = report(Outcome::TlsFailed, Stage::Tls);
        old.libraryText = u"error:0A000102:SSL routines::unsupported protocol"_s;
        row("old TLS", old, u"The server only has an old kind of encryption."_s, {u"SSL 3.0"_s, notSent});
        old.settings.tlsMinimum = TlsVersion::Tls13;
        row("no TLS 1.3", old, u"The server does not have TLS 1.3."_s, {notSent}, {{{u"tlsMinProtocol"_s, u"tlsv1_2"_s}}});
        row("no certificate", report(Outcome::TlsFailed, Stage::Identity),
            u"The server showed no certificate that could be checked."_s, {notSent});
        row("rejected certificate", report(Outcome::CertificateRejected, Stage::Identity),
            u"You rejected this server's certificate."_s, {u"mail.acme.example:587"_s, u"Allowed Hosts"_s, notSent});
        row("missing issuer", challenged(TrustError::MissingIssuer),
            u"This computer cannot find out who signed this server's certificate."_s,
            {u"leaves out an intermediate certificate"_s, u"root CA file"_s, aaaa, notSent});
        row("scanner", signedBy(u"Avast Web/Mail Shield Root"_s, TrustError::UnknownRoot),
            u"This computer does not know who signed this server's certificate."_s,
            {u"«Avast Web/Mail Shield Root» looks like a virus scanner"_s, notSent});
        row("slow clock", challenged(TrustError::NotYetValid), u"The certificate is valid only from 2026-01-01 on."_s,
            {u"This computer's clock says 2026-11-23 12:00."_s, u"the clock is slow"_s, notSent});
        row("forged", challenged(TrustError::BadSignature),
            u"The certificate has been altered, or its signature is forged."_s, {aaaa, notSent});
        row("weak", challenged(TrustError::WeakKey), u"The certificate is too weak to prove anything."_s,
            {u"RSA, 1024 bits"_s, notSent});
        row("several faults, the gravest first",
            withErrors(report(Outcome::CertificateChallenged, Stage::Identity),
                       {{TrustError::Expired, 0, {}}, {TrustError::HostMismatch, 0, {}}, {TrustError::UnknownRoot, 0, {}}}),
            u"This computer does not know who signed this server's certificate."_s,
            {u"Besides: The server's certificate ran out on 2027-01-01"_s,
             u"The server's certificate is for another name than the Hostname."_s, notSent});
        Report unusable = report(Outcome::CapabilityMissing, Stage::Login);
        unusable.learnt.mechanismsAfterTls = {"GSSAPI", "NTLM"};
        row("no mechanism", unusable, u"The server offers no way to sign in that can be used here."_s,
            {u"It offers: GSSAPI, NTLM."_s, notSent});
        row("no UTF-8 addresses", report(Outcome::CapabilityMissing, Stage::Envelope),
            u"The server cannot take an address with letters beyond plain ASCII."_s, {});
        row("forbidden in the clear",
            withCapabilities(report(Outcome::LoginForbidden, Stage::Login, SecurityMode::None, Protocol::Smtp, 25),
                             {"STARTTLS"}),
            u"The server takes no password over a connection that is not encrypted."_s, {notSent},
            {{{u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}, {u"port"_s, u"25"_s}}});
        row("forbidden after the fact",
            withAnswer(report(Outcome::LoginForbidden, Stage::Login, SecurityMode::None, Protocol::Smtp, 25),
                       Fault::LoginForbidden, "538 5.7.11", "no"),
            u"The server takes no password over a connection that is not encrypted."_s,
            {u"The password had crossed the network readable by then."_s}, ssl465);
        row("forbidden inside TLS",
            report(Outcome::LoginForbidden, Stage::Login, SecurityMode::StartTls, Protocol::Smtp, 25),
            u"The server lets nobody sign in on port 25."_s, {notSent}, Sets{{{u"port"_s, u"587"_s}}} + ssl465);
        row("not just now", rejected("454 4.7.0", "Temporary authentication failure"),
            u"The server could not check the password just now."_s, {u"says nothing about the password"_s});
        row("wrong password in the clear",
            withAnswer(report(Outcome::LoginRejected, Stage::Login, SecurityMode::None), Fault::LoginRejected, "535", "no"),
            u"The server refused the user name or password."_s, {u"though not encrypted"_s});
        row("EHLO refused",
            withAnswer(report(Outcome::ServerRefused, Stage::Capabilities), Fault::ServerRefused, "550", "Bad name"),
            u"The server refused to go on after the greeting."_s, {u"The server said: «550 Bad name»."_s});
        row("message refused", report(Outcome::ServerRefused, Stage::Message), u"The server refused the test message."_s,
            {});
        row("hung up at once", report(Outcome::ConnectionLost, Stage::Greeting), u"The server hung up without a word."_s,
            {});
        row("hung up at login", report(Outcome::ConnectionLost, Stage::Login), u"The server hung up during the sign-in."_s,
            {});
        row("cancelled", report(Outcome::Cancelled, Stage::Connect), u"The test was cancelled."_s, {u"Connect."_s});
        row("signed in", report(Outcome::Succeeded, Stage::Login), u"Signing in works. Sending was not tested."_s,
            {u"Connection, encryption and certificate are fine."_s});
        row("connected", report(Outcome::Succeeded, Stage::Capabilities), u"The server answers as it should."_s,
            {u"Signing in was not tested."_s});
        row("signed in readable", report(Outcome::Succeeded, Stage::Login, SecurityMode::None, Protocol::Smtp, 25),
            u"Signing in works. Sending was not tested."_s, {u"the password crossed the network readable"_s}, ssl465);
        Report exempted = withErrors(report(Outcome::Succeeded, Stage::Login), {{TrustError::UnknownRoot, 0, {}}});
        exempted.trust->verdict = Verdict::Exempted;
        row("exempted", exempted, u"Signing in works. Sending was not tested."_s, {u"an exemption in Allowed Hosts"_s});
        exempted.trust->row = AllowedHost{};
        exempted.trust->row->scope = Scope::Session;
        row("accepted for this run", exempted, u"Signing in works. Sending was not tested."_s,
            {u"accepted for this run only"_s});
        row("dead IPv6",
            withAttempts(report(Outcome::Succeeded, Stage::Login),
                         {attempt("2001:db8::7", false, "Network unreachable"), attempt("192.0.2.7", true, "")}),
            u"Signing in works. Sending was not tested."_s,
            {u"IPv6 address 2001:db8::7 did not answer, its IPv4 address 192.0.2.7 did"_s});
        row("silent IPv6",
            withAttempts(report(Outcome::Succeeded, Stage::Login),
                         {attempt("2001:db8::7", false, "", 270), attempt("192.0.2.7", true, "")}),
            u"Signing in works. Sending was not tested."_s, {u"IPv6 address 2001:db8::7 did not answer"_s});
        row("empty host", settingFault(SettingFault::Kind::Missing, u"hostname"_s), u"Hostname is empty."_s,
            {u"nothing was sent"_s});
        row("line break", settingFault(SettingFault::Kind::ForbiddenCharacter, u"hostname"_s, u"a\r\nb"_s),
            u"Hostname has a line break or a NUL in it. It has to be a single line."_s, {});
        row("bad host", settingFault(SettingFault::Kind::BadHost, u"hostname"_s, u"a b"_s),
            u"«a b» is neither a host name nor an address."_s, {});
        row("both switches", settingFault(SettingFault::Kind::BothSwitches, u"useStartTls"_s, u"true"_s),
            u"Use Ssl and Use Start Tls are both on. Switch one of them off."_s, {}, ssl465 + startTls587);
        row("port 0", settingFault(SettingFault::Kind::PortZero, u"port"_s, u"0"_s), u"There is no port 0."_s, {},
            {{{u"port"_s, u"587"_s}}});
        row("bad argument", report(Outcome::SettingInvalid, Stage::Login),
            u"A value has a character that cannot be sent to a mail server."_s, {});
    }
    void everyReportIsPutIntoWords()
    {
        QFETCH(Report, given);
        QFETCH(QStringList, says);
        QFETCH(Sets, remedies);
        const Diagnosis diagnosis = diagnose(given);
        QTEST(diagnosis.headline, "headline");
        qsizetype from = 0;
        for (const QString& piece : says) {
            const qsizetype at = diagnosis.body.indexOf(piece, from);
            QVERIFY2(at >= 0, qPrintable(piece + u" is not in: "_s + diagnosis.body));
            from = at;
        }
        Sets sets;
        for (const Remedy& remedy : diagnosis.remedies) {
            QVERIFY(!remedy.label.isEmpty());
            sets += remedy.set;
        }
        QCOMPARE(sets, remedies);
    }

    void noOutcomeAtAnyStageIsWithoutWords()
    {
        for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome)
            for (int stage = 0; stage <= int(Stage::Message); ++stage)
                for (const SecurityMode mode : allSecurityModes)
                    for (const Protocol protocol : allProtocols) {
                        const Diagnosis diagnosis = diagnose(report(Outcome(outcome), Stage(stage), mode, protocol));
                        const QString cause = diagnosis.cause();
                        QVERIFY2(diagnosis.headline.endsWith(u'.'), qPrintable(cause));
                        QVERIFY2(!cause.contains(QRegularExpression(u"%\\d|  "_s)), qPrintable(cause));
                    }
    }

    void noRemedyEverTurnsEncryptionOff()
    {
        for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome)
            for (int stage = 0; stage <= int(Stage::Message); ++stage)
                for (const SecurityMode speaks : allSecurityModes) {
                    Report made =
                        report(Outcome(outcome), Stage(stage), stage % 2 ? SecurityMode::Ssl : SecurityMode::StartTls);
                    made.speaks = speaks;
                    for (const Remedy& remedy : diagnose(made).remedies)
                        QVERIFY2(!remedy.set.contains(u"useSsl"_s) || remedy.set.value(u"useSsl"_s) == u"true"_s ||
                                     remedy.set.value(u"useStartTls"_s) == u"true"_s,
                                 qPrintable(remedy.label));
                }
    }

    void aRemedyNamesThePortOnlyWhereItMoves()
    {
        QCOMPARE(diagnose(wrongMode(SecurityMode::None, 465, SecurityMode::Ssl)).remedies.first().label, u"Set Use Ssl"_s);
        QCOMPARE(diagnose(wrongMode(SecurityMode::None, 25, SecurityMode::Ssl)).remedies.first().label, u"Set Use Ssl"_s);
        QCOMPARE(diagnose(report(Outcome::Succeeded, Stage::Login, SecurityMode::None, Protocol::Smtp, 25))
                     .remedies.first()
                     .label,
                 u"Set Use Ssl, port 465"_s);
    }

    void anInboxThatWasOpenedIsNotSaidToBeClosed()
    {
        Report made = report(Outcome::Succeeded, Stage::Login, SecurityMode::Ssl, Protocol::Imap, 993);
        QVERIFY(diagnose(made).body.contains(u"The inbox was not opened."_s));
        made.learnt.inboxOpensForWriting = true;
        QVERIFY(!diagnose(made).body.contains(u"The inbox was not opened."_s));
    }

    void anAutomaticPortStaysAutomatic()
    {
        Report made = report(Outcome::StartTlsMissing, Stage::StartTls);
        made.settings.isAutomaticPort = true;
        const QMap<QString, QString> wanted{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}};
        QCOMPARE(diagnose(made).remedies.first().set, wanted);
    }

    void aProviderIsKnownByItsWholeDomain()
    {
        const Report other = rejected("535 5.7.139", "no", u"notoffice365.com"_s);
        QVERIFY(!diagnose(other).body.contains(u"Microsoft"_s));
        const Report longer = rejected("535 5.7.1390", "no", u"smtp.office365.com"_s);
        QVERIFY(!diagnose(longer).body.contains(u"Microsoft"_s));
    }

    void textFromOutsideIsNoPlaceForOtherText()
    {
        const QString placeholders = u"%1 %2 %3"_s;
        Report made = rejected("535 %1", "%1 %2 %3", placeholders);
        made.settings.account = placeholders;
        QVERIFY(diagnose(made).body.contains(u"Sign-in as «%1 %2 %3» was refused; the server said: «535 %1 %1 %2 %3»."_s));
        made = withAttempts(made, {attempt("192.0.2.7", false, "Connection refused")});
        made.outcome = Outcome::Unreachable;
        QVERIFY(diagnose(made).headline.contains(placeholders));
        made = signedBy(placeholders, TrustError::MissingIssuer);
        made.trust->sent.first().commonName = placeholders;
        made.trust->built = made.trust->sent + made.trust->sent;
        QVERIFY(diagnose(made).body.contains(placeholders));
        for (int error = 0; error <= int(TrustError::Other); ++error)
            QVERIFY(describe(TrustFinding{TrustError(error), 1, {}}, *made.trust, made.began).contains(placeholders));
    }

    void everyFindingHasASentence()
    {
        const Report made = challenged(TrustError::Other);
        QSet<QString> sentences;
        for (int error = 0; error <= int(TrustError::Other); ++error)
            for (const int depth : {0, 1, 7}) {
                const QString sentence = describe(TrustFinding{TrustError(error), depth, {}}, *made.trust, made.began);
                QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
                if (depth == 0)
                    sentences += sentence;
            }
        QCOMPARE(sentences.size(), int(TrustError::Other) + 1);
    }
};

STATIONER_TEST(DiagnosisTest)
#include "diagnosis_test.moc"
