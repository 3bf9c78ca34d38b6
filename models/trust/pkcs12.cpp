#include "trust/pkcs12.h"

#include "trust/keyderivation.h"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace stationer {

namespace {

constexpr int Pkcs12Iterations = 100'000;

/// The key to a bundle as OpenSSL wants it: no password and an empty one are two things, and an empty field stands for both.
Result<const char*, Pkcs12Fault> openedBy(PKCS12* bundle, const Secret& password)
{
    const QByteArray& bytes = password.reveal();
    if (!PKCS12_mac_present(bundle))
        return password.isEmpty() ? nullptr : bytes.constData();
    if (!password.isEmpty()) {
        if (PKCS12_verify_mac(bundle, bytes.constData(), int(bytes.size())) == 1)
            return bytes.constData();
        return Pkcs12Fault::WrongPassword;
    }
    if (PKCS12_verify_mac(bundle, nullptr, 0) == 1)
        return static_cast<const char*>(nullptr);
    if (PKCS12_verify_mac(bundle, "", 0) == 1)
        return static_cast<const char*>("");
    return Pkcs12Fault::PasswordNeeded;
}

} // namespace

Result<Pkcs12Content, Pkcs12Fault> readPkcs12(const QByteArray& der, const Secret& password)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const Owned<PKCS12> bundle(d2i_PKCS12(nullptr, &at, long(der.size())));
    ERR_clear_error();
    if (!bundle)
        return Pkcs12Fault::NotPkcs12;
    if (!isBearable(bundle.get()))
        return Pkcs12Fault::Unsupported;
    const auto opened = openedBy(bundle.get(), password);
    ERR_clear_error();
    if (!opened)
        return opened.error();
    EVP_PKEY* key = nullptr;
    X509* own = nullptr;
    STACK_OF(X509)* others = nullptr;
    const int isRead = PKCS12_parse(bundle.get(), opened.value(), &key, &own, &others);
    ERR_clear_error();
    Pkcs12Content content;
    content.key.reset(key);
    const Owned<X509> first(own);
    const Owned<STACK_OF(X509)> rest(others);
    if (isRead != 1)
        return Pkcs12Fault::Unsupported;
    if (first)
        content.certificates << derOf(first.get());
    for (int i = 0; rest && i < sk_X509_num(rest.get()); ++i)
        content.certificates << derOf(sk_X509_value(rest.get(), i));
    return content;
}

QByteArray writePkcs12(const CertificateChain& chain, EVP_PKEY* key, const QString& name, const Secret& password)
{
    const Owned<X509> own = chain.isEmpty() ? nullptr : x509OfDer(chain.first());
    const Owned<STACK_OF(X509)> others(sk_X509_new_null());
    for (const QByteArray& der : chain.mid(1)) {
        if (Owned<X509> other = x509OfDer(der))
            sk_X509_push(others.get(), other.release());
    }
    const Owned<PKCS12> bundle(PKCS12_create(password.reveal().constData(), name.toUtf8().constData(), key, own.get(),
                                             others.get(), NID_aes_256_cbc, NID_aes_256_cbc, Pkcs12Iterations,
                                             Pkcs12Iterations, 0));
    unsigned char* bytes = nullptr;
    const int size = bundle ? i2d_PKCS12(bundle.get(), &bytes) : 0;
    ERR_clear_error();
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return der;
}

} // namespace stationer
