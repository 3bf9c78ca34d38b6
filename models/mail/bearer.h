#pragma once

#include "mail/sasl.h"
#include "terms/secret.h"

namespace stationer {

/// OAUTHBEARER (RFC 7628) and XOAUTH2, its forerunner: a token that was given signs in. The server's words about an error
/// come as a challenge, which is answered for form's sake; its refusal follows.
class BearerExchange : public SaslExchange {
public:
    enum class Kind { OAuthBearer, XOAuth2 };

    BearerExchange(Kind kind, QByteArray account, Secret token);
    std::optional<QByteArray> initialResponse() override;
    std::optional<QByteArray> respond(QByteArrayView challenge) override;
    bool isComplete() const override { return !m_error; }
    QByteArray error() const override { return m_error.value_or(QByteArray()); }

private:
    Kind m_kind;
    QByteArray m_account;
    Secret m_token;
    std::optional<QByteArray> m_error;
};

} // namespace stationer
