#pragma once

#include "trust/judge.h"
#include "trust/knowncertificates.h"
#include "trust/openssl.h"
#include "trust/recentverifications.h"
#include "trust/truststores.h"

#include <QMultiHash>

#include <mutex>

namespace stationer {

/// What OpenSSL judges by. The stores are made at the first use, so that anchors nobody asks cost nothing. A root becomes an
/// object of OpenSSL's when a chain asks for its subject: of the user's CAs only the subjects are read beforehand, and the
/// system's are looked up in its hashed folder.
struct TrustAnchors::Data {
    bool hasSystem = false;
    QList<QByteArray> der; ///< the user's CAs, or those given

    mutable RecentVerifications recent;
    mutable KnownCertificates known;

    /// Everything that is trusted.
    X509_STORE* store() const;
    /// Who vouches for this root, which `store()` holds. A root in both stores is the system's.
    TrustStore storeOf(X509* root) const;
    /// Whether anything is trusted under this name, which is in DER.
    bool knows(const QByteArray& subject) const;
    bool knows(const X509_NAME* subject) const;

private:
    friend int findAnchors(X509_LOOKUP* lookup, X509_LOOKUP_TYPE type, const X509_NAME* name, X509_OBJECT* found);
    X509_STORE* systemStore() const;
    void makeStore() const;

    mutable std::once_flag m_isStoreMade, m_isSystemMade;
    mutable QMultiHash<quint32, qsizetype> m_bySubject; ///< places in `der`, by the hash of the subject
    mutable Owned<X509_LOOKUP_METHOD> m_method;
    mutable Owned<X509_STORE> m_store, m_system;
};

} // namespace stationer
