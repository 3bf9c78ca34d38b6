#pragma once

#include "terms/result.h"
#include "terms/secret.h"
#include "trust/certificatefacts.h"
#include "trust/openssl.h"

namespace stationer {

/// What a PKCS#12 bundle (RFC 7292) holds.
struct Pkcs12Content {
    QList<QByteArray> certificates; ///< the key's own first, where there is one
    Owned<EVP_PKEY> key;            ///< null where it holds none
};

enum class Pkcs12Fault {
    NotPkcs12,
    PasswordNeeded, ///< it is locked, and no password was given
    WrongPassword,
    Unsupported, ///< sealed by a cipher that is not to be had any more
};

Result<Pkcs12Content, Pkcs12Fault> readPkcs12(const QByteArray& der, const Secret& password);
/// A bundle sealed by AES-256 with a MAC of SHA-256; empty where that fails.
QByteArray writePkcs12(const CertificateChain& chain, EVP_PKEY* key, const QString& name, const Secret& password);

} // namespace stationer
