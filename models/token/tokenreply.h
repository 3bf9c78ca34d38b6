#pragma once

#include "terms/secret.h"
#include "terms/tokenstory.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace stationer {

/// A token as it was answered with.
struct GivenToken {
    Secret token;
    TokenClaims claims;
};

/// What a token endpoint answered, read (RFC 6749, sections 5.1 and 5.2).
struct TokenReply {
    std::optional<GivenToken> given;
    std::optional<TokenFault> fault; ///< where nothing is given
    QByteArray error;
    QByteArray description;
    QList<int> providerCodes;
};

/// `now` is what `expires_in` counts from.
TokenReply readTokenReply(int status, const QByteArray& body, TokenProof proof, const QDateTime& now);

/// What a JWT says of itself, its signature not looked at; nothing that is no JWT says anything.
TokenClaims claimsOf(const Secret& token);

/// RFC 6750, section 2.1: b64token.
bool isB64Token(QByteArrayView token);

} // namespace stationer
