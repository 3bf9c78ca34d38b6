#include "app/demo/demosession.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(stationer::DemoProtocol)
Q_DECLARE_METATYPE(stationer::DemoMode)

/// Conversations with the demo server, as text: `C:` what the client says, `S:` what comes, `TLS` the handshake, `END` the
/// server hangs up. `$plain` and `$bad` are the right and a wrong SASL PLAIN message of bob, whose password is `pass word`.
class DemoSessionTest : public QObject {
    Q_OBJECT

private slots:
    void converses_data();
    void converses();
};

void DemoSessionTest::converses_data()
{
    QTest::addColumn<DemoProtocol>("protocol");
    QTest::addColumn<DemoMode>("mode");
    QTest::addColumn<QByteArray>("transcript");
    const auto row = [](const char* name, DemoProtocol protocol, DemoMode mode, const char* transcript) {
        QTest::newRow(name) << protocol << mode << QByteArray(transcript);
    };
    using enum DemoProtocol;

    row("smtp, plain, AUTH PLAIN and a message", Smtp, DemoMode::None, R"(
S: 220 localhost ESMTP Stationer demo
C: MAIL FROM:<a@b>
S: 503 5.5.1 EHLO first
C: ehlo [127.0.0.1]
S: 250-localhost
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250-8BITMIME
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 502 5.5.1 Not offered here
C: MAIL FROM:<a@b>
S: 530 5.7.0 Authentication required
C: AUTH PLAIN $bad
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN $plain
S: 235 2.7.0 Signed in
C: AUTH PLAIN $plain
S: 503 5.5.1 Already signed in
C: RCPT TO:<c@d>
S: 503 5.5.1 MAIL first
C: MAIL FROM:<a@b> BODY=8BITMIME
S: 250 2.1.0 OK
C: DATA
S: 503 5.5.1 RCPT first
C: RCPT TO:c@d
S: 501 5.5.4 Syntax: RCPT TO:<address>
C: RCPT TO:<c@d>
S: 250 2.1.5 OK
C: DATA
S: 354 End with a dot on a line by itself
C: QUIT
C: ..
C: .
S: 250 2.0.0 Accepted and thrown away: this is a demo
C: BOGUS
S: 500 5.5.2 Command not recognized
C: QUIT
S: 221 2.0.0 Bye
END)");
    row("smtp, starttls: no sign-in before, none offered again after", Smtp, DemoMode::StartTls, R"(
S: 220 localhost ESMTP Stationer demo
C: EHLO me
S: 250-localhost
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250-8BITMIME
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN $plain
S: 538 5.7.11 Encryption is required first
C: STARTTLS
S: 220 2.0.0 Go ahead
TLS
C: AUTH PLAIN $plain
S: 503 5.5.1 EHLO first
C: EHLO me
S: 250-localhost
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250-8BITMIME
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 503 5.5.1 Already encrypted
C: AUTH PLAIN
S: 334 
C: $plain
S: 235 2.7.0 Signed in)");
    row("smtp, AUTH LOGIN, cancelled, then malformed, then right", Smtp, DemoMode::Ssl, R"(
S: 220 localhost ESMTP Stationer demo
C: HELO me
S: 250 localhost
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: *
S: 501 5.0.0 Cancelled
C: AUTH PLAIN !!
S: 501 5.5.2 Cannot decode that
C: AUTH CRAM-MD4
S: 504 5.5.4 Unknown mechanism
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: Ym9i
S: 334 UGFzc3dvcmQ6
C: cGFzcyB3b3Jk
S: 235 2.7.0 Signed in)");
    row("smtp, the third wrong password ends it", Smtp, DemoMode::Ssl, R"(
S: 220 localhost ESMTP Stationer demo
C: HELO me
S: 250 localhost
C: AUTH PLAIN $bad
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN $bad
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN $bad
S: 421 4.7.0 Too many wrong passwords
END)");

    row("imap, plain, LOGIN in quotes", Imap, DemoMode::None, R"(
S: * OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ID AUTH=PLAIN AUTH=LOGIN] Stationer demo ready
C: a LOGIN bob "wrong"
S: a NO [AUTHENTICATIONFAILED] Wrong user name or password
C: b EXAMINE INBOX
S: b BAD Unknown command, or not before login
C: c LOGIN bob "pass word"
S: c OK [CAPABILITY IMAP4rev1 LITERAL+ ID UNSELECT] Logged in
C: d EXAMINE inbox
S: * FLAGS (\Answered \Flagged \Deleted \Seen \Draft)
S: * 0 EXISTS
S: * 0 RECENT
S: * OK [UIDVALIDITY 1] UIDs valid
S: * OK [UIDNEXT 1] Next UID
S: d OK [READ-ONLY] EXAMINE completed
C: e SELECT Other
S: e NO [NONEXISTENT] No such mailbox
C: f LOGOUT
S: * BYE Until next time
S: f OK LOGOUT completed
END)");
    row("imap, starttls, then literals", Imap, DemoMode::StartTls, R"(
S: * OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ID STARTTLS LOGINDISABLED] Stationer demo ready
C: a LOGIN bob "pass word"
S: a NO [PRIVACYREQUIRED] Encryption is required first
C: b STARTTLS
S: b OK Begin TLS negotiation now
TLS
C: c CAPABILITY
S: * CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ID AUTH=PLAIN AUTH=LOGIN
S: c OK CAPABILITY completed
C: d LOGIN {3}
S: + Go ahead
C: bob {9+}
C: pass word
S: d OK [CAPABILITY IMAP4rev1 LITERAL+ ID UNSELECT] Logged in)");
    row("imap, AUTHENTICATE with and without an initial response", Imap, DemoMode::Ssl, R"(
S: * OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ID AUTH=PLAIN AUTH=LOGIN] Stationer demo ready
C: a AUTHENTICATE PLAIN $bad
S: a NO [AUTHENTICATIONFAILED] Wrong user name or password
C: b AUTHENTICATE PLAIN
S: + 
C: *
S: b BAD Cancelled
C: nonsense
S: * BAD Cannot read that command
C: c LOGIN bob "pass
S: * BAD Cannot read that command
C: d STARTTLS
S: d BAD Not offered here
C: e AUTHENTICATE LOGIN
S: + VXNlcm5hbWU6
C: Ym9i
S: + UGFzc3dvcmQ6
C: cGFzcyB3b3Jk
S: e OK [CAPABILITY IMAP4rev1 LITERAL+ ID UNSELECT] Logged in)");

    row("pop3, plain, USER and PASS", Pop3, DemoMode::None, R"(
S: +OK Stationer demo ready
C: STLS
S: -ERR Not offered here
C: PASS pass word
S: -ERR USER first
C: USER bob
S: +OK Send your password
C: PASS wrong
S: -ERR [AUTH] Wrong user name or password
C: STAT
S: -ERR Unknown command, or not before sign-in
C: USER bob
S: +OK Send your password
C: PASS pass word
S: +OK Signed in, 0 messages
C: STAT
S: +OK 0 0
C: LIST
S: +OK 0 messages
S: .
C: RETR 1
S: -ERR No such message
C: QUIT
S: +OK Bye
END)");
    row("pop3, starttls", Pop3, DemoMode::StartTls, R"(
S: +OK Stationer demo ready
C: CAPA
S: +OK
S: TOP
S: UIDL
S: RESP-CODES
S: AUTH-RESP-CODE
S: PIPELINING
S: STLS
S: IMPLEMENTATION Stationer demo
S: .
C: USER bob
S: -ERR Encryption is required first
C: STLS
S: +OK Begin TLS
TLS
C: AUTH PLAIN $bad
S: -ERR [AUTH] Wrong user name or password
C: AUTH PLAIN
S: + 
C: $plain
S: +OK Signed in, 0 messages)");
}

