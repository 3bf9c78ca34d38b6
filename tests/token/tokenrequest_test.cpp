#include "token/tokenrequest.h"

#include "support/certificates.h"
#include "support/stationertest.h"
#include "token/assertion.h"
#include "token/jsonobject.h"
#include "trust/privatekey.h"

#include <QCryptographicHash>
#include <QUrlQuery>

#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const QString audience = u"https://login.example/token"_s;
const QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);

TestCertificate certificateWith(KeyKind key)
{
    CertificateOptions options;
    options.commonName = u"station"_s;
    options.key = key;
    return makeCertificate(options);
}

TokenGrant grantBy(ClientProof proof)
{
    return {audience, u"s6BhdRkqt3"_s, u"https://mail.example/.default"_s, std::move(proof)};
}

ClientCertificate proofOf(const TestCertificate& certificate)
{
    return {certificate.der(), privateKeyOf(certificate.keyPem(), Secret(), certificate.der()).value()};
}

TokenRequest asked(const TokenGrant& grant, const std::optional<ServerMetadata>& metadata = std::nullopt)
{
    return tokenRequest(grant, metadata, audience, now, u"7"_s).value();
}

QByteArray fieldOf(const TokenRequest& request, const QString& name)
{
    QUrlQuery query(QString::fromLatin1(request.body.reveal()));
    return query.queryItemValue(name, QUrl::FullyDecoded).toUtf8();
}

QJsonObject part(const QByteArray& jwt, int which)
{
    return *jsonObject(*fromBase64Url(jwt.split('.').at(which)));
}

bool isSignedBy(const QByteArray& jwt, EVP_PKEY* key, bool isPss)
{
    const qsizetype dot = jwt.lastIndexOf('.');
    const QByteArray text = jwt.first(dot), signature = *fromBase64Url(jwt.sliced(dot + 1));
    EVP_MD_CTX* const digest = EVP_MD_CTX_new();
    EVP_PKEY_CTX* context = nullptr;
    EVP_DigestVerifyInit(digest, &context, EVP_sha256(), nullptr, key);
    if (isPss) {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
    }
    const int verified =
        EVP_DigestVerify(digest, reinterpret_cast<const uchar*>(signature.constData()), size_t(signature.size()),
                         reinterpret_cast<const uchar*>(text.constData()), size_t(text.size()));
    EVP_MD_CTX_free(digest);
    return verified == 1;
}

ServerMetadata metadataWith(const QStringList& methods, const QStringList& algorithms = {})
{
    return {u"https://login.example"_s, audience, methods, algorithms.isEmpty() ? std::nullopt : std::optional(algorithms)};
}

} // namespace

/// RFC 6749, RFC 7521 and RFC 7523, by their examples where they have some.
class TokenRequestTest : public QObject {
    Q_OBJECT
private slots:
    void aSecretGoesInTheBody()
    {
        const TokenRequest request = asked(grantBy(Secret("7Fjfp0ZBr1KtDRbnfVdmIw"_ba)));
        QCOMPARE(request.body.reveal(), "grant_type=client_credentials&scope=https%3A%2F%2Fmail.example%2F.default"
                                        "&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw"_ba);
        QVERIFY(request.authorization.isEmpty());
        QVERIFY(!request.shownBody.contains("7Fjfp0"));
        QVERIFY(request.shownBody.endsWith("&client_secret=********"));
    }

    void orInTheHeaderWhereTheServerTakesNoOther()
    {
        // RFC 6749, section 2.3.1
        const TokenRequest request =
            asked(grantBy(Secret("gX1fBat3bV"_ba)), metadataWith({u"client_secret_basic"_s, u"private_key_jwt"_s}));
        QCOMPARE(request.authorization.reveal(), "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW"_ba);
        QCOMPARE(request.body.reveal(), "grant_type=client_credentials&scope=https%3A%2F%2Fmail.example%2F.default"_ba);
    }

    void theHeadersPartsAreFormEncodedFirst()
    {
        TokenGrant grant = grantBy(Secret("a:b c%ä~"_ba));
        grant.client = u"the client"_s;
        const TokenRequest request = asked(grant, metadataWith({u"client_secret_basic"_s}));
        QCOMPARE(QByteArray::fromBase64(request.authorization.reveal().sliced(6)), "the+client:a%3Ab+c%25%C3%A4%7E"_ba);
    }

    void withoutAListTheHeaderCounts() // RFC 8414, section 2
    {
        QCOMPARE(secretMethod(std::nullopt), SecretMethod::Post);
        QCOMPARE(secretMethod(ServerMetadata{{}, {}, std::nullopt, {}}), SecretMethod::Basic);
        QCOMPARE(secretMethod(metadataWith({u"client_secret_basic"_s, u"client_secret_post"_s})), SecretMethod::Post);
        QVERIFY(!secretMethod(metadataWith({u"private_key_jwt"_s})));
    }

