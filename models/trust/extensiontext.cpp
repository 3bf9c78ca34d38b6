#include "trust/extensiontext.h"

#include "trust/certificatetext.h"
#include "trust/generalname.h"
#include "trust/openssl.h"

#include <QCoreApplication>

#include <openssl/err.h>

#include <array>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString text(const char* words)
{
    return QCoreApplication::translate("trust", words);
}

// What OpenSSL decodes of an extension; null where it is damaged.
template <class Thing, void (*Free)(Thing*)>
std::unique_ptr<Thing, decltype(Free)> decoded(X509_EXTENSION* extension)
{
    std::unique_ptr<Thing, decltype(Free)> thing(static_cast<Thing*>(X509V3_EXT_d2i(extension)), Free);
    ERR_clear_error();
    return thing;
}

QString hexOf(const ASN1_OCTET_STRING* octets)
{
    const QByteArray bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets));
    return QString::fromLatin1(bytes.toHex(':').toUpper());
}

std::optional<QStringList> basicConstraints(X509_EXTENSION* extension)
{
    const auto basic = decoded<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>(extension);
    if (!basic)
        return std::nullopt;
    QStringList values{basic->ca ? QCoreApplication::translate("trust", "This is a CA.")
                                 : QCoreApplication::translate("trust", "This is no CA.")};
    if (basic->pathlen)
        values
            << QCoreApplication::translate("trust", "CAs that may follow below: %1").arg(ASN1_INTEGER_get(basic->pathlen));
    return values;
}

std::optional<QStringList> keyUsage(X509_EXTENSION* extension)
{
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("trust", "digital signature"), QT_TRANSLATE_NOOP("trust", "content commitment"),
        QT_TRANSLATE_NOOP("trust", "key encipherment"),  QT_TRANSLATE_NOOP("trust", "data encipherment"),
        QT_TRANSLATE_NOOP("trust", "key agreement"),     QT_TRANSLATE_NOOP("trust", "signing certificates"),
        QT_TRANSLATE_NOOP("trust", "signing CRLs"),      QT_TRANSLATE_NOOP("trust", "encipher only"),
        QT_TRANSLATE_NOOP("trust", "decipher only")};
    const auto bits = decoded<ASN1_BIT_STRING, ASN1_BIT_STRING_free>(extension);
    if (!bits)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < int(names.size()); ++i) {
        if (ASN1_BIT_STRING_get_bit(bits.get(), i))
            values << text(names[size_t(i)]);
    }
    return values;
}

QString purposeText(const ASN1_OBJECT* purpose)
{
    switch (OBJ_obj2nid(purpose)) {
    case NID_server_auth:
        return QCoreApplication::translate("trust", "TLS server");
    case NID_client_auth:
        return QCoreApplication::translate("trust", "TLS client");
    case NID_anyExtendedKeyUsage:
        return QCoreApplication::translate("trust", "any purpose");
    default:
        return objectText(purpose);
    }
}

std::optional<QStringList> extendedKeyUsage(X509_EXTENSION* extension)
{
    const auto purposes = decoded<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>(extension);
    if (!purposes)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < sk_ASN1_OBJECT_num(purposes.get()); ++i)
        values << purposeText(sk_ASN1_OBJECT_value(purposes.get(), i));
    return values;
}

std::optional<QStringList> generalNames(X509_EXTENSION* extension)
{
    const auto names = decoded<GENERAL_NAMES, GENERAL_NAMES_free>(extension);
    return names ? std::optional(namesText(names.get())) : std::nullopt;
}

std::optional<QStringList> authorityKey(X509_EXTENSION* extension)
{
    const auto key = decoded<AUTHORITY_KEYID, AUTHORITY_KEYID_free>(extension);
    if (!key)
        return std::nullopt;
    QStringList values;
    if (key->keyid)
        values << hexOf(key->keyid);
    if (key->issuer)
        values << namesText(key->issuer);
    if (key->serial)
        values << QCoreApplication::translate("trust", "serial number %1").arg(hexOf(key->serial));
    return values;
}

