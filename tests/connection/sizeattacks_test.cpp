// Servers that want memory or time: lines, replies, lists and challenges without end, literals of every size. Each ends at a
// bound, by what was received and not by a deadline, and costs no password that was not due.

#include "attacks.h"

#include "mail/linebuffer.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class SizeAttacksTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void endlessLines_data();
    void endlessLines() { play(); }
    void endlessReplies_data();
    void endlessReplies() { play(); }
    void atTheBound_data();
    void atTheBound() { play(); }
    void literals_data();
    void literals() { play(); }
    void challenges_data();
    void challenges();

private:
    void play(const std::function<void(TestOrder&)>& prepare = {})
    {
        QFETCH(Attack, attack);
        Limits limits = shortLimits(); // a deadline is no bound here
        limits.greeting = limits.reply = limits.loginReply = limits.counterProbe = 60s;
        withstand(attack, m_certificate, limits, prepare);
    }

    static void column() { QTest::addColumn<Attack>("attack"); }
    static void row(Protocol protocol, SecurityMode security, const QByteArray& what, const Script& script, Outcome outcome,
                    Stage stage, Password password = Password::Kept)
    {
        QTest::newRow(attackName(protocol, security, what)) << Attack{protocol, security, script, outcome, stage, password};
    }
    /// The same flood instead of each reply of a login.
    static void everywhere(Protocol protocol, const QByteArray& what, const QByteArray& flood)
    {
        using enum SecurityMode;
        const auto broken = [&](SecurityMode security, const char* where, const Script& until, Stage stage,
                                Password password) {
            row(protocol, security, what + ' ' + where, until + Script{Flood{flood}}, Outcome::ProtocolBroken, stage,
                password);
        };
        broken(StartTls, "for a greeting", {}, Stage::Greeting, Password::Kept);
        broken(StartTls, "for a go-ahead", untilStartTls(protocol), Stage::StartTls, Password::Kept);
        broken(Ssl, "for a greeting", {Encrypt{}}, Stage::Greeting, Password::Kept);
        broken(StartTls, "for capabilities", untilCapabilities(protocol, StartTls), Stage::Capabilities, Password::Kept);
        broken(Ssl, "for capabilities", untilCapabilities(protocol, Ssl), Stage::Capabilities, Password::Kept);
        broken(Ssl, "for the login's answer", untilPassword(protocol, Ssl), Stage::Login, Password::Sent);
    }
};

void SizeAttacksTest::endlessLines_data()
{
    column();
    for (const Protocol protocol : allProtocols) {
        everywhere(protocol, "endless x", QByteArray(4096, 'x'));
        everywhere(protocol, "endless NUL", QByteArray(4096, '\0'));
        everywhere(protocol, "endless CR", QByteArray(4096, '\r'));
    }
}

