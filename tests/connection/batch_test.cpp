#include "connection/batch.h"
#include "support/faultserver.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Script greets{Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba}, Hear{}, Say{"* CAPABILITY IMAP4rev1\r\n%t OK\r\n"_ba}};

TestOrder order(const FaultServer& server)
{
    TestOrder order;
    order.settings.protocol = Protocol::Imap;
    order.settings.server = {u"127.0.0.1"_s, server.port()};
    order.depth = Depth::Connect;
    return order;
}

Judgement trusted(const CertificateChain&, const Endpoint&)
{
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    return judgement;
}

QSet<qsizetype> indexes(const QSignalSpy& spy)
{
    QSet<qsizetype> all;
    for (const QList<QVariant>& call : spy)
        all.insert(call.first().value<qsizetype>());
    return all;
}

} // namespace

class BatchTest : public QObject {
    Q_OBJECT
private slots:
    void reportsEveryOrderOnce();
    void runsNoMoreThanItMay();
    void oneFaultyServerHoldsUpNobodyElse();
    void cancelReportsAllAsCancelled();
    void anEmptyBatchEnds();
    void canBeDestroyedWhileItRuns();
};

void BatchTest::reportsEveryOrderOnce()
{
    FaultServer server(greets);
    TestBatch batch(QList<TestOrder>(20, order(server)), 4, trusted);
    QSignalSpy reports(&batch, &TestBatch::testFinished);
    QSignalSpy finished(&batch, &TestBatch::finished);
    batch.start();
    QVERIFY(finished.wait(20000));
    QCOMPARE(reports.size(), 20);
    QCOMPARE(indexes(reports).size(), 20);
    for (const QList<QVariant>& call : reports)
        QCOMPARE(call.at(1).value<Report>().outcome, Outcome::Succeeded);
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!batch.hasPendingLookup());
}

void BatchTest::runsNoMoreThanItMay()
{
    FaultServer server(Script{Silence{}});
    TestBatch batch(QList<TestOrder>(5, order(server)), 2, trusted);
    batch.start();
    QTRY_COMPARE(server.connections(), 2);
    QTest::qWait(100);
    QCOMPARE(server.connections(), 2);
}

void BatchTest::oneFaultyServerHoldsUpNobodyElse()
{
    FaultServer silent(Script{Silence{}});
    FaultServer server(greets);
    TestBatch batch(QList<TestOrder>{order(silent)} + QList<TestOrder>(6, order(server)), 2, trusted);
    QSignalSpy reports(&batch, &TestBatch::testFinished);
    batch.start();
    QTRY_COMPARE(reports.size(), 6);
    QVERIFY(!indexes(reports).contains(0));
}

void BatchTest::cancelReportsAllAsCancelled()
{
    FaultServer server(Script{Silence{}});
    TestBatch batch(QList<TestOrder>(7, order(server)), 2, trusted);
    QSignalSpy reports(&batch, &TestBatch::testFinished);
    QSignalSpy finished(&batch, &TestBatch::finished);
    batch.start();
    QTRY_COMPARE(server.connections(), 2);
    batch.cancel();
    QVERIFY(finished.wait(1000));
    QCOMPARE(indexes(reports).size(), 7);
    QCOMPARE(reports.size(), 7);
    for (const QList<QVariant>& call : reports)
        QCOMPARE(call.at(1).value<Report>().outcome, Outcome::Cancelled);
    QCOMPARE(server.connections(), 2);
}

void BatchTest::anEmptyBatchEnds()
{
    TestBatch batch({}, 2, trusted);
    QSignalSpy finished(&batch, &TestBatch::finished);
    batch.start();
    QVERIFY(finished.wait(1000));
}

void BatchTest::canBeDestroyedWhileItRuns()
{
    FaultServer server(Script{Silence{}});
    {
        TestBatch batch(QList<TestOrder>(5, order(server)), 3, trusted);
        batch.start();
        QTRY_COMPARE(server.connections(), 3);
    }
    QTRY_COMPARE(server.closedConnections(), 3);
}

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
