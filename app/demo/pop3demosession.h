#pragma once

#include "app/demo/demosasl.h"

#include <optional>

namespace stationer {

/// A POP3 server (RFC 1939, 2449, 2595, 5034) with an empty maildrop.
class Pop3DemoSession : public DemoSession {
public:
    Pop3DemoSession(DemoMode mode, DemoLogin login);
    DemoReply greeting() override;
    DemoReply on(QByteArrayView line) override;
    void encrypted() override;

private:
    DemoReply authorization(const QByteArray& verb, QByteArrayView argument);
    DemoReply transaction(const QByteArray& verb, QByteArrayView argument);
    DemoReply capabilities() const;
    DemoReply auth(QByteArrayView argument);
    DemoReply authState(DemoSasl::State state);
    DemoReply signedIn();
    DemoReply refused();
    bool mayAuthenticate() const { return m_mode == DemoMode::None || m_isEncrypted; }

    DemoMode m_mode;
    DemoLogin m_login;
    std::optional<DemoSasl> m_sasl;   ///< while an exchange runs
    std::optional<QByteArray> m_user; ///< between USER and PASS
    bool m_isEncrypted = false;
    bool m_isSignedIn = false;
    int m_refusals = 0;
};

} // namespace stationer
