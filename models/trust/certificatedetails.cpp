#include "trust/certificatedetails.h"

#include "trust/certificatetext.h"
#include "trust/extensiontext.h"
#include "trust/openssl.h"

#include <QCryptographicHash>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString cutText(const QString& text)
{
    constexpr qsizetype Longest = CertificateDetails::LongestText;
    if (text.size() <= Longest)
        return text;
    // Not between the halves of a character.
    const qsizetype end = text.at(Longest - 2).isHighSurrogate() ? Longest - 2 : Longest - 1;
    return text.first(end) + u'…';
}

QString numbersOf(const ASN1_OBJECT* object)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, object, 1);
    return QString::fromLatin1(text);
}

QByteArray cutHex(const unsigned char* bytes, qsizetype size)
{
    constexpr qsizetype Most = CertificateDetails::LongestText / 2;
    const QByteArray hex = QByteArray(reinterpret_cast<const char*>(bytes), std::min(size, Most)).toHex();
    return size > Most ? hex + "..." : hex;
}

QList<NameField> fieldsOf(const X509_NAME* name)
{
    QList<NameField> fields;
    for (int i = 0; i < std::min(X509_NAME_entry_count(name), CertificateDetails::MostValues); ++i) {
        const X509_NAME_ENTRY* entry = X509_NAME_get_entry(name, i);
        const ASN1_OBJECT* object = X509_NAME_ENTRY_get_object(entry);
        const int nid = OBJ_obj2nid(object);
        fields << NameField{nid == NID_undef ? numbersOf(object) : QString::fromLatin1(OBJ_nid2sn(nid)),
                            cutText(stringText(X509_NAME_ENTRY_get_data(entry)))};
    }
    return fields;
}

CertificateExtension extensionOf(X509_EXTENSION* extension)
{
    CertificateExtension result;
    const ASN1_OBJECT* object = X509_EXTENSION_get_object(extension);
    const int nid = OBJ_obj2nid(object);
    result.oid = numbersOf(object);
    result.isCritical = X509_EXTENSION_get_critical(extension) == 1;
    result.name = extensionName(nid);
    result.meaning = extensionMeaning(nid);
    if (result.name.isEmpty())
        result.name = result.oid;
    const auto values = extensionValues(extension, nid);
    result.isKnown = values.has_value();
    if (!values) {
        const ASN1_OCTET_STRING* data = X509_EXTENSION_get_data(extension);
        result.values = {QString::fromLatin1(cutHex(ASN1_STRING_get0_data(data), ASN1_STRING_length(data)))};
        return result;
    }
    for (const QString& value : values->first(std::min<qsizetype>(values->size(), CertificateDetails::MostValues)))
        result.values << cutText(value);
    result.omitted = int(values->size() - result.values.size());
    return result;
}

} // namespace

std::optional<CertificateDetails> certificateDetails(const QByteArray& der)
{
    const Owned<X509> certificate = x509OfDer(der);
    if (!certificate)
        return std::nullopt;
    CertificateDetails details;
    details.version = int(X509_get_version(certificate.get())) + 1;
    details.subject = fieldsOf(X509_get_subject_name(certificate.get()));
    details.issuer = fieldsOf(X509_get_issuer_name(certificate.get()));
    for (int i = 0; i < std::min(X509_get_ext_count(certificate.get()), CertificateDetails::MostValues); ++i)
        details.extensions << extensionOf(X509_get_ext(certificate.get(), i));
    const ASN1_BIT_STRING* key = X509_get0_pubkey_bitstr(certificate.get());
    if (key)
        details.publicKey = cutHex(ASN1_STRING_get0_data(key), ASN1_STRING_length(key));
    details.sha1 = QCryptographicHash::hash(der, QCryptographicHash::Sha1).toHex();
    return details;
}

} // namespace stationer
