#include "trust/jksreader.h"

#include "trust/certificatefacts.h"

#include <QCryptographicHash>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DigestSize = 20;
constexpr qsizetype EmptyStore = 12 + DigestSize; ///< magic, version and count before it
constexpr qsizetype SmallestEntry = 18;

constexpr quint32 PrivateKeyTag = 1;
constexpr quint32 TrustedCertificateTag = 2;
constexpr quint32 SecretKeyTag = 3;

/// Takes fields from the front, all big endian. Beyond the end there is nothing, and isCut() says so from then on.
class Fields {
public:
    explicit Fields(QByteArrayView bytes) : m_left(bytes) {}

    QByteArrayView take(qsizetype size)
    {
        if (size > m_left.size()) {
            m_isCut = true;
            m_left = {};
            return {};
        }
        const QByteArrayView field = m_left.first(size);
        m_left = m_left.sliced(size);
        return field;
    }
    quint32 number(qsizetype size)
    {
        quint32 value = 0;
        for (const char byte : take(size))
            value = value << 8 | uchar(byte);
        return value;
    }
    QByteArrayView sized(qsizetype sizeOfSize) { return take(qsizetype(number(sizeOfSize))); }

    bool isCut() const { return m_isCut; }
    QByteArrayView left() const { return m_left; }

private:
    QByteArrayView m_left;
    bool m_isCut = false;
};

/// Java's modified UTF-8: NUL is C0 80, and what is beyond the BMP is two surrogates of three bytes each.
std::optional<QString> textOf(QByteArrayView bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size();) {
        const uchar first = uchar(bytes[i++]);
        const int more = first < 0x80 ? 0 : (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : -1;
        if (more < 0 || bytes.size() - i < more)
            return std::nullopt;
        uint unit = more == 0 ? first : more == 1 ? first & 0x1F : first & 0x0F;
        for (int k = 0; k < more; ++k) {
            const uchar next = uchar(bytes[i++]);
            if ((next & 0xC0) != 0x80)
                return std::nullopt;
            unit = unit << 6 | (next & 0x3F);
        }
        text += QChar(char16_t(unit));
    }
    return text;
}

/// A certificate in it; from version 2 on its type stands before.
std::optional<QByteArrayView> nextCertificate(Fields& fields, quint32 version)
{
    const bool isX509 = version == 1 || fields.sized(2) == "X.509";
    const QByteArrayView der = fields.sized(4);
    if (!isX509)
        return std::nullopt;
    return der;
}

// What lists of certificates ask for. All that OpenSSL asks for takes ten times as long, with thousands of them seconds.
bool isCertificate(QByteArrayView der)
{
    return certificateSketch(QByteArray::fromRawData(der.data(), der.size())).has_value();
}

void skipPrivateKey(Fields& fields, quint32 version)
{
    fields.sized(4);
    for (quint32 left = fields.number(4); left > 0 && !fields.isCut(); --left)
        static_cast<void>(nextCertificate(fields, version));
}

// SHA-1 over the password as UTF-16, two words, and everything before.
bool isSealedBy(const Secret& password, QByteArrayView bytes)
{
    QCryptographicHash digest(QCryptographicHash::Sha1);
    QString text = QString::fromUtf8(password.reveal());
    for (const QChar c : std::as_const(text)) {
        const char unit[]{char(c.unicode() >> 8), char(c.unicode() & 0xFF)};
        digest.addData(QByteArrayView(unit, 2));
    }
    text.fill(u'\0');
    digest.addData("Mighty Aphrodite");
    digest.addData(bytes.chopped(DigestSize));
    return digest.result() == bytes.last(DigestSize);
}

} // namespace

std::optional<KeyStoreKind> jksKindOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xfe\xed\xfe\xed"))
        return KeyStoreKind::Jks;
    if (bytes.startsWith("\xce\xce\xce\xce"))
        return KeyStoreKind::Jceks;
    return std::nullopt;
}

Result<KeyStoreContents, KeyStoreFault> readJks(QByteArrayView bytes, const std::optional<Secret>& password)
{
    const auto kind = jksKindOf(bytes);
    if (!kind)
        return KeyStoreFault::NotAKeyStore;
    if (bytes.size() < EmptyStore)
        return KeyStoreFault::Truncated;
    Fields fields(bytes.chopped(DigestSize));
    fields.take(4);
    const quint32 version = fields.number(4);
    if (version != 1 && version != 2)
        return KeyStoreFault::BadVersion;
    const qsizetype count = fields.number(4);
    if (count > (bytes.size() - EmptyStore) / SmallestEntry)
        return KeyStoreFault::BadCount;

    KeyStoreContents contents;
    contents.kind = *kind;
    for (qsizetype i = 0; i < count && !contents.part; ++i) {
        const quint32 tag = fields.number(4);
        const auto alias = textOf(fields.sized(2));
        fields.take(8); // when it was made
        if (fields.isCut())
            return KeyStoreFault::Truncated;
        if (!alias)
            return KeyStoreFault::BadEntry;
        if (tag == PrivateKeyTag) {
            skipPrivateKey(fields, version);
            ++contents.privateKeys;
        } else if (tag == TrustedCertificateTag) {
            const auto der = nextCertificate(fields, version);
            if (!fields.isCut() && !(der && isCertificate(*der)))
                return KeyStoreFault::BadCertificate;
            contents.trusted << StoredCertificate{*alias, der.value_or(QByteArrayView()).toByteArray()};
        } else if (tag == SecretKeyTag && *kind == KeyStoreKind::Jceks) {
            // A serialised object without a length: what comes behind it cannot be found.
            if (fields.take(2) != "\xac\xed"_ba && !fields.isCut())
                return KeyStoreFault::BadEntry;
            contents.part = KeyStoreContents::Part{i, count};
        } else {
            return KeyStoreFault::BadEntry;
        }
        if (fields.isCut())
            return KeyStoreFault::Truncated;
    }
    if (!contents.part && !fields.left().isEmpty())
        return KeyStoreFault::BadCount;
    if (password) {
        if (!isSealedBy(*password, bytes))
            return KeyStoreFault::WrongPassword;
        contents.integrity = KeyStoreContents::Integrity::Verified;
    }
    return contents;
}

} // namespace stationer
