#include "trust/serverendpoint.h"

#include "trust/openssl.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>

namespace stationer {

std::optional<QByteArray> serverEndPoint(const QByteArray& certificate)
{
    const Owned<X509> read = x509OfDer(certificate);
    int function = NID_undef;
    const bool isKnown = read && X509_get_signature_info(read.get(), &function, nullptr, nullptr, nullptr) == 1;
    ERR_clear_error();
    if (!isKnown)
        return std::nullopt;
    const bool isWeak = function == NID_md5 || function == NID_sha1 || function == NID_md5_sha1;
    const EVP_MD* const digest = isWeak ? EVP_sha256() : EVP_get_digestbynid(function);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    if (!digest ||
        EVP_Digest(certificate.constData(), size_t(certificate.size()), hash.data(), &size, digest, nullptr) != 1) {
        ERR_clear_error();
        return std::nullopt;
    }
    return QByteArray(reinterpret_cast<const char*>(hash.data()), qsizetype(size));
}

} // namespace stationer
