#include "trust/keymaterial.h"

#include "trust/hostname.h"
#include "trust/pemtext.h"

#include <QHostAddress>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <array>

namespace stationer {

namespace {

constexpr int KeyIterations = 200'000;
constexpr int SmallestRsa = 2048;

using Extensions = Owned<STACK_OF(X509_EXTENSION)>;

void addField(X509_NAME* name, int nid, const QString& value)
{
    const QByteArray utf8 = value.trimmed().toUtf8();
    if (!utf8.isEmpty())
        X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(utf8.constData()),
                                   int(utf8.size()), -1, 0);
}

void writeSubject(X509_NAME* name, const NewCertificate& wanted)
{
    addField(name, NID_countryName, wanted.country.toUpper());
    addField(name, NID_stateOrProvinceName, wanted.state);
    addField(name, NID_localityName, wanted.locality);
    addField(name, NID_organizationName, wanted.organization);
    addField(name, NID_organizationalUnitName, wanted.organizationalUnit);
    addField(name, NID_commonName, wanted.commonName);
}

bool isSubjectEmpty(const NewCertificate& wanted)
{
    const Owned<X509_NAME> name(X509_NAME_new());
    writeSubject(name.get(), wanted);
    return X509_NAME_entry_count(name.get()) == 0;
}

void addName(GENERAL_NAMES* names, int type, const QByteArray& bytes)
{
    GENERAL_NAME* name = GENERAL_NAME_new();
    ASN1_STRING* text = ASN1_STRING_type_new(type == GEN_IPADD ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    ASN1_STRING_set(text, bytes.constData(), int(bytes.size()));
    GENERAL_NAME_set0_value(name, type, text);
    sk_GENERAL_NAME_push(names, name);
}

// In A-label form, the wildcard kept.
QByteArray dnsBytes(const QString& name)
{
    const bool isWildcard = name.startsWith(QStringLiteral("*."));
    const QString host = normalisedHost(isWildcard ? QStringView(name).sliced(2) : QStringView(name)).value_or(name);
    return (isWildcard ? "*." : "") + host.toLatin1();
}

QByteArray octetsOf(const QString& address)
{
    const QHostAddress host(address.trimmed());
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = host.toIPv4Address();
        return QByteArray{}.append(char(v4 >> 24)).append(char(v4 >> 16)).append(char(v4 >> 8)).append(char(v4));
    }
    const Q_IPV6ADDR v6 = host.toIPv6Address();
    return {reinterpret_cast<const char*>(v6.c), qsizetype(sizeof v6.c)};
}

Owned<GENERAL_NAMES> alternativeNames(const NewCertificate& wanted)
{
    Owned<GENERAL_NAMES> names(GENERAL_NAMES_new());
    for (const QString& name : wanted.dnsNames)
        addName(names.get(), GEN_DNS, dnsBytes(name.trimmed()));
    for (const QString& address : wanted.ipAddresses)
        addName(names.get(), GEN_IPADD, octetsOf(address));
    for (const QString& address : wanted.mailAddresses)
        addName(names.get(), GEN_EMAIL, address.trimmed().toLatin1());
    return names;
}

// What a certificate and a request say alike (RFC 5280, 4.2.1).
Extensions extensionsOf(const NewCertificate& wanted)
{
    STACK_OF(X509_EXTENSION)* extensions = nullptr;
    const auto add = [&](int nid, void* value, int isCritical) {
        X509V3_add1_i2d(&extensions, nid, value, isCritical, X509V3_ADD_DEFAULT);
    };
    const std::unique_ptr<BASIC_CONSTRAINTS, decltype(&BASIC_CONSTRAINTS_free)> basic(BASIC_CONSTRAINTS_new(),
                                                                                      BASIC_CONSTRAINTS_free);
    add(NID_basic_constraints, basic.get(), 1);
    const std::unique_ptr<ASN1_BIT_STRING, decltype(&ASN1_BIT_STRING_free)> usage(ASN1_BIT_STRING_new(),
                                                                                  ASN1_BIT_STRING_free);
    ASN1_BIT_STRING_set_bit(usage.get(), 0, 1); // digitalSignature
    if (wanted.mayEncipher && wanted.key == NewKeyKind::Rsa3072)
        ASN1_BIT_STRING_set_bit(usage.get(), 2, 1); // keyEncipherment
    add(NID_key_usage, usage.get(), 1);
    if (wanted.isForClients || wanted.isForServers) {
        const std::unique_ptr<EXTENDED_KEY_USAGE, decltype(&EXTENDED_KEY_USAGE_free)> purposes(EXTENDED_KEY_USAGE_new(),
                                                                                               EXTENDED_KEY_USAGE_free);
        if (wanted.isForClients)
            sk_ASN1_OBJECT_push(purposes.get(), OBJ_nid2obj(NID_client_auth));
        if (wanted.isForServers)
            sk_ASN1_OBJECT_push(purposes.get(), OBJ_nid2obj(NID_server_auth));
        add(NID_ext_key_usage, purposes.get(), 0);
    }
    const Owned<GENERAL_NAMES> names = alternativeNames(wanted);
    if (sk_GENERAL_NAME_num(names.get()) > 0) // critical where there is no other name (4.2.1.6)
        add(NID_subject_alt_name, names.get(), isSubjectEmpty(wanted) ? 1 : 0);
    return Extensions(extensions);
}

const EVP_MD* digestFor(EVP_PKEY* key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    return kind == EVP_PKEY_ED25519 || kind == EVP_PKEY_ED448 ? nullptr : EVP_sha256();
}

void setTime(ASN1_TIME* time, const QDateTime& moment)
{
    // UTCTime up to 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5).
    const QByteArray text = moment.toUTC().toString(QStringLiteral("yyyyMMddHHmmss'Z'")).toLatin1();
    ASN1_TIME_set_string_X509(time, text.constData());
}

void setSerial(X509* certificate)
{
    std::array<unsigned char, 16> bytes{};
    RAND_bytes(bytes.data(), int(bytes.size()));
    bytes[0] = (bytes[0] & 0x7F) | 0x40; // positive, and of one length
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_bin2bn(bytes.data(), int(bytes.size()), nullptr), BN_free);
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

QByteArray requestPem(X509_REQ* request, EVP_PKEY* key)
{
    X509_REQ_set_version(request, 0);
    X509_REQ_set_pubkey(request, key);
    unsigned char* bytes = nullptr;
    const int size = X509_REQ_sign(request, key, digestFor(key)) > 0 ? i2d_X509_REQ(request, &bytes) : 0;
    ERR_clear_error();
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return der.isEmpty() ? QByteArray() : pemOf("CERTIFICATE REQUEST", der);
}

} // namespace