void SizeAttacksTest::endlessReplies_data()
{
    column();
    const auto flood = [](Protocol protocol, const QByteArray& what, const QByteArray& first, const QByteArray& then,
                          const Script& until, Stage stage, Password password = Password::Kept) {
        row(protocol, SecurityMode::Ssl, what, until + Script{Say{first}, Flood{then.repeated(100)}},
            Outcome::ProtocolBroken, stage, password);
    };
    const Script greeting{Encrypt{}};
    const Script smtp = untilCapabilities(Protocol::Smtp, SecurityMode::Ssl);
    const Script imap = untilCapabilities(Protocol::Imap, SecurityMode::Ssl);
    const Script pop3 = untilCapabilities(Protocol::Pop3, SecurityMode::Ssl);
    flood(Protocol::Smtp, "a greeting", {}, "220-x\r\n", greeting, Stage::Greeting);
    flood(Protocol::Smtp, "keywords", {}, "250-KEYWORD\r\n", smtp, Stage::Capabilities);
    flood(Protocol::Smtp, "bare codes", {}, "250-\r\n", smtp, Stage::Capabilities);
    flood(Protocol::Smtp, "mechanisms", {}, "250-AUTH PLAIN LOGIN CRAM-MD5\r\n", smtp, Stage::Capabilities);
    flood(Protocol::Smtp, "a refusal", {}, "535-no\r\n", untilPassword(Protocol::Smtp, SecurityMode::Ssl), Stage::Login,
          Password::Sent);
    flood(Protocol::Smtp, "whole replies", {}, "250-mx\r\n250 AUTH PLAIN\r\n", smtp, Stage::Login, Password::Sent);
    flood(Protocol::Imap, "untagged remarks", {}, "* OK x\r\n", imap, Stage::Capabilities);
    flood(Protocol::Imap, "untagged data", {}, "* 1 EXISTS\r\n", imap, Stage::Capabilities);
    flood(Protocol::Imap, "capabilities again and again", {}, "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n", imap,
          Stage::Capabilities);
    flood(Protocol::Imap, "atoms", "* CAPABILITY", " X", imap, Stage::Capabilities);
    flood(Protocol::Imap, "atoms in the greeting", "* OK [CAPABILITY", " X", greeting, Stage::Greeting);
    flood(Protocol::Imap, "empty literals", "* X", " {0}\r\n", imap, Stage::Capabilities);
    flood(Protocol::Imap, "after the password", {}, "* 1 EXISTS\r\n", untilPassword(Protocol::Imap, SecurityMode::Ssl),
          Stage::Login, Password::Sent);
    flood(Protocol::Pop3, "capabilities", "+OK\r\n", "X\r\n", pop3, Stage::Capabilities);
    flood(Protocol::Pop3, "empty lines", "+OK\r\n", "\r\n", pop3, Stage::Capabilities);
    flood(Protocol::Pop3, "stuffed dots", "+OK\r\n", "..\r\n", pop3, Stage::Capabilities);
    flood(Protocol::Pop3, "mechanisms", "+OK\r\n", "SASL PLAIN\r\n", pop3, Stage::Capabilities);
    flood(Protocol::Pop3, "whole answers", {}, "+OK\r\n", greeting, Stage::Capabilities);
}

/// One byte less is no attack.
void SizeAttacksTest::atTheBound_data()
{
    column();
    const auto smtp = [](const QByteArray& what, const QByteArray& reply, bool isTooMuch) {
        const Script script =
            untilCapabilities(Protocol::Smtp, SecurityMode::Ssl) + Script{Say{reply}, Hear{}, Say{"235 in\r\n"_ba}, Hear{}};
        row(Protocol::Smtp, SecurityMode::Ssl, what, script, isTooMuch ? Outcome::ProtocolBroken : Outcome::Succeeded,
            isTooMuch ? Stage::Capabilities : Stage::Login, isTooMuch ? Password::Kept : Password::Sent);
    };
    const QByteArray last = "250 AUTH PLAIN\r\n";
    const auto line = [](qsizetype size) { return "250-" + QByteArray(size - 4, 'x') + "\r\n"; };
    smtp("the longest line", line(LineBuffer::maximumLine) + last, false);
    smtp("a longer line", line(LineBuffer::maximumLine + 1) + last, true);
    const QByteArray full = line(1022).repeated(63);
    smtp("the longest reply", full + line(1022 - last.size()) + last, false);
    smtp("a longer reply", full + line(1023 - last.size()) + last, true);
}

