#pragma once

#include "mail/conversation.h"
#include "mail/imapresponse.h"

namespace stationer {

/// A conversation with an IMAP server (RFC 3501, RFC 9051), with STARTTLS (RFC 2595), SASL-IR (RFC 4959) and LITERAL+ (RFC 7888).
class ImapDialogue : public Conversation {
public:
    explicit ImapDialogue(DialogueGoal goal);

private:
    enum class State { Greeting, Capability, StartTls, Authenticate, Login, Examine };

    void received(QByteArrayView line) override;
    void secured() override;
    Send goodbye() override;

    void onResponse(const ImapResponse& response);
    void onGreeting(const ImapResponse& response);
    void onUntagged(const ImapResponse& response);
    void onContinuation(const ImapResponse& response);
    void onDone(const ImapResponse& response); ///< the tagged OK, NO or BAD of the command under way
    void onCapable();                          ///< the capabilities are known
    void signIn();
    void sayLogin();
    void examine();
    void ask(State state, const QByteArray& command);
    void take(const QByteArrayList& capabilities);
    bool has(QByteArrayView capability) const;
    QByteArray nextTag();

    State m_state = State::Greeting;
    ImapResponseReader m_reader;
    QByteArrayList m_capabilities; ///< since the greeting, or since TLS; empty: not known
    bool m_isSignedIn = false;
    QList<Send> m_parts; ///< of LOGIN, still to be sent
    QByteArray m_tag;
    int m_count = 0;
};

} // namespace stationer