Owned<EVP_PKEY> makeKey(NewKeyKind kind)
{
    Owned<EVP_PKEY> key;
    switch (kind) {
    case NewKeyKind::EcP256:
        key.reset(EVP_EC_gen("P-256"));
        break;
    case NewKeyKind::Rsa3072:
        key.reset(EVP_RSA_gen(3072));
        break;
    case NewKeyKind::Ed25519:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
        break;
    }
    ERR_clear_error();
    return key;
}

bool isKeyForTls(EVP_PKEY* key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
        return EVP_PKEY_get_bits(key) >= SmallestRsa;
    case EVP_PKEY_EC:
    case EVP_PKEY_ED25519:
    case EVP_PKEY_ED448:
        return true;
    default:
        return false;
    }
}

QByteArray encryptedPem(EVP_PKEY* key, const Secret& passphrase)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, decltype(&PKCS8_PRIV_KEY_INFO_free)> plain(EVP_PKEY2PKCS8(key),
                                                                                          PKCS8_PRIV_KEY_INFO_free);
    X509_ALGOR* const scheme = PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), KeyIterations, nullptr, 16, nullptr, NID_hmacWithSHA256);
    const QByteArray& bytes = passphrase.reveal();
    // The scheme passes on to what it sealed.
    const Owned<X509_SIG> sealed(plain && scheme ? PKCS8_set0_pbe(bytes.constData(), int(bytes.size()), plain.get(), scheme)
                                                 : nullptr);
    if (!sealed)
        X509_ALGOR_free(scheme);
    unsigned char* der = nullptr;
    const int size = sealed ? i2d_X509_SIG(sealed.get(), &der) : 0;
    ERR_clear_error();
    const QByteArray written(reinterpret_cast<const char*>(der), std::max(size, 0));
    OPENSSL_free(der);
    return written.isEmpty() ? QByteArray() : pemOf("ENCRYPTED PRIVATE KEY", written);
}

QByteArray selfSigned(EVP_PKEY* key, const NewCertificate& wanted)
{
    const Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    setSerial(certificate.get());
    setTime(X509_getm_notBefore(certificate.get()), wanted.notBefore);
    setTime(X509_getm_notAfter(certificate.get()), wanted.notAfter);
    writeSubject(X509_get_subject_name(certificate.get()), wanted);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    X509_set_pubkey(certificate.get(), key);
    const Extensions extensions = extensionsOf(wanted);
    for (int i = 0; i < sk_X509_EXTENSION_num(extensions.get()); ++i)
        X509_add_ext(certificate.get(), sk_X509_EXTENSION_value(extensions.get(), i), -1);
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate.get(), certificate.get(), nullptr, nullptr, 0);
    if (X509_EXTENSION* id = X509V3_EXT_conf_nid(nullptr, &context, NID_subject_key_identifier, "hash")) {
        X509_add_ext(certificate.get(), id, -1);
        X509_EXTENSION_free(id);
    }
    const bool isSigned = X509_sign(certificate.get(), key, digestFor(key)) > 0;
    ERR_clear_error();
    return isSigned ? derOf(certificate.get()) : QByteArray();
}

QByteArray certificateRequest(EVP_PKEY* key, const NewCertificate& wanted)
{
    const Owned<X509_REQ> request(X509_REQ_new());
    writeSubject(X509_REQ_get_subject_name(request.get()), wanted);
    const Extensions extensions = extensionsOf(wanted);
    X509_REQ_add_extensions(request.get(), extensions.get());
    return requestPem(request.get(), key);
}

QByteArray certificateRequest(EVP_PKEY* key, const QByteArray& certificate)
{
    const Owned<X509> present = x509OfDer(certificate);
    if (!present)
        return {};
    const Owned<X509_REQ> request(X509_REQ_new());
    X509_REQ_set_subject_name(request.get(), X509_get_subject_name(present.get()));
    // What the CA decides anyway, such as key identifiers, is not asked for.
    const Owned<STACK_OF(X509_EXTENSION)> asked(sk_X509_EXTENSION_new_null());
    for (const int nid : {NID_key_usage, NID_ext_key_usage, NID_subject_alt_name}) {
        const int at = X509_get_ext_by_NID(present.get(), nid, -1);
        if (at >= 0)
            sk_X509_EXTENSION_push(asked.get(), X509_EXTENSION_dup(X509_get_ext(present.get(), at)));
    }
    if (sk_X509_EXTENSION_num(asked.get()) > 0)
        X509_REQ_add_extensions(request.get(), asked.get());
    return requestPem(request.get(), key);
}

} // namespace stationer