    void anAssertionNamesClientAudienceAndCertificate()
    {
        const TestCertificate certificate = certificateWith(KeyKind::Rsa2048);
        const TokenRequest request = asked(grantBy(proofOf(certificate)));
        QCOMPARE(fieldOf(request, u"grant_type"_s), "client_credentials"_ba);
        QCOMPARE(fieldOf(request, u"client_id"_s), "s6BhdRkqt3"_ba);
        QCOMPARE(fieldOf(request, u"client_assertion_type"_s), "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_ba);
        const QByteArray jwt = fieldOf(request, u"client_assertion"_s);
        const QJsonObject header = part(jwt, 0), claims = part(jwt, 1);
        QCOMPARE(header[u"alg"].toString(), u"PS256"_s);
        QCOMPARE(header[u"typ"].toString(), u"JWT"_s);
        QVERIFY(!header.contains(u"kid"));
        QCOMPARE(header[u"x5t#S256"].toString().toLatin1(),
                 base64Url(QCryptographicHash::hash(certificate.der(), QCryptographicHash::Sha256)));
        QCOMPARE(claims[u"iss"].toString(), u"s6BhdRkqt3"_s);
        QCOMPARE(claims[u"sub"].toString(), u"s6BhdRkqt3"_s);
        QCOMPARE(claims[u"aud"].toString(), audience);
        QCOMPARE(claims[u"jti"].toString(), u"7"_s);
        QCOMPARE(claims[u"iat"].toInt(), 1800000000);
        QVERIFY(claims[u"exp"].toInt() - claims[u"iat"].toInt() <= 600);
        QVERIFY(isSignedBy(jwt, certificate.key(), true));
        QVERIFY(!request.shownBody.contains(jwt.left(40)));
    }

    void itIsSignedAsTheMetadataAsks()
    {
        const TestCertificate certificate = certificateWith(KeyKind::Rsa2048);
        const QByteArray jwt =
            fieldOf(asked(grantBy(proofOf(certificate)), metadataWith({u"private_key_jwt"_s}, {u"ES256"_s, u"RS256"_s})),
                    u"client_assertion"_s);
        QCOMPARE(part(jwt, 0)[u"alg"].toString(), u"RS256"_s);
        QVERIFY(isSignedBy(jwt, certificate.key(), false));
        QCOMPARE(signatureKind(metadataWith({}, {u"RS256"_s, u"PS256"_s})), SignatureKind::Ps256);
        QVERIFY(!signatureKind(metadataWith({}, {u"ES256"_s})));
    }

    void aServiceAccountAsksForAUser()
    {
        const TestCertificate certificate = certificateWith(KeyKind::Rsa2048);
        TokenGrant grant =
            grantBy(ServiceAccount{u"k1"_s, privateKeyOf(certificate.keyPem(), Secret()).value(), u"bob@acme.example"_s});
        const TokenRequest request = asked(grant);
        QCOMPARE(fieldOf(request, u"grant_type"_s), "urn:ietf:params:oauth:grant-type:jwt-bearer"_ba);
        const QByteArray jwt = fieldOf(request, u"assertion"_s);
        QCOMPARE(part(jwt, 0)[u"alg"].toString(), u"RS256"_s);
        QCOMPARE(part(jwt, 0)[u"kid"].toString(), u"k1"_s);
        QCOMPARE(part(jwt, 1)[u"sub"].toString(), u"bob@acme.example"_s);
        QCOMPARE(part(jwt, 1)[u"scope"].toString(), grant.scope);
        QVERIFY(isSignedBy(jwt, certificate.key(), false));
    }

    void aKeyThatIsNotOfRsaCannotSign()
    {
        const TokenGrant grant = grantBy(proofOf(certificateWith(KeyKind::EcP256)));
        QCOMPARE(faultOf(grant), TokenFault::KeyNotRsa);
        QCOMPARE(tokenRequest(grant, std::nullopt, audience, now, {}).error(), TokenFault::KeyNotRsa);
    }

    void onlyHttpsIsAskedForTokens_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isFit");
        QTest::newRow("https") << u"https://login.example/token"_s << true;
        QTest::newRow("port") << u"https://login.example:8443/t/token?x=1"_s << true;
        for (const char* const url : {"http://login.example/token", "ftp://login.example/", "login.example/token", "",
                                      "https://", "https://bob:pw@login.example/", "https://login.example/#x",
                                      "https://login.example:0/", "https://login example/", "file:///etc/passwd"})
            QTest::newRow(*url ? url : "nothing") << QString::fromLatin1(url) << false;
    }
    void onlyHttpsIsAskedForTokens()
    {
        QFETCH(QString, url);
        QTEST(isTokenUrl(url), "isFit");
    }

    void aSecretsIdIsKnownByItsForm()
    {
        QVERIFY(isIdentifier(Secret("8d1ef9b0-2c9a-4b5e-9d4b-0a8d9f2c1e7a"_ba)));
        QVERIFY(!isIdentifier(Secret("abc8Q~kqv1W~XyZ0123456789abcdefghijklmn"_ba)));
        QVERIFY(!isIdentifier(Secret("8d1ef9b0-2c9a-4b5e-9d4b-0a8d9f2c1e7x"_ba)));
    }
};

STATIONER_TEST(TokenRequestTest)
#include "tokenrequest_test.moc"
