#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/javakeystore.h"

#include <QTest>

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Integrity = KeyStoreContents::Integrity;
using Read = Result<KeyStoreContents, KeyStoreFault>;

namespace {

constexpr int Clear = -1; ///< instead of a cipher

template <class T>
using Held = std::unique_ptr<T, void (*)(T*)>;

/// A PKCS#12 as a Java writes it, part by part.
class Pkcs12Maker {
public:
    explicit Pkcs12Maker(QByteArray password = "changeit") : m_password(std::move(password)) {}
    ~Pkcs12Maker() { sk_PKCS7_pop_free(m_parts, PKCS7_free); }
    Q_DISABLE_COPY_MOVE(Pkcs12Maker)

    struct Entry {
        QByteArray alias;
        X509* certificate;
        bool isTrusted = true;
        QByteArray use = "2.5.29.37.0"; ///< what Java writes: any
    };

    Pkcs12Maker& part(const QList<Entry>& entries, int cipher = NID_aes_256_cbc, OSSL_LIB_CTX* library = nullptr)
    {
        STACK_OF(PKCS12_SAFEBAG)* bags = nullptr;
        for (const Entry& entry : entries) {
            PKCS12_SAFEBAG* const bag = PKCS12_add_cert(&bags, entry.certificate);
            PKCS12_add_friendlyname_utf8(bag, entry.alias.constData(), int(entry.alias.size()));
            auto* attributes = const_cast<STACK_OF(X509_ATTRIBUTE)*>(PKCS12_SAFEBAG_get0_attrs(bag));
            const Held<ASN1_OBJECT> trusted(OBJ_txt2obj("2.16.840.1.113894.746875.1.1", 1), ASN1_OBJECT_free);
            const Held<ASN1_OBJECT> use(OBJ_txt2obj(entry.use.constData(), 1), ASN1_OBJECT_free);
            if (entry.isTrusted)
                X509at_add1_attr_by_OBJ(&attributes, trusted.get(), V_ASN1_OBJECT,
                                        reinterpret_cast<const unsigned char*>(use.get()), -1);
        }
        PKCS12_add_safe_ex(&m_parts, bags, cipher, 10, m_password.constData(), library, nullptr);
        sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
        return *this;
    }
    Pkcs12Maker& key(EVP_PKEY* key)
    {
        STACK_OF(PKCS12_SAFEBAG)* bags = nullptr;
        PKCS12_add_key(&bags, key, 0, 10, NID_aes_256_cbc, m_password.constData());
        PKCS12_add_safe(&m_parts, bags, Clear, 0, nullptr);
        sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
        return *this;
    }
    /// The last part claims to be sealed so.
    Pkcs12Maker& claiming(X509_ALGOR* algorithm)
    {
        PKCS7* const last = sk_PKCS7_value(m_parts, sk_PKCS7_num(m_parts) - 1);
        X509_ALGOR_free(last->d.encrypted->enc_data->algorithm);
        last->d.encrypted->enc_data->algorithm = algorithm;
        return *this;
    }

    /// With a check sum, which claims to be hashed so often.
    QByteArray bytes(long iterations = 10) const
    {
        const Held<PKCS12> bundle(PKCS12_add_safes(m_parts, 0), PKCS12_free);
        PKCS12_set_mac(bundle.get(), m_password.constData(), -1, nullptr, 0, 10, EVP_sha256());
        const ASN1_INTEGER* written = nullptr;
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &written, bundle.get());
        ASN1_INTEGER_set(const_cast<ASN1_INTEGER*>(written), iterations);
        return der(bundle.get());
    }
    QByteArray bytesWithoutCheckSum() const { return der(Held<PKCS12>(PKCS12_add_safes(m_parts, 0), PKCS12_free).get()); }

private:
    static QByteArray der(PKCS12* bundle)
    {
        unsigned char* bytes = nullptr;
        const int size = i2d_PKCS12(bundle, &bytes);
        const QByteArray all(reinterpret_cast<const char*>(bytes), size);
        OPENSSL_free(bytes);
        return all;
    }

    QByteArray m_password;
    STACK_OF(PKCS7) * m_parts = nullptr;
};

} // namespace

