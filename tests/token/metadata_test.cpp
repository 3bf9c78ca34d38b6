#include "token/metadata.h"

#include "support/certificates.h"
#include "support/stationertest.h"
#include "token/serviceaccountfile.h"
#include "token/tokengrant.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

/// What is read before anything is asked: an authorization server's metadata, a service account's key file.
class MetadataTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheExampleOfTheStandard() // RFC 8414, section 3.2
    {
        const auto metadata = readMetadata(
            R"({"issuer":"https://server.example.com","authorization_endpoint":"https://server.example.com/authorize",)"
            R"("token_endpoint":"https://server.example.com/token",)"
            R"("token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt"],)"
            R"("token_endpoint_auth_signing_alg_values_supported":["RS256","ES256"]})");
        QVERIFY(metadata);
        QCOMPARE(metadata.value().tokenEndpoint, u"https://server.example.com/token"_s);
        QCOMPARE(secretMethod(metadata.value()), SecretMethod::Basic);
        QCOMPARE(signatureKind(metadata.value()), SignatureKind::Rs256);
    }

    void refusesWhatLeadsNowhere()
    {
        QCOMPARE(readMetadata("<html>").error(), TokenFault::NotJson);
        QCOMPARE(readMetadata("{}").error(), TokenFault::NoTokenEndpoint);
        const QByteArray number = R"({"token_endpoint":7})", http = R"({"token_endpoint":"http://a.example/"})";
        QCOMPARE(readMetadata(number).error(), TokenFault::NoTokenEndpoint);
        QCOMPARE(readMetadata(http).error(), TokenFault::BadEndpoint);
    }

    void anAddressSaysItsIssuer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("issuer");
        QTest::newRow("RFC 8414") << u"https://example.com/.well-known/oauth-authorization-server"_s
                                  << u"https://example.com"_s;
        QTest::newRow("RFC 8414, path") << u"https://example.com/.well-known/oauth-authorization-server/issuer1"_s
                                        << u"https://example.com/issuer1"_s;
        QTest::newRow("OpenID") << u"https://example.com/issuer1/.well-known/openid-configuration"_s
                                << u"https://example.com/issuer1"_s;
        QTest::newRow("no metadata") << u"https://example.com/token"_s << QString();
    }
    void anAddressSaysItsIssuer()
    {
        QFETCH(QString, url);
        QTEST(issuerOf(url), "issuer");
        QCOMPARE(isMetadataUrl(url), !issuerOf(url).isEmpty());
    }

    void readsAServiceAccount()
    {
        CertificateOptions options;
        options.key = KeyKind::Rsa2048;
        const QString pem = QString::fromLatin1(makeCertificate(options).keyPem());
        QJsonObject object{{u"type"_s, u"service_account"_s},
                           {u"client_email"_s, u"mailer@acme.iam.gserviceaccount.com"_s},
                           {u"token_uri"_s, u"https://oauth2.googleapis.com/token"_s},
                           {u"private_key_id"_s, u"k1"_s},
                           {u"private_key"_s, pem}};
        const auto bytes = [&object] { return QJsonDocument(object).toJson(); };
        const auto file = readServiceAccount(bytes());
        QVERIFY(file);
        const TokenGrant grant = grantOf(file.value(), {}, u"bob@acme.example"_s);
        QCOMPARE(grant.endpoint, u"https://oauth2.googleapis.com/token"_s);
        QCOMPARE(grant.client, u"mailer@acme.iam.gserviceaccount.com"_s);
        QCOMPARE(grant.scope, u"https://mail.google.com/"_s);
        QCOMPARE(std::get<ServiceAccount>(grant.proof).user, u"bob@acme.example"_s);
        QVERIFY(!faultOf(grant));

        object[u"private_key"_s] = u"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"_s;
        QCOMPARE(readServiceAccount(bytes()).error(), ServiceAccountFault::NoKey);
        object.remove(u"private_key"_s);
        QCOMPARE(readServiceAccount(bytes()).error(), ServiceAccountFault::Incomplete);
        object[u"type"_s] = u"authorized_user"_s;
        QCOMPARE(readServiceAccount(bytes()).error(), ServiceAccountFault::NotAServiceAccount);
        QCOMPARE(readServiceAccount("{").error(), ServiceAccountFault::NotJson);
        QCOMPARE(readServiceAccount(QByteArray(100000, ' ')).error(), ServiceAccountFault::TooLarge);
    }
};

STATIONER_TEST(MetadataTest)
#include "metadata_test.moc"
