#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/exporter.h"
#include "trust/importer.h"
#include "trust/pemtext.h"
#include "trust/trusttext.h"

#include <QTest>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Kind = ImportFind::Kind;

class ImporterTest : public QObject {
    Q_OBJECT
private slots:
    void aRootIsFound_data();
    void aRootIsFound();
    void manyAreFoundInOrder();
    void textBetweenBlocksIsSkipped();
    void aDamagedFileIsNotImportedByHalves();
    void whatIsNotACertificateIsNamed_data();
    void whatIsNotACertificateIsNamed();
    void aPrivateKeyBesideACertificateHidesNothing();
    void whatIsExportedReadsBack();
    void whatIsNoRootIsNamed();
    void aServersOwnCertificateIsNoRootEvenMarkedAsCa();
    void anExpiredRootIsNamed();
    void aDuplicateIsNamed();
    void aLockedPkcs12AsksForItsPassword();
    void anEmptyPasswordOpensPkcs12();
    void pkcs7UnderACertificatesHeaderIsRead();
    void aJavaKeyStoreIsNamed();
    void aVersion1RootIsARoot();
    void pkcs7ReadsBack();
    void pemReadsBack();
    void damagedPemIsNothing_data();
    void damagedPemIsNothing();
    void everyAnswerHasASentence();

private:
    ImportPreview previewed(const QByteArray& bytes, const QList<QByteArray>& present = {},
                            const Secret& password = {}) const
    {
        return previewImport(bytes, present, QDateTime::currentDateTimeUtc(), password);
    }
    static QByteArray utf16(const QByteArray& latin1)
    {
        QByteArray bytes("\xFF\xFE");
        for (const char c : latin1)
            bytes.append(c).append('\0');
        return bytes;
    }
    static QByteArray pkcs7Of(const QList<QByteArray>& ders) { return pemOf("PKCS7", *exported(ders, ExportFormat::Pkcs7)); }
    QByteArray pkcs12(const char* password) const
    {
        STACK_OF(X509)* others = sk_X509_new_null();
        sk_X509_push(others, m_ca.certificate().x509());
        PKCS12* bundle = PKCS12_create(password, "acme", m_leaf.key(), m_leaf.x509(), others, 0, 0, 0, 0, 0);
        sk_X509_free(others);
        unsigned char* der = nullptr;
        const int size = i2d_PKCS12(bundle, &der);
        const QByteArray bytes(reinterpret_cast<const char*>(der), size);
        OPENSSL_free(der);
        PKCS12_free(bundle);
        return bytes;
    }

    const TestCa m_ca{u"Acme Root CA"_s};
    const TestCertificate m_leaf = m_ca.issueFor(u"mail.example"_s);
};

void ImporterTest::aRootIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PEM") << m_ca.pem();
    QTest::newRow("DER") << m_ca.der();
    QTest::newRow("PEM with CR LF") << m_ca.pem().replace("\n", "\r\n");
    QTest::newRow("PEM indented") << "  " + m_ca.pem().replace("\n", "\n  ");
    QTest::newRow("PEM in one line") << QByteArray("-----BEGIN CERTIFICATE-----" + m_ca.der().toBase64() +
                                                   "-----END CERTIFICATE-----");
    QTest::newRow("PKCS#7 as PEM") << pkcs7Of({m_ca.der()});
    QTest::newRow("PKCS#7 as DER") << *exported({m_ca.der()}, ExportFormat::Pkcs7);
    QTest::newRow("quoted in a mail") << "On Monday Bob wrote:\n> > " + m_ca.pem().replace("\n", "\r\n> > ") + "--\nBob";
    QTest::newRow("in a JSON string") << "{\"ca\": \"" + m_ca.pem().replace("\n", "\\n") + "\"}";
    QTest::newRow("with a byte order mark") << "\xEF\xBB\xBF" + m_ca.pem();
    QTest::newRow("UTF-16") << utf16(m_ca.pem());
    QTest::newRow("base64 without armour") << m_ca.der().toBase64();
    QTest::newRow("base64 in lines")
        << m_ca.pem().replace("-----BEGIN CERTIFICATE-----", "").replace("-----END CERTIFICATE-----", "");
}

