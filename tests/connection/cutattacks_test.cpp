// Conversations that stop: each reply of each protocol, in each mode with TLS, cut in its middle and before its last byte,
// by FIN and by RST, and silence instead of each. A reply that ends before its end mark is none.

#include "attacks.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class CutAttacksTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void closed_data() { rows("closes", Close{}, Outcome::ConnectionLost); }
    void closed() { play(shortLimits()); }
    void reset_data() { rows("cuts", Reset{}, Outcome::ConnectionLost); }
    void reset() { play(shortLimits()); }
    void silent_data();
    void silent();

private:
    void play(const Limits& limits)
    {
        QFETCH(Attack, attack);
        withstand(attack, m_certificate, limits);
    }

    /// At which stage each reply of wholeLogin() is awaited.
    static QList<Stage> stagesOf(Protocol protocol, SecurityMode security)
    {
        QList<Stage> stages{Stage::Greeting};
        if (security == SecurityMode::StartTls)
            stages += protocol == Protocol::Smtp ? QList{Stage::StartTls, Stage::StartTls} : QList{Stage::StartTls};
        stages += {Stage::Capabilities, Stage::Login};
        if (protocol == Protocol::Imap)
            stages += Stage::Login; // the challenge
        return stages;
    }

    /// The whole login up to its n-th reply, of which so much is said.
    enum class Part { None, Half, AllButLineFeed };
    static Script cut(const Script& whole, int reply, Part part)
    {
        Script script;
        for (const Act& act : whole) {
            const auto* say = std::get_if<Say>(&act);
            if (say && reply-- == 0) {
                switch (part) {
                case Part::None:
                    return script;
                case Part::Half:
                    return script + Script{Say{say->bytes.first(say->bytes.size() / 2)}};
                case Part::AllButLineFeed:
                    return script + Script{Say{say->bytes.chopped(1)}};
                }
            }
            script += act;
        }
        qFatal("there are not so many replies");
    }

    static void rows(const QByteArray& how, const Act& end, Outcome outcome)
    {
        QTest::addColumn<Attack>("attack");
        for (const Protocol protocol : allProtocols)
            for (const SecurityMode security : {SecurityMode::StartTls, SecurityMode::Ssl})
                for (const auto& [part, where] :
                     {std::pair{Part::None, " instead of"}, std::pair{Part::Half, " in the middle of"},
                      std::pair{Part::AllButLineFeed, " before the last byte of"}})
                    row(protocol, security, how + where, part, end, outcome);
    }

    static void row(Protocol protocol, SecurityMode security, const QByteArray& how, Part part, const Act& end,
                    Outcome outcome)
    {
        const QList<Stage> stages = stagesOf(protocol, security);
        for (int reply = 0; reply < stages.size(); ++reply) {
            const bool isLast = reply + 1 == stages.size();
            QTest::newRow(attackName(protocol, security, how + " reply " + QByteArray::number(reply + 1)))
                << Attack{protocol, security,         cut(wholeLogin(protocol, security), reply, part) + Script{end},
                          outcome,  stages.at(reply), isLast ? Password::Sent : Password::Kept};
        }
    }
};

void CutAttacksTest::silent_data()
{
    rows("silent", Silence{}, Outcome::TimedOut);
}

/// Only the deadline that is to pass is short.
void CutAttacksTest::silent()
{
    QFETCH(Attack, attack);
    Limits limits = shortLimits();
    limits.counterProbe = 5s;
    (attack.stage == Stage::Greeting ? limits.greeting
     : attack.stage == Stage::Login  ? limits.loginReply
                                     : limits.reply) = 250ms;
    play(limits);
}

STATIONER_TEST(CutAttacksTest)
#include "cutattacks_test.moc"
