#pragma once

#include "trust/openssl.h"

#include <QList>

#include <ctime>
#include <vector>

namespace stationer {

/// The path from a server's certificate to one of the station's, built and checked by OpenSSL but without what Java does not
/// look at: of an anchor all but its names and its key.
struct JavaPath {
    std::vector<Owned<X509>> certificates; ///< the leaf first, without the anchor; as far as it leads
    Owned<X509> anchor;                    ///< null where it leads to none
    QList<int> codes;                      ///< what OpenSSL minds, X509_V_ERR
};

/// By `issuers`, of those that were sent.
JavaPath javaPath(X509* leaf, const std::vector<X509*>& issuers, const std::vector<X509*>& anchors, time_t moment);

} // namespace stationer
