#include "app/demo/democertificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace stationer {

namespace {

template <auto release>
struct Releases {
    template <class Object>
    void operator()(Object* object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releases<X509_free>>;
using Bio = std::unique_ptr<BIO, Releases<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releases<X509_EXTENSION_free>>;

QByteArray contentOf(BIO* bio)
{
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return QByteArray(bytes, size);
}

QByteArray pemOf(X509* certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contentOf(bio.get());
}

QByteArray pemOf(EVP_PKEY* key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio.get());
}

Bio reader(const QByteArray& pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

struct Profile {
    const char* commonName;
    const char* basicConstraints;
    const char* keyUsage;
    const char* extendedKeyUsage; ///< nullptr: none
    const char* alternativeNames; ///< nullptr: none
};

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    if (!value)
        return true;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A serial number of 64 random bits, positive (RFC 5280, section 4.1.2.2).
bool setSerial(X509* certificate)
{
    quint64 number = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof number) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), (number >> 1) | 1) == 1;
}

bool setName(X509_NAME* name, const char* commonName)
{
    const auto add = [name](const char* field, const char* text) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text), -1, -1,
                                          0) == 1;
    };
    return add("O", "Stationer demo") && add("CN", commonName);
}

/// Signed by `issuer` and its key; by itself where `issuer` is nullptr.
Certificate makeCertificate(const Profile& profile, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey,
                            const QDateTime& notBefore, const QDateTime& notAfter)
{
    Certificate certificate(X509_new());
    X509* const made = certificate.get();
    X509* const signer = issuer ? issuer : made;
    const bool isFilled = made && X509_set_version(made, 2) == 1 && setSerial(made) && X509_set_pubkey(made, key) == 1 &&
                          ASN1_TIME_set(X509_getm_notBefore(made), time_t(notBefore.toSecsSinceEpoch())) != nullptr &&
                          ASN1_TIME_set(X509_getm_notAfter(made), time_t(notAfter.toSecsSinceEpoch())) != nullptr &&
                          setName(X509_get_subject_name(made), profile.commonName) &&
                          X509_set_issuer_name(made, X509_get_subject_name(signer)) == 1 &&
                          addExtension(made, signer, NID_basic_constraints, profile.basicConstraints) &&
                          addExtension(made, signer, NID_key_usage, profile.keyUsage) &&
                          addExtension(made, signer, NID_ext_key_usage, profile.extendedKeyUsage) &&
                          addExtension(made, signer, NID_subject_key_identifier, "hash") &&
                          addExtension(made, signer, NID_authority_key_identifier, issuer ? "keyid:always" : nullptr) &&
                          addExtension(made, signer, NID_subject_alt_name, profile.alternativeNames);
    if (!isFilled || X509_sign(made, issuerKey, EVP_sha256()) == 0)
        return {};
    return certificate;
}

constexpr Profile authorityProfile{"Stationer Demo Root CA", "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign",
                                   nullptr, nullptr};
constexpr Profile serverProfile{"localhost", "critical,CA:FALSE", "critical,digitalSignature", "serverAuth",
                                "DNS:localhost,IP:127.0.0.1,IP:::1"};

} // namespace

std::optional<DemoAuthority> DemoAuthority::make(const QDateTime& now)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return std::nullopt;
    // It began long ago, so that it covers a certificate that ran out as well.
    const Certificate root =
        makeCertificate(authorityProfile, key.get(), nullptr, key.get(), now.addDays(-400), now.addDays(400));
    if (!root)
        return std::nullopt;
    DemoAuthority authority;
    authority.m_keyPem = pemOf(key.get());
    authority.m_rootPem = pemOf(root.get());
    return authority;
}

std::optional<DemoIdentity> DemoAuthority::issue(const QDateTime& notBefore, const QDateTime& notAfter) const
{
    const Key authorityKey(PEM_read_bio_PrivateKey(reader(m_keyPem).get(), nullptr, nullptr, nullptr));
    const Certificate root(PEM_read_bio_X509(reader(m_rootPem).get(), nullptr, nullptr, nullptr));
    const Key key(EVP_EC_gen("P-256"));
    if (!authorityKey || !root || !key)
        return std::nullopt;
    const Certificate leaf = makeCertificate(serverProfile, key.get(), root.get(), authorityKey.get(), notBefore, notAfter);
    if (!leaf)
        return std::nullopt;
    return DemoIdentity{pemOf(key.get()), {pemOf(leaf.get()), m_rootPem}};
}

} // namespace stationer
