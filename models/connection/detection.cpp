#include "connection/detection.h"

#include <QPointer>

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Limits detectionLimits()
{
    Limits limits;
    limits.whole = 3800ms; // within the four seconds, program start included
    limits.connect = 3500ms;
    limits.counterProbe = 1500ms; // and 900 ms for the probe itself
    return limits;
}

Detection::Detection(const ConnectionSettings& about, const QList<Candidate>& candidates, ChainJudge judge,
                     const Limits& limits, const Resolver& resolver, QObject* parent)
    : QObject(parent), m_about(about), m_judge(std::move(judge)), m_limits(limits), m_resolver(resolver),
      m_resolution(limits.resolve, limits.resolveSlow, resolver)
{
    m_about.account.reset(); // without one, nothing signs in
    for (const Candidate& candidate : candidates) {
        DetectionRow row{candidate, {}};
        row.report.settings = m_about;
        row.report.settings.security = candidate.security;
        row.report.settings.server.port = candidate.port;
        m_rows += row;
    }
    connect(&m_resolution, &Resolution::slow, this, &Detection::resolvingSlowly);
    connect(&m_resolution, &Resolution::timedOut, this, [this](const QString& error) { endAll(Outcome::TimedOut, error); });
    connect(&m_resolution, &Resolution::failed, this,
            [this](const QString& error) { endAll(Outcome::HostNotFound, error); });
    // The tests ask again and are answered from memory: a name server's slowness costs no row its four seconds.
    connect(&m_resolution, &Resolution::resolved, this, &Detection::tryAll);
}

void Detection::start()
{
    m_resolution.start(m_about.server.host);
}

void Detection::tryAll()
{
    if (m_isOver)
        return;
    QList<TestOrder> orders;
    for (const DetectionRow& row : std::as_const(m_rows)) {
        TestOrder order;
        order.settings = row.report.settings;
        order.depth = Depth::Connect;
        orders += order;
    }
    m_batch.reset(new TestBatch(orders, int(orders.size()), m_judge, m_limits, m_resolver, this));
    connect(m_batch.get(), &TestBatch::testFinished, this, [this](qsizetype index, const Report& report) {
        m_rows[index].report = report;
        emit rowFound(index);
    });
    connect(m_batch.get(), &TestBatch::finished, this, &Detection::end);
    m_batch->start();
}

/// Nothing was tried: the host's name led nowhere.
void Detection::endAll(Outcome outcome, const QString& detail)
{
    if (m_isOver)
        return;
    m_isOver = true;
    const QPointer<Detection> self = this;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].report.outcome = outcome;
        m_rows[i].report.stage = Stage::Resolve;
        m_rows[i].report.libraryText = detail;
        emit rowFound(i);
        if (!self) // whoever heard of it may have dropped the detection
            return;
    }
    end();
}

void Detection::cancel()
{
    if (m_batch)
        return m_batch->cancel();
    m_resolution.giveUp();
    QMetaObject::invokeMethod(
        this, [this] { endAll(Outcome::Cancelled, {}); }, Qt::QueuedConnection);
}

void Detection::end()
{
    m_isOver = true;
    if (m_isFinished)
        return;
    m_isFinished = true;
    emit finished();
}

bool Detection::hasPendingLookup() const
{
    return m_resolution.isPending() || (m_batch && m_batch->hasPendingLookup());
}

} // namespace stationer
