#include "connection/batch.h"
#include "support/faultserver.h"
#include "support/fullport.h"
#include "support/stationertest.h"

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
    void oneDeadAddressHoldsUpNobody();
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

void BatchTest::oneDeadAddressHoldsUpNobody()
{
    const FullPort full;
    const QHostAddress deadEnd(u"127.0.0.98"_s);
    FaultServer server(greets, QHostAddress::LocalHost, full.port());
    QVERIFY(server.isListening());
    QList<TestOrder> orders(6, order(server));
    for (qsizetype i = 0; i < orders.size(); ++i)
        orders[i].settings.server.host = u"mail%1.test"_s.arg(i);
    QStringList asked;
    const Resolver resolver = [&](const QString& host, QObject& waiting, std::function<void(const QHostInfo&)> answer) {
        asked += host;
        QHostInfo info;
        info.setAddresses({deadEnd, QHostAddress(QHostAddress::LocalHost)});
        QMetaObject::invokeMethod(
            &waiting, [answer, info] { answer(info); }, Qt::QueuedConnection);
    };
    Limits limits;
    limits.attemptDelay = 20ms;
    TestBatch batch(orders, 2, trusted, limits, resolver);
    QSignalSpy reports(&batch, &TestBatch::testFinished);
    QSignalSpy finished(&batch, &TestBatch::finished);
    batch.start();
    QVERIFY(finished.wait(7000)); // not after the deadline for connecting, one account after the other
    QCOMPARE(asked.size(), 6);
    QCOMPARE(indexes(reports).size(), 6);
    for (const QList<QVariant>& call : reports) {
        const Report report = call.at(1).value<Report>();
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.attempts.size(), 2);
        QVERIFY(report.attempts.first().address == deadEnd && !report.attempts.first().succeeded);
        QVERIFY(report.attempts.last().succeeded);
    }
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

STATIONER_TEST(BatchTest)
#include "batch_test.moc"
