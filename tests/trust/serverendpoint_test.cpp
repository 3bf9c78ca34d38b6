#include "trust/serverendpoint.h"

#include "support/certificates.h"
#include "support/stationertest.h"

#include <QCryptographicHash>
#include <QtTest>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

QByteArray signedBy(testing::KeyKind kind, const QByteArray& digest)
{
    testing::CertificateOptions options = testing::optionsFor(u"mail.example"_s);
    options.key = kind;
    options.digest = digest;
    return testing::makeCertificate(options).der();
}

/// The same certificate with its signature made by RSA-PSS.
QByteArray signedByPss(const EVP_MD* digest)
{
    testing::CertificateOptions options = testing::optionsFor(u"mail.example"_s);
    options.key = testing::KeyKind::Rsa2048;
    const testing::TestCertificate certificate = testing::makeCertificate(options);
    const std::unique_ptr<X509, decltype(&X509_free)> copy(X509_dup(certificate.x509()), X509_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* signing = nullptr;
    EVP_DigestSignInit(context.get(), &signing, digest, nullptr, certificate.key());
    EVP_PKEY_CTX_set_rsa_padding(signing, RSA_PKCS1_PSS_PADDING);
    X509_sign_ctx(copy.get(), context.get());
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(copy.get(), &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

} // namespace

/// The binding by the hash that each kind of signature calls for.
class ServerEndPointTest : public QObject {
    Q_OBJECT
private slots:
    void theSignatureChoosesTheHash_data();
    void theSignatureChoosesTheHash();
    void aSignatureByParametersNamesItsHashThere();
    void aSignatureWithoutOneHashBindsNothing();
    void whatIsNoCertificateBindsNothing();
};

void ServerEndPointTest::theSignatureChoosesTheHash_data()
{
    using enum QCryptographicHash::Algorithm;
    QTest::addColumn<testing::KeyKind>("kind");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QCryptographicHash::Algorithm>("hash");
    const auto rsa = testing::KeyKind::Rsa2048;
    const auto ec = testing::KeyKind::EcP256;
    QTest::newRow("RSA, MD-5") << rsa << "MD5"_ba << Sha256;
    QTest::newRow("RSA, SHA-1") << rsa << "SHA1"_ba << Sha256;
    QTest::newRow("RSA, SHA-256") << rsa << "SHA256"_ba << Sha256;
    QTest::newRow("RSA, SHA-384") << rsa << "SHA384"_ba << Sha384;
    QTest::newRow("RSA, SHA-512") << rsa << "SHA512"_ba << Sha512;
    QTest::newRow("EC, SHA-1") << ec << "SHA1"_ba << Sha256;
    QTest::newRow("EC, SHA-256") << ec << "SHA256"_ba << Sha256;
    QTest::newRow("EC, SHA-384") << ec << "SHA384"_ba << Sha384;
}

void ServerEndPointTest::theSignatureChoosesTheHash()
{
    QFETCH(testing::KeyKind, kind);
    QFETCH(QByteArray, digest);
    QFETCH(QCryptographicHash::Algorithm, hash);
    const QByteArray der = signedBy(kind, digest);
    QCOMPARE(serverEndPoint(der).value_or("none"_ba), QCryptographicHash::hash(der, hash));
}

void ServerEndPointTest::aSignatureByParametersNamesItsHashThere()
{
    const QByteArray der = signedByPss(EVP_sha384());
    QCOMPARE(serverEndPoint(der).value_or("none"_ba), QCryptographicHash::hash(der, QCryptographicHash::Sha384));
}

void ServerEndPointTest::aSignatureWithoutOneHashBindsNothing()
{
    QVERIFY(!serverEndPoint(signedBy(testing::KeyKind::Ed25519, "SHA256"_ba)));
}

void ServerEndPointTest::whatIsNoCertificateBindsNothing()
{
    QVERIFY(!serverEndPoint({}));
    QVERIFY(!serverEndPoint("certificate"_ba));
    QVERIFY(!serverEndPoint(signedBy(testing::KeyKind::EcP256, "SHA256"_ba) + "more"));
}

STATIONER_TEST(ServerEndPointTest)
#include "serverendpoint_test.moc"
