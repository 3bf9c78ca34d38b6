#include "token/metadata.h"

#include "token/jsonobject.h"
#include "token/tokengrant.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

std::optional<QStringList> listIn(const QJsonObject& object, QLatin1StringView name)
{
    if (!object.value(name).isArray())
        return std::nullopt;
    QStringList texts;
    for (const QJsonValue value : object.value(name).toArray())
        texts += value.toString();
    return texts;
}

} // namespace

Result<ServerMetadata, TokenFault> readMetadata(const QByteArray& body)
{
    const auto object = jsonObject(body);
    if (!object)
        return TokenFault::NotJson;
    ServerMetadata metadata{object->value("issuer"_L1).toString(), object->value("token_endpoint"_L1).toString(),
                            listIn(*object, "token_endpoint_auth_methods_supported"_L1),
                            listIn(*object, "token_endpoint_auth_signing_alg_values_supported"_L1)};
    if (metadata.tokenEndpoint.isEmpty())
        return TokenFault::NoTokenEndpoint;
    if (!isTokenUrl(metadata.tokenEndpoint))
        return TokenFault::BadEndpoint;
    return metadata;
}

QString issuerOf(const QString& metadataUrl)
{
    constexpr auto wellKnown = "/.well-known/"_L1;
    QUrl url(metadataUrl);
    const QString path = url.path();
    const qsizetype at = path.indexOf(wellKnown);
    if (at < 0)
        return {};
    const QString after = path.sliced(at + wellKnown.size());
    const qsizetype end = after.indexOf(u'/');
    url.setPath(path.first(at) + (end < 0 ? QString() : after.sliced(end)));
    url.setQuery(QString());
    return url.toString();
}

std::optional<SecretMethod> secretMethod(const std::optional<ServerMetadata>& metadata)
{
    if (!metadata)
        return SecretMethod::Post;
    const QStringList methods = metadata->methods.value_or(QStringList{u"client_secret_basic"_s}); // RFC 8414, section 2
    if (methods.contains("client_secret_post"_L1))
        return SecretMethod::Post;
    return methods.contains("client_secret_basic"_L1) ? std::optional(SecretMethod::Basic) : std::nullopt;
}

std::optional<SignatureKind> signatureKind(const std::optional<ServerMetadata>& metadata)
{
    if (!metadata || !metadata->algorithms || metadata->algorithms->contains("PS256"_L1))
        return SignatureKind::Ps256;
    return metadata->algorithms->contains("RS256"_L1) ? std::optional(SignatureKind::Rs256) : std::nullopt;
}

} // namespace stationer
