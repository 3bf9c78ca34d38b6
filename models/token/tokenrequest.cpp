#include "token/tokenrequest.h"

#include "token/assertion.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr QByteArrayView withheld = "********";

/// A form that is written twice: as it goes, and as it may be shown.
class Form {
public:
    void add(QByteArrayView name, const QByteArray& value) { put(name, formEncoded(value), formEncoded(value)); }
    void addSecret(QByteArrayView name, const Secret& value)
    {
        put(name, formEncoded(value.reveal()), withheld.toByteArray());
    }
    TokenRequest request() const { return {Secret(m_body), {}, m_shown, {}}; }

private:
    void put(QByteArrayView name, const QByteArray& value, const QByteArray& shown)
    {
        const QByteArray begin = (m_shown.isEmpty() ? QByteArray() : QByteArray("&")) + name.toByteArray() + '=';
        m_body += begin + value;
        m_shown += begin + shown;
    }
    QByteArray m_body;
    QByteArray m_shown;
};

} // namespace

QByteArray formEncoded(const QByteArray& utf8)
{
    return utf8.toPercentEncoding(" *", "~").replace(' ', '+');
}

Result<TokenRequest, TokenFault> tokenRequest(const TokenGrant& grant, const std::optional<ServerMetadata>& metadata,
                                              const QString& audience, const QDateTime& now, const QString& id)
{
    Form form;
    const QByteArray client = grant.client.toUtf8();
    const auto* const secret = std::get_if<Secret>(&grant.proof);
    if (secret) {
        const auto method = secretMethod(metadata);
        if (!method)
            return TokenFault::NoMethod;
        form.add("grant_type", "client_credentials");
        if (!grant.scope.isEmpty())
            form.add("scope", grant.scope.toUtf8());
        if (*method == SecretMethod::Post) {
            form.add("client_id", client);
            form.addSecret("client_secret", *secret);
        }
        TokenRequest request = form.request();
        request.secrets = {*secret};
        if (*method == SecretMethod::Basic) { // both are form-encoded first (RFC 6749, section 2.3.1)
            const Secret pair(formEncoded(client) + ':' + formEncoded(secret->reveal()));
            request.authorization = Secret("Basic " + pair.reveal().toBase64());
            request.secrets += pair;
        }
        return request;
    }
    const bool isGrant = std::holds_alternative<ServiceAccount>(grant.proof);
    const auto kind = isGrant ? std::optional(SignatureKind::Rs256) : signatureKind(metadata);
    if (!kind)
        return TokenFault::NoMethod;
    const auto assertion = assertionOf(grant, audience, *kind, now, id);
    if (!assertion)
        return TokenFault::KeyNotRsa;
    if (isGrant) {
        form.add("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        form.addSecret("assertion", *assertion);
    } else {
        form.add("grant_type", "client_credentials");
        if (!grant.scope.isEmpty())
            form.add("scope", grant.scope.toUtf8());
        form.add("client_id", client);
        form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.addSecret("client_assertion", *assertion);
    }
    TokenRequest request = form.request();
    request.secrets = {*assertion};
    return request;
}

} // namespace stationer
