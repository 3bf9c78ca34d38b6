// Attacks on the way into TLS: an attacker in the network who wants the password in the clear, or wants to be believed after
// the handshake for what he said before it. Mode starttls; no row may cost the password.

#include "attacks.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class StartTlsAttacksTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void missing_data();
    void missing() { play(); }
    void refused_data();
    void refused() { play(); }
    void answeredWithoutAHandshake_data();
    void answeredWithoutAHandshake();
    void injected_data();
    void injected() { play(); }
    void signedInAlready_data();
    void signedInAlready() { play(); }
    void changedByTls_data();
    void changedByTls() { play(); }
    void whatWasOfferedBeforeTlsIsForgotten();

private:
    void play(const Limits& limits = shortLimits())
    {
        QFETCH(Attack, attack);
        withstand(attack, m_certificate, limits);
    }

    static void column() { QTest::addColumn<Attack>("attack"); }
    static void row(Protocol protocol, const QByteArray& what, const Script& script, Outcome outcome, Stage stage,
                    Password password = Password::Kept)
    {
        QTest::newRow(attackName(protocol, SecurityMode::StartTls, what))
            << Attack{protocol, SecurityMode::StartTls, script, outcome, stage, password};
    }
};

void StartTlsAttacksTest::missing_data()
{
    column();
    const auto smtp = [](const QByteArray& what, const QByteArray& reply, Outcome outcome = Outcome::StartTlsMissing) {
        row(Protocol::Smtp, what, {Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{reply}}, outcome, Stage::StartTls);
    };
    smtp("not offered", "250-mx\r\n250 AUTH PLAIN\r\n");
    smtp("nothing offered", "250 mx\r\n");
    smtp("masked", "250-mx\r\n250-XXXXXXXA\r\n250 AUTH PLAIN\r\n");
    smtp("a word like it", "250-mx\r\n250-STARTTLSX\r\n250-X-STARTTLS\r\n250 AUTH PLAIN STARTTLS\r\n");
    smtp("in the server's name", "250-STARTTLS\r\n250 AUTH PLAIN\r\n");
    smtp("EHLO unknown", "500 what\r\n", Outcome::ServerRefused);
    smtp("EHLO refused for now", "421 later\r\n", Outcome::ServerRefused);

    const auto imap = [](const QByteArray& what, const Script& script) {
        row(Protocol::Imap, what, script, Outcome::StartTlsMissing, Stage::StartTls);
    };
    imap("not in the greeting", {Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n"_ba}});
    imap("not in the answer",
         {Say{"* OK hi\r\n"_ba}, Hear{}, Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n"_ba}});
    imap("a word like it", {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLSX AUTH=STARTTLS XSTARTTLS] hi\r\n"_ba}});
    imap("said, and taken back", {Say{"* OK hi\r\n"_ba}, Hear{},
                                  Say{"* CAPABILITY IMAP4rev1 STARTTLS\r\n* CAPABILITY IMAP4rev1\r\n%t OK done\r\n"_ba}});

    const auto pop3 = [](const QByteArray& what, const QByteArray& capa) {
        row(Protocol::Pop3, what, untilStartTls(Protocol::Pop3) + Script{Say{"-ERR what\r\n"_ba}, Hear{}, Say{capa}},
            Outcome::StartTlsMissing, Stage::StartTls);
    };
    pop3("not offered", "+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n");
    pop3("nothing offered", "+OK\r\n.\r\n");
    pop3("a word like it", "+OK\r\nSTLSX\r\nXSTLS\r\nUSER STLS\r\n.\r\n");
    pop3("CAPA unknown", "-ERR what\r\n");
}

void StartTlsAttacksTest::refused_data()
{
    column();
    for (const int code : {421, 432, 450, 451, 452, 454, 500, 501, 502, 503, 504, 521, 530, 534, 538, 550, 554, 555, 599})
        row(Protocol::Smtp, QByteArray::number(code),
            untilStartTls(Protocol::Smtp) + Script{Say{QByteArray::number(code) + " no\r\n"}}, Outcome::StartTlsRefused,
            Stage::StartTls);
    for (const int code : {200, 211, 221, 235, 250, 251, 334, 354}) // no refusal, and no go-ahead
        row(Protocol::Smtp, QByteArray::number(code),
            untilStartTls(Protocol::Smtp) + Script{Say{QByteArray::number(code) + " yes\r\n"}}, Outcome::ProtocolBroken,
            Stage::StartTls);

    for (const QByteArray& answer :
         {"%t NO no\r\n"_ba, "%t BAD what\r\n"_ba, "%t NO [UNAVAILABLE] no\r\n"_ba,
          "%t NO [REFERRAL imap://x/] there\r\n"_ba, "* BYE no\r\n"_ba, "* NO wait\r\n%t NO no\r\n"_ba})
        row(Protocol::Imap, answer.trimmed(), untilStartTls(Protocol::Imap) + Script{Say{answer}}, Outcome::StartTlsRefused,
            Stage::StartTls);
    for (const QByteArray& answer : {"+ go\r\n"_ba, "%t PREAUTH go\r\n"_ba, "a1 OK go\r\n"_ba, "%t go\r\n"_ba})
        row(Protocol::Imap, answer.trimmed(), untilStartTls(Protocol::Imap) + Script{Say{answer}}, Outcome::ProtocolBroken,
            Stage::StartTls);

    for (const QByteArray& answer : {"-ERR no\r\n"_ba, "-ERR\r\n"_ba, "-ERR [SYS/TEMP] later\r\n"_ba, "-err no\r\n"_ba})
        row(Protocol::Pop3, answer.trimmed(),
            untilStartTls(Protocol::Pop3) + Script{Say{answer}, Hear{}, Say{"+OK\r\nSTLS\r\nUSER\r\n.\r\n"_ba}},
            Outcome::StartTlsRefused, Stage::StartTls);
    for (const QByteArray& answer : {"+ go\r\n"_ba, "OK go\r\n"_ba, "+OKAY\r\n"_ba, "220 go\r\n"_ba})
        row(Protocol::Pop3, answer.trimmed(), untilStartTls(Protocol::Pop3) + Script{Say{answer}}, Outcome::ProtocolBroken,
            Stage::StartTls);
}

void StartTlsAttacksTest::answeredWithoutAHandshake_data()
{
    column();
    for (const Protocol protocol : allProtocols) {
        const Manners says = mannersOf(protocol);
        const Script agreed = untilStartTls(protocol) + Script{Say{says.goAhead}};
        const auto then = [&](const QByteArray& what, const Script& script, Outcome outcome = Outcome::TlsFailed) {
            row(protocol, what, agreed + script, outcome, Stage::Tls);
        };
        then("goes on in the clear", {Pause{200ms}, Say{says.greeting + says.letsIn}});
        then("one byte in the clear", {Pause{200ms}, Say{"2"_ba}, Silence{}}, Outcome::TimedOut);
        then("an alert", {Pause{200ms}, Say{"\x15\x03\x01\x00\x02\x02\x28"_ba}});
        then("a record of no kind", {Pause{200ms}, Say{QByteArray(64, '\0')}});
        then("closes", {Close{}});
        then("cuts", {Reset{}});
    }
}

void StartTlsAttacksTest::answeredWithoutAHandshake()
{
    Limits limits = shortLimits();
    limits.tls = 600ms;
    play(limits);
}

void StartTlsAttacksTest::injected_data()
{
    column();
    for (const Protocol protocol : allProtocols) {
        const Manners says = mannersOf(protocol);
        const Script behaves = wholeLogin(protocol, SecurityMode::StartTls);
        const Script rest = behaves.mid(untilStartTls(protocol).size() + 1); // from the handshake on
        for (const auto& [what, bytes] :
             {std::pair{"a byte", "2"_ba}, std::pair{"a line end", "\r\n"_ba}, std::pair{"a NUL", QByteArray(1, '\0')},
              std::pair{"the answers", says.capabilities},
              std::pair{"all that is asked inside", says.capabilities + says.letsIn},
              std::pair{"a second go-ahead", says.goAhead}})
            row(protocol, what + " in the same segment"_ba,
                untilStartTls(protocol) + Script{Say{says.goAhead + bytes}} + rest, Outcome::StartTlsInjected,
                Stage::StartTls);
        row(protocol, "byte by byte, after the go-ahead",
            untilStartTls(protocol) + Script{Drip{says.goAhead}, Pause{200ms}, Drip{says.capabilities + says.letsIn}} + rest,
            Outcome::TlsFailed, Stage::Tls);
        row(protocol, "the go-ahead before it was asked for",
            Script{Say{says.greeting + (says.offersTls.isEmpty() ? says.goAhead : QByteArray())}, Hear{},
                   Say{says.offersTls.isEmpty() ? QByteArray() : says.offersTls + says.goAhead}} +
                rest,
            Outcome::ProtocolBroken, Stage::StartTls);
        row(protocol, "the whole conversation at once",
            {Say{says.greeting + says.offersTls + says.goAhead + says.capabilities + says.letsIn}}, Outcome::ProtocolBroken,
            Stage::StartTls);
    }
}

void StartTlsAttacksTest::signedInAlready_data()
{
    column();
    const auto imap = [](const QByteArray& what, const Script& script, Outcome outcome, Stage stage) {
        row(Protocol::Imap, what, script, outcome, stage);
    };
    imap("PREAUTH", {Say{"* PREAUTH hi\r\n"_ba}}, Outcome::PreAuthenticated, Stage::Greeting);
    imap("PREAUTH that offers STARTTLS", {Say{"* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}},
         Outcome::PreAuthenticated, Stage::Greeting);
    imap("PREAUTH behind the greeting", {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n* PREAUTH hi\r\n"_ba}},
         Outcome::ProtocolBroken, Stage::StartTls);
    imap("PREAUTH for a go-ahead", untilStartTls(Protocol::Imap) + Script{Say{"* PREAUTH hi\r\n%t OK go\r\n"_ba}},
         Outcome::ProtocolBroken, Stage::StartTls);
    imap("PREAUTH inside TLS",
         untilCapabilities(Protocol::Imap, SecurityMode::StartTls) + Script{Say{"* PREAUTH hi\r\n%t OK done\r\n"_ba}},
         Outcome::ProtocolBroken, Stage::Capabilities);
    imap("a referral for a greeting", {Say{"* BYE [REFERRAL imap://elsewhere.example/] there\r\n"_ba}},
         Outcome::GreetingRefused, Stage::Greeting);
}

void StartTlsAttacksTest::changedByTls_data()
{
    column();
    const auto inside = [](Protocol protocol, const QByteArray& what, const QByteArray& reply, Outcome outcome,
                           Stage stage) {
        row(protocol, what, untilCapabilities(protocol, SecurityMode::StartTls) + Script{Say{reply}}, outcome, stage);
    };
    // A relay, as far as anybody can tell: mail is asked for, and no password leaves.
    row(Protocol::Smtp, "no AUTH any more",
        untilCapabilities(Protocol::Smtp, SecurityMode::StartTls) +
            Script{Say{"250-mx\r\n250 SIZE\r\n"_ba}, Hear{}, Say{"550 no\r\n"_ba}},
        Outcome::ServerRefused, Stage::Envelope);
    inside(Protocol::Smtp, "another AUTH", "250-mx\r\n250 AUTH GSSAPI\r\n", Outcome::CapabilityMissing, Stage::Login);
    inside(Protocol::Smtp, "EHLO refused", "502 no\r\n", Outcome::ServerRefused, Stage::Capabilities);
    inside(Protocol::Smtp, "a greeting once more", "220 mx ESMTP\r\n", Outcome::ProtocolBroken, Stage::Capabilities);
    inside(Protocol::Imap, "login disabled", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n%t OK done\r\n",
           Outcome::LoginForbidden, Stage::Login);
    inside(Protocol::Imap, "no answer but OK", "%t OK done\r\n", Outcome::ProtocolBroken, Stage::Capabilities);
    inside(Protocol::Imap, "refused", "%t BAD what\r\n", Outcome::ServerRefused, Stage::Capabilities);
    inside(Protocol::Imap, "a greeting once more", "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n%t BAD what\r\n",
           Outcome::ServerRefused, Stage::Capabilities);
    inside(Protocol::Pop3, "nothing any more", "+OK\r\n.\r\n", Outcome::LoginForbidden, Stage::Login);
    inside(Protocol::Pop3, "another SASL", "+OK\r\nSASL GSSAPI\r\n.\r\n", Outcome::CapabilityMissing, Stage::Login);
    row(Protocol::Imap, "answers with the handshake", // they have the tag of the command before
        untilStartTls(Protocol::Imap) + Script{Say{"%t OK go\r\n"_ba}, Encrypt{},
                                               Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n%t OK in\r\n"_ba}},
        Outcome::ProtocolBroken, Stage::Capabilities);
}

void StartTlsAttacksTest::whatWasOfferedBeforeTlsIsForgotten()
{
    FaultServer server(Script{Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS SASL-IR LITERAL+ AUTH=PLAIN AUTH=LOGIN] hi\r\n"_ba},
                              Hear{}, Say{"%t OK go\r\n"_ba}, Encrypt{}, Hear{},
                              Say{"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=CRAM-MD5\r\n%t OK done\r\n"_ba}, Hear{},
                              Say{"+ PDFAbXg+\r\n"_ba}, Hear{}, Say{"%t OK in\r\n"_ba}});
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Imap, SecurityMode::StartTls));
    QCOMPARE(report.learnt.mechanism, "CRAM-MD5"_ba);
    QCOMPARE(report.learnt.capabilitiesAfterTls, (QByteArrayList{"IMAP4rev1", "LOGINDISABLED", "AUTH=CRAM-MD5"}));
    QVERIFY(server.heard(0).encrypted.contains(" AUTHENTICATE CRAM-MD5\r\n")); // no SASL-IR
    QVERIFY(!server.hasHeard(plain("bob", password)));
}

STATIONER_TEST(StartTlsAttacksTest)
#include "starttlsattacks_test.moc"
