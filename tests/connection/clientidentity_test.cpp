#include "connection/clientidentity.h"

#include "support/certificates.h"
#include "support/stationertest.h"

#include <QtTest>

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <memory>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

testing::TestCertificate certificateWith(testing::KeyKind kind)
{
    testing::CertificateOptions options;
    options.commonName = u"station"_s;
    options.key = kind;
    options.extendedKeyUsage = {"clientAuth"};
    return testing::TestCa().issue(options);
}

enum class Form { Pkcs8, Traditional };

QByteArray encryptedKey(const testing::TestCertificate& of, Form form, QByteArray passphrase)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    auto* phrase = reinterpret_cast<unsigned char*>(passphrase.data());
    const int length = int(passphrase.size());
    const int done = form == Form::Pkcs8 ? PEM_write_bio_PKCS8PrivateKey(out.get(), of.key(), EVP_aes_256_cbc(),
                                                                         passphrase.data(), length, nullptr, nullptr)
                                         : PEM_write_bio_PrivateKey_traditional(out.get(), of.key(), EVP_aes_256_cbc(),
                                                                                phrase, length, nullptr, nullptr);
    char* bytes = nullptr;
    const long size = done == 1 ? BIO_get_mem_data(out.get(), &bytes) : 0;
    return {bytes, qsizetype(size)};
}

ClientIdentityFault faultOf(const QByteArray& pem, const Secret& passphrase = {})
{
    const auto identity = clientIdentityOf(pem, passphrase);
    if (identity)
        qFatal("no fault was found");
    return identity.error();
}

} // namespace

/// What a PEM file has to hold to sign in with, and what is said where it does not.
class ClientIdentityTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfKeyIsRead_data();
    void everyKindOfKeyIsRead();
    void anEncryptedKeyNeedsItsPassphrase_data();
    void anEncryptedKeyNeedsItsPassphrase();
    void theKeyMayStandAnywhere();
    void theChainFollowsTheCertificate();
    void whatIsMissingIsNamed();
};

void ClientIdentityTest::everyKindOfKeyIsRead_data()
{
    QTest::addColumn<testing::KeyKind>("kind");
    QTest::newRow("EC") << testing::KeyKind::EcP256;
    QTest::newRow("RSA") << testing::KeyKind::Rsa2048;
    QTest::newRow("Ed25519") << testing::KeyKind::Ed25519;
}

void ClientIdentityTest::everyKindOfKeyIsRead()
{
    QFETCH(testing::KeyKind, kind);
    const testing::TestCertificate certificate = certificateWith(kind);
    const auto identity = clientIdentityOf(certificate.pem() + certificate.keyPem(), {});
    QVERIFY(identity);
    QVERIFY(!identity.value().key.isNull());
    QCOMPARE(identity.value().key.type(), QSsl::PrivateKey);
    QCOMPARE(identity.value().chain.size(), 1);
    QCOMPARE(identity.value().chain.first().toDer(), certificate.der());
}

void ClientIdentityTest::anEncryptedKeyNeedsItsPassphrase_data()
{
    QTest::addColumn<testing::KeyKind>("kind");
    QTest::addColumn<Form>("form");
    QTest::newRow("RSA, PKCS#8") << testing::KeyKind::Rsa2048 << Form::Pkcs8;
    QTest::newRow("RSA, traditional") << testing::KeyKind::Rsa2048 << Form::Traditional;
    QTest::newRow("EC, PKCS#8") << testing::KeyKind::EcP256 << Form::Pkcs8;
    QTest::newRow("EC, traditional") << testing::KeyKind::EcP256 << Form::Traditional;
    QTest::newRow("Ed25519, PKCS#8") << testing::KeyKind::Ed25519 << Form::Pkcs8;
}

void ClientIdentityTest::anEncryptedKeyNeedsItsPassphrase()
{
    QFETCH(testing::KeyKind, kind);
    QFETCH(Form, form);
    const testing::TestCertificate certificate = certificateWith(kind);
    const QByteArray pem = certificate.pem() + encryptedKey(certificate, form, "open sesame"_ba);
    QVERIFY(clientIdentityOf(pem, Secret("open sesame"_ba)));
    QCOMPARE(faultOf(pem), ClientIdentityFault::PassphraseNeeded);
    QCOMPARE(faultOf(pem, Secret("open sesam"_ba)), ClientIdentityFault::WrongPassphrase);
}

void ClientIdentityTest::theKeyMayStandAnywhere()
{
    const testing::TestCertificate certificate = certificateWith(testing::KeyKind::EcP256);
    QVERIFY(clientIdentityOf(certificate.keyPem() + certificate.pem(), {}));
    const QByteArray lines = "Bag Attributes\n\n" + certificate.pem() + "Key Attributes\n" + certificate.keyPem();
    QVERIFY(clientIdentityOf(lines, {}));
    QVERIFY(clientIdentityOf(QByteArray(lines).replace("\n", "\r\n"), {}));
}

void ClientIdentityTest::theChainFollowsTheCertificate()
{
    const testing::TestCa ca = testing::TestCa().issueCa(u"Test Issuing CA"_s);
    testing::CertificateOptions options;
    options.commonName = u"station"_s;
    const testing::TestCertificate leaf = ca.issue(options);
    const auto identity = clientIdentityOf(leaf.pem() + leaf.keyPem() + ca.pem(), {});
    QVERIFY(identity);
    QCOMPARE(identity.value().chain.size(), 2);
    QCOMPARE(identity.value().chain.last().toDer(), ca.der());
}

void ClientIdentityTest::whatIsMissingIsNamed()
{
    const testing::TestCertificate certificate = certificateWith(testing::KeyKind::EcP256);
    const testing::TestCertificate other = certificateWith(testing::KeyKind::EcP256);
    QCOMPARE(faultOf({}), ClientIdentityFault::NoCertificate);
    QCOMPARE(faultOf("no PEM at all"_ba), ClientIdentityFault::NoCertificate);
    QCOMPARE(faultOf(certificate.keyPem()), ClientIdentityFault::NoCertificate);
    QCOMPARE(faultOf(certificate.pem()), ClientIdentityFault::NoKey);
    QCOMPARE(faultOf(certificate.pem() + certificate.keyPem().chopped(40)), ClientIdentityFault::NoKey);
    QCOMPARE(faultOf(certificate.pem() + QByteArray(certificate.keyPem()).replace("M", "A")), ClientIdentityFault::NoKey);
    QCOMPARE(faultOf(certificate.pem() + other.keyPem()), ClientIdentityFault::KeyOfAnother);
    QCOMPARE(faultOf(other.pem() + certificate.pem() + certificate.keyPem()), ClientIdentityFault::KeyOfAnother);
}

STATIONER_TEST(ClientIdentityTest)
#include "clientidentity_test.moc"
