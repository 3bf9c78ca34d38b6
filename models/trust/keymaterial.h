#pragma once

#include "terms/secret.h"
#include "trust/newcertificate.h"
#include "trust/openssl.h"

namespace stationer {

/// Keys and what they sign, in OpenSSL's terms; for the .cpp files of this folder. Null and empty where the library fails.
Owned<EVP_PKEY> makeKey(NewKeyKind kind);
/// Whether TLS servers take certificates of such a key: RSA from 2,048 bits, EC, Edwards.
bool isKeyForTls(EVP_PKEY* key);
/// PKCS#8, encrypted by AES-256 with PBKDF2 (RFC 8018), as PEM.
QByteArray encryptedPem(EVP_PKEY* key, const Secret& passphrase);
QByteArray selfSigned(EVP_PKEY* key, const NewCertificate& wanted);         ///< DER
QByteArray certificateRequest(EVP_PKEY* key, const NewCertificate& wanted); ///< PKCS#10 (RFC 2986), as PEM
/// A request with the subject and the alternative names of a certificate there is.
QByteArray certificateRequest(EVP_PKEY* key, const QByteArray& certificate);

} // namespace stationer