void DemoSessionTest::converses()
{
    QFETCH(DemoProtocol, protocol);
    QFETCH(DemoMode, mode);
    QFETCH(QByteArray, transcript);
    transcript.replace("$plain", QByteArray("\0bob\0pass word", 14).toBase64());
    transcript.replace("$bad", QByteArray("\0bob\0guess", 10).toBase64());

    const auto session = makeDemoSession(protocol, mode, {u"bob"_s, u"pass word"_s});
    DemoReply last = session->greeting();
    QByteArray said = last.bytes;
    const QByteArrayList script = transcript.mid(1).split('\n');
    for (qsizetype i = 0; i < script.size(); ++i) {
        const QByteArray& line = script[i];
        if (line.startsWith("S: ")) {
            const QByteArray expected = line.mid(3) + "\r\n";
            QCOMPARE(said.first(qMin(said.size(), expected.size())), expected);
            said.remove(0, expected.size());
            continue;
        }
        QCOMPARE(said, QByteArray());
        QCOMPARE(last.startsTls, line == "TLS");
        QCOMPARE(last.closes, line == "END");
        if (line == "TLS") {
            session->encrypted();
            last = {};
        } else if (line.startsWith("C: ")) {
            last = session->on(line.mid(3));
            said = last.bytes;
        }
    }
    QCOMPARE(said, QByteArray());
}

STATIONER_TEST(DemoSessionTest)
#include "demosession_test.moc"
