#include "trust/javachecks.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <algorithm>

namespace stationer {

namespace {

using Fault = JavaTrustFault;

constexpr int LeastRsaBits = 1024;
constexpr int LeastEcBits = 224;

// Java refuses to read it at all.
bool isBeyondJava(X509* certificate)
{
    EVP_PKEY* const key = X509_get0_pubkey(certificate);
    int isExplicit = 0;
    if (key)
        EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit);
    if (isExplicit || X509_NAME_entry_count(X509_get_issuer_name(certificate)) == 0)
        return true;
    if (X509_get_version(certificate) < X509_VERSION_3 && X509_get_ext_count(certificate) > 0)
        return true;
    // Without a subject the alternative names have to be critical.
    const int names = X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1);
    return X509_NAME_entry_count(X509_get_subject_name(certificate)) == 0 &&
           (names < 0 || !X509_EXTENSION_get_critical(X509_get_ext(certificate, names)));
}

// What Java's path checking knows of. It minds others where they are critical.
void checkExtensions(X509* certificate, JavaFaults& faults)
{
    static constexpr int Known[]{
        NID_key_usage,          NID_basic_constraints,  NID_name_constraints, NID_certificate_policies, NID_policy_mappings,
        NID_policy_constraints, NID_inhibit_any_policy, NID_subject_alt_name, NID_ext_key_usage};
    for (int i = 0; i < X509_get_ext_count(certificate); ++i) {
        X509_EXTENSION* const extension = X509_get_ext(certificate, i);
        const int kind = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (X509_EXTENSION_get_critical(extension) && std::find(std::begin(Known), std::end(Known), kind) == std::end(Known))
            faults.add(Fault::UnknownCriticalExtension);
    }
    if (X509_get_extension_flags(certificate) & EXFLAG_INVALID)
        faults.add(Fault::Malformed);
}

void checkDates(X509* certificate, time_t moment, JavaFaults& faults)
{
    if (ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate), moment) == -1)
        faults.add(Fault::Expired);
    if (ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), moment) == 1)
        faults.add(Fault::NotYetValid);
}

void checkCertificate(X509* certificate, time_t moment, JavaFaults& faults)
{
    checkDates(certificate, moment, faults);
    checkKey(X509_get0_pubkey(certificate), faults);
    checkSignature(certificate, faults);
    checkExtensions(certificate, faults);
}

} // namespace

Owned<X509> readByJava(const QByteArray& der)
{
    Owned<X509> certificate = x509OfDer(der);
    if (certificate && isBeyondJava(certificate.get()))
        certificate.reset();
    return certificate;
}

// Version 1 and 2 have no way to say it.
bool isAnchorForJava(X509* certificate)
{
    return X509_get_version(certificate) < X509_VERSION_3 || X509_check_ca(certificate) == 1;
}

void checkKey(EVP_PKEY* key, JavaFaults& faults)
{
    if (!key)
        return faults.add(Fault::Malformed);
    const int bits = EVP_PKEY_get_bits(key);
    const bool isRsa = EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS");
    if ((isRsa && bits < LeastRsaBits) || (EVP_PKEY_is_a(key, "EC") && bits < LeastEcBits))
        faults.add(Fault::WeakKey);
}

void checkSignature(X509* certificate, JavaFaults& faults)
{
    int digest = NID_undef;
    OBJ_find_sigid_algs(X509_get_signature_nid(certificate), &digest, nullptr);
    if (digest == NID_md5 || digest == NID_md2 || digest == NID_md4)
        faults.add(Fault::WeakSignature);
}

void checkLeaf(X509* leaf, time_t moment, JavaKeyExchange exchange, JavaFaults& faults)
{
    checkCertificate(leaf, moment, faults);
    const quint32 wanted = exchange == JavaKeyExchange::Signed ? KU_DIGITAL_SIGNATURE : KU_KEY_ENCIPHERMENT;
    if (!(X509_get_key_usage(leaf) & wanted)) // all bits are set where nothing is said
        faults.add(Fault::KeyUsage);
    const quint32 flags = X509_get_extension_flags(leaf);
    if ((flags & EXFLAG_XKUSAGE) && !(X509_get_extended_key_usage(leaf) & (XKU_SSL_SERVER | XKU_SGC | XKU_ANYEKU)))
        faults.add(Fault::ExtendedKeyUsage);
    ASN1_STRING* const old = static_cast<ASN1_STRING*>(X509_get_ext_d2i(leaf, NID_netscape_cert_type, nullptr, nullptr));
    if (old && !ASN1_BIT_STRING_get_bit(old, 1))
        faults.add(Fault::ExtendedKeyUsage);
    ASN1_STRING_free(old);
}

void checkIssuer(X509* issuer, time_t moment, JavaFaults& faults)
{
    checkCertificate(issuer, moment, faults);
    if (X509_check_ca(issuer) != 1)
        faults.add(Fault::NotACa);
}

} // namespace stationer
