#pragma once

#include "connection/connectiontest.h"
#include "connection/deletelater.h"

#include <QTimer>

#include <memory>

namespace stationer {

/// Looks into an inbox again and again until a message is there. Each look is a connection test of its own, judged like any
/// other. A look that fails ends it, but for what passes by itself: a lost connection, a mailbox that somebody else reads
/// just now.
///
///     Idle ──start()──▶ Looking ──not there──▶ Pausing ──▶ Looking
///     Looking ──there, or a fault──▶ Ended     either ──the deadline──▶ Ended
class ArrivalWatch : public QObject {
    Q_OBJECT
public:
    ArrivalWatch(TestOrder look, ChainJudge judge, const Limits& limits, Resolver resolver, QObject* parent = nullptr);

    void start();
    void stop();
    bool hasPendingLookup() const { return m_look && m_look->hasPendingLookup(); }

signals:
    /// Succeeded: it is there. `lastLook` is the last one that came to an end; nothing where none did.
    void ended(stationer::Outcome outcome, const std::shared_ptr<const stationer::Report>& lastLook);

private:
    void look();
    void take(const Report& report);
    void end(Outcome outcome);

    TestOrder m_order;
    ChainJudge m_judge;
    Limits m_limits;
    Resolver m_resolver;
    LaterPtr<ConnectionTest> m_look;
    std::shared_ptr<const Report> m_last;
    QTimer m_pause, m_deadline;
};

} // namespace stationer