/// PKCS#12 as a key store of Java's. The files are made with OpenSSL; keytool_test.cpp has what Java writes.
class Pkcs12StoreTest : public QObject {
    Q_OBJECT
private slots:
    void trustedEntriesAreRead_data();
    void trustedEntriesAreRead();
    void aCertificateWithoutJavasAttributeIsNoEntry();
    void whateverTheAttributeSaysCounts();
    void theLaterOfTwoEntriesOfANameCounts();
    void aKeyIsCountedAndNotRead();
    void withoutItsPasswordASealedStoreIsLocked();
    void aWrongPasswordOpensNothing();
    void whatIsInTheClearNeedsNoPassword();
    void howOftenItIsHashedIsBounded_data();
    void howOftenItIsHashedIsBounded();
    void anUnknownSealIsNamed();
    void nothingCutShortIsRead();

private:
    static Read readWith(const QByteArray& bytes, const QByteArray& password)
    {
        return readKeyStore(bytes, Secret(password));
    }
    Pkcs12Maker::Entry acme() const { return {"acme", m_acme.certificate().x509()}; }
    Pkcs12Maker::Entry bravo() const { return {"bravo", m_bravo.certificate().x509()}; }
    static X509_ALGOR* pbkdf2(int iterations) { return PKCS5_pbe2_set(EVP_aes_256_cbc(), iterations, nullptr, 0); }
    static X509_ALGOR* pbe(int iterations)
    {
        return PKCS5_pbe_set(NID_pbe_WithSHA1And3_Key_TripleDES_CBC, iterations, nullptr, 0);
    }

    const TestCa m_acme{u"Acme Root CA"_s};
    const TestCa m_bravo{u"Bravo Root CA"_s};
};

void Pkcs12StoreTest::trustedEntriesAreRead_data()
{
    QTest::addColumn<int>("cipher");
    QTest::newRow("PBES2, AES-256") << NID_aes_256_cbc;
    QTest::newRow("PBE, 3DES") << NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
    QTest::newRow("PBE, RC2 of 40 bits") << NID_pbe_WithSHA1And40BitRC2_CBC;
    QTest::newRow("in the clear, with a check sum") << Clear;
}

void Pkcs12StoreTest::trustedEntriesAreRead()
{
    QFETCH(int, cipher);
    OSSL_LIB_CTX* const library = OSSL_LIB_CTX_new();
    OSSL_PROVIDER* const usual = OSSL_PROVIDER_load(library, "default");
    OSSL_PROVIDER* const old = OSSL_PROVIDER_load(library, "legacy");
    Pkcs12Maker maker("pässwörd €");
    maker.part({acme(), {"grüße €", m_bravo.certificate().x509()}}, cipher, library);
    OSSL_PROVIDER_unload(old);
    OSSL_PROVIDER_unload(usual);
    OSSL_LIB_CTX_free(library);

    const Read read = readWith(maker.bytes(), "pässwörd €");
    QVERIFY(read);
    QCOMPARE(
        read.value(),
        (KeyStoreContents{
            KeyStoreKind::Pkcs12, {{u"acme"_s, m_acme.der()}, {u"grüße €"_s, m_bravo.der()}}, 0, {}, Integrity::Verified}));
    // The program at large has not come by the old ciphers.
    QVERIFY(!OSSL_PROVIDER_available(nullptr, "legacy"));
    QCOMPARE(ERR_peek_error(), 0UL);
}

void Pkcs12StoreTest::aCertificateWithoutJavasAttributeIsNoEntry()
{
    Pkcs12Maker maker;
    maker.part({{"acme", m_acme.certificate().x509(), false}, bravo()});
    const Read read = readWith(maker.bytes(), "changeit");
    QVERIFY(read);
    QCOMPARE(read.value().trusted, (QList<StoredCertificate>{{u"bravo"_s, m_bravo.der()}}));
}

void Pkcs12StoreTest::whateverTheAttributeSaysCounts()
{
    Pkcs12Maker maker;
    maker.part({{"acme", m_acme.certificate().x509(), true, "1.3.6.1.5.5.7.3.4"}});
    QCOMPARE(readWith(maker.bytes(), "changeit").value().trusted.size(), 1);
}

void Pkcs12StoreTest::theLaterOfTwoEntriesOfANameCounts()
{
    Pkcs12Maker maker;
    maker.part({{"CA", m_acme.certificate().x509()}, {"ca", m_bravo.certificate().x509()}});
    QCOMPARE(readWith(maker.bytes(), "changeit").value().trusted, (QList<StoredCertificate>{{u"ca"_s, m_bravo.der()}}));
    // Those without a name are many.
    maker.part({{"", m_acme.certificate().x509()}, {"", m_bravo.certificate().x509()}});
    QCOMPARE(readWith(maker.bytes(), "changeit").value().trusted.size(), 3);
}

void Pkcs12StoreTest::aKeyIsCountedAndNotRead()
{
    Pkcs12Maker maker;
    maker.key(m_acme.certificate().key()).part({{"own", m_acme.certificate().x509(), false}});
    const Read read = readWith(maker.bytes(), "changeit");
    QVERIFY(read);
    QVERIFY(read.value().trusted.isEmpty());
    QCOMPARE(read.value().privateKeys, 1);
}

