#pragma once

#include "terms/secret.h"
#include "token/tokengrant.h"
#include "trust/signature.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace stationer {

/// The assertion (a JWT, RFC 7519) by which a client proves who it is, or a service account asks for a user: for this
/// audience, good for ten minutes from now on. `id` is told apart from all others by the server (`jti`). Nothing where the
/// key cannot sign, and for a grant that proves itself by a secret.
std::optional<Secret> assertionOf(const TokenGrant& grant, const QString& audience, SignatureKind kind, const QDateTime& now,
                                  const QString& id);

/// The thumbprint that names a certificate (RFC 7515, section 4.1.8: `x5t#S256`).
QByteArray thumbprint(const QByteArray& certificate);

} // namespace stationer