void ImporterTest::aRootIsFound()
{
    QFETCH(QByteArray, bytes);
    const ImportPreview preview = previewed(bytes);
    QVERIFY(!preview.fault);
    QCOMPARE(preview.finds.size(), 1);
    QCOMPARE(preview.finds.first().kind, Kind::RootCa);
    QCOMPARE(preview.finds.first().certificate.der, m_ca.der());
    QVERIFY(isImportableRoot(preview.finds.first().certificate, QDateTime::currentDateTimeUtc()));
}

void ImporterTest::manyAreFoundInOrder()
{
    const ImportPreview preview = previewed(m_leaf.pem() + m_ca.pem() + TestCa(u"Other"_s).pem());
    QCOMPARE(preview.finds.size(), 3);
    QCOMPARE(preview.finds[0].kind, Kind::ServerCertificate);
    QCOMPARE(preview.finds[1].kind, Kind::RootCa);
    QCOMPARE(preview.finds[2].certificate.commonName, u"Other"_s);
}

void ImporterTest::textBetweenBlocksIsSkipped()
{
    const ImportPreview preview = previewed("# Acme\nsubject=CN=Acme\n" + m_ca.pem() + "\nthe end ---\n");
    QCOMPARE(preview.finds.size(), 1);
}

void ImporterTest::aDamagedFileIsNotImportedByHalves()
{
    const ImportPreview preview = previewed(m_ca.pem() + m_leaf.pem().chopped(60));
    QVERIFY(preview.finds.isEmpty());
    QCOMPARE(preview.fault, ImportFault::NotACertificate);
}

void ImporterTest::whatIsNotACertificateIsNamed_data()
{
    const QByteArray keyDer = QByteArray::fromBase64(
        m_leaf.keyPem().replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", ""));
    const QByteArray requestDer = QByteArray::fromBase64(m_leaf.requestPem()
                                                             .replace("-----BEGIN CERTIFICATE REQUEST-----", "")
                                                             .replace("-----END CERTIFICATE REQUEST-----", ""));
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImportFault>("fault");
    QTest::newRow("empty") << QByteArray() << ImportFault::Empty;
    QTest::newRow("blank") << QByteArray(" \r\n\t\n") << ImportFault::Empty;
    QTest::newRow("private key") << m_leaf.keyPem() << ImportFault::PrivateKey;
    QTest::newRow("private key, DER") << keyDer << ImportFault::PrivateKey;
    QTest::newRow("private key, encrypted")
        << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n")
        << ImportFault::PrivateKey;
    QTest::newRow("request") << m_leaf.requestPem() << ImportFault::CertificateRequest;
    QTest::newRow("request, DER") << requestDer << ImportFault::CertificateRequest;
    QTest::newRow("text") << QByteArray("Dear customer, find the file attached.") << ImportFault::NotACertificate;
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in</body></html>") << ImportFault::NotACertificate;
    QTest::newRow("zeros") << QByteArray(100000, '\0') << ImportFault::NotACertificate;
    QTest::newRow("CRL") << QByteArray("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n")
                         << ImportFault::NotACertificate;
    QTest::newRow("cut off") << m_ca.pem().chopped(30) << ImportFault::NotACertificate;
    QTest::newRow("cut off, DER") << m_ca.der().chopped(1) << ImportFault::NotACertificate;
    QTest::newRow("more behind") << m_ca.der() + "x" << ImportFault::NotACertificate;
    QTest::newRow("not base64") << QByteArray("-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n")
                                << ImportFault::NotACertificate;
    QTest::newRow("PKCS#7 of nothing")
        << pemOf("PKCS7", QByteArray::fromHex("302306092a864886f70d010702a01630140201013100300b06092a864886f70d0107013100"))
        << ImportFault::NotACertificate;
    QTest::newRow("too large") << m_ca.pem() + QByteArray(9 * 1024 * 1024, ' ') << ImportFault::TooLarge;
}

void ImporterTest::whatIsNotACertificateIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ImportFault, fault);
    const ImportPreview preview = previewed(bytes);
    QVERIFY(preview.finds.isEmpty());
    QVERIFY(preview.fault);
    QCOMPARE(*preview.fault, fault);
}

