// All nine pairs with the CA as the System Trust Store. A program of its own, because the variable that names the store is
// read by the whole process.

#include "servers/signin.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

using namespace stationer;
using namespace stationer::testing;

class SystemStoreTest : public QObject {
    Q_OBJECT

    MailServers m_servers = MailServers::running();

private slots:
    void initTestCase() { qputenv("SSL_CERT_FILE", m_servers.caFile.toLocal8Bit()); }

    void signsIn_data() { addPairs(); }
    void signsIn()
    {
        FETCH_PAIR();
        const TrustAnchors anchors = TrustAnchors::systemAnd({});
        const Report answer =
            report(orderFor(m_servers, pair), [&anchors](const CertificateChain& chain, const Endpoint& host) {
                return judge(chain, host.host, QDateTime::currentDateTimeUtc(), anchors);
            });
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        if (pair.mode == SecurityMode::None)
            return;
        QCOMPARE(answer.trust->verdict, Verdict::Trusted);
        QCOMPARE(answer.trust->store, TrustStore::System);
    }
};

STATIONER_TEST(SystemStoreTest)
#include "systemstore_test.moc"
