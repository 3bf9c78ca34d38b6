#include "support/certificates.h"

#include <QCryptographicHash>
#include <QHostAddress>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstring>

namespace stationer::testing {

namespace {

std::shared_ptr<EVP_PKEY> makeKey(KeyKind kind)
{
    EVP_PKEY* key = nullptr;
    switch (kind) {
    case KeyKind::EcP256:
        key = EVP_EC_gen("P-256");
        break;
    case KeyKind::EcP192:
        key = EVP_EC_gen("prime192v1");
        break;
    case KeyKind::Rsa2048:
        key = EVP_RSA_gen(2048);
        break;
    case KeyKind::Rsa1024:
        key = EVP_RSA_gen(1024);
        break;
    case KeyKind::Rsa768:
        key = EVP_RSA_gen(768);
        break;
    case KeyKind::Ed25519:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        break;
    case KeyKind::X25519:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519");
        break;
    }
    Q_ASSERT(key);
    return {key, EVP_PKEY_free};
}

// UTCTime to 2049, GeneralizedTime beyond and before 1950, as RFC 5280 asks.
void setTime(ASN1_TIME* target, const QDateTime& moment)
{
    const QDateTime utc = moment.toUTC();
    const int year = utc.date().year();
    const bool isShort = year >= 1950 && year < 2050;
    const QByteArray text =
        utc.toString(isShort ? QStringLiteral("yyMMddHHmmss") : QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    ASN1_STRING_set(target, QByteArray(text + 'Z').constData(), int(text.size()) + 1);
    target->type = isShort ? V_ASN1_UTCTIME : V_ASN1_GENERALIZEDTIME;
}

void addField(X509_NAME* name, const QByteArray& field, const QByteArray& value)
{
    // The type given makes OpenSSL take the bytes as they stand.
    X509_NAME_add_entry_by_txt(name, field.constData(), V_ASN1_UTF8STRING,
                               reinterpret_cast<const unsigned char*>(value.constData()), int(value.size()), -1, 0);
}

void addExtension(X509* x509, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    Q_ASSERT(extension);
    X509_add_ext(x509, extension, -1);
    X509_EXTENSION_free(extension);
}

void addName(GENERAL_NAMES* names, int type, const QByteArray& bytes)
{
    GENERAL_NAME* name = GENERAL_NAME_new();
    ASN1_STRING* text = ASN1_STRING_type_new(type == GEN_IPADD ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    ASN1_STRING_set(text, bytes.constData(), int(bytes.size()));
    GENERAL_NAME_set0_value(name, type, text);
    sk_GENERAL_NAME_push(names, name);
}

QByteArray octets(const QHostAddress& address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = address.toIPv4Address();
        return QByteArray{}.append(char(v4 >> 24)).append(char(v4 >> 16)).append(char(v4 >> 8)).append(char(v4));
    }
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char*>(v6.c), 16);
}

void addAlternativeNames(X509* x509, const CertificateOptions& options)
{
    GENERAL_NAMES* names = GENERAL_NAMES_new();
    for (const QString& name : options.dnsNames)
        addName(names, GEN_DNS, name.toUtf8());
    for (const QByteArray& name : options.rawDnsNames)
        addName(names, GEN_DNS, name);
    for (const QString& address : options.ipAddresses)
        addName(names, GEN_IPADD, octets(QHostAddress(address)));
    for (const QByteArray& address : options.rawIpAddresses)
        addName(names, GEN_IPADD, address);
    if (sk_GENERAL_NAME_num(names) > 0)
        X509_add1_ext_i2d(x509, NID_subject_alt_name, names, 0, X509V3_ADD_DEFAULT);
    GENERAL_NAMES_free(names);
}

void addUnknownExtension(X509* x509, const QByteArray& oid)
{
    ASN1_OBJECT* object = OBJ_txt2obj(oid.constData(), 1);
    ASN1_OCTET_STRING* value = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(value, reinterpret_cast<const unsigned char*>("\x05\x00"), 2);
    X509_EXTENSION* extension = X509_EXTENSION_create_by_OBJ(nullptr, object, 1, value);
    X509_add_ext(x509, extension, -1);
    X509_EXTENSION_free(extension);
    ASN1_OCTET_STRING_free(value);
    ASN1_OBJECT_free(object);
}

void addExtensions(X509* x509, X509* issuer, const CertificateOptions& options)
{
    QByteArray basic = options.isCa ? "critical,CA:TRUE" : "CA:FALSE";
    if (options.pathLength)
        basic += ",pathlen:" + QByteArray::number(*options.pathLength);
    basic = options.basicConstraints.value_or(basic);
    if (!basic.isEmpty())
        addExtension(x509, issuer, NID_basic_constraints, basic);
    if (!options.nsCertType.isEmpty())
        addExtension(x509, issuer, NID_netscape_cert_type, options.nsCertType);
    addExtension(x509, issuer, NID_subject_key_identifier, "hash");
    addExtension(x509, issuer, NID_authority_key_identifier, "keyid");
    if (!options.keyUsage.isEmpty())
        addExtension(x509, issuer, NID_key_usage, "critical," + options.keyUsage.join(','));
    else if (options.isCa)
        addExtension(x509, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
    if (!options.extendedKeyUsage.isEmpty())
        addExtension(x509, issuer, NID_ext_key_usage, options.extendedKeyUsage.join(','));
    if (!options.nameConstraints.isEmpty())
        addExtension(x509, issuer, NID_name_constraints, "critical," + options.nameConstraints.join(','));
    for (const QByteArray& oid : options.criticalExtensions)
        addUnknownExtension(x509, oid);
    addAlternativeNames(x509, options);
}

QByteArray bytesOf(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, size};
}

} // namespace

QByteArray TestCertificate::pem() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(memory.get(), m_x509.get());
    return bytesOf(memory.get());
}

