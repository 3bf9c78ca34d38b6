#pragma once

#include "app/demo/demosasl.h"

#include <QByteArrayList>

#include <optional>

namespace stationer {

/// An IMAP server (RFC 3501, 2595, 4959, 7888) with one empty mailbox, INBOX.
class ImapDemoSession : public DemoSession {
public:
    ImapDemoSession(DemoMode mode, DemoLogin login);
    DemoReply greeting() override;
    DemoReply on(QByteArrayView line) override;
    void encrypted() override;

private:
    enum class State { NotAuthenticated, Authenticated, Selected };

    DemoReply command(const QByteArray& whole);
    DemoReply anyState(const QByteArray& tag, const QByteArray& verb);
    DemoReply notAuthenticated(const QByteArray& tag, const QByteArray& verb, const QByteArrayList& arguments);
    DemoReply authenticated(const QByteArray& tag, const QByteArray& verb, const QByteArrayList& arguments);
    DemoReply saslState(DemoSasl::State state);
    DemoReply signedIn(const QByteArray& tag);
    DemoReply refused(const QByteArray& tag);
    QByteArray capabilities() const;
    bool mayAuthenticate() const { return m_mode == DemoMode::None || m_isEncrypted; }

    DemoMode m_mode;
    DemoLogin m_login;
    State m_state = State::NotAuthenticated;
    bool m_isEncrypted = false;
    std::optional<DemoSasl> m_sasl; ///< while an exchange runs
    QByteArray m_saslTag;
    QByteArray m_pending;         ///< a command as far as it has come, literals as they stand
    qsizetype m_literalRest = -1; ///< bytes of a literal still to come; -1 outside one
    int m_refusals = 0;
};

} // namespace stationer
