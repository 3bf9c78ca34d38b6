#include "session/unneededhosts.h"

#include "trust/judge.h"

#include <QSet>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace stationer {

using namespace std::chrono_literals;

namespace {
constexpr auto oneFrame = 16ms;
}

/// What the thread and the asker share. Whoever of the two lasts longer owns it.
struct UnneededHosts::Ticket {
    std::atomic<bool> isCancelled = false;
    std::mutex mutex;
    std::condition_variable isFound;
    std::optional<QList<Endpoint>> outcome;
    UnneededHosts* receiver = nullptr; ///< nobody: given up, or it is waiting for isFound
};

UnneededHosts::UnneededHosts(QObject* parent) : UnneededHosts(&noLongerNeeded, oneFrame, parent) {}

UnneededHosts::UnneededHosts(Find find, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_find(std::move(find)), m_patience(patience)
{
    m_thread.setMaxThreadCount(1);
}

UnneededHosts::~UnneededHosts()
{
    cancel();
}

void UnneededHosts::start(const QList<AllowedHost>& rows, const TrustAnchors& anchors, const QDateTime& now)
{
    cancel();
    m_ticket = std::make_shared<Ticket>();
    const std::shared_ptr<Ticket> ticket = m_ticket;
    if (rows.isEmpty()) {
        ticket->outcome.emplace();
        return deliver();
    }
    m_thread.start([ticket, find = m_find, rows, anchors, now] {
        QList<Endpoint> hosts;
        for (const AllowedHost& row : find(rows, anchors, now, &ticket->isCancelled))
            hosts << row.host;
        const std::lock_guard lock(ticket->mutex);
        ticket->outcome = std::move(hosts);
        ticket->isFound.notify_one();
        if (ticket->receiver) // it cannot go while this is locked
            QMetaObject::invokeMethod(
                ticket->receiver,
                [ticket, receiver = ticket->receiver] {
                    if (receiver->m_ticket == ticket)
                        receiver->deliver();
                },
                Qt::QueuedConnection);
    });
    std::unique_lock lock(ticket->mutex);
    if (ticket->isFound.wait_for(lock, m_patience, [&] { return ticket->outcome.has_value(); })) {
        lock.unlock();
        return deliver();
    }
    ticket->receiver = this;
}

void UnneededHosts::deliver()
{
    const std::shared_ptr<Ticket> ticket = std::exchange(m_ticket, nullptr);
    emit answered(*ticket->outcome);
}

QList<Endpoint> inBoth(const QList<Endpoint>& shown, const QList<Endpoint>& present)
{
    QSet<QString> names;
    for (const Endpoint& host : present)
        names << host.toString();
    QList<Endpoint> both;
    std::copy_if(shown.cbegin(), shown.cend(), std::back_inserter(both),
                 [&](const Endpoint& host) { return names.contains(host.toString()); });
    return both;
}

void UnneededHosts::cancel()
{
    const std::shared_ptr<Ticket> ticket = std::exchange(m_ticket, nullptr);
    if (!ticket)
        return;
    ticket->isCancelled = true;
    const std::lock_guard lock(ticket->mutex);
    ticket->receiver = nullptr;
}

} // namespace stationer
