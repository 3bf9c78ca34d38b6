#include "trust/certificatefacts.h"

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

// Controls, bidi marks, invisible and unassigned characters become the hex pairs of their UTF-8, as RFC 2253 writes
// bytes: a name shown cannot hide or reorder anything.
QString escaped(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t code = text[i].unicode();
        const qsizetype start = i;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            code = QChar::surrogateToUcs4(text[start], text[++i]);
        bool isHidden = false;
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            isHidden = true;
            break;
        default:
            break;
        }
        const QStringView character = QStringView(text).sliced(start, i - start + 1);
        if (!isHidden) {
            out += character;
            continue;
        }
        for (const char byte : character.toUtf8())
            out += u'\\' + QString::number(uchar(byte), 16).toUpper().rightJustified(2, u'0');
    }
    return out;
}

QString hexDump(const QByteArray& bytes)
{
    return u'#' + QString::fromLatin1(bytes.toHex());
}

QString nameText(const X509_NAME* name)
{
    if (X509_NAME_entry_count(name) == 0)
        return {};
    const Owned<BIO> memory(BIO_new(BIO_s_mem()));
    // Characters above ASCII stay what they are; escaped() sees to those that would harm.
    const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (X509_NAME_print_ex(memory.get(), name, 0, flags) >= 0) {
        char* data = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &data);
        return escaped(QString::fromUtf8(data, size));
    }
    const unsigned char* der = nullptr; // not valid in the encoding it claims: show the bytes
    size_t size = 0;
    X509_NAME_get0_der(name, &der, &size);
    return hexDump({reinterpret_cast<const char*>(der), qsizetype(size)});
}

QString stringText(const ASN1_STRING* text)
{
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, text);
    if (size < 0)
        return hexDump({reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)});
    const QString result = escaped(QString::fromUtf8(reinterpret_cast<const char*>(utf8), size));
    OPENSSL_free(utf8);
    return result;
}

// The last one counts where there are several: it is the most specific.
QString fieldText(const X509_NAME* name, int nid)
{
    int at = -1;
    for (int i = -1; (i = X509_NAME_get_index_by_NID(const_cast<X509_NAME*>(name), nid, i)) >= 0;)
        at = i;
    return at < 0 ? QString() : stringText(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

QDateTime moment(const ASN1_TIME* time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec),
            Qt::UTC};
}

QString addressText(const ASN1_OCTET_STRING* octets)
{
    const QByteArray bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets));
    if (bytes.size() == 4)
        return u"%1.%2.%3.%4"_s.arg(uchar(bytes[0])).arg(uchar(bytes[1])).arg(uchar(bytes[2])).arg(uchar(bytes[3]));
    if (bytes.size() == 16) {
        QStringList groups;
        for (int i = 0; i < 16; i += 2)
            groups << QString::number((uchar(bytes[i]) << 8) | uchar(bytes[i + 1]), 16);
        return normalisedHost(groups.join(u':')).value_or(hexDump(bytes));
    }
    return hexDump(bytes);
}

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

QString objectText(const ASN1_OBJECT* object)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, object, 0);
    return QString::fromLatin1(text);
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

QString signatureText(X509* certificate)
{
    int digest = NID_undef;
    int key = NID_undef;
    const int nid = X509_get_signature_nid(certificate);
    if (nid == NID_rsassaPss)
        return u"RSA-PSS"_s;
    if (nid == NID_undef || !OBJ_find_sigid_algs(nid, &digest, &key) || digest == NID_undef) {
        const X509_ALGOR* algorithm = nullptr;
        const ASN1_OBJECT* object = nullptr;
        X509_get0_signature(nullptr, &algorithm, certificate);
        X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
        return nid == NID_ED25519 ? u"Ed25519"_s : nid == NID_ED448 ? u"Ed448"_s : objectText(object);
    }
    QString hash = QString::fromLatin1(OBJ_nid2sn(digest));
    static const QRegularExpression bare(u"^SHA(\\d+)$"_s);
    hash.replace(bare, u"SHA-\\1"_s);
    const QString kind = key == NID_rsaEncryption          ? u"RSA"_s
                         : key == NID_X9_62_id_ecPublicKey ? u"ECDSA"_s
                                                           : QString::fromLatin1(OBJ_nid2sn(key));
    return hash + u" with "_s + kind;
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
    facts.subject = nameText(subject);
    facts.issuer = nameText(issuer);
    facts.commonName = fieldText(subject, NID_commonName);
    facts.organization = fieldText(subject, NID_organizationName);
    facts.issuerName = fieldText(issuer, NID_commonName);
    if (facts.issuerName.isEmpty())
        facts.issuerName = fieldText(issuer, NID_organizationName);
    if (facts.issuerName.isEmpty())
        facts.issuerName = facts.issuer;
    readAlternativeNames(certificate, facts);
    facts.notBefore = moment(X509_get0_notBefore(certificate));
    facts.notAfter = moment(X509_get0_notAfter(certificate));
    facts.serial = serialText(certificate);
    readKey(certificate, facts);
    facts.signatureAlgorithm = signatureText(certificate);
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
