// Attacks by the server itself, once it is spoken to inside TLS: success that nobody earned, answers of another command or of
// no protocol, and the way to elsewhere. The password is in TLS where it had been asked for, once, and never leaves again.

#include "attacks.h"

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
        Manners says = mannersOf(protocol);
        if (isImap) // its best guesses
            says = {"* OK hi\r\n", {}, {}, "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK done\r\n", "+ \r\n", "a2 OK in\r\n"};
        rows(protocol, "everything at once", {Say{says.greeting + says.capabilities + says.letsIn}, Silence{}},
             Outcome::ProtocolBroken, Stage::Capabilities);
        rows(protocol, "the beginning of an answer",
             {Say{says.greeting + says.capabilities.first(3)}, Hear{},
              Say{says.capabilities.sliced(3) + says.letsIn}, Silence{}},
             isImap ? Outcome::ProtocolBroken : Outcome::ProtocolBroken, Stage::Capabilities);
        // As much as is read in one turn, so that the answers are still in the socket when the question goes out.
        const QByteArray line = isImap ? "* OK " : protocol == Protocol::Smtp ? "220-" : "";
        if (!line.isEmpty()) {
            QByteArray greeting = QByteArray(line + QByteArray(1022 - line.size(), 'x') + "\r\n").repeated(15);
            greeting += line + QByteArray(1024 - line.size() - says.greeting.size() - 2, 'x') + "\r\n" + says.greeting;
            if (isImap)
                greeting = says.greeting + greeting.first(greeting.size() - says.greeting.size());
            rows(protocol, "more than one turn reads",
                 {Say{greeting + says.capabilities + says.letsIn}, Silence{}}, Outcome::ProtocolBroken, Stage::Capabilities);
        }
        const Manners behaves = mannersOf(protocol);
        const Script asked{Say{says.greeting}, Hear{}};
        rows(protocol, "the login's answer with the capabilities",
             asked + Script{Say{behaves.capabilities + "%t OK in\r\n" + (isImap ? "" : behaves.letsIn)}, Hear{}, Silence{}},
             Outcome::ProtocolBroken, isImap ? Stage::Login : Stage::Login, Password::Sent);
    }
}

QTEST_GUILESS_MAIN(LoginAttacksTest)
#include "loginattacks_test.moc"
