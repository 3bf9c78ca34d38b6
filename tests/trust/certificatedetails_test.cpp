#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/certificatedetails.h"

#include <QCryptographicHash>
#include <QTest>

#include <openssl/x509v3.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// What the viewer shows of a certificate, and that a hostile one shows it bounded and harmless.
class CertificateDetailsTest : public QObject {
    Q_OBJECT
private slots:
    void extensionsAreNamedWithTheirMeaning();
    void theExtensionsOfAServerAreRead_data();
    void theExtensionsOfAServerAreRead();
    void anUnknownExtensionIsNumbersAndHex();
    void aDamagedExtensionIsHex();
    void policiesAreNumbered();
    void namesAreOneFieldARow();
    void hostileNamesAreHarmless_data();
    void hostileNamesAreHarmless();
    void thousandsOfNamesAreCutAndCounted();
    void aHugeCertificateIsBounded();
    void fingerprintsAndKeyAreShown();
    void garbageIsNothing();

private:
    // The certificate again with one more extension.
    static QByteArray with(const TestCertificate& certificate, int nid, const QByteArray& value)
    {
        X509* copy = X509_dup(certificate.x509());
        X509V3_CTX context;
        X509V3_set_ctx(&context, copy, copy, nullptr, nullptr, 0);
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
        X509_add_ext(copy, extension, -1);
        X509_EXTENSION_free(extension);
        return signedDer(copy, certificate.key());
    }
    static QByteArray withBytes(const TestCertificate& certificate, int nid, const QByteArray& content)
    {
        X509* copy = X509_dup(certificate.x509());
        ASN1_OCTET_STRING* value = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(value, reinterpret_cast<const unsigned char*>(content.constData()), int(content.size()));
        X509_EXTENSION* extension = X509_EXTENSION_create_by_NID(nullptr, nid, 0, value);
        X509_add_ext(copy, extension, -1);
        X509_EXTENSION_free(extension);
        ASN1_OCTET_STRING_free(value);
        return signedDer(copy, certificate.key());
    }
    static QByteArray signedDer(X509* certificate, EVP_PKEY* key)
    {
        X509_sign(certificate, key, EVP_sha256());
        unsigned char* der = nullptr;
        const int size = i2d_X509(certificate, &der);
        const QByteArray bytes(reinterpret_cast<const char*>(der), size);
        OPENSSL_free(der);
        X509_free(certificate);
        return bytes;
    }
    static CertificateExtension extensionNamed(const QByteArray& der, const QString& name)
    {
        const auto details = certificateDetails(der);
        for (const CertificateExtension& one : details ? details->extensions : QList<CertificateExtension>()) {
            if (one.name == name)
                return one;
        }
        return {};
    }
    static bool isBounded(const CertificateDetails& details)
    {
        const auto isShort = [](const QString& text) { return text.size() <= CertificateDetails::LongestText; };
        const auto isField = [&](const NameField& field) { return isShort(field.value); };
        return details.extensions.size() <= CertificateDetails::MostValues &&
               std::all_of(details.subject.cbegin(), details.subject.cend(), isField) &&
               std::all_of(details.extensions.cbegin(), details.extensions.cend(), [&](const CertificateExtension& one) {
                   return one.values.size() <= CertificateDetails::MostValues &&
                          std::all_of(one.values.cbegin(), one.values.cend(), [](const QString& text) {
                              return text.size() <= CertificateDetails::LongestText + 3;
                          });
               });
    }

    const TestCertificate m_plain = makeCertificate(optionsFor(u"mail.example"_s));
};

