#pragma once

#include "app/demo/demosasl.h"

#include <optional>

namespace stationer {

/// A submission server (RFC 5321, 6409, 3207, 4954) that takes mail for anyone after sign-in, and throws it away.
class SmtpDemoSession : public DemoSession {
public:
    SmtpDemoSession(DemoMode mode, DemoLogin login);
    DemoReply greeting() override;
    DemoReply on(QByteArrayView line) override;
    void encrypted() override;

private:
    DemoReply hello(QByteArrayView name, bool isExtended);
    DemoReply startTls(QByteArrayView argument);
    DemoReply auth(QByteArrayView argument);
    DemoReply authState(DemoSasl::State state);
    DemoReply mail(QByteArrayView argument);
    DemoReply recipient(QByteArrayView argument);
    DemoReply data();
    void forgetMail();
    bool mayAuthenticate() const { return m_mode == DemoMode::None || m_isEncrypted; }

    DemoMode m_mode;
    DemoLogin m_login;
    std::optional<DemoSasl> m_sasl; ///< while an exchange runs
    bool m_isEncrypted = false;
    bool m_hasGreeted = false;
    bool m_isSignedIn = false;
    bool m_hasSender = false;
    bool m_hasRecipient = false;
    bool m_isInData = false;
    int m_refusals = 0;
};

} // namespace stationer
