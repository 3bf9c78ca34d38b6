#include "trust/trustanchors.h"

#include "trust/derslices.h"
#include "trust/trustsettings.h"

#include <openssl/err.h>

#include <algorithm>

namespace stationer {

namespace {

Owned<STACK_OF(X509)> certificatesIn(X509_STORE* store, const X509_NAME* subject)
{
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store, nullptr, nullptr);
    Owned<STACK_OF(X509)> found(X509_STORE_CTX_get1_certs(context.get(), subject));
    ERR_clear_error();
    return found;
}

quint32 hashOf(const X509_NAME* name)
{
    return quint32(X509_NAME_hash_ex(name, nullptr, nullptr, nullptr));
}

} // namespace

// OpenSSL's question for the certificates of a subject. All there are go into the store, those of the system as well: it
// asks once, and takes what the store has then.
int findAnchors(X509_LOOKUP* lookup, X509_LOOKUP_TYPE type, const X509_NAME* name, X509_OBJECT* found)
{
    if (type != X509_LU_X509)
        return 0;
    const auto& data = *static_cast<const TrustAnchors::Data*>(X509_LOOKUP_get_method_data(lookup));
    X509* first = nullptr;
    const auto take = [&](X509* certificate) {
        if (X509_NAME_cmp(X509_get_subject_name(certificate), name) != 0) // the hash is a short one
            return;
        if (X509_STORE_add_cert(X509_LOOKUP_get_store(lookup), certificate) == 1 && !first)
            first = certificate;
    };
    QList<qsizetype> places = data.m_bySubject.values(hashOf(name));
    std::sort(places.begin(), places.end());
    std::vector<Owned<X509>> own;
    for (const qsizetype place : std::as_const(places)) {
        if (auto certificate = x509WithSettings(data.der.at(place))) {
            own.push_back(std::move(certificate));
            take(own.back().get());
        }
    }
    Owned<STACK_OF(X509)> systems;
    if (data.hasSystem)
        systems = certificatesIn(data.systemStore(), name);
    for (int i = 0; systems && i < sk_X509_num(systems.get()); ++i)
        take(sk_X509_value(systems.get(), i));
    if (!first)
        return 0;
    // What is found is not counted by who asks; the store keeps it alive.
    X509_OBJECT_set1_X509(found, first);
    X509_free(first);
    return 1;
}

X509_STORE* TrustAnchors::Data::systemStore() const
{
    std::call_once(m_isSystemMade, [this] {
        m_system.reset(X509_STORE_new());
        X509_STORE_set_default_paths(m_system.get()); // SSL_CERT_FILE and SSL_CERT_DIR, else OpenSSL's own
        ERR_clear_error();
    });
    return m_system.get();
}

void TrustAnchors::Data::makeStore() const
{
    for (qsizetype i = 0; i < der.size(); ++i) {
        const auto slices = slicesOf(certificateIn(der[i]));
        if (!slices)
            continue;
        const auto* at = reinterpret_cast<const unsigned char*>(slices->subject.data());
        if (const Owned<X509_NAME> subject{d2i_X509_NAME(nullptr, &at, long(slices->subject.size()))})
            m_bySubject.insert(hashOf(subject.get()), i);
    }
    m_method.reset(X509_LOOKUP_meth_new("anchors by subject"));
    X509_LOOKUP_meth_set_get_by_subject(m_method.get(), findAnchors);
    m_store.reset(X509_STORE_new());
    X509_LOOKUP* const lookup = X509_STORE_add_lookup(m_store.get(), m_method.get());
    X509_LOOKUP_set_method_data(lookup, const_cast<Data*>(this));
    ERR_clear_error();
}

X509_STORE* TrustAnchors::Data::store() const
{
    std::call_once(m_isStoreMade, [this] { makeStore(); });
    return m_store.get();
}

bool TrustAnchors::Data::knows(const QByteArray& subject) const
{
    const auto* at = reinterpret_cast<const unsigned char*>(subject.constData());
    const Owned<X509_NAME> name(d2i_X509_NAME(nullptr, &at, long(subject.size())));
    ERR_clear_error();
    return name && knows(name.get());
}

bool TrustAnchors::Data::knows(const X509_NAME* subject) const
{
    const auto found = certificatesIn(store(), subject);
    return found && sk_X509_num(found.get()) > 0;
}

TrustStore TrustAnchors::Data::storeOf(X509* root) const
{
    if (!hasSystem)
        return TrustStore::Given;
    const QByteArray rootDer = derOf(root);
    if (std::none_of(der.cbegin(), der.cend(), [&](const QByteArray& one) { return certificateIn(one) == rootDer; }))
        return TrustStore::System;
    const auto systems = certificatesIn(systemStore(), X509_get_subject_name(root));
    for (int i = 0; systems && i < sk_X509_num(systems.get()); ++i) {
        if (X509_cmp(sk_X509_value(systems.get(), i), root) == 0)
            return TrustStore::System;
    }
    return TrustStore::User;
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
