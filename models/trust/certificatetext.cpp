#include "trust/certificatetext.h"

#include "terms/hiddencharacter.h"
#include "trust/hostname.h"
#include "trust/openssl.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stationer {

using namespace Qt::StringLiterals;

// Controls, bidi marks, invisible and unassigned characters become the hex pairs of their UTF-8, as RFC 2253 writes
// bytes: a name shown cannot hide or reorder anything.
QString escaped(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const auto [code, units] = characterAt(text, i);
        const QStringView character = QStringView(text).sliced(i, units);
        i += units;
        if (!isHidden(code)) {
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

QString objectText(const ASN1_OBJECT* object)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, object, 0);
    return QString::fromLatin1(text);
}

QString signatureText(const ASN1_OBJECT* algorithm)
{
    const int nid = OBJ_obj2nid(algorithm);
    if (nid == NID_rsassaPss)
        return u"RSA-PSS"_s;
    if (nid == NID_ED25519)
        return u"Ed25519"_s;
    if (nid == NID_ED448)
        return u"Ed448"_s;
    int digest = NID_undef;
    int key = NID_undef;
    if (nid == NID_undef || !OBJ_find_sigid_algs(nid, &digest, &key) || digest == NID_undef)
        return objectText(algorithm);
    QString hash = QString::fromLatin1(OBJ_nid2sn(digest));
    static const QRegularExpression bare(u"^SHA(\\d+)$"_s);
    hash.replace(bare, u"SHA-\\1"_s);
    const QString kind = key == NID_rsaEncryption          ? u"RSA"_s
                         : key == NID_X9_62_id_ecPublicKey ? u"ECDSA"_s
                                                           : QString::fromLatin1(OBJ_nid2sn(key));
    //: How a certificate is signed: %1 is a hash such as «SHA-256», %2 a kind of key such as «ECDSA»
    return QCoreApplication::translate("trust", "%1 with %2").arg(hash, kind);
}

void readNames(const X509_NAME* subject, const X509_NAME* issuer, CertificateSketch& sketch)
{
    sketch.subject = nameText(subject);
    sketch.issuer = nameText(issuer);
    sketch.commonName = fieldText(subject, NID_commonName);
    sketch.organization = fieldText(subject, NID_organizationName);
    sketch.issuerName = fieldText(issuer, NID_commonName);
    if (sketch.issuerName.isEmpty())
        sketch.issuerName = fieldText(issuer, NID_organizationName);
    if (sketch.issuerName.isEmpty())
        sketch.issuerName = sketch.issuer;
}

} // namespace stationer
