// All nine pairs of protocol and security mode at a real Dovecot and a real Postfix: signed in with the CA in the User Trust
// Store and with an exemption, challenged without, refused with a wrong password.

#include "diagnosis/diagnosis.h"
#include "diagnosis/reporttext.h"
#include "servers/signin.h"
#include "support/stationertest.h"
#include "trust/allowedhosts.h"
#include "trust/hostname.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class PairsTest : public QObject {
    Q_OBJECT

    MailServers m_servers = MailServers::running();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AllowedHosts> m_hosts;
    std::unique_ptr<UserTrustStore> m_roots;

    // As the programs bind it: the stores and exemptions of one `.security` folder.
    ChainJudge judgeByStores()
    {
        QList<QByteArray> der;
        for (const UserRoot& root : m_roots->roots())
            der.append(root.certificate.der);
        return [this, anchors = TrustAnchors::systemAnd(der)](const CertificateChain& chain, const Endpoint& host) {
            return judge(chain, host.host, QDateTime::currentDateTimeUtc(), anchors, m_hosts->find(host));
        };
    }

    void importCa()
    {
        const auto der = certificatesOfPem(m_servers.caPem());
        QVERIFY(der && der->size() == 1);
        const auto facts = certificateFacts(der->first());
        QVERIFY(facts);
        QVERIFY(!m_roots->import(*facts, u"test root"_s));
    }

    static QList<TrustError> errorsOf(const Report& report)
    {
        QList<TrustError> errors;
        for (const TrustFinding& finding : report.trust->errors)
            errors.append(finding.error);
        return errors;
    }

    static bool mentions(const Report& report, const QByteArray& secret)
    {
        const QByteArray base64 = secret.toBase64();
        const QString text = toText(report, true);
        bool found = text.contains(QString::fromUtf8(secret)) || text.contains(QString::fromLatin1(base64));
        for (const TranscriptLine& line : report.transcript)
            found =
                found || line.text.contains(QString::fromUtf8(secret)) || line.text.contains(QString::fromLatin1(base64));
        return found;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hosts = std::make_unique<AllowedHosts>();
        m_roots = std::make_unique<UserTrustStore>();
        QVERIFY(!m_hosts->open(m_folder->filePath(u"station.security"_s)));
        QVERIFY(!m_roots->open(m_folder->filePath(u"station.security"_s)));
    }

    void signsInWithTheCaInTheUserTrustStore_data() { addPairs(); }
    void signsInWithTheCaInTheUserTrustStore()
    {
        FETCH_PAIR();
        importCa();
        const Report answer = report(orderFor(m_servers, pair), judgeByStores());
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Passed);
        const QByteArray stations = pair.protocol == Protocol::Smtp   ? "LOGIN"
                                    : pair.protocol == Protocol::Imap ? "PLAIN"
                                                                      : "USER";
        QCOMPARE(answer.learnt.mechanism, pair.mode == SecurityMode::None ? "SCRAM-SHA-256"_ba : stations);
        QVERIFY(!mentions(answer, m_servers.password.toUtf8()));
        QCOMPARE(answer.tls.has_value(), pair.mode != SecurityMode::None);
        if (pair.mode == SecurityMode::None)
            return;
        QVERIFY(answer.tls->version.startsWith(u"TLSv1."_s));
        QCOMPARE(answer.trust->verdict, Verdict::Trusted);
        QCOMPARE(answer.trust->store, TrustStore::User);
        QCOMPARE(answer.trust->sent.first().sha256, m_servers.leafSha256);
        QCOMPARE(answer.trust->built.last().sha256, m_servers.caSha256);
        QCOMPARE(answer.record(Stage::StartTls)->status,
                 pair.mode == SecurityMode::StartTls ? StageStatus::Passed : StageStatus::Skipped);
    }

    void isChallengedWithout_data() { addPairs(); }
    void isChallengedWithout()
    {
        FETCH_PAIR();
        const Report answer = report(orderFor(m_servers, pair), judgeByStores());
        if (pair.mode == SecurityMode::None) {
            QCOMPARE(answer.outcome, Outcome::Succeeded);
            return;
        }
        QCOMPARE(answer.outcome, Outcome::CertificateChallenged);
        QCOMPARE(answer.stage, Stage::Identity);
        QCOMPARE(answer.record(Stage::Identity)->status, StageStatus::Failed);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Skipped);
        QCOMPARE(answer.trust->verdict, Verdict::Challenged);
        QVERIFY(!answer.trust->store);
        QCOMPARE(errorsOf(answer), QList<TrustError>{TrustError::UnknownRoot});
        QCOMPARE(answer.trust->sent.size(), 2);
        QVERIFY(isImportableRoot(answer.trust->sent.last(), QDateTime::currentDateTimeUtc()));
    }

    void signsInWithAnExemption_data() { addPairs(); }
    void signsInWithAnExemption()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::None)
            return;
        const TestOrder order = orderFor(m_servers, pair);
        const Report challenge = report(order, judgeByStores());
        QCOMPARE(challenge.outcome, Outcome::CertificateChallenged);

        AllowedHost row;
        row.host = {*normalisedHost(order.settings.server.host), order.settings.server.port};
        row.approval = Approval::Approved;
        row.sha256 = challenge.trust->sent.first().sha256;
        row.publicKeySha256 = challenge.trust->sent.first().publicKeySha256;
        row.errors = errorsOf(challenge);
        for (const CertificateFacts& certificate : challenge.trust->sent)
            row.chain.append(certificate.der);
        QVERIFY(!m_hosts->approve(row));
        const Report exempted = report(order, judgeByStores());
        QCOMPARE(exempted.outcome, Outcome::Succeeded);
        QCOMPARE(exempted.trust->verdict, Verdict::Exempted);

        // The same certificate under another name is another identity.
        TestOrder elsewhere = order;
        elsewhere.settings.server.host = u"127.0.0.1"_s;
        QCOMPARE(report(elsewhere, judgeByStores()).outcome, Outcome::CertificateChallenged);

        QVERIFY(!m_hosts->reject(row));
        QCOMPARE(report(order, judgeByStores()).outcome, Outcome::CertificateRejected);

        QVERIFY(!m_hosts->forget(row.host));
        QCOMPARE(report(order, judgeByStores()).outcome, Outcome::CertificateChallenged);
    }

    void namesAWrongPassword_data() { addPairs(); }
    void namesAWrongPassword()
    {
        FETCH_PAIR();
        importCa();
        TestOrder order = orderFor(m_servers, pair);
        order.password = Secret(u"not the password"_s);
        const Report answer = report(order, judgeByStores());
        QCOMPARE(answer.outcome, Outcome::LoginRejected);
        QCOMPARE(answer.stage, Stage::Login);
        QVERIFY(answer.failure && !answer.failure->serverText.isEmpty());
        QVERIFY(!mentions(answer, order.password.reveal()));
    }

    void seesTlsFromTheFirstByteWhereItExpectedPlain_data() { addPairs(); }
    void seesTlsFromTheFirstByteWhereItExpectedPlain()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::Ssl)
            return;
        Limits limits;
        limits.counterProbe = std::chrono::milliseconds(300);
        const Report answer =
            report(orderFor(m_servers, pair, m_servers.port(pair.protocol, SecurityMode::Ssl)), judgeByStores(), limits);
        QCOMPARE(answer.outcome, Outcome::WrongMode);
        QCOMPARE(answer.speaks, SecurityMode::Ssl);
    }

    void seesAPlainPortWhereItExpectedTls_data() { addPairs(); }
    void seesAPlainPortWhereItExpectedTls()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::Ssl)
            return;
        const Report answer =
            report(orderFor(m_servers, {pair.protocol, SecurityMode::Ssl}, m_servers.port(pair.protocol, pair.mode)),
                   judgeByStores());
        QCOMPARE(answer.outcome, Outcome::WrongMode);
        QVERIFY(answer.speaks && answer.speaks != SecurityMode::Ssl);
    }

    void seesAnotherService_data() { addPairs(); }
    void seesAnotherService()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::Ssl)
            return;
        importCa();
        const Protocol other = pair.protocol == Protocol::Smtp ? Protocol::Imap : Protocol::Smtp;
        const Report answer = report(orderFor(m_servers, pair, m_servers.port(other, SecurityMode::None)), judgeByStores());
        QCOMPARE(answer.outcome, Outcome::WrongService);
        QCOMPARE(answer.answeredBy, other == Protocol::Smtp ? Service::Smtp : Service::Imap);
    }

    /// It offers no AUTH there, so it may be a relay: the server is asked for mail, and says that it wants encryption first.
    void doesNotSignInWhereTheServerForbidsItInTheClear()
    {
        const quint16 submission = m_servers.port(Protocol::Smtp, SecurityMode::StartTls);
        const Report answer = report(orderFor(m_servers, {Protocol::Smtp, SecurityMode::None}, submission), judgeByStores());
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Skipped);
        QCOMPARE(diagnose(answer).remedies.first().set.value(u"useStartTls"_s), u"true"_s);
        QVERIFY(!mentions(answer, m_servers.password.toUtf8()));
    }

    void verifiesTheNameAsTypedOverAnotherAddress()
    {
        importCa();
        TestOrder order = orderFor(m_servers, {Protocol::Imap, SecurityMode::Ssl});
        order.dial = Endpoint{u"127.0.0.1"_s, order.settings.server.port};
        order.settings.server = {u"mail.test"_s, 993};
        QCOMPARE(report(order, judgeByStores()).outcome, Outcome::Succeeded);
        order.settings.server.host = u"mail.elsewhere.test"_s;
        const Report answer = report(order, judgeByStores());
        QCOMPARE(answer.outcome, Outcome::CertificateChallenged);
        QCOMPARE(errorsOf(answer), QList<TrustError>{TrustError::HostMismatch});
    }
};

STATIONER_TEST(PairsTest)
#include "pairs_test.moc"
