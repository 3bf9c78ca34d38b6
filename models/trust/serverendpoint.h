#pragma once

#include <QByteArray>

#include <optional>

namespace stationer {

/// The channel binding tls-server-end-point (RFC 5929, section 4.1) of a server's own certificate in DER: its hash by the
/// function that its signature uses, or by SHA-256 in the place of MD-5 and SHA-1. Nothing where the signature has no one
/// function, as Ed25519, or where this is no certificate.
std::optional<QByteArray> serverEndPoint(const QByteArray& certificate);

} // namespace stationer
