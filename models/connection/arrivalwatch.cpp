#include "connection/arrivalwatch.h"

#include <algorithm>
#include <utility>

namespace stationer {

namespace {

/// Every look signs in, and servers count sign-ins.
constexpr int longestPause = 8;

bool isPassing(const Report& look)
{
    const bool isBroken =
        look.outcome == Outcome::ConnectionLost || look.outcome == Outcome::TimedOut || look.outcome == Outcome::Unreachable;
    const bool isInUse = look.failure && look.failure->code.toUpper().contains("IN-USE"); // RFC 2449, section 8.1.1
    return isBroken || isInUse;
}

} // namespace

ArrivalWatch::ArrivalWatch(TestOrder order, ChainJudge judge, const Limits& limits, Resolver resolver, QObject* parent)
    : QObject(parent), m_order(std::move(order)), m_judge(std::move(judge)), m_limits(limits),
      m_resolver(std::move(resolver))
{
    m_limits.whole = {}; // it bounds the test that this is a part of
    for (QTimer* timer : {&m_pause, &m_deadline})
        timer->setSingleShot(true);
    m_pause.setInterval(limits.look);
    connect(&m_pause, &QTimer::timeout, this, &ArrivalWatch::look);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Outcome::TimedOut); });
}

void ArrivalWatch::start()
{
    m_deadline.start(m_limits.arrival);
    look();
}

void ArrivalWatch::stop()
{
    m_pause.stop();
    m_deadline.stop();
    if (!m_look)
        return;
    m_look->disconnect(this);
    m_look->cancel();
}

void ArrivalWatch::look()
{
    m_look.reset(new ConnectionTest(m_order, m_judge, m_limits, m_resolver, this));
    connect(m_look.get(), &ConnectionTest::finished, this, &ArrivalWatch::take);
    m_look->start();
}

void ArrivalWatch::take(const Report& report)
{
    m_last = std::make_shared<const Report>(report);
    const bool isFailed = report.outcome != Outcome::Succeeded;
    if (isFailed && !isPassing(report))
        return end(report.outcome);
    if (report.learnt.hasFound && !isFailed)
        return end(Outcome::Succeeded);
    m_pause.start();
    m_pause.setInterval(std::min(2 * m_pause.intervalAsDuration(), longestPause * m_limits.look));
}

void ArrivalWatch::end(Outcome outcome)
{
    stop();
    emit ended(outcome, m_last);
}

} // namespace stationer
