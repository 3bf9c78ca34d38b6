#pragma once

#include "terms/result.h"
#include "terms/tokenstory.h"
#include "trust/signature.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// What an authorization server says of itself (RFC 8414, section 2; OpenID Connect Discovery, section 3), as far as a token
/// is asked for by it.
struct ServerMetadata {
    QString issuer;
    QString tokenEndpoint;
    std::optional<QStringList> methods;    ///< `token_endpoint_auth_methods_supported`
    std::optional<QStringList> algorithms; ///< `token_endpoint_auth_signing_alg_values_supported`

    bool operator==(const ServerMetadata&) const = default;
};

/// NotJson, NoTokenEndpoint or BadEndpoint.
Result<ServerMetadata, TokenFault> readMetadata(const QByteArray& body);
/// The issuer that an address of metadata says: without its well-known part (RFC 8414, section 3.1; OpenID Connect
/// Discovery, section 4.1).
QString issuerOf(const QString& metadataUrl);

/// How a secret goes: in the body, or in the header. Nothing where the server takes neither.
enum class SecretMethod { Post, Basic };
std::optional<SecretMethod> secretMethod(const std::optional<ServerMetadata>& metadata);
/// How an assertion is signed; nothing where the server takes neither.
std::optional<SignatureKind> signatureKind(const std::optional<ServerMetadata>& metadata);

} // namespace stationer
