#include "trust/javakeystore.h"

#include "trust/derslices.h"
#include "trust/importtext.h"
#include "trust/jksreader.h"
#include "trust/openssl.h"
#include "trust/pemtext.h"
#include "trust/pkcs12store.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/err.h>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestStore = 64 * 1024 * 1024;
constexpr qsizetype LargestToDecode = 16 * 1024 * 1024; ///< what takes several times its size while it is read

// Bouncy Castle's ObjectStore: what is kept, sealed or not, and what proves it.
bool isBcfks(QByteArrayView der)
{
    DerWalk outside(der);
    const auto store = outside.next();
    DerWalk parts(store ? store->content : QByteArrayView());
    const auto data = parts.next();
    if (!data || data->tag != V_ASN1_SEQUENCE || !parts.next() || !parts.isAtEnd())
        return false;
    DerWalk fields(data->content);
    const auto first = fields.next();
    const auto second = fields.next();
    if (!first || !second)
        return false;
    if (first->tag == V_ASN1_SEQUENCE) {
        const auto algorithm = DerWalk(first->content).next();
        return algorithm && algorithm->tag == V_ASN1_OBJECT && second->tag == V_ASN1_OCTET_STRING && fields.isAtEnd();
    }
    const auto created = fields.next();
    return first->tag == V_ASN1_INTEGER && second->tag == V_ASN1_SEQUENCE && created &&
           created->tag == V_ASN1_GENERALIZEDTIME;
}

// Whether the outermost element says that it is longer than what is there.
bool isCut(QByteArrayView der)
{
    const auto* const start = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* at = start;
    long size = 0;
    int tag = 0;
    int kind = 0;
    ASN1_get_object(&at, &size, &tag, &kind, long(der.size()));
    ERR_clear_error();
    return size > der.size() - (at - start);
}

Result<KeyStoreContents, KeyStoreFault> readDer(QByteArrayView bytes, const std::optional<Secret>& password)
{
    if (isCut(bytes))
        return KeyStoreFault::Truncated;
    if (x509OfDer(QByteArray::fromRawData(bytes.data(), bytes.size()))) {
        KeyStoreContents contents;
        contents.trusted << StoredCertificate{{}, bytes.toByteArray()};
        return contents;
    }
    if (isBcfks(bytes))
        return KeyStoreFault::Bcfks;
    return readPkcs12Store(bytes, password);
}

Result<KeyStoreContents, KeyStoreFault> readPem(const QByteArray& text)
{
    KeyStoreContents contents;
    for (const PemBlock& block : pemBlocks(asPemText(text))) {
        if (block.label.endsWith("PRIVATE KEY"))
            ++contents.privateKeys;
        if (!isCertificateLabel(block.label) && !block.label.isEmpty())
            continue;
        const QByteArray der = certificateOf(block);
        if (!x509OfDer(der))
            return KeyStoreFault::BadCertificate;
        contents.trusted << StoredCertificate{{}, der};
    }
    if (contents.trusted.isEmpty())
        return KeyStoreFault::NotAKeyStore;
    return contents;
}

} // namespace

QString nameOf(KeyStoreKind kind)
{
    switch (kind) {
    case KeyStoreKind::Pem:
        return u"PEM"_s;
    case KeyStoreKind::Jks:
        return u"JKS"_s;
    case KeyStoreKind::Jceks:
        return u"JCEKS"_s;
    case KeyStoreKind::Pkcs12:
        return u"PKCS#12"_s;
    }
    Q_UNREACHABLE();
}

QString describe(const QString& name, const KeyStoreContents& contents)
{
    //: A trust store of the station that was read: %1 its file's name, %2 its kind
    QString text =
        contents.trusted.size() == 1
            ? QCoreApplication::translate("trust", "%1: %2, trusts one certificate.").arg(name, nameOf(contents.kind))
            //: A trust store of the station that was read: %1 its file's name, %2 its kind
            : QCoreApplication::translate("trust", "%1: %2, trusts %3 certificates.")
                  .arg(name, nameOf(contents.kind), QString::number(contents.trusted.size()));
    if (contents.part)
        text +=
            u' ' + QCoreApplication::translate("trust", "%1 of %2 entries read: what follows a secret key cannot be found.")
                       .arg(contents.part->entries)
                       .arg(contents.part->ofEntries);
    if (contents.integrity == KeyStoreContents::Integrity::NotVerified && contents.kind != KeyStoreKind::Pem)
        text += u' ' + QCoreApplication::translate("trust", "Not verified, as no password was given.");
    return text;
}

Result<KeyStoreContents, KeyStoreFault> readKeyStore(QByteArrayView bytes, const std::optional<Secret>& password)
{
    if (bytes.size() > LargestStore)
        return KeyStoreFault::TooLarge;
    if (jksKindOf(bytes))
        return readJks(bytes, password);
    if (bytes.size() > LargestToDecode)
        return KeyStoreFault::TooLarge;
    // A sequence of more than 127 bytes. What is shorter holds nothing, and begins as text may.
    const bool isDer = bytes.size() > 1 && bytes[0] == '\x30' && uchar(bytes[1]) >= 0x80;
    return isDer ? readDer(bytes, password) : readPem(QByteArray::fromRawData(bytes.data(), bytes.size()));
}

Result<KeyStoreContents, KeyStoreFault> readKeyStore(QFile& opened, const std::optional<Secret>& password)
{
    if (!opened.isSequential() && opened.size() > LargestStore)
        return KeyStoreFault::TooLarge;
    QByteArray bytes;
    while (bytes.size() <= LargestStore) {
        const QByteArray more = opened.read(1024 * 1024);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (opened.error() != QFile::NoError)
        return KeyStoreFault::CannotRead;
    return readKeyStore(bytes, password);
}

} // namespace stationer
