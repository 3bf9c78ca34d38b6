// What somebody may have made to keep the program busy or to make it stumble: read or refused, and soon.

#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/certificatedetails.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/keybundle.h"
#include "trust/truststores.h"

#include <QTest>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

namespace {

constexpr int ThousandMillion = 1'000'000'000;

QByteArray derLength(qsizetype size)
{
    if (size < 128)
        return QByteArray(1, char(size));
    QByteArray digits;
    for (; size > 0; size >>= 8)
        digits.prepend(char(size & 0xFF));
    return char(0x80 | digits.size()) + digits;
}

// One SEQUENCE inside another.
QByteArray nested(int depth)
{
    QByteArray reversed;
    for (int i = 0; i < depth; ++i) {
        QByteArray head = '\x30' + derLength(reversed.size());
        std::reverse(head.begin(), head.end());
        reversed += head;
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

template <class Thing, class Write>
QByteArray written(Thing* thing, Write write)
{
    unsigned char* der = nullptr;
    const int size = write(thing, &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

class HostileInputTest : public QObject {
    Q_OBJECT
private slots:
    void bytesThatAreNoCertificateAreRefused_data();
    void bytesThatAreNoCertificateAreRefused();
    void aCertificateOfThousandsOfNamesIsRead();
    void aCertificateOf100KibIsRead();
    void aBundleThatWouldHashForHoursIsRefused();
    void aKeyThatWouldHashForHoursIsRefused();
    void whatIsHashedAMillionTimesIsOpened();

private:
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
    QByteArray bundle(long macIterations) const
    {
        const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> made(
            PKCS12_create("secret", "x", m_ca.certificate().key(), m_ca.certificate().x509(), nullptr, 0, 0, 1, 2, 0),
            PKCS12_free);
        const ASN1_INTEGER* iterations = nullptr;
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, made.get());
        if (iterations && macIterations > 0)
            ASN1_INTEGER_set(const_cast<ASN1_INTEGER*>(iterations), macIterations);
        return written(made.get(), i2d_PKCS12);
    }
    // An encrypted key whose password has to be hashed that often; what is sealed in it is nothing.
    static QByteArray lockedKeyPem(int iterations)
    {
        const std::unique_ptr<X509_SIG, decltype(&X509_SIG_free)> sealed(X509_SIG_new(), X509_SIG_free);
        X509_ALGOR* encryption = nullptr;
        ASN1_OCTET_STRING* bytes = nullptr;
        X509_SIG_getm(sealed.get(), &encryption, &bytes);
        X509_ALGOR* const wanted = PKCS5_pbe2_set(EVP_aes_256_cbc(), iterations, nullptr, 0);
        X509_ALGOR_copy(encryption, wanted);
        X509_ALGOR_free(wanted);
        ASN1_OCTET_STRING_set(bytes, reinterpret_cast<const unsigned char*>("0123456789abcdef"), 16);
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + written(sealed.get(), i2d_X509_SIG).toBase64() +
               "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    }

    const TestCa m_ca{u"Acme Root CA"_s};
};

void HostileInputTest::bytesThatAreNoCertificateAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("20,000 sequences, one in another") << nested(20'000);
    QTest::newRow("50,000 of no length of their own") << QByteArray("\x30\x80").repeated(50'000);
    QTest::newRow("sets and octet strings") << QByteArray("\x31\x80\x24\x80").repeated(20'000);
    QTest::newRow("a length beyond the end") << QByteArray("\x30\x84\xFF\xFF\xFF\xFF") + QByteArray(100, '\x30');
    QTest::newRow("a length of 126 bytes") << QByteArray("\x30\xFE") + QByteArray(200, '\xFF');
    QTest::newRow("100,000 beginnings of PEM") << QByteArray("-----BEGIN CERTIFICATE-----\n").repeated(100'000);
    QTest::newRow("100,000 empty blocks")
        << QByteArray("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n").repeated(100'000);
    QTest::newRow("8 MB of dashes") << QByteArray(8'000'000, '-');
    QTest::newRow("8 MB of base64") << "-----BEGIN CERTIFICATE-----\n" + QByteArray(8'000'000, 'A') +
                                           "\n-----END CERTIFICATE-----\n";
}

void HostileInputTest::bytesThatAreNoCertificateAreRefused()
{
    QFETCH(QByteArray, bytes);
    const QByteArray armoured = "-----BEGIN CERTIFICATE-----\n" + bytes.toBase64() + "\n-----END CERTIFICATE-----\n";
    for (const QByteArray& form : {bytes, armoured}) {
        const ImportPreview preview = previewImport(form, {}, now(), Secret(u"password"_s));
        QVERIFY(preview.finds.isEmpty());
        QVERIFY(preview.fault == ImportFault::NotACertificate || preview.fault == ImportFault::TooLarge);
        QVERIFY(!readKeyBundle(form, Secret(u"password"_s)));
        QVERIFY(!certificatesOfPem(form).has_value() || certificatesOfPem(form)->isEmpty());
    }
    QVERIFY(!certificateFacts(bytes));
    QVERIFY(!certificateSketch(bytes));
    const Judgement judgement =
        judge({bytes, m_ca.der(), bytes}, u"mail.example"_s, now(), TrustAnchors::only({m_ca.der()}));
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(!judgement.errors.isEmpty());
}

void HostileInputTest::aCertificateOfThousandsOfNamesIsRead()
{
    CertificateOptions options = optionsFor(u"mail.example"_s);
    for (int i = 0; i < 4000; ++i)
        options.dnsNames << u"host%1.example"_s.arg(i);
    const TestCertificate leaf = m_ca.issue(options);
    const auto facts = certificateFacts(leaf.der());
    QVERIFY(facts);
    QCOMPARE(facts->dnsNames.size(), 4001);
    QCOMPARE(previewImport(leaf.pem(), {}, now()).finds.first().kind, ImportFind::Kind::ServerCertificate);
    const TrustAnchors anchors = TrustAnchors::only({m_ca.der()});
    QCOMPARE(judge({leaf.der()}, u"host3999.example"_s, now(), anchors).verdict, Verdict::Trusted);
    QCOMPARE(judge({leaf.der()}, u"host4000.example"_s, now(), anchors).verdict, Verdict::Challenged);
}

void HostileInputTest::aCertificateOf100KibIsRead()
{
    CertificateOptions options;
    options.commonName = u"Large CA"_s;
    for (int i = 0; i < 100; ++i)
        options.subject << std::pair<QByteArray, QByteArray>{"OU", QByteArray(1100, 'x') + QByteArray::number(i)};
    // A field is at most 64 characters (RFC 5280, appendix A); these are written all the same.
    ASN1_STRING_TABLE_add(NID_organizationalUnitName, 1, 4000, B_ASN1_UTF8STRING, 0);
    const TestCa large(options);
    ASN1_STRING_TABLE_add(NID_organizationalUnitName, 1, ub_organization_unit_name, B_ASN1_UTF8STRING, 0);
    QVERIFY2(large.der().size() > 100 * 1024, QByteArray::number(large.der().size()));
    const ImportPreview preview = previewImport(large.pem(), {}, now());
    QCOMPARE(preview.finds.size(), 1);
    QCOMPARE(preview.finds.first().kind, ImportFind::Kind::RootCa);
    QVERIFY(certificateSketch(large.der()));
}

void HostileInputTest::aBundleThatWouldHashForHoursIsRefused()
{
    for (const Secret& password : {Secret(), Secret(u"secret"_s)}) {
        QCOMPARE(previewImport(bundle(ThousandMillion), {}, now(), password).fault, ImportFault::Unsupported);
        const auto read = readKeyBundle(bundle(ThousandMillion), password);
        QVERIFY(!read);
        QCOMPARE(read.error(), KeyFault::Unsupported);
    }
}

void HostileInputTest::aKeyThatWouldHashForHoursIsRefused()
{
    const auto read = readKeyBundle(lockedKeyPem(ThousandMillion) + m_ca.pem(), Secret(u"secret"_s));
    QVERIFY(!read);
    QCOMPARE(read.error(), KeyFault::Unsupported);
    QCOMPARE(readKeyBundle(lockedKeyPem(1000) + m_ca.pem(), Secret(u"secret"_s)).error(), KeyFault::WrongPassword);
}

void HostileInputTest::whatIsHashedAMillionTimesIsOpened()
{
    QCOMPARE(previewImport(bundle(0), {}, now(), Secret(u"secret"_s)).finds.size(), 1);
    QCOMPARE(previewImport(bundle(1'000'000), {}, now(), Secret(u"secret"_s)).fault, ImportFault::WrongPassword);
}

STATIONER_TEST(HostileInputTest)
#include "hostileinput_test.moc"
