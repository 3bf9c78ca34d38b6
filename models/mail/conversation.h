#pragma once

#include "mail/command.h"
#include "mail/dialogue.h"
#include "mail/sasl.h"

#include <memory>

namespace stationer {

/// What the dialogues of the three protocols have in common: the goal, what was learnt, the steps being collected, the rules
/// that hold for all. It speaks no protocol itself.
///
/// TLS, which every dialogue passes in this order only:
///
///     mode none      Clear
///     mode starttls  Clear ──startTls()──▶ Awaited ──encrypted()──▶ Encrypted
///     mode ssl       Encrypted
///
/// A line that comes while TLS is awaited was sent in the clear after the go-ahead; it ends the dialogue.
class Conversation : public Dialogue {
public:
    Steps connected(const ChannelFacts& channel) final;
    Steps on(QByteArrayView line) final;
    Steps onEarly(QByteArrayView line) final;
    Steps encrypted(const ChannelFacts& channel) final;
    Steps goOn() final;
    const Learnt& learnt() const final { return m_learnt; }
    bool hasReachedGoal() const final { return m_hasReachedGoal; }
    QList<Secret> derived() const override;

protected:
    Conversation(DialogueGoal goal, Service service);

    virtual void received(QByteArrayView line) = 0;
    virtual void receivedEarly(QByteArrayView line) = 0; ///< what is no answer, but may come at any time
    virtual void secured() = 0;                          ///< after STARTTLS; everything learnt before counts no more
    virtual Send goodbye() = 0;

    const DialogueGoal& goal() const { return m_goal; }
    Phase phase() const { return m_phase; }
    bool isEncrypted() const { return m_tls == Tls::Encrypted; }
    bool mustStartTls() const { return m_goal.security == SecurityMode::StartTls && m_tls == Tls::Clear; }
    bool wantsLogin() const { return m_goal.depth != Depth::Connect && m_goal.account.has_value(); }
    bool wantsEnvelope() const { return m_goal.depth == Depth::Envelope || m_goal.depth == Depth::Message; }

    /// Takes the first line; false where another service speaks, which has then ended the dialogue.
    bool isOwnGreeting(QByteArrayView line);
    void learn(const QByteArrayList& capabilities, const QByteArrayList& mechanisms);
    const QByteArrayList& mechanisms() const;
    void noteMechanism(const QByteArray& mechanism) { m_learnt.mechanism = mechanism; }
    void noteInboxRights(const QByteArray& rights) { m_learnt.inboxRights = rights; }
    void noteInboxOpens(bool forWriting) { m_learnt.inboxOpensForWriting = forWriting; }
    void noteGoalReached() { m_hasReachedGoal = true; } ///< no failure comes any more
    void notePutOff(const QByteArray& answer) { m_learnt.putOff = answer; }
    void noteRecipient(const RecipientAnswer& answer) { m_learnt.recipients += answer; }
    void noteFound() { m_learnt.hasFound = true; }
    void noteAlert(const QByteArray& text);
    /// Chooses among these and notes what becomes of each.
    MechanismChoice choose(const QByteArrayList& offered);
    /// Whether a password signs in: neither a token nor a client certificate does in its place.
    bool needsPassword() const { return m_goal.token.isEmpty() && !m_goal.hasClientCertificate; }

    /// Begins the exchange of a chosen mechanism with `AUTH PLAIN` or `a1 AUTHENTICATE PLAIN`. The initial response goes
    /// along where the line stays within `longest` octets, else upon the server's first challenge; 0: it never goes along.
    void beginSasl(MechanismChoice choice, const QByteArray& line, qsizetype longest);
    /// Answers a challenge in base64; a challenge that the mechanism does not allow ends the dialogue.
    void answerChallenge(QByteArrayView base64);
    bool isSaslComplete() const { return !m_sasl || m_sasl->isComplete(); }

    void enter(Phase phase);
    void send(const Send& step);
    void startTls();
    void succeed(); ///< with the goodbye

    struct Answer { ///< what the server said
        QByteArray code, text;
    };
    void fail(Fault fault, const Answer& answer = {});       ///< with the goodbye
    void failAtOnce(Fault fault, const Answer& answer = {}); ///< the server is going, or not to be spoken to any more
    void breakOff(QByteArrayView line);                      ///< ProtocolBroken over this line
    void noteRefused(const QByteArray& command) { m_refused = command; } ///< which command the failure to come is about

private:
    enum class Tls { Clear, Awaited, Encrypted };
    bool hasBadArgument() const;
    void sendResponse(const QByteArray& response);
    void end(DialogueFailure failure);

    DialogueGoal m_goal;
    ChannelFacts m_channel;
    Service m_service;
    Learnt m_learnt;
    std::unique_ptr<SaslExchange> m_sasl;
    std::optional<QByteArray> m_keptResponse; ///< the initial response, while it waits for a challenge
    Phase m_phase = Phase::Greeting;
    Tls m_tls;
    bool m_hasEnded = false;
    bool m_hasReachedGoal = false;
    bool m_hasSentSecret = false;
    QByteArray m_refused;
    Steps m_steps;
};

} // namespace stationer
