#pragma once

#include "trust/openssl.h"
#include "trust/trusterror.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <vector>

namespace stationer {

/// What OpenSSL makes of a chain: every error with its depth, not the first alone, in the words of trusterror.h.
/// Neither the host's name nor exemptions are looked at here.
struct ChainVerification {
    QList<TrustFinding> errors;
    QStringList remarks;            ///< strict RFC 5280 findings, which are no errors
    std::vector<Owned<X509>> built; ///< the leaf first
    bool isAnchored = false;        ///< the path ends in an anchor
};

ChainVerification verifyChain(X509* leaf, const std::vector<Owned<X509>>& sent, const TrustAnchors& anchors,
                              const QDateTime& now);

/// Whether the CAs of the path leave this host to the leaf. OpenSSL compares their name constraints with the names as they
/// stand in the leaf, so that `*.example.com` slips past an exclusion of `mail.example.com`.
bool isPermitted(const ChainVerification& verification, const QString& normalisedHost);

} // namespace stationer
