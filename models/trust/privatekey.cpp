#include "trust/privatekey.h"

#include "trust/openssl.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstring>

namespace stationer {

namespace {

/// The first block whose label ends in `PRIVATE KEY`, armour and all; empty where there is none that also ends.
QByteArray keyBlock(const QByteArray& pem)
{
    static constexpr QByteArrayView begin = "-----BEGIN ";
    static constexpr QByteArrayView end = "PRIVATE KEY-----";
    for (qsizetype at = pem.indexOf(begin); at >= 0; at = pem.indexOf(begin, at + 1)) {
        const qsizetype label = at + begin.size();
        const qsizetype labelEnd = pem.indexOf("-----", label);
        if (labelEnd < 0)
            break;
        const QByteArray name = pem.sliced(label, labelEnd - label);
        if (!(name + "-----").endsWith(end))
            continue;
        const QByteArray last = "-----END " + name + "-----";
        const qsizetype lastAt = pem.indexOf(last, labelEnd);
        if (lastAt >= 0)
            return pem.sliced(at, lastAt + last.size() - at) + '\n';
    }
    return {};
}

struct Asked {
    const Secret& passphrase;
    bool isEncrypted = false;
};

int passphraseFor(char* buffer, int size, int, void* context)
{
    auto& asked = *static_cast<Asked*>(context);
    asked.isEncrypted = true;
    const QByteArray& passphrase = asked.passphrase.reveal();
    if (passphrase.isEmpty() || passphrase.size() > size)
        return -1;
    std::memcpy(buffer, passphrase.constData(), size_t(passphrase.size()));
    return int(passphrase.size());
}

Result<Owned<EVP_PKEY>, PrivateKeyFault> opensslKeyOf(const QByteArray& pem, const Secret& passphrase)
{
    const QByteArray block = keyBlock(pem);
    if (block.isEmpty())
        return PrivateKeyFault::Missing;
    const Owned<BIO> bytes(BIO_new_mem_buf(block.constData(), int(block.size())));
    Asked asked{passphrase};
    Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(bytes.get(), nullptr, passphraseFor, &asked));
    ERR_clear_error(); // what failed is told by the answer
    if (key)
        return key;
    if (asked.isEncrypted)
        return passphrase.isEmpty() ? PrivateKeyFault::PassphraseNeeded : PrivateKeyFault::WrongPassphrase;
    return PrivateKeyFault::Damaged;
}

Result<QSslKey, PrivateKeyFault> qtKey(Owned<EVP_PKEY> key)
{
    const QSslKey result(Qt::HANDLE(key.release()), QSsl::PrivateKey); // Qt owns it now
    return result.isNull() ? Result<QSslKey, PrivateKeyFault>(PrivateKeyFault::Damaged) : result;
}

} // namespace

Result<QSslKey, PrivateKeyFault> privateKeyOf(const QByteArray& pem, const Secret& passphrase, const QByteArray& certificate)
{
    auto key = opensslKeyOf(pem, passphrase);
    if (!key)
        return key.error();
    const Owned<X509> owner = x509OfDer(certificate);
    const bool isOwn = owner && X509_check_private_key(owner.get(), key.value().get()) == 1;
    ERR_clear_error();
    if (!isOwn)
        return PrivateKeyFault::OfAnother;
    return qtKey(std::move(key.value()));
}

Result<QSslKey, PrivateKeyFault> privateKeyOf(const QByteArray& pem, const Secret& passphrase)
{
    auto key = opensslKeyOf(pem, passphrase);
    if (!key)
        return key.error();
    return qtKey(std::move(key.value()));
}

} // namespace stationer
