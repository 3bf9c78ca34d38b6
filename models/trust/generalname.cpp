#include "trust/generalname.h"

#include "trust/certificatetext.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

// Latin-1 keeps every byte, so that one above ASCII stays visible.
QString bytesText(const ASN1_STRING* text)
{
    return escaped(
        QString::fromLatin1(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
}

// With a mask behind it in a name constraint.
QString addressAndMaskText(const ASN1_OCTET_STRING* octets)
{
    const int size = ASN1_STRING_length(octets);
    if (size != 8 && size != 32)
        return addressText(octets);
    const auto half = [&](int at) {
        ASN1_OCTET_STRING* const part = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(part, ASN1_STRING_get0_data(octets) + at, size / 2);
        const QString text = addressText(part);
        ASN1_OCTET_STRING_free(part);
        return text;
    };
    return half(0) + u'/' + half(size / 2);
}

} // namespace

QString nameText(const GENERAL_NAME* name)
{
    switch (name->type) {
    case GEN_DNS:
        return u"DNS: "_s + bytesText(name->d.dNSName);
    case GEN_IPADD:
        return u"IP: "_s + addressAndMaskText(name->d.iPAddress);
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

QStringList namesText(const GENERAL_NAMES* names)
{
    QStringList all;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names); ++i)
        all << nameText(sk_GENERAL_NAME_value(names, i));
    return all;
}

} // namespace stationer
