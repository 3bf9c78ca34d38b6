#include "connection/batch.h"

#include <QPointer>

#include <algorithm>

namespace stationer {

TestBatch::TestBatch(QList<TestOrder> orders, int jobs, ChainJudge judge, Limits limits, QObject* parent)
    : QObject(parent), m_orders(std::move(orders)), m_jobs(std::max(jobs, 1)), m_judge(std::move(judge)), m_limits(limits),
      m_tests(std::size_t(m_orders.size()))
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
    test.reset(new ConnectionTest(std::move(m_orders[index]), m_judge, m_limits, this));
    connect(test.get(), &ConnectionTest::resolvingSlowly, this, [this, index] { emit resolvingSlowly(index); });
    connect(test.get(), &ConnectionTest::finished, this, [this, index](const Report& report) { onFinished(index, report); });
    if (m_isCancelled)
        test->cancel();
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
