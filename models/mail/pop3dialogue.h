#pragma once

#include "mail/conversation.h"

namespace stationer {

/// A conversation with a POP3 server (RFC 1939), with CAPA (RFC 2449), STLS (RFC 2595) and AUTH (RFC 5034).
class Pop3Dialogue : public Conversation {
public:
    explicit Pop3Dialogue(DialogueGoal goal);

private:
    enum class State { Greeting, Stls, CapaAfterRefusal, Capa, CapaList, Auth, User, Pass, Apop, Stat, Top, Headers };

    void received(QByteArrayView line) override;
    void receivedEarly(QByteArrayView line) override;
    void secured() override;
    Send goodbye() override;
    QList<Secret> derived() const override;

    void onOk(QByteArrayView line);
    void onError(QByteArrayView line);
    void onCapaLine(QByteArrayView line);
    void onCapable();
    void signIn();
    void sayUser();
    void sayApop();
    QByteArrayList apop() const; ///< that mechanism, where the greeting that counts has a timestamp
    void stat();
    void onStat(QByteArrayView line);
    void lookAtNext();
    void onHeaderLine(QByteArrayView line);
    void ask(State state, const QByteArray& line);
    bool has(QByteArrayView capability) const;

    State m_state = State::Greeting;
    QByteArray m_command; ///< the word of the one under way
    bool m_hasCapa = false;
    bool m_isSignedIn = false;
    std::optional<QByteArray> m_timestamp; ///< of the greeting, for APOP
    QByteArray m_digest;                   ///< that APOP has sent
    QByteArrayList m_capabilities;         ///< since the greeting, or since TLS
    qlonglong m_message = 0;               ///< the one that is looked at
    int m_looks = 0;
    bool m_isSubject = false; ///< of the header field that the last line belongs to
    bool m_isBody = false;
    QByteArray m_subject;
    std::optional<Answer> m_refusal; ///< of STLS, while CAPA is asked why
};

} // namespace stationer
