#include "trust/keyderivation.h"

#include <openssl/err.h>

#include <algorithm>
#include <limits>

namespace stationer {

namespace {

constexpr qint64 MostIterations = 10'000'000; ///< some seconds; programs write ten thousand to a million

template <class T>
using Freed = std::unique_ptr<T, void (*)(T*)>;

qint64 countOf(const ASN1_INTEGER* iterations)
{
    constexpr qint64 MostForALibrary = std::numeric_limits<int>::max();
    int64_t count = 1;
    if (iterations && ASN1_INTEGER_get_int64(&count, iterations) != 1)
        return MostForALibrary;
    return std::clamp<qint64>(count, 0, MostForALibrary);
}

// PBKDF2 (RFC 8018, A.2). scrypt is bounded by OpenSSL itself.
qint64 pbkdf2Iterations(const X509_ALGOR* derivation)
{
    const ASN1_OBJECT* object = nullptr;
    const void* value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(&object, &type, &value, derivation);
    if (OBJ_obj2nid(object) != NID_id_pbkdf2 || type != V_ASN1_SEQUENCE)
        return 0;
    const Freed<PBKDF2PARAM> parameters(
        static_cast<PBKDF2PARAM*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(value), ASN1_ITEM_rptr(PBKDF2PARAM))),
        PBKDF2PARAM_free);
    return parameters ? countOf(parameters->iter) : 0;
}

} // namespace

qint64 iterationsOf(const X509_ALGOR* encryption)
{
    const ASN1_OBJECT* object = nullptr;
    const void* value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(&object, &type, &value, encryption);
    if (type != V_ASN1_SEQUENCE)
        return 0;
    const auto* const packed = static_cast<const ASN1_STRING*>(value);
    qint64 iterations = 0;
    if (OBJ_obj2nid(object) == NID_pbes2) {
        const Freed<PBE2PARAM> scheme(static_cast<PBE2PARAM*>(ASN1_item_unpack(packed, ASN1_ITEM_rptr(PBE2PARAM))),
                                      PBE2PARAM_free);
        iterations = scheme ? pbkdf2Iterations(scheme->keyfunc) : 0;
    } else {
        const Freed<PBEPARAM> scheme(static_cast<PBEPARAM*>(ASN1_item_unpack(packed, ASN1_ITEM_rptr(PBEPARAM))),
                                     PBEPARAM_free);
        iterations = scheme ? countOf(scheme->iter) : 0;
    }
    ERR_clear_error();
    return iterations;
}

qint64 macIterationsOf(const PKCS12* bundle)
{
    const ASN1_INTEGER* iterations = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, bundle);
    return countOf(iterations);
}

bool isBearable(const X509_ALGOR* encryption)
{
    return iterationsOf(encryption) <= MostIterations;
}

bool isBearable(const PKCS12* bundle)
{
    if (macIterationsOf(bundle) > MostIterations)
        return false;
    const auto free = [](STACK_OF(PKCS7) * all) { sk_PKCS7_pop_free(all, PKCS7_free); };
    const std::unique_ptr<STACK_OF(PKCS7), decltype(free)> parts(PKCS12_unpack_authsafes(bundle), free);
    bool isFine = true;
    for (int i = 0; parts && i < sk_PKCS7_num(parts.get()); ++i) {
        PKCS7* const part = sk_PKCS7_value(parts.get(), i);
        if (PKCS7_type_is_encrypted(part)) {
            const PKCS7_ENCRYPT* const sealed = part->d.encrypted;
            isFine = isFine && (!sealed || !sealed->enc_data || isBearable(sealed->enc_data->algorithm));
            continue;
        }
        const auto freeBags = [](STACK_OF(PKCS12_SAFEBAG) * all) { sk_PKCS12_SAFEBAG_pop_free(all, PKCS12_SAFEBAG_free); };
        const std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), decltype(freeBags)> bags(
            PKCS7_type_is_data(part) ? PKCS12_unpack_p7data(part) : nullptr, freeBags);
        for (int k = 0; bags && k < sk_PKCS12_SAFEBAG_num(bags.get()); ++k) {
            const X509_SIG* const key = PKCS12_SAFEBAG_get0_pkcs8(sk_PKCS12_SAFEBAG_value(bags.get(), k));
            const X509_ALGOR* encryption = nullptr;
            if (key)
                X509_SIG_get0(key, &encryption, nullptr);
            isFine = isFine && (!encryption || isBearable(encryption));
        }
    }
    ERR_clear_error();
    return isFine;
}

} // namespace stationer
