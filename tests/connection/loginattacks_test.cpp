// Attacks by the server itself, once it is spoken to inside TLS: success that nobody earned, answers of another command or
// of no protocol, and the way to elsewhere. The password is in TLS where it had been asked for, once, and never leaves
// again.

#include "attacks.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class LoginAttacksTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void answeredBeforeItWasAsked_data();
    void answeredBeforeItWasAsked() { play(); }
    void legitimateInBetween_data();
    void legitimateInBetween() { play(); }
    void guessedTags_data();
    void guessedTags() { play(); }
    void brokenCodes_data();
    void brokenCodes() { play(); }
    void successThatIsNone_data();
    void successThatIsNone() { play(); }
    void referrals_data();
    void referrals();
    void recipientsElsewhere_data();
    void recipientsElsewhere();

private:
    void play()
    {
        QFETCH(Attack, attack);
        withstand(attack, m_certificate);
    }

    static void column() { QTest::addColumn<Attack>("attack"); }
    static void row(Protocol protocol, SecurityMode security, const QByteArray& what, const Script& script, Outcome outcome,
                    Stage stage, Password password = Password::Kept)
    {
        QTest::newRow(attackName(protocol, security, what)) << Attack{protocol, security, script, outcome, stage, password};
    }
    /// In the clear and inside TLS.
    static void rows(Protocol protocol, const QByteArray& what, const Script& script, Outcome outcome, Stage stage,
                     Password password = Password::Kept)
    {
        row(protocol, SecurityMode::None, what, script, outcome, stage, password);
        row(protocol, SecurityMode::Ssl, what, Script{Encrypt{}} + script, outcome, stage, password);
    }
};

void LoginAttacksTest::answeredBeforeItWasAsked_data()
{
    column();
    for (const Protocol protocol : allProtocols) {
        const bool isImap = protocol == Protocol::Imap;
        const Manners behaves = mannersOf(protocol);
        Manners says = behaves;
        if (isImap) // the best guesses there are
            says = {"* OK hi\r\n", {}, {}, "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK done\r\n", "+ \r\n", "a2 OK in\r\n"};
        rows(protocol, "everything at once", {Say{says.greeting + says.capabilities + says.challenge + says.letsIn}},
             Outcome::ProtocolBroken, Stage::Capabilities);
        rows(protocol, "the beginning of an answer",
             {Say{says.greeting + says.capabilities.first(3)}, Hear{}, Say{says.capabilities.sliced(3) + says.letsIn}},
             Outcome::ProtocolBroken, Stage::Capabilities);
        rows(protocol, "the login's answer with the capabilities",
             {Say{says.greeting}, Hear{}, Say{behaves.capabilities + behaves.letsIn}}, Outcome::ProtocolBroken, Stage::Login,
             isImap ? Password::Kept : Password::Sent);
        rows(protocol, "what no answer begins with", {Say{says.greeting + "x"}, Hear{}, Say{behaves.capabilities}},
             Outcome::ProtocolBroken, Stage::Capabilities);
    }
    // As much as is read in one turn: the answers are still in the socket when the question goes out.
    const QByteArray line = "220-" + QByteArray(1018, 'x') + "\r\n";
    const QByteArray last = "220-" + QByteArray(1024 - 14, 'x') + "\r\n220 hi\r\n";
    rows(Protocol::Smtp, "still in the socket", {Say{line.repeated(15) + last + "250-mx\r\n250 AUTH PLAIN\r\n235 in\r\n"}},
         Outcome::ProtocolBroken, Stage::Capabilities);
    rows(Protocol::Smtp, "a waiting 421", {Say{"220 hi\r\n421 4.3.2 closing\r\n"_ba}, Close{}}, Outcome::ServerRefused,
         Stage::Capabilities);
    rows(Protocol::Imap, "a waiting BYE", {Say{"* OK hi\r\n* BYE closing\r\n"_ba}, Close{}}, Outcome::ServerRefused,
         Stage::Capabilities);
    rows(Protocol::Pop3, "a waiting refusal", {Say{"+OK hi\r\n-ERR closing\r\n"_ba}, Close{}}, Outcome::ProtocolBroken,
         Stage::Capabilities);
}

