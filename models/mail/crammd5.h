#pragma once

#include "mail/sasl.h"
#include "terms/secret.h"

namespace stationer {

/// CRAM-MD5 (RFC 2195): the server speaks first, the answer is a keyed digest of what it said. It proves nothing of the
/// server.
class CramMd5Exchange : public SaslExchange {
public:
    CramMd5Exchange(QByteArray account, Secret password) : m_account(std::move(account)), m_password(std::move(password)) {}
    std::optional<QByteArray> initialResponse() override { return std::nullopt; }
    std::optional<QByteArray> respond(QByteArrayView challenge) override;
    bool isComplete() const override { return m_hasAnswered; }
    QByteArrayList derived() const override { return {m_digest}; }

private:
    QByteArray m_account;
    Secret m_password;
    QByteArray m_digest;
    bool m_hasAnswered = false;
};

/// The digest of APOP (RFC 1939, section 7), in hex.
QByteArray apopDigest(const QByteArray& timestamp, const Secret& password);

} // namespace stationer
