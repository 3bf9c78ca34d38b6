#include "token/assertion.h"

#include "token/jsonobject.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qint64 assertionSeconds = 600;

QByteArray partOf(const QJsonObject& object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Secret> signedBy(const QSslKey& key, SignatureKind kind, QJsonObject header, const QJsonObject& claims)
{
    header[u"alg"_s] = kind == SignatureKind::Ps256 ? u"PS256"_s : u"RS256"_s;
    header[u"typ"_s] = u"JWT"_s;
    const QByteArray text = partOf(header) + '.' + partOf(claims);
    const auto made = signature(key, kind, text);
    return made ? std::optional(Secret(text + '.' + base64Url(*made))) : std::nullopt;
}

} // namespace

std::optional<Secret> assertionOf(const TokenGrant& grant, const QString& audience, SignatureKind kind, const QDateTime& now,
                                  const QString& id)
{
    const qint64 began = now.toSecsSinceEpoch();
    QJsonObject claims{
        {u"iss"_s, grant.client}, {u"aud"_s, audience}, {u"iat"_s, began}, {u"exp"_s, began + assertionSeconds}};
    if (const auto* const certificate = std::get_if<ClientCertificate>(&grant.proof)) {
        claims[u"sub"_s] = grant.client;
        claims[u"nbf"_s] = began;
        claims[u"jti"_s] = id;
        return signedBy(certificate->key, kind, {{u"x5t#S256"_s, QString::fromLatin1(thumbprint(certificate->certificate))}},
                        claims);
    }
    if (const auto* const account = std::get_if<ServiceAccount>(&grant.proof)) {
        claims[u"sub"_s] = account->user;
        claims[u"scope"_s] = grant.scope;
        return signedBy(account->key, kind,
                        account->keyId.isEmpty() ? QJsonObject() : QJsonObject{{u"kid"_s, account->keyId}}, claims);
    }
    return std::nullopt;
}

QByteArray thumbprint(const QByteArray& certificate)
{
    return base64Url(QCryptographicHash::hash(certificate, QCryptographicHash::Sha256));
}

} // namespace stationer