void ImporterTest::aPrivateKeyBesideACertificateHidesNothing()
{
    const ImportPreview preview = previewed(m_leaf.keyPem() + m_leaf.pem() + m_ca.pem());
    QVERIFY(!preview.fault);
    QCOMPARE(preview.finds.size(), 2);
    QCOMPARE(preview.finds[1].kind, Kind::RootCa);
    QCOMPARE(preview.others, QList{ImportFault::PrivateKey});
    QCOMPARE(previewed(m_leaf.requestPem() + m_ca.pem()).others, QList{ImportFault::CertificateRequest});
    QCOMPARE(previewed(pkcs12("")).others, QList{ImportFault::PrivateKey});
    QVERIFY(previewed(m_ca.pem()).others.isEmpty());
}

void ImporterTest::whatIsExportedReadsBack()
{
    const QList<QByteArray> both{m_leaf.der(), m_ca.der()};
    for (const ExportFormat format : {ExportFormat::Pem, ExportFormat::Pkcs7}) {
        const ImportPreview preview = previewed(*exported(both, format));
        QCOMPARE(preview.finds.size(), 2);
        QCOMPARE(preview.finds[0].certificate.der, m_leaf.der());
    }
    QCOMPARE(exported({m_ca.der()}, ExportFormat::Der), m_ca.der());
    QVERIFY(!exported(both, ExportFormat::Der));
    QVERIFY(!exported({}, ExportFormat::Pem));
    QSet<QString> suffixes;
    for (const ExportFormat format : {ExportFormat::Pem, ExportFormat::Der, ExportFormat::Pkcs7})
        suffixes << suffixOf(format);
    QCOMPARE(suffixes.size(), 3);
}

void ImporterTest::whatIsNoRootIsNamed()
{
    QCOMPARE(previewed(m_leaf.pem()).finds.first().kind, Kind::ServerCertificate);
    QCOMPARE(previewed(m_ca.issueCa(u"Between"_s).pem()).finds.first().kind, Kind::IntermediateCa);
    // Self-signed, but no CA.
    CertificateOptions options;
    options.commonName = u"Nobody"_s;
    QCOMPARE(previewed(makeCertificate(options).pem()).finds.first().kind, Kind::ServerCertificate);
}

void ImporterTest::aServersOwnCertificateIsNoRootEvenMarkedAsCa()
{
    for (const QString& host : {u"mail.example"_s, u"192.0.2.7"_s}) {
        const ImportFind find = previewed(selfSignedFor(host).pem()).finds.first();
        QVERIFY(find.certificate.isCa);
        QVERIFY(find.certificate.isSelfSigned);
        QCOMPARE(find.kind, Kind::ServerCertificate);
        QVERIFY(!isImportableRoot(find.certificate, QDateTime::currentDateTimeUtc()));
    }
}

void ImporterTest::anExpiredRootIsNamed()
{
    CertificateOptions options;
    options.commonName = u"Old Root"_s;
    options.notBefore = QDateTime::currentDateTimeUtc().addYears(-2);
    options.notAfter = QDateTime::currentDateTimeUtc().addYears(-1);
    const ImportFind find = previewed(TestCa(options).pem()).finds.first();
    QCOMPARE(find.kind, Kind::ExpiredRootCa);
    QVERIFY(!isImportableRoot(find.certificate, QDateTime::currentDateTimeUtc()));
}

void ImporterTest::aDuplicateIsNamed()
{
    QCOMPARE(previewed(m_ca.pem(), {m_ca.der()}).finds.first().kind, Kind::Duplicate);
    const ImportPreview twice = previewed(m_ca.pem() + m_ca.pem());
    QCOMPARE(twice.finds[0].kind, Kind::RootCa);
    QCOMPARE(twice.finds[1].kind, Kind::Duplicate);
}

void ImporterTest::aLockedPkcs12AsksForItsPassword()
{
    const QByteArray bytes = pkcs12("open sesame");
    QCOMPARE(previewed(bytes).fault, ImportFault::PasswordNeeded);
    QCOMPARE(previewed(bytes, {}, Secret("wrong"_ba)).fault, ImportFault::WrongPassword);
    const ImportPreview preview = previewed(bytes, {}, Secret("open sesame"_ba));
    QVERIFY(!preview.fault);
    QCOMPARE(preview.finds.size(), 2);
    QVERIFY(preview.finds[0].kind != preview.finds[1].kind);
}

void ImporterTest::anEmptyPasswordOpensPkcs12()
{
    QCOMPARE(previewed(pkcs12("")).finds.size(), 2);
}

