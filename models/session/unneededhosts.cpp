#include "session/unneededhosts.h"

#include "session/trustedits.h"
#include "trust/judge.h"

#include <QSet>

#include <algorithm>

namespace stationer {

using namespace std::chrono_literals;

namespace {
constexpr auto oneFrame = 16ms;
}

UnneededHosts::UnneededHosts(const Rooms& rooms) : UnneededHosts(rooms, &noLongerNeeded, oneFrame) {}

UnneededHosts::UnneededHosts(const Rooms& rooms, Find find, std::chrono::milliseconds patience)
    : m_rooms(rooms), m_find(std::move(find)), m_patience(patience)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &UnneededHosts::look);
    connect(&m_rooms.hosts, &AllowedHosts::changed, this, &UnneededHosts::lookSoon);
    connect(&m_rooms.roots, &UserTrustStore::changed, this, &UnneededHosts::lookSoon);
}

UnneededHosts::~UnneededHosts()
{
    m_search.cancelAndWait(); // OpenSSL is not taken down under it
}

void UnneededHosts::lookSoon()
{
    m_search.cancel(); // it is about what was there before
    m_soon.start();
}

void UnneededHosts::look()
{
    const TrustAnchors anchors = m_rooms.anchors();
    m_soon.stop(); // what reading them has told is in them
    if (m_rooms.hosts.rows().isEmpty())
        return take({});
    m_search.start([this, find = m_find, rows = m_rooms.hosts.rows(), anchors,
                    now = m_rooms.now()](const std::atomic<bool>& isCancelled) -> Aside::Answer {
        QList<Endpoint> hosts;
        for (const AllowedHost& row : find(rows, anchors, now, &isCancelled))
            hosts << row.host;
        return [this, hosts] { take(hosts); };
    });
    m_search.wait(m_patience);
}

void UnneededHosts::take(const QList<Endpoint>& hosts)
{
    m_hosts = hosts;
    emit found(hosts);
    if (!m_removing.isEmpty())
        remove(std::exchange(m_removing, {}));
}

void UnneededHosts::remove(const QList<Endpoint>& offered)
{
    if (isLooking())
        m_removing = offered;
    else
        m_rooms.edits.removeUnneeded(inBoth(offered, m_hosts));
}

void UnneededHosts::dropRemoval()
{
    m_removing.clear();
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

} // namespace stationer
