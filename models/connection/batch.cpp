#include "connection/batch.h"

#include <QPointer>

#include <algorithm>

namespace stationer {

namespace {

QList<JudgedOrder> allJudgedBy(const ChainJudge& judge, QList<TestOrder> orders)
{
    QList<JudgedOrder> judged;
    judged.reserve(orders.size());
    for (TestOrder& order : orders)
        judged.append({std::move(order), judge});
    return judged;
}

} // namespace

TestBatch::TestBatch(QList<JudgedOrder> orders, int jobs, Limits limits, Resolver resolver, QObject* parent)
    : QObject(parent), m_orders(std::move(orders)), m_jobs(std::max(jobs, 1)), m_limits(limits),
      m_resolver(std::move(resolver)), m_tests(std::size_t(m_orders.size()))
{
}

TestBatch::TestBatch(QList<TestOrder> orders, int jobs, const ChainJudge& judge, Limits limits, Resolver resolver,
                     QObject* parent)
    : TestBatch(allJudgedBy(judge, std::move(orders)), jobs, limits, std::move(resolver), parent)
{
}

void TestBatch::start()
{
    if (m_orders.isEmpty())
        QMetaObject::invokeMethod(this, &TestBatch::finished, Qt::QueuedConnection);
    fill();
}

void TestBatch::fill()
{
    while (m_next < m_orders.size() && (m_running < m_jobs || m_isCancelled))
        launch(m_next++);
}

void TestBatch::launch(qsizetype index)
{
    ++m_running;
    LaterPtr<ConnectionTest>& test = m_tests[std::size_t(index)];
    JudgedOrder& judged = m_orders[index];
    test.reset(new ConnectionTest(std::move(judged.order), std::move(judged.judge), m_limits, m_resolver, this));
    connect(test.get(), &ConnectionTest::stageBegan, this, [this, index](Stage stage) { emit stageBegan(index, stage); });
    connect(test.get(), &ConnectionTest::stageEnded, this,
            [this, index](const StageRecord& record) { emit stageEnded(index, record); });
    connect(test.get(), &ConnectionTest::resolvingSlowly, this, [this, index] { emit resolvingSlowly(index); });
    connect(test.get(), &ConnectionTest::finished, this, [this, index](const Report& report) { onFinished(index, report); });
    if (m_isCancelled)
        test->cancel();
    else
        emit testBegan(index);
    test->start();
}

void TestBatch::onFinished(qsizetype index, const Report& report)
{
    --m_running;
    ++m_ended;
    if (!m_tests[std::size_t(index)]->hasPendingLookup())
        m_tests[std::size_t(index)].reset();
    const QPointer<TestBatch> self = this;
    emit testFinished(index, report);
    if (!self) // whoever heard the report may have dropped the batch
        return;
    fill();
    if (m_ended == m_orders.size())
        emit finished();
}

void TestBatch::cancel()
{
    m_isCancelled = true;
    for (const LaterPtr<ConnectionTest>& test : m_tests)
        if (test)
            test->cancel();
    if (m_running > 0)
        fill();
}

bool TestBatch::hasPendingLookup() const
{
    return std::ranges::any_of(m_tests, [](const auto& test) { return test && test->hasPendingLookup(); });
}

} // namespace stationer
