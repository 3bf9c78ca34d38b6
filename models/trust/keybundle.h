#pragma once

#include "terms/result.h"
#include "terms/secret.h"
#include "trust/certificatefacts.h"
#include "trust/keyfault.h"
#include "trust/openssl.h"

namespace stationer {

/// A private key and the certificates that go with it, as read from a file.
struct KeyBundle {
    Owned<EVP_PKEY> key;
    CertificateChain chain; ///< the key's own first, each issued by the next
};

/// From PKCS#12 in DER or PEM, or from a PEM text with a key (encrypted or not) and its certificate.
Result<KeyBundle, KeyFault> readKeyBundle(const QByteArray& bytes, const Secret& password);
/// The key in a PEM text; null where there is none or the passphrase does not open it.
Owned<EVP_PKEY> keyOfPem(const QByteArray& pem, const Secret& passphrase);
/// The certificate of that public key and, of those given, the issuers above it; empty where none is of that key.
CertificateChain chainFor(const QByteArray& publicKeySha256, const CertificateChain& given);

} // namespace stationer
