#pragma once

#include "trust/judge.h"
#include "trust/openssl.h"
#include "trust/recentverifications.h"
#include "trust/truststores.h"

#include <mutex>

namespace stationer {

/// What OpenSSL judges by. The stores are made at the first use, so that anchors nobody asks cost nothing; the system's
/// roots are looked up by OpenSSL one by one in its hashed folder, as they are needed.
struct TrustAnchors::Data {
    bool hasSystem = false;
    QList<QByteArray> der; ///< the user's CAs, or those given

    mutable RecentVerifications recent;

    /// Everything that is trusted.
    X509_STORE* store() const;
    /// Who vouches for this root, which `store()` holds. A root in both stores is the system's.
    TrustStore storeOf(X509* root) const;

private:
    mutable std::once_flag m_isStoreMade, m_isSystemMade;
    mutable Owned<X509_STORE> m_store, m_system;
};

} // namespace stationer
