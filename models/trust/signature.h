#pragma once

#include <QByteArray>
#include <QSslKey>

#include <optional>

namespace stationer {

/// RFC 7518: RSASSA-PSS (section 3.5) and RSASSA-PKCS1-v1_5 (section 3.3), both with SHA-256.
enum class SignatureKind { Ps256, Rs256 };

/// A signature by a private key; nothing where that is none of RSA.
std::optional<QByteArray> signature(const QSslKey& key, SignatureKind kind, const QByteArray& bytes);

} // namespace stationer
