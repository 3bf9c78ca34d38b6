#include "token/tokengrant.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int httpsPort = 443;
constexpr qsizetype longestUrl = 2048;

} // namespace

TokenProof proofOf(const TokenGrant& grant)
{
    if (std::holds_alternative<ClientCertificate>(grant.proof))
        return TokenProof::Certificate;
    return std::holds_alternative<ServiceAccount>(grant.proof) ? TokenProof::ServiceAccount : TokenProof::Secret;
}

std::optional<TokenFault> faultOf(const TokenGrant& grant)
{
    if (!isTokenUrl(grant.endpoint))
        return TokenFault::BadEndpoint;
    const auto* const certificate = std::get_if<ClientCertificate>(&grant.proof);
    const auto* const account = std::get_if<ServiceAccount>(&grant.proof);
    const bool isRsa =
        (!certificate || certificate->key.algorithm() == QSsl::Rsa) && (!account || account->key.algorithm() == QSsl::Rsa);
    return isRsa ? std::nullopt : std::optional(TokenFault::KeyNotRsa);
}

bool isTokenUrl(const QString& url)
{
    const QUrl read(url, QUrl::StrictMode);
    return url.size() <= longestUrl && read.isValid() && read.scheme() == "https"_L1 && !read.host().isEmpty() &&
           read.userInfo().isEmpty() && !read.hasFragment() && read.port(httpsPort) > 0;
}

bool isMetadataUrl(const QString& url)
{
    return QUrl(url, QUrl::StrictMode).path().contains("/.well-known/"_L1);
}

Endpoint serverOf(const QString& url)
{
    const QUrl read(url);
    return {read.host(), quint16(qBound(0, read.port(httpsPort), 65535))};
}

bool isIdentifier(const Secret& secret)
{
    return secret.reveal().size() == 36 && !QUuid(QString::fromLatin1(secret.reveal())).isNull();
}

} // namespace stationer
