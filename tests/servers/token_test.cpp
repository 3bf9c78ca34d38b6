// A token fetched from a real authorization server signs in at real mail servers, which check it by themselves.

#include "diagnosis/diagnosis.h"
#include "diagnosis/reporttext.h"
#include "servers/signin.h"
#include "support/stationertest.h"
#include "support/tokenprovider.h"
#include "testing/testrun.h"
#include "trust/privatekey.h"
#include "trust/truststores.h"

#include <QFile>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

enum class By { Post, Basic, Certificate };

} // namespace

class ServerTokenTest : public QObject {
    Q_OBJECT

    MailServers m_servers;
    TokenProvider m_provider;
    TokenProvider m_basic; ///< takes a secret in the header alone
    TrustAnchors m_anchors = TrustAnchors::only({});

    Judgement judged(const CertificateChain& chain, const Endpoint& host) const
    {
        return judge(chain, host.host, QDateTime::currentDateTimeUtc(), m_anchors);
    }

    TokenGrant grantBy(By by, const QString& secret = TokenProvider::secret()) const
    {
        TokenGrant grant{m_provider.metadata(), u"poster"_s, TokenProvider::scope(), Secret(secret)};
        if (by == By::Basic) {
            grant.client = u"the header's"_s;
            grant.endpoint = m_basic.metadata();
        }
        if (by == By::Certificate) {
            const TestCertificate& own = m_provider.certificate;
            grant.client = u"certified"_s;
            grant.proof = ClientCertificate{own.der(), privateKeyOf(own.keyPem(), Secret(), own.der()).value()};
        }
        return grant;
    }

    Report ran(const TokenGrant& grant, Pair pair, const TokenFetch::Ways& tokens = {}) const
    {
        TestSubject subject{.order = orderFor(m_servers, pair),
                            .judge = [this](const auto& chain, const auto& host) { return judged(chain, host); }};
        subject.order.password = {};
        subject.grant = grant;
        TestRun run({subject}, {}, {.tokens = tokens});
        QSignalSpy reported(&run, &TestRun::reported);
        QSignalSpy finished(&run, &TestRun::finished);
        run.start();
        if (!finished.wait(40000))
            QTest::qFail("the run does not end", __FILE__, __LINE__);
        return reported.value(0).value(1).value<Report>();
    }

private slots:
    void initTestCase()
    {
        m_servers = MailServers::running();
        QFile key(m_servers.logs + u"/../keys/default/HS256/default"_s);
        QVERIFY(key.open(QIODevice::ReadOnly));
        const QByteArray signingKey = key.readAll();
        m_provider.start(QStringLiteral(STATIONER_TOKENS), m_servers.user, signingKey);
        m_basic.start(QStringLiteral(STATIONER_TOKENS), m_servers.user, signingKey, {u"client_secret_basic"_s});
        m_anchors = TrustAnchors::only(
            {QSslCertificate(m_servers.caPem()).toDer(), m_provider.authority.der(), m_basic.authority.der()});
    }

    void aFetchedTokenSignsIn_data() { addPairs(); }
    void aFetchedTokenSignsIn()
    {
        FETCH_PAIR();
        for (const By by : {By::Post, By::Certificate}) {
            const Report report = ran(grantBy(by), pair);
            QVERIFY2(report.outcome == Outcome::Succeeded,
                     qPrintable(QString(nameOf(report.outcome)) + u' ' + report.record(report.stage)->detail));
            QCOMPARE(report.learnt.mechanism, "XOAUTH2"_ba);
            QCOMPARE(report.token->claims->issuer, m_provider.issuer());
            QCOMPARE(report.token->claims->audience, u"https://outlook.office365.com"_s);
            QCOMPARE(report.token->claims->scope, TokenProvider::scope());
            QVERIFY(report.token->otherIssuer.isEmpty());
        }
    }

    void whatIsRefusedIsSaid()
    {
        const Pair pair{Protocol::Imap, SecurityMode::Ssl};
        const Report wrong = ran(grantBy(By::Post, u"another secret"_s), pair);
        QCOMPARE(wrong.outcome, Outcome::LoginRejected);
        QCOMPARE(wrong.stage, Stage::Token);
        QCOMPARE(wrong.token->error, "invalid_client"_ba);
        QCOMPARE(diagnose(wrong).headline, u"The provider does not accept the client secret."_s);
        QVERIFY(!toText(wrong, true).contains(u"another secret"_s));
        TokenGrant unknown = grantBy(By::Post);
        unknown.client = u"nobody"_s;
        QCOMPARE(ran(unknown, pair).outcome, Outcome::LoginRejected);
        TokenGrant elsewhere = grantBy(By::Post);
        elsewhere.endpoint = m_provider.issuer() + u"/nowhere"_s;
        const Report lost = ran(elsewhere, pair);
        QCOMPARE(lost.stage, Stage::Token);
        QVERIFY(lost.outcome == Outcome::ServerRefused || lost.outcome == Outcome::ProtocolBroken);
    }

    void aClockTenMinutesOffIsNoticed()
    {
        const Report report = ran(grantBy(By::Certificate), {Protocol::Imap, SecurityMode::Ssl},
                                  {.clock = [] { return QDateTime::currentDateTimeUtc().addSecs(-720); }});
        QCOMPARE(report.outcome, Outcome::LoginRejected);
        QVERIFY(clockDifference(*report.token).value_or(0) > 600);
        QVERIFY(diagnose(report).headline.startsWith(u"A clock is wrong"_s));
    }

    void theHeaderIsTakenToo()
    {
        const Report report = ran(grantBy(By::Basic), {Protocol::Imap, SecurityMode::Ssl});
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QVERIFY(!report.token->error.contains(TokenProvider::secret().toUtf8()));
    }

    void anUntrustedProviderIsAskedNothing()
    {
        m_anchors = TrustAnchors::only({QSslCertificate(m_servers.caPem()).toDer()});
        const Report report = ran(grantBy(By::Post), {Protocol::Imap, SecurityMode::Ssl});
        QCOMPARE(report.outcome, Outcome::CertificateChallenged);
        QCOMPARE(report.stage, Stage::Token);
        QVERIFY(!report.trust->sent.isEmpty());
    }
};

STATIONER_TEST(ServerTokenTest)
#include "token_test.moc"