void SizeAttacksTest::literals_data()
{
    column();
    // The announcement, what follows it, and whether the response is passed over: then the login goes on.
    const auto imap = [](const QByteArray& size, const QByteArray& follows, bool isPassedOver) {
        const Script until = untilCapabilities(Protocol::Imap, SecurityMode::Ssl);
        const QByteArray rest = "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n";
        if (isPassedOver)
            row(Protocol::Imap, SecurityMode::Ssl, size,
                until + Script{Say{"* X " + size + "\r\n" + follows + "\r\n" + rest}, Hear{}, Say{"+ \r\n"_ba}, Hear{},
                               Say{"%t OK in\r\n"_ba}, Hear{}},
                Outcome::Succeeded, Stage::Login, Password::Sent);
        else
            row(Protocol::Imap, SecurityMode::Ssl, size, until + Script{Say{"* X " + size + "\r\n"}, Flood{follows}},
                Outcome::ProtocolBroken, Stage::Capabilities);
    };
    const QByteArray line = QByteArray(1022, 'x') + "\r\n";
    imap("{0}", "", true);
    imap("{0+}", "", true);
    imap("{1}", "x", true);
    imap("{00000000000000000001}", "x", true);
    imap("{1024}", line, true);
    imap("{32768}", line.repeated(32), true);
    imap("{65536}", line, false); // as large as a whole reply may be
    for (const QByteArray& size :
         {"{65537}"_ba, "{1000000}"_ba, "{2147483647}"_ba, "{2147483648}"_ba, "{4294967295}"_ba, "{4294967296}"_ba,
          "{9223372036854775807}"_ba, "{9223372036854775808}"_ba, "{18446744073709551615}"_ba, "{18446744073709551616}"_ba,
          "{65537+}"_ba, "{" + QByteArray(100, '9') + '}'})
        imap(size, line, false);
    for (const QByteArray& none : {"{-1}"_ba, "{-9223372036854775808}"_ba, "{}"_ba, "{+}"_ba, "{1.5}"_ba, "{0x10}"_ba,
                                   "{ 5}"_ba, "{5 }"_ba, "{5-}"_ba, "{\xd9\xa5}"_ba, "}"_ba, "{{5}"_ba.chopped(1)})
        imap(none, "* Y", true); // no literal, so the next line is one of its own
    row(Protocol::Imap, SecurityMode::Ssl, "a literal in a literal's place",
        untilCapabilities(Protocol::Imap, SecurityMode::Ssl) + Script{Say{"* X {3}\r\nabc {4}\r\n"_ba}, Flood{line}},
        Outcome::ProtocolBroken, Stage::Capabilities);
}

void SizeAttacksTest::challenges_data()
{
    column();
    QTest::addColumn<QByteArray>("mechanism");
    const auto add = [](Protocol protocol, const QByteArray& mechanism, const QByteArray& what, const Script& script,
                        Password password) {
        const QByteArray offer = protocol == Protocol::Smtp ? "250-mx\r\n250 AUTH " + mechanism + "\r\n"
                                 : protocol == Protocol::Imap
                                     ? "* CAPABILITY IMAP4rev1 AUTH=" + mechanism + "\r\n%t OK done\r\n"
                                     : "+OK\r\nSASL " + mechanism + "\r\n.\r\n";
        QTest::newRow(attackName(protocol, SecurityMode::Ssl, mechanism + ", " + what))
            << Attack{protocol,
                      SecurityMode::Ssl,
                      untilCapabilities(protocol, SecurityMode::Ssl) + Script{Say{offer}, Hear{}} + script,
                      Outcome::ProtocolBroken,
                      Stage::Login,
                      password}
            << mechanism;
    };
    const QByteArray tenMegabytes = QByteArray(10 * 1024 * 1024 / 4 * 3, 'x').toBase64();
    for (const Protocol protocol : allProtocols) {
        const QByteArray asks = protocol == Protocol::Smtp ? "334 "_ba : "+ "_ba;
        const Script again{Say{asks + "\r\n"}, Hear{}};
        for (const QByteArray& mechanism : {"PLAIN"_ba, "LOGIN"_ba, "CRAM-MD5"_ba, "SCRAM-SHA-1"_ba, "SCRAM-SHA-256"_ba}) {
            const Password password = mechanism == "PLAIN" && protocol != Protocol::Imap ? Password::Sent : Password::Kept;
            add(protocol, mechanism, "10 MB of base64", {Say{asks + tenMegabytes + "\r\n"}}, password);
            add(protocol, mechanism, "base64 without end", {Say{asks}, Flood{QByteArray(4096, 'A')}}, password);
            Script endless;
            for (int i = 0; i < 20; ++i)
                endless += again;
            if (mechanism != "LOGIN") // a transcript has its third prompt
                add(protocol, mechanism, "prompts without end", endless,
                    mechanism == "PLAIN" ? Password::Sent : Password::Kept);
        }
    }
}

void SizeAttacksTest::challenges()
{
    QFETCH(QByteArray, mechanism);
    play([&mechanism](TestOrder& order) { order.mechanism = mechanism; });
}

STATIONER_TEST(SizeAttacksTest)
#include "sizeattacks_test.moc"