void CertificateDetailsTest::extensionsAreNamedWithTheirMeaning()
{
    const TestCa ca;
    const auto details = certificateDetails(ca.issueFor(u"mail.example"_s).der());
    QVERIFY(details);
    QCOMPARE(details->version, 3);
    QCOMPARE(details->extensions.size(), 5);
    for (const CertificateExtension& one : details->extensions) {
        QVERIFY2(one.isKnown, qPrintable(one.oid));
        QVERIFY(one.name != one.oid);
        QVERIFY(!one.meaning.isEmpty());
        QVERIFY(!one.values.isEmpty());
    }
    const CertificateExtension names = extensionNamed(ca.issueFor(u"192.0.2.7"_s).der(), u"Subject Alternative Name"_s);
    QCOMPARE(names.oid, u"2.5.29.17"_s);
    QCOMPARE(names.values, QStringList{u"IP: 192.0.2.7"_s});
    const CertificateExtension basic = extensionNamed(ca.der(), u"Basic Constraints"_s);
    QVERIFY(basic.isCritical);
    QCOMPARE(basic.values, QStringList{u"This is a CA."_s});
}

void CertificateDetailsTest::theExtensionsOfAServerAreRead_data()
{
    QTest::addColumn<int>("nid");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("key usage") << NID_key_usage << "digitalSignature,keyCertSign"_ba << u"Key Usage"_s
                               << QStringList{u"digital signature"_s, u"signing certificates"_s};
    QTest::newRow("information access") << NID_info_access
                                        << "OCSP;URI:http://o.example/,caIssuers;URI:http://c.example/ca.cer"_ba
                                        << u"Authority Information Access"_s
                                        << QStringList{u"OCSP - URI:http://o.example/"_s,
                                                       u"CA Issuers - URI:http://c.example/ca.cer"_s};
    QTest::newRow("CRL") << NID_crl_distribution_points << "URI:http://c.example/a.crl"_ba << u"CRL Distribution Points"_s
                         << QStringList{u"Full Name:"_s, u"URI:http://c.example/a.crl"_s};
    QTest::newRow("name constraints") << NID_name_constraints
                                      << "permitted;DNS:example.com,excluded;IP:192.0.2.0/255.255.255.0"_ba
                                      << u"Name Constraints"_s
                                      << QStringList{u"Permitted:"_s, u"DNS:example.com"_s, u"Excluded:"_s,
                                                     u"IP:192.0.2.0/255.255.255.0"_s};
    QTest::newRow("TLS feature") << NID_tlsfeature << "status_request"_ba << u"TLS Feature"_s
                                 << QStringList{u"status_request"_s};
    QTest::newRow("issuer names") << NID_issuer_alt_name << "email:ca@example.com"_ba << u"Issuer Alternative Name"_s
                                  << QStringList{u"e-mail: ca@example.com"_s};
}

void CertificateDetailsTest::theExtensionsOfAServerAreRead()
{
    QFETCH(int, nid);
    QFETCH(QByteArray, value);
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    const CertificateExtension extension = extensionNamed(with(m_plain, nid, value), name);
    QVERIFY(extension.isKnown);
    QCOMPARE(extension.values, values);
}

void CertificateDetailsTest::anUnknownExtensionIsNumbersAndHex()
{
    CertificateOptions options = optionsFor(u"mail.example"_s);
    options.criticalExtensions = {"1.2.3.4.5"};
    const CertificateExtension extension = extensionNamed(makeCertificate(options).der(), u"1.2.3.4.5"_s);
    QVERIFY(!extension.isKnown);
    QVERIFY(extension.isCritical);
    QCOMPARE(extension.values, QStringList{u"0500"_s});
    QVERIFY(extension.meaning.isEmpty());
}

void CertificateDetailsTest::aDamagedExtensionIsHex()
{
    const QByteArray der = withBytes(m_plain, NID_crl_distribution_points, "\xFF\xFF"_ba);
    const CertificateExtension read = extensionNamed(der, u"CRL Distribution Points"_s);
    QVERIFY(!read.isKnown);
    QCOMPARE(read.values, QStringList{u"ffff"_s});
}