/// As Windows certificate services give it out, line ends of CR LF.
void ImporterTest::pkcs7UnderACertificatesHeaderIsRead()
{
    const QByteArray windows = pkcs7Of({m_ca.der()}).replace("PKCS7", "CERTIFICATE").replace("\n", "\r\n");
    QCOMPARE(previewed(windows).finds.size(), 1);
    QCOMPARE(previewed(windows).finds.first().kind, Kind::RootCa);
    QCOMPARE(previewed(pkcs7Of({m_ca.der(), m_leaf.der()}).replace("PKCS7", "CERTIFICATE")).finds.size(), 2);
}

void ImporterTest::aJavaKeyStoreIsNamed()
{
    for (const QByteArray& magic : {"feedfeed"_ba, "cececece"_ba}) {
        const QByteArray store = QByteArray::fromHex(magic + "0000000200000001") + m_ca.der();
        QCOMPARE(previewed(store).fault, ImportFault::JavaKeyStore);
    }
    QVERIFY(describe(ImportFault::JavaKeyStore).contains(u"Java key store"_s));
}

/// Without extensions: a company's root, and a server's own certificate.
void ImporterTest::aVersion1RootIsARoot()
{
    const auto kindOf = [this](const QString& name) {
        CertificateOptions options;
        options.commonName = name;
        options.version = 1;
        return previewed(TestCa(options).pem()).finds.first().kind;
    };
    QCOMPARE(kindOf(u"Company Anchor"_s), Kind::RootCa);
    QCOMPARE(kindOf(u"mail.acme.example"_s), Kind::ServerCertificate);
}

void ImporterTest::pkcs7ReadsBack()
{
    const QByteArray pem = pkcs7Of({m_ca.der(), m_leaf.der()});
    QVERIFY(pem.startsWith("-----BEGIN PKCS7-----\n"));
    QCOMPARE(previewed(pem).finds.size(), 2);
    QByteArray der = pem;
    der = QByteArray::fromBase64(der.replace("-----BEGIN PKCS7-----", "").replace("-----END PKCS7-----", ""));
    QCOMPARE(previewed(der).finds.size(), 2);
}

void ImporterTest::pemReadsBack()
{
    QCOMPARE(toPem(m_ca.der()), m_ca.pem());
    QCOMPARE(certificatesOfPem(m_leaf.pem() + m_ca.pem()), (QList{m_leaf.der(), m_ca.der()}));
    QCOMPARE(certificatesOfPem("no certificate in sight"), QList<QByteArray>());
    QCOMPARE(certificatesOfPem(m_leaf.keyPem() + m_ca.pem()), QList{m_ca.der()});
}

void ImporterTest::damagedPemIsNothing_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("cut off") << m_ca.pem().chopped(40);
    QTest::newRow("cut off in the label") << QByteArray("-----BEGIN CERTIFI");
    QTest::newRow("one inside another") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n" + m_ca.pem());
    QTest::newRow("another end") << m_ca.pem().replace("END CERTIFICATE", "END PKCS7");
    QTest::newRow("one bad of two") << m_ca.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    QTest::newRow("empty block") << QByteArray("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
}

void ImporterTest::damagedPemIsNothing()
{
    QFETCH(QByteArray, pem);
    QVERIFY(!certificatesOfPem(pem));
}

void ImporterTest::everyAnswerHasASentence()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(ImportFault::Unsupported); ++i)
        sentences << describe(ImportFault(i));
    ImportFind find;
    find.certificate = *certificateFacts(m_ca.der());
    for (int i = 0; i <= int(Kind::Duplicate); ++i) {
        find.kind = Kind(i);
        const QString sentence = describe(find);
        QVERIFY2(sentence.contains(u"«Acme Root CA»"_s), qPrintable(sentence));
        sentences << sentence;
    }
    TrustFileFault fault;
    fault.path = u"/x/allowed-hosts.json"_s;
    for (int i = 0; i <= int(TrustFileFault::Kind::NewerVersion); ++i) {
        fault.kind = TrustFileFault::Kind(i);
        QVERIFY(describe(fault).contains(u"allowed-hosts.json"_s));
        sentences << describe(fault);
    }
    fault.kind = TrustFileFault::Kind::Damaged;
    fault.setAsideAs = u"/x/aside"_s;
    QVERIFY(describe(fault).contains(u"aside"_s));
    QCOMPARE(sentences.size(), 9 + 6 + 4);
    QVERIFY(!sentences.contains(QString()));
}

STATIONER_TEST(ImporterTest)
#include "importer_test.moc"