QByteArray TestCertificate::keyPem() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PrivateKey(memory.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return bytesOf(memory.get());
}

QByteArray TestCertificate::keyPem(QByteArray passphrase) const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PKCS8PrivateKey(memory.get(), m_key.get(), EVP_aes_256_cbc(), passphrase.data(), int(passphrase.size()),
                                  nullptr, nullptr);
    return bytesOf(memory.get());
}

QByteArray TestCertificate::requestPem() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> request(X509_REQ_new(), X509_REQ_free);
    X509_REQ_set_subject_name(request.get(), X509_get_subject_name(m_x509.get()));
    X509_REQ_set_pubkey(request.get(), m_key.get());
    X509_REQ_sign(request.get(), m_key.get(), EVP_sha256());
    PEM_write_bio_X509_REQ(memory.get(), request.get());
    return bytesOf(memory.get());
}

QByteArray TestCertificate::sha256() const
{
    return QCryptographicHash::hash(m_der, QCryptographicHash::Sha256).toHex();
}

TestCertificate makeCertificate(const CertificateOptions& options, const TestCertificate* issuer,
                                const TestCertificate* sameKeyAs)
{
    TestCertificate made;
    made.m_key = sameKeyAs ? sameKeyAs->m_key : makeKey(options.key);
    made.m_x509 = {X509_new(), X509_free};
    X509* x509 = made.m_x509.get();
    X509* issuing = issuer ? issuer->x509() : x509;

    X509_set_version(x509, options.version - 1);
    quint64 serial = quint64(options.serial);
    if (serial == 0) {
        RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
        serial >>= 1;
    }
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509), serial);
    setTime(X509_getm_notBefore(x509), options.notBefore);
    setTime(X509_getm_notAfter(x509), options.notAfter);
    X509_NAME* subject = X509_get_subject_name(x509);
    for (const auto& [field, value] : options.subject)
        addField(subject, field, value);
    if (!options.commonName.isEmpty())
        addField(subject, "CN", options.commonName.toUtf8());
    X509_set_issuer_name(x509, X509_get_subject_name(issuing));
    X509_set_pubkey(x509, made.m_key.get());
    if (options.version >= 3 || options.hasExtensions)
        addExtensions(x509, issuing, options);

    EVP_PKEY* signing = issuer ? issuer->key() : made.m_key.get();
    const bool isEdwards = EVP_PKEY_is_a(signing, "ED25519") == 1;
    const int isSigned = X509_sign(x509, signing, isEdwards ? nullptr : EVP_get_digestbyname(options.digest.constData()));
    Q_ASSERT(isSigned > 0);
    Q_UNUSED(isSigned);

    unsigned char* der = nullptr;
    const int size = i2d_X509(x509, &der);
    made.m_der = QByteArray(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return made;
}

