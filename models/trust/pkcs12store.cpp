#include "trust/pkcs12store.h"

#include "trust/keyderivation.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include <QHash>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostJavaIterations = 5'000'000; ///< Java takes no more either
constexpr int MostSealedParts = 16;              ///< Java writes one

struct Free {
    void operator()(STACK_OF(PKCS7) * all) const { sk_PKCS7_pop_free(all, PKCS7_free); }
    void operator()(STACK_OF(PKCS12_SAFEBAG) * all) const { sk_PKCS12_SAFEBAG_pop_free(all, PKCS12_SAFEBAG_free); }
};
using Parts = std::unique_ptr<STACK_OF(PKCS7), Free>;
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), Free>;

/// Older Javas seal with RC2 of 40 bits, which OpenSSL has in its legacy provider alone. It is loaded beside the program's
/// own library, where nothing else can come by it.
class OldCiphers {
public:
    OldCiphers()
        : m_library(OSSL_LIB_CTX_new()), m_usual(OSSL_PROVIDER_load(m_library, "default")),
          m_old(OSSL_PROVIDER_load(m_library, "legacy"))
    {
    }
    ~OldCiphers()
    {
        for (OSSL_PROVIDER* const provider : {m_old, m_usual}) {
            if (provider)
                OSSL_PROVIDER_unload(provider);
        }
        OSSL_LIB_CTX_free(m_library);
    }
    Q_DISABLE_COPY_MOVE(OldCiphers)

    OSSL_LIB_CTX* library() const { return m_library; }

private:
    OSSL_LIB_CTX* m_library;
    OSSL_PROVIDER* m_usual;
    OSSL_PROVIDER* m_old;
};

const PKCS7_ENC_CONTENT* sealedIn(const PKCS7* part)
{
    const PKCS7_ENC_CONTENT* const sealed = part->d.encrypted ? part->d.encrypted->enc_data : nullptr;
    return sealed && sealed->enc_data ? sealed : nullptr;
}

Bags opened(const PKCS7_ENC_CONTENT& sealed, const Secret& password, const OldCiphers& ciphers)
{
    return Bags(static_cast<STACK_OF(PKCS12_SAFEBAG)*>(
        PKCS12_item_decrypt_d2i_ex(sealed.algorithm, ASN1_ITEM_rptr(PKCS12_SAFEBAGS), password.reveal().constData(),
                                   int(password.reveal().size()), sealed.enc_data, 1, ciphers.library(), nullptr)));
}

/// What a part's bags are sealed with; the parts in the clear have none.
Result<QList<const PKCS7_ENC_CONTENT*>, KeyStoreFault> sealsOf(const STACK_OF(PKCS7) * parts)
{
    QList<const PKCS7_ENC_CONTENT*> seals;
    for (int i = 0; i < sk_PKCS7_num(parts); ++i) {
        PKCS7* const part = sk_PKCS7_value(parts, i);
        if (PKCS7_type_is_data(part) && part->d.data)
            continue;
        if (!PKCS7_type_is_encrypted(part)) // for the key of somebody, which Java does not read
            return KeyStoreFault::Unsupported;
        const PKCS7_ENC_CONTENT* const sealed = sealedIn(part);
        if (!sealed)
            return KeyStoreFault::BadEntry;
        seals << sealed;
    }
    return seals;
}

// What a new Java may be told to write, with PBKDF2 (RFC 9579), is not known.
bool isMacKnown(const PKCS12* bundle)
{
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OBJECT* digest = nullptr;
    PKCS12_get0_mac(nullptr, &algorithm, nullptr, nullptr, bundle);
    X509_ALGOR_get0(&digest, nullptr, nullptr, algorithm);
    return EVP_get_digestbyobj(digest) != nullptr;
}

bool isTrusted(const STACK_OF(X509_ATTRIBUTE) * attributes)
{
    for (int i = 0; i < sk_X509_ATTRIBUTE_num(attributes); ++i) {
        char name[80] = {};
        OBJ_obj2txt(name, sizeof name, X509_ATTRIBUTE_get0_object(sk_X509_ATTRIBUTE_value(attributes, i)), 1);
        if (QByteArrayView(name) == "2.16.840.1.113894.746875.1.1") // Java's trustedKeyUsage, whatever it says
            return true;
    }
    return false;
}

