#include "trust/derslices.h"

#include <openssl/asn1.h>
#include <openssl/err.h>

namespace stationer {

std::optional<DerWalk::Element> DerWalk::next()
{
    if (m_left.isEmpty())
        return std::nullopt;
    const auto* const start = reinterpret_cast<const unsigned char*>(m_left.data());
    const unsigned char* at = start;
    long size = 0;
    int tag = 0;
    int kind = 0;
    const int answer = ASN1_get_object(&at, &size, &tag, &kind, long(m_left.size()));
    if ((answer & 0x80) != 0 || (answer & 0x01) != 0) { // an error, or an indefinite length, which DER has not
        ERR_clear_error();
        return std::nullopt;
    }
    const qsizetype header = at - start;
    const Element element{kind == V_ASN1_UNIVERSAL ? tag : -1, m_left.first(header + size), m_left.sliced(header, size)};
    m_left = m_left.sliced(header + size);
    return element;
}

QByteArrayView certificateIn(QByteArrayView der)
{
    const auto certificate = DerWalk(der).next();
    return certificate ? certificate->whole : der;
}

std::optional<CertificateSlices> slicesOf(QByteArrayView der)
{
    DerWalk outside(der);
    const auto certificate = outside.next();
    if (!certificate || certificate->tag != V_ASN1_SEQUENCE || !outside.isAtEnd())
        return std::nullopt;
    DerWalk parts(certificate->content);
    const auto signedPart = parts.next();
    const auto signature = parts.next();
    if (!signedPart || !signature || !parts.next() || !parts.isAtEnd())
        return std::nullopt;

    DerWalk fields(signedPart->content);
    auto field = fields.next(); // the version, where there is one
    if (field && field->tag == -1)
        field = fields.next(); // the serial number
    const auto inner = fields.next();
    const auto issuer = fields.next();
    const auto validity = fields.next();
    const auto subject = fields.next();
    const auto keyInfo = fields.next();
    if (!field || !inner || !issuer || !validity || !subject || !keyInfo)
        return std::nullopt;
    while (fields.next()) { // identifiers and extensions
    }
    if (!fields.isAtEnd())
        return std::nullopt;
    DerWalk dates(validity->content);
    const auto notBefore = dates.next();
    const auto notAfter = dates.next();
    DerWalk key(keyInfo->content);
    const auto algorithm = key.next();
    const auto bits = key.next();
    if (!notBefore || !notAfter || !algorithm || !bits || bits->content.isEmpty())
        return std::nullopt;
    return CertificateSlices{issuer->whole,    notBefore->whole,        notAfter->whole, subject->whole,
                             algorithm->whole, bits->content.sliced(1), signature->whole};
}

} // namespace stationer
