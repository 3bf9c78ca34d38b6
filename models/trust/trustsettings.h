#pragma once

#include "trust/openssl.h"

namespace stationer {

/// What OpenSSL's TRUSTED CERTIFICATE says behind a certificate: what its owner trusts it for, and what he rejects it for.
/// Only rejection is kept of it, so that a file can make nobody an anchor who is none without it.

/// The certificate, with its settings where some follow; null unless that is all to the last byte.
Owned<X509> x509WithSettings(const QByteArray& der);
/// Whether the settings forbid it to vouch for servers. Those that trust it for other things alone do as well.
bool isRejectedForServers(X509* certificate);

} // namespace stationer
