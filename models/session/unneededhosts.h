#pragma once

#include "session/aside.h"
#include "trust/exemption.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>

namespace stationer {

class TrustEdits;

/// The rows of Allowed Hosts that are no longer needed, whoever shows them: it follows the stores, and searches once however
/// much changes at once. It searches on another thread, as of thousands of rows it takes seconds; a few are judged before
/// the next frame.
///
///   a store changes, lookSoon() ──▶ looking ──▶ found
///                  ▲                   │ another change
///                  └───────────────────┘
class UnneededHosts : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        AllowedHosts& hosts;
        UserTrustStore& roots;
        TrustEdits& edits;
        std::function<TrustAnchors()> anchors; ///< as the stores are now
        std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc;
    };
    /// As noLongerNeeded (judge.h); it is called on any thread.
    using Find = std::function<QList<AllowedHost>(const QList<AllowedHost>& rows, const TrustAnchors& anchors,
                                                  const QDateTime& now, const std::atomic<bool>* isCancelled)>;
    explicit UnneededHosts(const Rooms& rooms);
    /// `patience` is how long it waits for the answer before the event loop goes on.
    UnneededHosts(const Rooms& rooms, Find find, std::chrono::milliseconds patience);
    ~UnneededHosts() override;

    void lookSoon(); ///< time has passed; the stores tell of their changes themselves
    bool isLooking() const { return m_soon.isActive() || m_search.isRunning(); }
    const QList<Endpoint>& hosts() const { return m_hosts; } ///< as they were told last

    /// Removes those of them that are unneeded still: while they are being looked at anew, as soon as that is known.
    void remove(const QList<Endpoint>& offered);
    void dropRemoval(); ///< it was about another station's

signals:
    void found(const QList<stationer::Endpoint>& hosts);

private:
    void look();
    void take(const QList<Endpoint>& hosts);

    Rooms m_rooms;
    Find m_find;
    std::chrono::milliseconds m_patience;
    QTimer m_soon;
    Aside m_search;
    QList<Endpoint> m_hosts;
    QList<Endpoint> m_removing;
};

/// Those of `shown` that are in `present` as well, in their order.
QList<Endpoint> inBoth(const QList<Endpoint>& shown, const QList<Endpoint>& present);

} // namespace stationer
