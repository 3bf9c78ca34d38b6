#pragma once

#include "mail/conversation.h"
#include "mail/smtpreply.h"

namespace stationer {

/// A conversation with an SMTP server (RFC 5321) or a submission server (RFC 6409), with STARTTLS (RFC 3207) and AUTH (RFC
/// 4954).
class SmtpDialogue : public Conversation {
public:
    explicit SmtpDialogue(DialogueGoal goal);

private:
    enum class State { Greeting, Ehlo, Helo, StartTls, Auth, Mail, Recipient, Reset, Data, Message };

    void received(QByteArrayView line) override;
    void receivedEarly(QByteArrayView line) override;
    void secured() override;
    Send goodbye() override;

    void onReply(const SmtpReply& reply);
    void onGreeting(const SmtpReply& reply);
    void onEhlo(const SmtpReply& reply);
    void onStartTls(const SmtpReply& reply);
    void onAuth(const SmtpReply& reply);
    void onEnvelope(const SmtpReply& reply);
    void onRecipient(const SmtpReply& reply);
    void askRecipient();
    void endEnvelope();
    void sayEhlo();
    void signIn();
    void beginEnvelope();
    void ask(State state, const QByteArray& line);
    /// A refusal, or a code that this command cannot have.
    void failOver(Fault fault, const SmtpReply& reply);
    QByteArray refusedCommand() const;
    bool offers(QByteArrayView keyword) const;
    bool isRelay() const;

    State m_state = State::Greeting;
    SmtpReplyReader m_reader;
    QByteArrayList m_keywords;          ///< of the last EHLO only
    qsizetype m_recipient = 0;          ///< that is asked for
    std::optional<SmtpReply> m_refusal; ///< the first of a recipient
};

} // namespace stationer
