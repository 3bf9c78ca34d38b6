#pragma once

#include "mail/conversation.h"
#include "mail/imapresponse.h"
#include "mail/imaptag.h"

namespace stationer {

/// A conversation with an IMAP server (RFC 3501, RFC 9051), with STARTTLS (RFC 2595), SASL-IR (RFC 4959) and LITERAL+ (RFC
/// 7888). A tag that the server could not know shows that the command it answers had been read.
class ImapDialogue : public Conversation {
public:
    ImapDialogue(DialogueGoal goal, TagSource tags);

private:
    enum class State { Greeting, Capability, StartTls, Authenticate, Login, Examine, Rights, Search, Select };

    void received(QByteArrayView line) override;
    void receivedEarly(QByteArrayView line) override;
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
    void openInbox();
    void onFound(const QByteArray& numbers);
    void ask(State state, const QByteArray& command);
    void refuse(Fault fault, const ImapResponse& response); ///< of the command under way
    void take(const QByteArrayList& capabilities);
    void lookForAcl(const QByteArrayList& capabilities);
    bool has(QByteArrayView capability) const;

    State m_state = State::Greeting;
    ImapResponseReader m_reader;
    bool m_isEarly = false;        ///< the response being read began before the command under way was sent
    QByteArrayList m_capabilities; ///< since the greeting, or since TLS; empty: not known
    bool m_isSignedIn = false;
    bool m_hasAcl = false;
    QList<Send> m_parts; ///< of LOGIN, still to be sent
    TagSource m_tags;
    QByteArray m_tag, m_command; ///< of the command under way
};

} // namespace stationer