CertificateOptions optionsFor(const QString& host)
{
    CertificateOptions options;
    options.commonName = host;
    options.extendedKeyUsage = {"serverAuth"};
    if (QHostAddress(host).isNull())
        options.dnsNames = {host};
    else
        options.ipAddresses = {host};
    return options;
}

TestCertificate selfSignedFor(const QString& host)
{
    CertificateOptions options = optionsFor(host);
    options.extendedKeyUsage.clear();
    options.isCa = true;
    options.keyUsage = {"digitalSignature", "keyCertSign"};
    return makeCertificate(options);
}

TestCa::TestCa(const QString& commonName)
    : TestCa([&] {
          CertificateOptions options;
          options.commonName = commonName;
          return options;
      }())
{
}

TestCa::TestCa(CertificateOptions options)
{
    options.isCa = true;
    m_certificate = makeCertificate(options);
}

TestCa::TestCa(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    const auto memoryOf = [](const QByteArray& pem) {
        return std::unique_ptr<BIO, decltype(&BIO_free)>(BIO_new_mem_buf(pem.constData(), int(pem.size())), BIO_free);
    };
    m_certificate.m_x509 = {PEM_read_bio_X509(memoryOf(certificatePem).get(), nullptr, nullptr, nullptr), X509_free};
    m_certificate.m_key = {PEM_read_bio_PrivateKey(memoryOf(keyPem).get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
    if (!m_certificate.m_x509 || !m_certificate.m_key)
        qFatal("This is no certificate with its key.");
    unsigned char* der = nullptr;
    const int size = i2d_X509(m_certificate.x509(), &der);
    m_certificate.m_der = QByteArray(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
}

TestCertificate TestCa::issueFor(const QString& host) const
{
    return issue(optionsFor(host));
}

QByteArray TestCa::answer(const QByteArray& requestPem) const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new_mem_buf(requestPem.constData(), int(requestPem.size())),
                                                           BIO_free);
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> request(
        PEM_read_bio_X509_REQ(memory.get(), nullptr, nullptr, nullptr), X509_REQ_free);
    if (!request || X509_REQ_verify(request.get(), X509_REQ_get0_pubkey(request.get())) != 1)
        return {};
    const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
    CertificateOptions options;
    options.keyUsage = {"digitalSignature"};
    options.extendedKeyUsage = {"clientAuth"};
    X509_set_version(made.get(), options.version - 1);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), serial >> 1);
    setTime(X509_getm_notBefore(made.get()), options.notBefore);
    setTime(X509_getm_notAfter(made.get()), options.notAfter);
    X509_set_subject_name(made.get(), X509_REQ_get_subject_name(request.get()));
    X509_set_issuer_name(made.get(), X509_get_subject_name(m_certificate.x509()));
    X509_set_pubkey(made.get(), X509_REQ_get0_pubkey(request.get()));
    addExtensions(made.get(), m_certificate.x509(), options);
    X509_sign(made.get(), m_certificate.key(), EVP_sha256());
    const std::unique_ptr<BIO, decltype(&BIO_free)> written(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(written.get(), made.get());
    return bytesOf(written.get());
}

TestCa TestCa::issueCa(CertificateOptions options) const
{
    options.isCa = true;
    return TestCa(makeCertificate(options, &m_certificate));
}

TestCa TestCa::issueCa(const QString& commonName) const
{
    CertificateOptions options;
    options.commonName = commonName;
    return issueCa(options);
}

} // namespace stationer::testing
