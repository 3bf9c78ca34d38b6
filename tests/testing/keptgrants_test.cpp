#include "testing/keptgrants.h"

#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/userkeystore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

/// The settings of an account and what the key ring has for them.
class KeptGrantsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    KeyRing m_keyRing{KeyRing::Use::SessionOnly};
    UserKeyStore m_keys;
    KeptGrants m_kept{m_keyRing, m_keys};

    std::optional<TokenGrant> found(const TokenSettings& settings)
    {
        std::optional<TokenGrant> grant;
        bool hasAnswered = false;
        m_kept.find(settings, u"bob@acme.example"_s, [&](const std::optional<TokenGrant>& answer) {
            grant = answer;
            hasAnswered = true;
        });
        if (!QTest::qWaitFor([&hasAnswered] { return hasAnswered; }))
            QTest::qFail("no answer", __FILE__, __LINE__);
        return grant;
    }

private slots:
    void initTestCase() { QVERIFY(!m_keys.open(m_folder.path())); }

    void aSecretIsOfItsHostAndClient()
    {
        const TokenSettings settings{u"https://login.example/token"_s, u"station"_s, u"mail"_s};
        QVERIFY(!found(settings));
        m_keyRing.keepForSession(*clientSecretPlace(settings), Secret("correct horse"_ba));
        const auto grant = found(settings);
        QVERIFY(grant);
        QCOMPARE(std::get<Secret>(grant->proof).reveal(), "correct horse"_ba);
        QCOMPARE(grant->scope, u"mail"_s);
        TokenSettings elsewhere = settings;
        elsewhere.endpoint = u"https://other.example/token"_s;
        QVERIFY(!found(elsewhere)); // it goes to no other host
        QVERIFY(!clientSecretPlace({u"https://"_s, u"station"_s, {}}));
    }

    void aCertificateComesFromTheKeyStore()
    {
        const Secret passphrase("open sesame"_ba);
        CertificateOptions options;
        options.commonName = u"station"_s;
        options.key = KeyKind::Rsa2048;
        const TestCertificate made = makeCertificate(options);
        const auto alias = m_keys.import(made.pem() + made.keyPem(), Secret(), passphrase, u"station"_s);
        QVERIFY(alias);
        const TokenSettings settings{u"https://login.example/token"_s, u"c"_s, {}, TokenProof::Certificate, alias.value()};
        QVERIFY(!found(settings));
        m_keyRing.keepForSession(keyPassphrasePlace(alias.value()), passphrase);
        const auto grant = found(settings);
        QVERIFY(grant);
        QCOMPARE(std::get<ClientCertificate>(grant->proof).certificate, made.der());
        QVERIFY(!faultOf(*grant));
        TokenSettings unknown = settings;
        unknown.keyAlias = u"nobody's"_s;
        QVERIFY(!found(unknown));
    }

    void aServiceAccountAsksForTheUserAtTheHostThatItWasKeptFor()
    {
        CertificateOptions options;
        options.key = KeyKind::Rsa2048;
        const QJsonObject file{{u"type"_s, u"service_account"_s},
                               {u"client_email"_s, u"m@acme.example"_s},
                               {u"token_uri"_s, u"https://elsewhere.example/"_s},
                               {u"private_key"_s, QString::fromLatin1(makeCertificate(options).keyPem())}};
        const TokenSettings settings{
            u"https://oauth2.googleapis.com/token"_s, u"m@acme.example"_s, {}, TokenProof::ServiceAccount};
        m_keyRing.keepForSession(*clientSecretPlace(settings), Secret(QJsonDocument(file).toJson()));
        const auto grant = found(settings);
        QVERIFY(grant);
        QCOMPARE(grant->endpoint, settings.endpoint);
        QCOMPARE(grant->scope, u"https://mail.google.com/"_s);
        QCOMPARE(std::get<ServiceAccount>(grant->proof).user, u"bob@acme.example"_s);
        m_keyRing.keepForSession(*clientSecretPlace(settings), Secret("no file"_ba));
        QVERIFY(!found(settings));
    }
};

STATIONER_TEST(KeptGrantsTest)
#include "keptgrants_test.moc"
