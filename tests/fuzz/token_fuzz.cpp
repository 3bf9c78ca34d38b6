// What a token endpoint, its metadata and a service account's key file say; the first byte chooses. Whatever comes, a token
// is of RFC 6750's alphabet, an endpoint is https, and nothing that is kept is longer than what is shown.

#include "fuzz/entry.h"
#include "token/jsonobject.h"
#include "token/metadata.h"
#include "token/serviceaccountfile.h"
#include "token/tokenreply.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(token, 10000)
{
    QByteArray rest = bytes;
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);
    switch (fuzz::choice(rest, 5)) {
    case 0:
    case 1: {
        const int status = fuzz::choice(rest, 2) == 0 ? 200 : 401;
        const TokenReply reply = readTokenReply(status, rest, TokenProof::Secret, now);
        fuzz::require(reply.given.has_value() != reply.fault.has_value());
        if (reply.given)
            fuzz::require(isB64Token(reply.given->token.reveal()) && reply.given->claims.roles.size() <= 100);
        fuzz::require(reply.providerCodes.size() <= 10);
        break;
    }
    case 2:
        if (const auto metadata = readMetadata(rest))
            fuzz::require(isTokenUrl(metadata.value().tokenEndpoint));
        break;
    case 3:
        if (const auto file = readServiceAccount(rest))
            fuzz::require(!file.value().client.isEmpty() && !file.value().key.isNull());
        break;
    case 4: { // claims
        const TokenClaims claims = claimsOf(Secret("e30." + base64Url(rest) + ".x"));
        fuzz::require(claims.issuer.size() <= 2000 && claims.roles.size() <= 100);
        break;
    }
    }
}
