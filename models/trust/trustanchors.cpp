#include "trust/trustanchors.h"

#include <openssl/err.h>

namespace stationer {

namespace {

Owned<X509_STORE> systemStore()
{
    Owned<X509_STORE> store(X509_STORE_new());
    X509_STORE_set_default_paths(store.get()); // SSL_CERT_FILE and SSL_CERT_DIR, else OpenSSL's own
    ERR_clear_error();
    return store;
}

bool holds(X509_STORE* store, X509* certificate)
{
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store, nullptr, nullptr);
    const Owned<STACK_OF(X509)> found(X509_STORE_CTX_get1_certs(context.get(), X509_get_subject_name(certificate)));
    ERR_clear_error();
    for (int i = 0; found && i < sk_X509_num(found.get()); ++i) {
        if (X509_cmp(sk_X509_value(found.get(), i), certificate) == 0)
            return true;
    }
    return false;
}

} // namespace

X509_STORE* TrustAnchors::Data::store() const
{
    std::call_once(m_isStoreMade, [this] {
        m_store = hasSystem ? systemStore() : Owned<X509_STORE>(X509_STORE_new());
        for (const QByteArray& one : der) {
            if (const Owned<X509> certificate = x509OfDer(one))
                X509_STORE_add_cert(m_store.get(), certificate.get());
        }
        ERR_clear_error();
    });
    return m_store.get();
}

TrustStore TrustAnchors::Data::storeOf(X509* root) const
{
    if (!hasSystem)
        return TrustStore::Given;
    if (!der.contains(derOf(root)))
        return TrustStore::System;
    std::call_once(m_isSystemMade, [this] { m_system = systemStore(); });
    return holds(m_system.get(), root) ? TrustStore::System : TrustStore::User;
}

TrustAnchors::TrustAnchors() : m_data(std::make_shared<Data>()) {}

TrustAnchors TrustAnchors::systemAnd(const QList<QByteArray>& userDer)
{
    const auto data = std::make_shared<Data>();
    data->hasSystem = true;
    data->der = userDer;
    TrustAnchors anchors;
    anchors.m_data = data;
    return anchors;
}

TrustAnchors TrustAnchors::only(const QList<QByteArray>& der)
{
    const auto data = std::make_shared<Data>();
    data->der = der;
    TrustAnchors anchors;
    anchors.m_data = data;
    return anchors;
}

} // namespace stationer