std::optional<QStringList> subjectKey(X509_EXTENSION* extension)
{
    const auto key = decoded<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>(extension);
    return key ? std::optional(QStringList{hexOf(key.get())}) : std::nullopt;
}

std::optional<QStringList> distributionPoints(X509_EXTENSION* extension)
{
    const auto points = decoded<CRL_DIST_POINTS, CRL_DIST_POINTS_free>(extension);
    if (!points)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT* point = sk_DIST_POINT_value(points.get(), i);
        if (point->distpoint && point->distpoint->type == 0)
            values << namesText(point->distpoint->name.fullname);
    }
    return values;
}

std::optional<QStringList> informationAccess(X509_EXTENSION* extension)
{
    const auto entries = decoded<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free>(extension);
    if (!entries)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(entries.get()); ++i) {
        const ACCESS_DESCRIPTION* entry = sk_ACCESS_DESCRIPTION_value(entries.get(), i);
        values << objectText(entry->method) + u": "_s + nameText(entry->location);
    }
    return values;
}

std::optional<QStringList> policies(X509_EXTENSION* extension)
{
    const auto all = decoded<CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free>(extension);
    if (!all)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < sk_POLICYINFO_num(all.get()); ++i)
        values << objectText(sk_POLICYINFO_value(all.get(), i)->policyid);
    return values;
}

std::optional<QStringList> nameConstraints(X509_EXTENSION* extension)
{
    const auto constraints = decoded<NAME_CONSTRAINTS, NAME_CONSTRAINTS_free>(extension);
    if (!constraints)
        return std::nullopt;
    QStringList values;
    const auto add = [&](const STACK_OF(GENERAL_SUBTREE) * trees, const QString& kind) {
        for (int i = 0; trees && i < sk_GENERAL_SUBTREE_num(trees); ++i)
            values << kind.arg(nameText(sk_GENERAL_SUBTREE_value(trees, i)->base));
    };
    //: %1 is a name such as DNS: example.com
    add(constraints->permittedSubtrees, QCoreApplication::translate("trust", "permitted: %1"));
    //: %1 is a name such as DNS: example.com
    add(constraints->excludedSubtrees, QCoreApplication::translate("trust", "excluded: %1"));
    return values;
}

// In OpenSSL's own words, line by line.
std::optional<QStringList> asPrinted(X509_EXTENSION* extension)
{
    const Owned<BIO> memory(BIO_new(BIO_s_mem()));
    const int isPrinted = X509V3_EXT_print(memory.get(), extension, 0, 0);
    ERR_clear_error();
    if (isPrinted != 1)
        return std::nullopt;
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    QStringList values;
    for (const QString& line : QString::fromUtf8(data, size).split(u'\n', Qt::SkipEmptyParts))
        values << escaped(line.trimmed());
    return values;
}

} // namespace

std::optional<QStringList> extensionValues(X509_EXTENSION* extension, int nid)
{
    switch (nid) {
    case NID_basic_constraints:
        return basicConstraints(extension);
    case NID_key_usage:
        return keyUsage(extension);
    case NID_ext_key_usage:
        return extendedKeyUsage(extension);
    case NID_subject_alt_name:
    case NID_issuer_alt_name:
        return generalNames(extension);
    case NID_authority_key_identifier:
        return authorityKey(extension);
    case NID_subject_key_identifier:
        return subjectKey(extension);
    case NID_crl_distribution_points:
        return distributionPoints(extension);
    case NID_info_access:
        return informationAccess(extension);
    case NID_certificate_policies:
        return policies(extension);
    case NID_name_constraints:
        return nameConstraints(extension);
    default:
        return extensionName(nid).isEmpty() ? std::nullopt : asPrinted(extension);
    }
}

} // namespace stationer