void Pkcs12StoreTest::withoutItsPasswordASealedStoreIsLocked()
{
    Pkcs12Maker maker;
    maker.part({acme()}, Clear).part({bravo()});
    QCOMPARE(readKeyStore(maker.bytes(), {}).error(), KeyStoreFault::Locked);
    QCOMPARE(readKeyStore(maker.bytesWithoutCheckSum(), {}).error(), KeyStoreFault::Locked);
    QCOMPARE(readWith(maker.bytes(), "").error(), KeyStoreFault::WrongPassword);
}

void Pkcs12StoreTest::aWrongPasswordOpensNothing()
{
    for (const int cipher : {int(NID_aes_256_cbc), Clear}) {
        Pkcs12Maker maker;
        maker.part({acme()}, cipher);
        QCOMPARE(readWith(maker.bytes(), "Changeit").error(), KeyStoreFault::WrongPassword);
    }
    Pkcs12Maker sealed;
    sealed.part({acme()});
    QCOMPARE(readWith(sealed.bytesWithoutCheckSum(), "Changeit").error(), KeyStoreFault::WrongPassword);
    QCOMPARE(readWith(sealed.bytesWithoutCheckSum(), "changeit").value().integrity, Integrity::NotVerified);
}

void Pkcs12StoreTest::whatIsInTheClearNeedsNoPassword()
{
    Pkcs12Maker maker;
    maker.part({acme()}, Clear);
    const QByteArray open = maker.bytesWithoutCheckSum();
    for (const Read& read :
         {readKeyStore(open, {}), readWith(open, ""), readWith(open, "any"), readKeyStore(maker.bytes(), {})}) {
        QVERIFY(read);
        QCOMPARE(read.value().trusted.size(), 1);
        QCOMPARE(read.value().integrity, Integrity::NotVerified);
    }
}

void Pkcs12StoreTest::howOftenItIsHashedIsBounded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int Most = std::numeric_limits<int>::max();
    const auto sealed = [this](X509_ALGOR* claim, long mac) {
        Pkcs12Maker maker;
        return maker.part({acme()}).claiming(claim).bytes(mac);
    };
    QTest::newRow("check sum, 2³¹") << Pkcs12Maker().part({acme()}).bytes(1L << 31);
    QTest::newRow("check sum, 5,000,001") << Pkcs12Maker().part({acme()}, Clear).bytes(5'000'001);
    QTest::newRow("PBKDF2, 2³¹−1") << sealed(pbkdf2(Most), 10);
    QTest::newRow("PBE, 2³¹−1") << sealed(pbe(Most), 10);
    QTest::newRow("both together") << sealed(pbkdf2(2'500'000), 2'500'001);
    QTest::newRow("the second part") << Pkcs12Maker().part({acme()}).part({bravo()}).claiming(pbkdf2(Most)).bytes();
    Pkcs12Maker many;
    for (int i = 0; i < 17; ++i)
        many.part({acme()});
    QTest::newRow("many parts") << many.bytes();
}

void Pkcs12StoreTest::howOftenItIsHashedIsBounded()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(readWith(bytes, "changeit").error(), KeyStoreFault::TooManyIterations);
    QCOMPARE(readKeyStore(bytes, {}).error(), KeyStoreFault::TooManyIterations);
}

void Pkcs12StoreTest::anUnknownSealIsNamed()
{
    Pkcs12Maker maker;
    X509_ALGOR* const unknown = X509_ALGOR_new();
    X509_ALGOR_set0(unknown, OBJ_txt2obj("1.2.3.4", 1), V_ASN1_NULL, nullptr);
    maker.part({acme()}).claiming(unknown);
    QCOMPARE(readWith(maker.bytes(), "changeit").error(), KeyStoreFault::Unsupported);

    const QByteArray bytes = Pkcs12Maker().part({acme()}, Clear).bytes();
    const QByteArray sha256 = QByteArray::fromHex("0609608648016503040201");
    const QByteArray pbmac1 = QByteArray::fromHex("06092a864886f70d01050e");
    QCOMPARE(bytes.count(sha256), 1);
    QCOMPARE(readWith(QByteArray(bytes).replace(sha256, pbmac1), "changeit").error(), KeyStoreFault::Unsupported);
}

void Pkcs12StoreTest::nothingCutShortIsRead()
{
    const Secret password("changeit"_ba);
    for (const int cipher : {int(NID_aes_256_cbc), Clear}) {
        Pkcs12Maker maker;
        const QByteArray bytes = maker.key(m_acme.certificate().key()).part({acme()}, cipher).bytes();
        QVERIFY(readKeyStore(bytes, password));
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY2(!readKeyStore(bytes.first(size), password), qPrintable(QString::number(size)));
            QVERIFY2(!readKeyStore(bytes.first(size), {}), qPrintable(QString::number(size)));
        }
    }
}

STATIONER_TEST(Pkcs12StoreTest)
#include "pkcs12store_test.moc"
