#pragma once

#include "trust/exemption.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// Finds the rows of Allowed Hosts that are no longer needed, on another thread: of thousands it takes seconds. A few are judged
/// before the next frame, and then the answer comes from within start(). Only the answer to the last question comes.
///
///   start ──▶ asking ──▶ answered
///     ▲         │ └── cancel(), another start(): nothing
///     └─────────┘
class UnneededHosts : public QObject {
    Q_OBJECT
public:
    /// As noLongerNeeded (judge.h); it is called on any thread.
    using Find = std::function<QList<AllowedHost>(const QList<AllowedHost>& rows, const TrustAnchors& anchors,
                                                  const QDateTime& now, const std::atomic<bool>* isCancelled)>;
    explicit UnneededHosts(QObject* parent = nullptr);
    /// `patience` is how long start() waits for the answer.
    UnneededHosts(Find find, std::chrono::milliseconds patience, QObject* parent = nullptr);
    ~UnneededHosts() override;

    void start(const QList<AllowedHost>& rows, const TrustAnchors& anchors, const QDateTime& now);
    void cancel();
    bool isAsking() const { return m_ticket != nullptr; }

signals:
    void answered(const QList<stationer::Endpoint>& hosts);

private:
    struct Ticket;
    void deliver();

    Find m_find;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<Ticket> m_ticket;
    QThreadPool m_thread; ///< one of its own: Qt paints with those of the global pool, and would wait for it
};

/// Those of `shown` that are in `present` as well, in their order.
QList<Endpoint> inBoth(const QList<Endpoint>& shown, const QList<Endpoint>& present);

} // namespace stationer
