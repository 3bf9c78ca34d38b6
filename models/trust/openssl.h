#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/bio.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace stationer {

/// Frees what OpenSSL made. For the .cpp files of this folder; no header that others include shows OpenSSL.
struct OpensslFree {
    void operator()(X509* x) const { X509_free(x); }
    void operator()(X509_ALGOR* x) const { X509_ALGOR_free(x); }
    void operator()(ASN1_STRING* x) const { ASN1_STRING_free(x); } // ASN1_TIME is one
    void operator()(X509_NAME* x) const { X509_NAME_free(x); }
    void operator()(X509_REQ* x) const { X509_REQ_free(x); }
    void operator()(X509_STORE* x) const { X509_STORE_free(x); }
    void operator()(X509_LOOKUP_METHOD* x) const { X509_LOOKUP_meth_free(x); }
    void operator()(X509_STORE_CTX* x) const { X509_STORE_CTX_free(x); }
    void operator()(EVP_PKEY* x) const { EVP_PKEY_free(x); }
    void operator()(X509_SIG* x) const { X509_SIG_free(x); }
    void operator()(PKCS7* x) const { PKCS7_free(x); }
    void operator()(PKCS12* x) const { PKCS12_free(x); }
    void operator()(BIO* x) const { BIO_free_all(x); }
    void operator()(NAME_CONSTRAINTS* x) const { NAME_CONSTRAINTS_free(x); }
    void operator()(GENERAL_NAMES* x) const { GENERAL_NAMES_free(x); }
    void operator()(STACK_OF(X509) * x) const { sk_X509_pop_free(x, X509_free); }
    void operator()(STACK_OF(X509_EXTENSION) * x) const { sk_X509_EXTENSION_pop_free(x, X509_EXTENSION_free); }
};

template <class T>
using Owned = std::unique_ptr<T, OpensslFree>;

struct CertificateFacts;

/// The certificate in these bytes; null unless they are one certificate to the last byte.
Owned<X509> x509OfDer(const QByteArray& der);
QByteArray derOf(X509* certificate);
CertificateFacts factsOf(X509* certificate, const QByteArray& der);

} // namespace stationer
