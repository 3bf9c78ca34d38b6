#pragma once

#include "connection/connectiontest.h"
#include "connection/deletelater.h"

#include <QList>
#include <QObject>

#include <deque>
#include <vector>

namespace stationer {

/// An order and who judges its server: accounts of different stations trust different roots.
struct JudgedOrder {
    TestOrder order;
    ChainJudge judge;
};

/// Runs many connection tests on one event loop, at most `jobs` at once, and tells each report as it comes. It knows nothing
/// of what a report means: to stop after a failure is the caller's to decide. It is used once.
class TestBatch : public QObject {
    Q_OBJECT
public:
    TestBatch(QList<JudgedOrder> orders, int jobs, Limits limits = {}, Resolver resolver = systemResolver,
              QObject* parent = nullptr);
    /// One judge for all.
    TestBatch(QList<TestOrder> orders, int jobs, const ChainJudge& judge, Limits limits = {},
              Resolver resolver = systemResolver, QObject* parent = nullptr);

    void start();
    /// Ends the tests that run with Outcome::Cancelled; those that did not begin are reported as cancelled too.
    void cancel();
    bool hasPendingLookup() const; ///< see ConnectionTest

signals:
    void testBegan(qsizetype index); ///< not for those that a cancel keeps from beginning
    void stageBegan(qsizetype index, stationer::Stage stage);
    void stageEnded(qsizetype index, const stationer::StageRecord& record);
    void resolvingSlowly(qsizetype index);
    void testFinished(qsizetype index, const stationer::Report& report); ///< exactly once an order, in the order they end
    void finished();                                                     ///< once, after the last report

private:
    void fill();
    void launch(qsizetype index);
    void onFinished(qsizetype index, const Report& report);

    QList<JudgedOrder> m_orders;
    qsizetype m_jobs;
    Limits m_limits;
    Resolver m_resolver;
    std::vector<LaterPtr<ConnectionTest>> m_tests; ///< by index; kept beyond the end only where a look-up is pending
    qsizetype m_next = 0;
    qsizetype m_running = 0;
    qsizetype m_ended = 0;
    bool m_isCancelled = false;
};

} // namespace stationer
