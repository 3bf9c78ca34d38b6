#include "trust/signature.h"

#include "terms/secret.h"
#include "trust/openssl.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

namespace stationer {

namespace {

struct DigestFree {
    void operator()(EVP_MD_CTX* x) const { EVP_MD_CTX_free(x); }
};

Owned<EVP_PKEY> openedKey(const QSslKey& key)
{
    const Secret der(key.toDer());
    auto* at = reinterpret_cast<const unsigned char*>(der.reveal().constData());
    return Owned<EVP_PKEY>(d2i_AutoPrivateKey(nullptr, &at, long(der.reveal().size())));
}

bool isPadded(EVP_PKEY_CTX* context, SignatureKind kind)
{
    switch (kind) {
    case SignatureKind::Ps256:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0;
    case SignatureKind::Rs256:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
    }
    return false;
}

} // namespace

std::optional<QByteArray> signature(const QSslKey& key, SignatureKind kind, const QByteArray& bytes)
{
    const Owned<EVP_PKEY> pkey = openedKey(key);
    std::optional<QByteArray> result;
    if (pkey && EVP_PKEY_get_base_id(pkey.get()) == EVP_PKEY_RSA) {
        const std::unique_ptr<EVP_MD_CTX, DigestFree> digest(EVP_MD_CTX_new());
        EVP_PKEY_CTX* context = nullptr;
        size_t size = 0;
        const auto* const data = reinterpret_cast<const unsigned char*>(bytes.constData());
        if (EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, pkey.get()) > 0 && isPadded(context, kind) &&
            EVP_DigestSign(digest.get(), nullptr, &size, data, size_t(bytes.size())) > 0) {
            QByteArray made(qsizetype(size), '\0');
            if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(made.data()), &size, data,
                               size_t(bytes.size())) > 0) {
                made.truncate(qsizetype(size));
                result = made;
            }
        }
    }
    ERR_clear_error(); // what failed is told by the answer
    return result;
}

} // namespace stationer
