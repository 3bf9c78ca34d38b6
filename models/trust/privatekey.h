#pragma once

#include "terms/result.h"
#include "terms/secret.h"

#include <QByteArray>
#include <QSslKey>

namespace stationer {

enum class PrivateKeyFault {
    Missing,
    Damaged,
    PassphraseNeeded,
    WrongPassphrase,
    OfAnother, ///< it does not belong to the certificate
};

/// The first private key of a PEM text, in PKCS#8 or one of the traditional forms, encrypted or not: RSA, EC or Edwards. It
/// has to belong to the certificate, which comes in DER. Never asks anybody for a passphrase.
Result<QSslKey, PrivateKeyFault> privateKeyOf(const QByteArray& pem, const Secret& passphrase,
                                              const QByteArray& certificate);
/// The same of a key that has no certificate.
Result<QSslKey, PrivateKeyFault> privateKeyOf(const QByteArray& pem, const Secret& passphrase);

} // namespace stationer
