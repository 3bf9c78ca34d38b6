#include "trust/keybundle.h"

#include "trust/keyderivation.h"
#include "trust/keymaterial.h"
#include "trust/pemtext.h"
#include "trust/pkcs12.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstring>

namespace stationer {

namespace {

constexpr qsizetype LargestBundle = 8 * 1024 * 1024;
constexpr qsizetype LongestChain = 100;

int answer(char* buffer, int size, int, void* context)
{
    const QByteArray& passphrase = static_cast<const Secret*>(context)->reveal();
    if (passphrase.isEmpty() || passphrase.size() > size)
        return -1;
    std::memcpy(buffer, passphrase.constData(), size_t(passphrase.size()));
    return int(passphrase.size());
}

bool isBearableKey(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const Owned<X509_SIG> sealed(d2i_X509_SIG(nullptr, &at, long(der.size())));
    ERR_clear_error();
    const X509_ALGOR* encryption = nullptr;
    if (sealed)
        X509_SIG_get0(sealed.get(), &encryption, nullptr);
    return !encryption || isBearable(encryption);
}

KeyFault faultOf(Pkcs12Fault fault)
{
    switch (fault) {
    case Pkcs12Fault::NotPkcs12:
        return KeyFault::NotReadable;
    case Pkcs12Fault::PasswordNeeded:
        return KeyFault::PasswordNeeded;
    case Pkcs12Fault::WrongPassword:
        return KeyFault::WrongPassword;
    case Pkcs12Fault::Unsupported:
        return KeyFault::Unsupported;
    }
    Q_UNREACHABLE();
}

Result<KeyBundle, KeyFault> together(Owned<EVP_PKEY> key, const CertificateChain& certificates)
{
    if (!key)
        return KeyFault::NoKey;
    if (certificates.isEmpty())
        return KeyFault::NoCertificate;
    if (!isKeyForTls(key.get()))
        return KeyFault::Unsupported;
    for (const QByteArray& der : certificates) {
        const Owned<X509> certificate = x509OfDer(der);
        const bool isOwn = certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
        ERR_clear_error();
        if (isOwn)
            return KeyBundle{std::move(key), chainFor(factsOf(certificate.get(), der).publicKeySha256, certificates)};
    }
    return KeyFault::KeyOfAnother;
}

Result<KeyBundle, KeyFault> pkcs12Bundle(const QByteArray& der, const Secret& password)
{
    auto content = readPkcs12(der, password);
    if (!content)
        return faultOf(content.error());
    return together(std::move(content.value().key), content.value().certificates);
}

} // namespace

Owned<EVP_PKEY> keyOfPem(const QByteArray& pem, const Secret& passphrase)
{
    const Owned<BIO> bytes(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(bytes.get(), nullptr, answer, const_cast<Secret*>(&passphrase)));
    ERR_clear_error();
    return key;
}

CertificateChain chainFor(const QByteArray& publicKeySha256, const CertificateChain& given)
{
    QList<CertificateFacts> left;
    for (const QByteArray& der : given) {
        if (const auto facts = certificateFacts(der))
            left << *facts;
    }
    auto next = std::find_if(left.begin(), left.end(),
                             [&](const CertificateFacts& one) { return one.publicKeySha256 == publicKeySha256; });
    CertificateChain chain;
    while (next != left.end() && chain.size() < LongestChain) {
        const CertificateFacts last = *next;
        chain << last.der;
        left.erase(next);
        if (last.isSelfSigned)
            break;
        const Owned<X509> signed_ = x509OfDer(last.der);
        next = std::find_if(left.begin(), left.end(), [&](const CertificateFacts& one) {
            const Owned<X509> issuer = x509OfDer(one.der);
            return X509_check_issued(issuer.get(), signed_.get()) == X509_V_OK;
        });
    }
    ERR_clear_error();
    return chain;
}

Result<KeyBundle, KeyFault> readKeyBundle(const QByteArray& bytes, const Secret& password)
{
    if (bytes.size() > LargestBundle)
        return KeyFault::TooLarge;
    const QList<PemBlock> blocks = pemBlocks(bytes);
    if (blocks.isEmpty())
        return pkcs12Bundle(bytes, password);
    CertificateChain certificates;
    Owned<EVP_PKEY> key;
    for (const PemBlock& block : blocks) {
        if (block.label == "PKCS12" && block.der)
            return pkcs12Bundle(*block.der, password);
        if (isCertificateLabel(block.label)) {
            const QByteArray der = certificateOf(block);
            if (!x509OfDer(der))
                return KeyFault::NotReadable;
            certificates << der;
        } else if (block.label.endsWith("PRIVATE KEY") && !key) {
            if (block.der && !isBearableKey(*block.der))
                return KeyFault::Unsupported;
            key = keyOfPem(bytes, password);
            if (key)
                continue;
            const bool isLocked = block.label.startsWith("ENCRYPTED") || bytes.contains("Proc-Type: 4,ENCRYPTED");
            if (!isLocked)
                return KeyFault::NotReadable;
            return password.isEmpty() ? KeyFault::PasswordNeeded : KeyFault::WrongPassword;
        }
    }
    return together(std::move(key), certificates);
}

} // namespace stationer
