#pragma once

#include "trust/certificatefacts.h"
#include "trust/openssl.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace stationer {

/// The issuers' certificates met lately, read once: thousands of chains share a handful, and reading a key is what takes
/// OpenSSL longest. Whether they are worth any trust is another question. It belongs to the anchors and goes with them.
class KnownCertificates {
public:
    struct Known {
        Owned<X509> x509; ///< null where the bytes are no certificate
        CertificateFacts facts;
    };
    std::shared_ptr<const Known> read(const QByteArray& der);

private:
    std::mutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const Known>> m_known;
};

/// The same without keeping it. Bytes that are no certificate keep their place in a chain, with nothing known but the
/// fingerprint.
KnownCertificates::Known readCertificate(const QByteArray& der);

} // namespace stationer
