#include "trust/certificatefacts.h"

#include "trust/certificatetext.h"
#include "trust/hostname.h"
#include "trust/openssl.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <limits>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

void readAlternativeNames(X509* certificate, CertificateFacts& facts)
{
    const Owned<GENERAL_NAMES> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            // Latin-1 keeps every byte, so that a name with one above ASCII stays visible and never matches.
            const ASN1_IA5STRING* text = name->d.dNSName;
            facts.dnsNames << escaped(
                QString::fromLatin1(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
        } else if (name->type == GEN_IPADD) {
            facts.ipAddresses << addressText(name->d.iPAddress);
        }
    }
}

void readKey(X509* certificate, CertificateFacts& facts)
{
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (!key) { // of a kind nobody here can use, or broken: name what it claims to be
        ASN1_OBJECT* algorithm = nullptr;
        X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate));
        facts.keyAlgorithm = algorithm ? objectText(algorithm) : QString();
        return;
    }
    facts.keyBits = EVP_PKEY_get_bits(key);
    const char* type = EVP_PKEY_get0_type_name(key);
    facts.keyAlgorithm = QString::fromLatin1(type ? type : "");
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_ED25519:
        facts.keyAlgorithm = u"Ed25519"_s;
        break;
    case EVP_PKEY_ED448:
        facts.keyAlgorithm = u"Ed448"_s;
        break;
    case EVP_PKEY_EC: {
        char group[80] = {};
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr);
        const char* nist = EC_curve_nid2nist(OBJ_txt2nid(group));
        facts.keyAlgorithm = (u"EC "_s + QString::fromLatin1(nist ? nist : group)).trimmed();
        break;
    }
    default:
        break;
    }
}

const ASN1_OBJECT* signatureAlgorithm(X509* certificate)
{
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OBJECT* object = nullptr;
    X509_get0_signature(nullptr, &algorithm, certificate);
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return object;
}

QByteArray serialText(X509* certificate)
{
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    const QByteArray hex =
        QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)), ASN1_STRING_length(serial)).toHex();
    return ASN1_STRING_type(serial) == V_ASN1_NEG_INTEGER ? "-" + hex : hex;
}

QByteArray publicKeyHash(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

Owned<X509> x509OfDer(const QByteArray& der)
{
    if (der.isEmpty() || der.size() > std::numeric_limits<int>::max())
        return nullptr;
    const auto* start = reinterpret_cast<const unsigned char*>(der.constData());
    const unsigned char* at = start;
    Owned<X509> certificate(d2i_X509(nullptr, &at, long(der.size())));
    ERR_clear_error();
    if (certificate && at != start + der.size())
        certificate.reset();
    return certificate;
}

QByteArray derOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return bytes;
}

CertificateFacts factsOf(X509* certificate, const QByteArray& der)
{
    CertificateFacts facts;
    facts.der = der;
    facts.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
    facts.publicKeySha256 = publicKeyHash(certificate);
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const X509_NAME* issuer = X509_get_issuer_name(certificate);
    readNames(subject, issuer, facts);
    readAlternativeNames(certificate, facts);
    facts.notBefore = moment(X509_get0_notBefore(certificate));
    facts.notAfter = moment(X509_get0_notAfter(certificate));
    facts.serial = serialText(certificate);
    readKey(certificate, facts);
    facts.signatureAlgorithm = signatureText(signatureAlgorithm(certificate));
    facts.isVersion1 = X509_get_version(certificate) == X509_VERSION_1;
    facts.isCa = (X509_get_extension_flags(certificate) & EXFLAG_CA) != 0;
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    facts.isSelfSigned = key && X509_NAME_cmp(subject, issuer) == 0 && X509_verify(certificate, key) == 1;
    ERR_clear_error();
    return facts;
}

std::optional<CertificateFacts> certificateFacts(const QByteArray& der)
{
    const Owned<X509> certificate = x509OfDer(der);
    if (!certificate)
        return std::nullopt;
    return factsOf(certificate.get(), der);
}

std::optional<QByteArray> readFingerprint(QStringView text)
{
    static const QRegularExpression prefix(u"^\\s*sha-?256(\\s+fingerprint)?\\s*[=:]"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString hex = text.toString();
    hex.remove(prefix);
    QByteArray digits;
    for (const QChar c : std::as_const(hex)) {
        if (c.isSpace() || c == u':' || c == u'-')
            continue;
        const char lower = c.toLower().toLatin1();
        if (!((lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f')))
            return std::nullopt;
        digits += lower;
    }
    if (digits.size() != 64)
        return std::nullopt;
    return digits;
}

QString groupedFingerprint(const QByteArray& hex)
{
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups << QString::fromLatin1(hex.mid(i, 4).toUpper());
    return groups.join(u' ');
}

} // namespace stationer
