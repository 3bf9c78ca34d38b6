#pragma once

#include "trust/openssl.h"

#include <QList>
#include <QString>

#include <ctime>
#include <vector>

namespace stationer {

/// What OpenSSL minds about one certificate of a path: an X509_V_ERR code and the depth, 0 for the leaf.
struct Complaint {
    int code = X509_V_OK;
    int depth = 0;

    bool operator==(const Complaint&) const = default;
};
QString words(const Complaint& complaint); ///< OpenSSL's own

/// The one path that OpenSSL builds from a leaf to the anchors in a store, with everything that it minds on it.
struct CheckedPath {
    std::vector<Owned<X509>> certificates; ///< the leaf first
    int fromServer = 0;                    ///< that many of them; the others come from the store
    QList<Complaint> complaints;
    QList<Complaint> strict; ///< what strict RFC 5280 checking minds besides
};

/// `sent` are the certificates by which the path may go, beside the store's.
CheckedPath checkedPath(X509* leaf, const std::vector<X509*>& sent, X509_STORE* store, time_t moment);

} // namespace stationer
