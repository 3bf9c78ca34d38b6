#include "trust/extensiontext.h"

#include "trust/certificatetext.h"
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

// Latin-1 keeps every byte, so that one above ASCII stays visible.
QString bytesText(const ASN1_STRING* text)
{
    return escaped(
        QString::fromLatin1(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
}

// With its kind before it, safe to show.
QString generalNameText(const GENERAL_NAME* name)
{
    switch (name->type) {
    case GEN_DNS:
        return u"DNS: "_s + bytesText(name->d.dNSName);
    case GEN_IPADD:
        return u"IP: "_s + addressText(name->d.iPAddress);
    case GEN_EMAIL:
        return u"e-mail: "_s + bytesText(name->d.rfc822Name);
    case GEN_URI:
        return u"URI: "_s + bytesText(name->d.uniformResourceIdentifier);
    case GEN_DIRNAME:
        return u"name: "_s + nameText(name->d.directoryName);
    case GEN_RID:
        return u"ID: "_s + objectText(name->d.registeredID);
    case GEN_OTHERNAME:
        return objectText(name->d.otherName->type_id) + u": …"_s;
    default:
        return u"…"_s;
    }
}

std::optional<QStringList> generalNames(X509_EXTENSION* extension)
{
    const auto names = decoded<GENERAL_NAMES, GENERAL_NAMES_free>(extension);
    if (!names)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i)
        values << generalNameText(sk_GENERAL_NAME_value(names.get(), i));
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
    default:
        return extensionName(nid).isEmpty() ? std::nullopt : asPrinted(extension);
    }
}

} // namespace stationer
