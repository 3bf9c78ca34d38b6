#pragma once

#include "terms/result.h"
#include "terms/secret.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace stationer {

/// A client certificate with its private key and what vouches for it, shown to a server that asks for one in the handshake
/// (RFC 8446, section 4.4.2). EXTERNAL signs in with it (RFC 4422, appendix A).
struct ClientIdentity {
    QList<QSslCertificate> chain; ///< the client's own first
    QSslKey key;
};

enum class ClientIdentityFault {
    NoCertificate,
    NoKey,
    PassphraseNeeded, ///< the key is encrypted, and no passphrase was given
    WrongPassphrase,
    KeyOfAnother, ///< the key does not belong to the first certificate
};

/// From the bytes of a PEM file that holds both, in any order.
Result<ClientIdentity, ClientIdentityFault> clientIdentityOf(const QByteArray& pem, const Secret& passphrase);

} // namespace stationer
