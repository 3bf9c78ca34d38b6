#pragma once

#include "terms/secret.h"
#include "token/metadata.h"
#include "token/tokengrant.h"

#include <QByteArray>
#include <QDateTime>

namespace stationer {

/// What a token is asked for with (RFC 6749, section 4.4.2; RFC 7523, sections 2.1 and 2.2).
struct TokenRequest {
    Secret body;           ///< application/x-www-form-urlencoded
    Secret authorization;  ///< the header's value, where a secret goes in it
    QByteArray shownBody;  ///< without secrets
    QList<Secret> secrets; ///< what must be shown no more: the secret or the assertion
};

/// NoMethod or KeyNotRsa where it cannot be asked so. `audience` is the token endpoint, `id` is the assertion's own.
Result<TokenRequest, TokenFault> tokenRequest(const TokenGrant& grant, const std::optional<ServerMetadata>& metadata,
                                              const QString& audience, const QDateTime& now, const QString& id);

/// As forms write it (RFC 6749, appendix B): a space is `+`, and all but letters, digits and `*-._` is in hex.
QByteArray formEncoded(const QByteArray& utf8);

} // namespace stationer
