#pragma once

#include "trust/openssl.h"

namespace stationer {

/// Whether a password can be turned into a key in bearable time. The file says how often to hash, up to some thousand
/// million times, and OpenSSL obeys: a file made for it would keep the program busy for an hour.
bool isBearable(const X509_ALGOR* encryption);
/// Of all that a bundle has sealed, as far as it can be seen without the password.
bool isBearable(const PKCS12* bundle);

/// How often a password is hashed to open what is sealed so; 0 where the file does not say.
qint64 iterationsOf(const X509_ALGOR* encryption);
/// The same for a bundle's own check sum.
qint64 macIterationsOf(const PKCS12* bundle);

} // namespace stationer
