#pragma once

#include "trust/certificatefacts.h"
#include "trust/openssl.h"
#include "trust/trusterror.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace stationer {

enum class TrustStore;

/// What OpenSSL makes of a chain: every error with its depth, not the first alone, in the words of trusterror.h.
/// Neither the host's name nor exemptions are looked at here.
struct ChainVerification {
    QList<CertificateFacts> sent;
    QList<CertificateFacts> built; ///< the path, the leaf first
    std::vector<Owned<X509>> path; ///< the same for OpenSSL
    QList<TrustFinding> errors;
    QStringList remarks;             ///< strict RFC 5280 findings, which are no errors
    std::optional<TrustStore> store; ///< whose anchor the path ends in
    qint64 from = 0;                 ///< seconds since the epoch: the first at which this is the answer …
    qint64 until = 0;                ///< … and the first at which it is not any more
};

std::shared_ptr<const ChainVerification> verifyChain(const CertificateChain& chain, const TrustAnchors& anchors,
                                                     const QDateTime& now);

} // namespace stationer