/// What servers do that behave, in one segment and byte by byte: it must not be taken for an attack.
void LoginAttacksTest::legitimateInBetween_data()
{
    column();
    const auto imap = [](const QByteArray& what, const Script& script) {
        rows(Protocol::Imap, what, script + Script{Hear{}, Say{"+ \r\n"_ba}, Hear{}, Say{"%t OK in\r\n"_ba}, Hear{}},
             Outcome::Succeeded, Stage::Login, Password::Sent);
    };
    imap("remarks with the greeting",
         {Say{"* OK hi\r\n* OK [ALERT] noon\r\n* 3 EXISTS\r\n"_ba}, Hear{},
          Say{"* 4 EXISTS\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n* 5 EXISTS\r\n"_ba}});
    imap("capabilities unasked", {Say{"* OK hi\r\n* CAPABILITY IMAP4rev1 AUTH=GSSAPI\r\n"_ba}, Hear{},
                                  Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n"_ba}});
    imap("byte by byte", {Drip{"* OK hi\r\n* 3 EXISTS\r\n"_ba}, Hear{},
                          Drip{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n* 5 EXISTS\r\n"_ba}});
    rows(Protocol::Imap, "capabilities with the login's OK",
         {Say{"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n"_ba}, Hear{},
          Say{"* CAPABILITY IMAP4rev1 IDLE\r\n%t OK [CAPABILITY IMAP4rev1 IDLE] in\r\n* OK hi\r\n"_ba}},
         Outcome::Succeeded, Stage::Login, Password::Sent);
    rows(Protocol::Smtp, "replies of many lines, byte by byte",
         {Drip{"220-mx\r\n220-waits\r\n220 hi\r\n"_ba}, Hear{}, Drip{"250-mx\r\n250-AUTH PLAIN\r\n250 SIZE\r\n"_ba}, Hear{},
          Drip{"235-2.7.0 in\r\n235 2.7.0 now\r\n"_ba}},
         Outcome::Succeeded, Stage::Login, Password::Sent);
    rows(Protocol::Pop3, "a list byte by byte",
         {Drip{"+OK hi\r\n"_ba}, Hear{}, Drip{"+OK\r\nSASL PLAIN\r\n.\r\n"_ba}, Hear{}, Drip{"+OK in\r\n"_ba}},
         Outcome::Succeeded, Stage::Login, Password::Sent);
}

void LoginAttacksTest::guessedTags_data()
{
    column();
    for (const QByteArray& tag : {"a1"_ba, "a2"_ba, "a3"_ba, "A1"_ba, "A2"_ba, "1"_ba, "2"_ba, "001"_ba, "a001"_ba,
                                  "A001"_ba, "aaaaaaaa"_ba, "tag"_ba, "OK"_ba, "%t%t"_ba, "x%t"_ba}) {
        const Script asked{Say{"* OK hi\r\n"_ba}, Hear{}};
        const QByteArray capabilities = "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n";
        rows(Protocol::Imap, "to CAPABILITY, " + tag, asked + Script{Say{capabilities + tag + " OK done\r\n"}},
             Outcome::ProtocolBroken, Stage::Capabilities);
        rows(Protocol::Imap, "to AUTHENTICATE, " + tag,
             asked + Script{Say{capabilities + "%t OK done\r\n"}, Hear{}, Say{tag + " OK in\r\n"}}, Outcome::ProtocolBroken,
             Stage::Login);
        rows(Protocol::Imap, "byte by byte, " + tag,
             {Drip{"* OK hi\r\n" + capabilities + tag + " OK done\r\n" + tag + " OK in\r\n"}}, Outcome::ProtocolBroken,
             Stage::Capabilities);
    }
    row(Protocol::Imap, SecurityMode::StartTls, "STARTTLS's for CAPABILITY",
        untilStartTls(Protocol::Imap) + Script{Say{"%t OK go\r\n"_ba}, Encrypt{}, Say{"%t OK done\r\n"_ba}},
        Outcome::ProtocolBroken, Stage::Capabilities);
    const Script password = untilPassword(Protocol::Imap, SecurityMode::None);
    for (const QByteArray& tag : {"+"_ba, "**"_ba, "%t*"_ba, "%t+"_ba})
        rows(Protocol::Imap, "to the password, " + tag, password + Script{Say{tag + " OK in\r\n"}}, Outcome::ProtocolBroken,
             Stage::Login, Password::Sent);
    rows(Protocol::Imap, "to the password, *", password + Script{Say{"* OK in\r\n%t NO no\r\n"_ba}}, Outcome::LoginRejected,
         Stage::Login, Password::Sent);
}

void LoginAttacksTest::brokenCodes_data()
{
    column();
    const auto everywhere = [](Protocol protocol, const QByteArray& answer) {
        const Script greeting{Say{protocol == Protocol::Imap ? "* OK hi\r\n"_ba : mannersOf(protocol).greeting}, Hear{}};
        rows(protocol, "greeting " + answer, {Say{answer + "\r\n"}}, Outcome::ProtocolBroken, Stage::Greeting);
        rows(protocol, "capabilities " + answer, greeting + Script{Say{answer + "\r\n"}}, Outcome::ProtocolBroken,
             Stage::Capabilities);
        rows(protocol, "login " + answer, untilPassword(protocol, SecurityMode::None) + Script{Say{answer + "\r\n"}},
             Outcome::ProtocolBroken, Stage::Login, Password::Sent);
    };
    for (const QByteArray& answer : {"99 ok"_ba, "2500 ok"_ba, "25x ok"_ba, "-250 ok"_ba, "000 ok"_ba, "100 ok"_ba,
                                     "600 ok"_ba, "250_ok"_ba, "250\tok"_ba, " 250 ok"_ba, "+250 ok"_ba, "0250 ok"_ba,
                                     "2 5 0"_ba, "ok"_ba, "\xff\xfe"_ba, "\xd9\xa2\xd9\xa5\xd9\xa0 ok"_ba,
                                     QByteArray("2\0"
                                                "50 ok",
                                                8)})
        everywhere(Protocol::Smtp, answer);
    for (const QByteArray& answer : {"OK"_ba, "%t"_ba, "*"_ba, "* "_ba, "*  OK"_ba, "%t MAYBE"_ba, "%t  OK"_ba,
                                     "%t PREAUTH in"_ba, "%t BYE"_ba, "(%t) OK in"_ba, "%t\tOK in"_ba, "\xff\xfe"_ba})
        everywhere(Protocol::Imap, answer);
    for (const QByteArray& answer : {"OK"_ba, "+OKAY"_ba, "+ OK"_ba, "+OK\tin"_ba, "ERR"_ba, "-ERROR"_ba, "- ERR no"_ba,
                                     " +OK"_ba, "++OK"_ba, "\xff\xfe"_ba})
        everywhere(Protocol::Pop3, answer);

    const auto smtp = [](const QByteArray& what, const QByteArray& reply) {
        rows(Protocol::Smtp, "capabilities " + what, {Say{"220 mx\r\n"_ba}, Hear{}, Say{reply}}, Outcome::ProtocolBroken,
             Stage::Capabilities);
    };
    smtp("another code in the last line", "250-mx\r\n550 AUTH PLAIN\r\n");
    smtp("another code in the middle", "250-mx\r\n251-SIZE\r\n250 AUTH PLAIN\r\n");
    smtp("no code in the middle", "250-mx\r\nSIZE\r\n250 AUTH PLAIN\r\n");
    smtp("an empty line in the middle", "250-mx\r\n\r\n250 AUTH PLAIN\r\n");
    for (const QByteArray& code : {"220"_ba, "235"_ba, "251"_ba, "334"_ba, "354"_ba})
        smtp(code, code + " AUTH PLAIN\r\n");
    for (const QByteArray& code : {"235"_ba, "250"_ba, "354"_ba})
        rows(Protocol::Smtp, "greeting " + code, {Say{code + " hi\r\n"}}, Outcome::ProtocolBroken, Stage::Greeting);
}

void LoginAttacksTest::successThatIsNone_data()
{
    column();
    const auto login = [](Protocol protocol, const QByteArray& answer, Outcome outcome) {
        rows(protocol, "password " + answer, untilPassword(protocol, SecurityMode::None) + Script{Say{answer}}, outcome,
             Stage::Login, Password::Sent);
    };
    for (const QByteArray& code : {"200"_ba, "220"_ba, "250"_ba, "251"_ba, "354"_ba})
        login(Protocol::Smtp, code + " in\r\n", Outcome::ProtocolBroken);
    for (const QByteArray& code : {"421"_ba, "432"_ba, "454"_ba, "500"_ba, "535"_ba, "550"_ba})
        login(Protocol::Smtp, code + " no\r\n", Outcome::LoginRejected);
    login(Protocol::Smtp, "538 encrypt\r\n", Outcome::LoginForbidden);
    login(Protocol::Smtp, "334 \r\n", Outcome::ProtocolBroken); // PLAIN has no second challenge
    login(Protocol::Smtp, "334 \r\n235 in\r\n", Outcome::ProtocolBroken);
    login(Protocol::Imap, "+ \r\n", Outcome::ProtocolBroken);
    login(Protocol::Imap, "+ \r\n%t OK in\r\n", Outcome::ProtocolBroken);
    login(Protocol::Imap, "* OK in\r\n* OK in\r\n%t NO no\r\n", Outcome::LoginRejected);
    login(Protocol::Imap, "* PREAUTH in\r\n", Outcome::ProtocolBroken);
    login(Protocol::Imap, "* X {10}\r\n%t OK in\r\n%t NO no\r\n", Outcome::LoginRejected);     // begun in a literal
    login(Protocol::Imap, "* X {16}\r\n%t OK in\r\n\r\n%t NO no\r\n", Outcome::LoginRejected); // hidden in a literal
    login(Protocol::Imap, "%t BAD what\r\n", Outcome::LoginRejected);
    login(Protocol::Pop3, "+ \r\n", Outcome::ProtocolBroken);
    login(Protocol::Pop3, "+ \r\n+OK in\r\n", Outcome::ProtocolBroken);
    login(Protocol::Pop3, "-ERR +OK in\r\n", Outcome::LoginRejected);
    for (const Protocol protocol : allProtocols) { // it has not been told the password
        const QByteArray scram = protocol == Protocol::Smtp ? "250-mx\r\n250 AUTH SCRAM-SHA-256\r\n"_ba
                                 : protocol == Protocol::Imap
                                     ? "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256\r\n%t OK done\r\n"_ba
                                     : "+OK\r\nSASL SCRAM-SHA-256\r\n.\r\n"_ba;
        rows(protocol, "success instead of SCRAM's first message",
             untilCapabilities(protocol, SecurityMode::None) + Script{Say{scram}, Hear{}, Say{mannersOf(protocol).letsIn}},
             Outcome::ProtocolBroken, Stage::Login);
    }
}

void LoginAttacksTest::referrals_data()
{
    column();
    const QByteArray there = "[REFERRAL imap://127.0.0.1:%p/] there";
    const auto imap = [](const QByteArray& what, const Script& script, Outcome outcome, Stage stage, Password password) {
        rows(Protocol::Imap, what, script, outcome, stage, password);
    };
    imap("BYE for a greeting", {Say{"* BYE " + there + "\r\n"}}, Outcome::GreetingRefused, Stage::Greeting, Password::Kept);
    const Script login = untilPassword(Protocol::Imap, SecurityMode::None);
    imap("NO to the login", login + Script{Say{"%t NO " + there + "\r\n"}}, Outcome::LoginRejected, Stage::Login,
         Password::Sent);
    imap("BYE to the login", login + Script{Say{"* BYE " + there + "\r\n"}}, Outcome::ServerRefused, Stage::Login,
         Password::Sent);
    imap("OK to the login", login + Script{Say{"%t OK " + there + "\r\n"}}, Outcome::Succeeded, Stage::Login,
         Password::Sent);
    imap("unasked", login + Script{Say{"* NO " + there + "\r\n%t NO no\r\n"}}, Outcome::LoginRejected, Stage::Login,
         Password::Sent);
    rows(Protocol::Smtp, "551 to the login",
         untilPassword(Protocol::Smtp, SecurityMode::None) + Script{Say{"551 try <127.0.0.1:%p>\r\n"_ba}},
         Outcome::LoginRejected, Stage::Login, Password::Sent);
    rows(Protocol::Pop3, "-ERR to the login",
         untilPassword(Protocol::Pop3, SecurityMode::None) + Script{Say{"-ERR [REFERRAL pop://127.0.0.1:%p]\r\n"_ba}},
         Outcome::LoginRejected, Stage::Login, Password::Sent);
}

void LoginAttacksTest::referrals()
{
    QFETCH(Attack, attack);
    const FaultServer elsewhere(Script{Silence{}});
    for (Act& act : attack.script)
        if (auto* say = std::get_if<Say>(&act))
            say->bytes.replace("%p", QByteArray::number(elsewhere.port()));
    withstand(attack, m_certificate);
    QCOMPARE(elsewhere.connections(), 0);
}

void LoginAttacksTest::recipientsElsewhere_data()
{
    column();
    const auto smtp = [](const QByteArray& reply, Outcome outcome) {
        const Script until = untilPassword(Protocol::Smtp, SecurityMode::Ssl) +
                             Script{Say{"235 in\r\n"_ba}, Hear{}, Say{"250 ok\r\n"_ba}, Hear{}, Say{reply}};
        const bool isTaken = outcome == Outcome::Succeeded;
        row(Protocol::Smtp, SecurityMode::Ssl, reply, until + (isTaken ? Script{Hear{}, Say{"250 ok\r\n"_ba}} : Script{}),
            outcome, Stage::Envelope, Password::Sent);
    };
    smtp("251 will forward to <a@elsewhere.example>\r\n", Outcome::Succeeded);
    smtp("551 try <a@elsewhere.example>\r\n", Outcome::ServerRefused);
    smtp("250 ok\r\n250 ok\r\n", Outcome::ProtocolBroken); // RSET's answer came before RSET
}

void LoginAttacksTest::recipientsElsewhere()
{
    QFETCH(Attack, attack);
    withstand(attack, m_certificate, shortLimits(), [](TestOrder& order) {
        order.depth = Depth::Envelope;
        order.recipient = u"a@acme.example"_s;
    });
}

STATIONER_TEST(LoginAttacksTest)
#include "loginattacks_test.moc"