QString aliasOf(const PKCS12_SAFEBAG* bag)
{
    const ASN1_TYPE* const name = PKCS12_SAFEBAG_get0_attr(bag, NID_friendlyName);
    if (!name || name->type != V_ASN1_BMPSTRING)
        return {};
    const uchar* const units = ASN1_STRING_get0_data(name->value.bmpstring);
    QString alias;
    for (int i = 0; i + 1 < ASN1_STRING_length(name->value.bmpstring); i += 2)
        alias += QChar(char16_t(units[i] << 8 | units[i + 1]));
    return alias;
}

/// Takes what stands in bags; false where one is damaged.
class Entries {
public:
    bool take(const STACK_OF(PKCS12_SAFEBAG) * bags)
    {
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            const PKCS12_SAFEBAG* const bag = sk_PKCS12_SAFEBAG_value(bags, i);
            const int type = PKCS12_SAFEBAG_get_nid(bag);
            if (type == NID_pkcs8ShroudedKeyBag || type == NID_keyBag)
                ++m_privateKeys;
            if (type != NID_certBag)
                continue;
            const Owned<X509> certificate(
                PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate ? PKCS12_SAFEBAG_get1_cert(bag) : nullptr);
            if (!certificate)
                return false;
            if (isTrusted(PKCS12_SAFEBAG_get0_attrs(bag)))
                put({aliasOf(bag), derOf(certificate.get())});
        }
        return true;
    }

    KeyStoreContents contents() const
    {
        KeyStoreContents all;
        all.kind = KeyStoreKind::Pkcs12;
        all.trusted = m_trusted;
        all.privateKeys = m_privateKeys;
        return all;
    }

private:
    // Java has one entry of a name, in lower case: the last.
    void put(const StoredCertificate& entry)
    {
        const QString name = entry.alias.toLower();
        if (!name.isEmpty() && m_places.contains(name)) {
            m_trusted[m_places.value(name)] = entry;
            return;
        }
        m_places.insert(name, m_trusted.size());
        m_trusted << entry;
    }

    QList<StoredCertificate> m_trusted;
    QHash<QString, qsizetype> m_places;
    qsizetype m_privateKeys = 0;
};

Result<KeyStoreContents, KeyStoreFault> readBundle(PKCS12* bundle, const std::optional<Secret>& password)
{
    const Parts parts(PKCS12_unpack_authsafes(bundle));
    if (!parts)
        return KeyStoreFault::BadEntry;
    const auto seals = sealsOf(parts.get());
    if (!seals)
        return seals.error();
    qint64 iterations = macIterationsOf(bundle);
    for (const PKCS7_ENC_CONTENT* const seal : seals.value())
        iterations += iterationsOf(seal->algorithm);
    if (iterations > MostJavaIterations || seals.value().size() > MostSealedParts)
        return KeyStoreFault::TooManyIterations;
    if (!password && !seals.value().isEmpty())
        return KeyStoreFault::Locked;

    const bool isChecked = password && PKCS12_mac_present(bundle);
    if (isChecked && !isMacKnown(bundle))
        return KeyStoreFault::Unsupported;
    if (isChecked && PKCS12_verify_mac(bundle, password->reveal().constData(), int(password->reveal().size())) != 1)
        return KeyStoreFault::WrongPassword;
    Entries entries;
    const OldCiphers ciphers;
    for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
        PKCS7* const part = sk_PKCS7_value(parts.get(), i);
        const bool isSealed = PKCS7_type_is_encrypted(part);
        const Bags bags = isSealed ? opened(*sealedIn(part), *password, ciphers) : Bags(PKCS12_unpack_p7data(part));
        if (!bags && isSealed)
            return isChecked ? KeyStoreFault::Unsupported : KeyStoreFault::WrongPassword;
        if (!bags)
            return KeyStoreFault::BadEntry;
        if (!entries.take(bags.get()))
            return KeyStoreFault::BadCertificate;
    }
    KeyStoreContents contents = entries.contents();
    if (isChecked)
        contents.integrity = KeyStoreContents::Integrity::Verified;
    return contents;
}

} // namespace

Result<KeyStoreContents, KeyStoreFault> readPkcs12Store(QByteArrayView der, const std::optional<Secret>& password)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const Owned<PKCS12> bundle(d2i_PKCS12(nullptr, &at, long(der.size())));
    const Result<KeyStoreContents, KeyStoreFault> contents =
        bundle ? readBundle(bundle.get(), password) : KeyStoreFault::NotAKeyStore;
    ERR_clear_error();
    return contents;
}

} // namespace stationer
