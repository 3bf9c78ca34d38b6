#pragma once

#include "mail/sasl.h"
#include "terms/secret.h"

namespace stationer {

/// PLAIN (RFC 4616): both at once, with an empty authorization identity.
class PlainExchange : public SaslExchange {
public:
    PlainExchange(QByteArray account, Secret password);
    std::optional<QByteArray> initialResponse() override;
    std::optional<QByteArray> respond(QByteArrayView challenge) override;

private:
    QByteArray m_account;
    Secret m_password;
};

/// LOGIN (draft-murchison-sasl-login): two prompts, the user name and the password. The prompts' texts differ between
/// servers and say nothing.
class LoginExchange : public SaslExchange {
public:
    LoginExchange(QByteArray account, Secret password);
    std::optional<QByteArray> initialResponse() override;
    std::optional<QByteArray> respond(QByteArrayView challenge) override;

private:
    enum class Next { Account, Password, Nothing };

    QByteArray m_account;
    Secret m_password;
    Next m_next = Next::Account;
};

/// EXTERNAL (RFC 4422, appendix A): the certificate of the handshake says who it is. The authorization identity is empty, so
/// that the server takes the certificate's; another name would ask to act for somebody else, which servers refuse.
class ExternalExchange : public SaslExchange {
public:
    std::optional<QByteArray> initialResponse() override;
    std::optional<QByteArray> respond(QByteArrayView challenge) override;
};

} // namespace stationer