void CertificateDetailsTest::policiesAreNumbered()
{
    const QByteArray der = withBytes(m_plain, NID_certificate_policies, QByteArray::fromHex("3007300506032a0304"));
    const CertificateExtension read = extensionNamed(der, u"Certificate Policies"_s);
    QVERIFY(read.isKnown);
    QCOMPARE(read.values, QStringList{u"Policy: 1.2.3.4"_s});
}

void CertificateDetailsTest::namesAreOneFieldARow()
{
    CertificateOptions options;
    options.subject = {{"O", "Acme"}, {"CN", "first"}, {"CN", "second"}, {"1.2.3.4", "odd"}};
    const auto details = certificateDetails(makeCertificate(options).der());
    QCOMPARE(
        details->subject,
        (QList<NameField>{{u"O"_s, u"Acme"_s}, {u"CN"_s, u"first"_s}, {u"CN"_s, u"second"_s}, {u"1.2.3.4"_s, u"odd"_s}}));
    QVERIFY(certificateDetails(makeCertificate({}).der())->subject.isEmpty());
}

void CertificateDetailsTest::hostileNamesAreHarmless_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("NUL") << QByteArray("mail.example\0.evil", 18);
    QTest::newRow("line feed") << "mail\nSubject: you"_ba;
    QTest::newRow("bidi") << "mail\u202Egpj"_ba;
    QTest::newRow("escape") << "\x1B[31mred"_ba;
    QTest::newRow("line separator") << "a\u2028b"_ba;
}

void CertificateDetailsTest::hostileNamesAreHarmless()
{
    QFETCH(QByteArray, bytes);
    CertificateOptions options;
    options.subject = {{"CN", bytes}};
    options.rawDnsNames = {bytes};
    const auto details = certificateDetails(makeCertificate(options).der());
    QStringList texts{details->subject.first().value};
    for (const CertificateExtension& one : details->extensions)
        texts << one.values;
    for (const QString& text : texts) {
        for (const QChar c : text)
            QVERIFY2(c.isPrint(), qPrintable(text));
    }
}

void CertificateDetailsTest::thousandsOfNamesAreCutAndCounted()
{
    CertificateOptions options;
    for (int i = 0; i < 4000; ++i)
        options.dnsNames << u"host%1.example"_s.arg(i);
    const CertificateExtension names = extensionNamed(makeCertificate(options).der(), u"Subject Alternative Name"_s);
    QCOMPARE(names.values.size(), CertificateDetails::MostValues);
    QCOMPARE(names.omitted, 4000 - CertificateDetails::MostValues);
}

void CertificateDetailsTest::aHugeCertificateIsBounded()
{
    CertificateOptions options;
    options.subject = {{"O", QByteArray(30'000, 'x')}, {"CN", QByteArray("\xF0\x9F\x94\x92").repeated(10'000)}};
    options.rawDnsNames = {QByteArray(40'000, 'y')};
    const QByteArray der = makeCertificate(options).der();
    QVERIFY(der.size() > 100 * 1024);
    const auto details = certificateDetails(der);
    QVERIFY(isBounded(*details));
    for (const NameField& field : details->subject)
        QVERIFY(!field.value.isEmpty() && field.value.endsWith(u'…') && !field.value.chopped(1).back().isHighSurrogate());
}

void CertificateDetailsTest::fingerprintsAndKeyAreShown()
{
    const auto details = certificateDetails(m_plain.der());
    QCOMPARE(details->sha1, QCryptographicHash::hash(m_plain.der(), QCryptographicHash::Sha1).toHex());
    QCOMPARE(details->publicKey.size(), 130); // a point of P-256, not compressed
    QVERIFY(details->publicKey.startsWith("04"));
}

void CertificateDetailsTest::garbageIsNothing()
{
    QVERIFY(!certificateDetails({}));
    QVERIFY(!certificateDetails("garbage"));
    QVERIFY(!certificateDetails(m_plain.der() + 'x'));
}

STATIONER_TEST(CertificateDetailsTest)
#include "certificatedetails_test.moc"
