// What a token endpoint, its metadata and a service account's key file say, and any bytes as tokens.json; the first byte
// chooses. Whatever comes, a token is of RFC 6750's alphabet, an endpoint is https, nothing that is kept is longer than what
// is shown, and settings that were read are written so that they read back alike.

#include "fuzz/entry.h"
#include "token/jsonobject.h"
#include "token/metadata.h"
#include "token/serviceaccountfile.h"
#include "token/tokenreply.h"
#include "token/tokensettings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace stationer;

namespace {

void readSettings(const QByteArray& bytes)
{
    static const QTemporaryDir place;
    static const TrustFolder folder(place.path());
    QFile file(folder.pathOf(QStringLiteral("tokens.json")));
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    if (const auto read = readTokenSettings(folder)) {
        fuzz::require(!writeTokenSettings(folder, read.value()));
        const auto again = readTokenSettings(folder);
        fuzz::require(again && again.value() == read.value());
    }
    for (const QString& left : QDir(place.path()).entryList(QDir::Files | QDir::Hidden))
        QFile::remove(place.filePath(left));
}

} // namespace

STATIONER_FUZZ_ENTRY(token, 10000)
{
    QByteArray rest = bytes;
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);
    switch (fuzz::choice(rest, 6)) {
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
    case 5:
        readSettings(rest);
        break;
    }
}
