#include "trust/allowedhosts.h"

#include "trust/allowedhostmerge.h"
#include "trust/allowedhostsfile.h"
#include "trust/hostname.h"
#include "trust/judge.h"

#include <QSet>

#include <algorithm>

namespace stationer {

namespace {

Endpoint normalised(const Endpoint& host)
{
    return {normalisedHost(host.host).value_or(host.host), host.port};
}

bool isSameMinute(const QDateTime& a, const QDateTime& b)
{
    return a.isValid() && b.isValid() && a.toSecsSinceEpoch() / 60 == b.toSecsSinceEpoch() / 60;
}

} // namespace

AllowedHosts::AllowedHosts(QObject* parent) : QObject(parent), m_file(std::make_unique<AllowedHostsFile>()) {}

AllowedHosts::~AllowedHosts() = default;

QList<Endpoint> AllowedHosts::hostsTwice() const
{
    return m_file->twice;
}

void AllowedHosts::show()
{
    QList<AllowedHost> rows = m_file->rows;
    if (!m_session.empty()) {
        HostPlaces places(rows);
        for (const auto& [host, row] : m_session) {
            if (row)
                places.put(rows, *row);
        }
        rows.removeIf([&](const AllowedHost& one) {
            const auto session = m_session.find(one.host);
            return session != m_session.end() && !session->second;
        });
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    m_places = HostPlaces(m_rows);
    emit changed();
}

std::optional<AllowedHost> AllowedHosts::find(const Endpoint& host) const
{
    const AllowedHost* const row = m_places.find(m_rows, normalised(host));
    return row ? std::optional(*row) : std::nullopt;
}

// Writes rows over those of the same host and port, in one go. What cannot be written holds in memory.
std::optional<TrustFileFault> AllowedHosts::put(const QList<AllowedHost>& rows)
{
    QList<AllowedHost> kept;
    for (AllowedHost row : rows) {
        row.host = normalised(row.host);
        if (row.approval == Approval::Approved && row.scope == Scope::Session)
            m_session[row.host] = row;
        else
            kept << row;
    }
    std::optional<TrustFileFault> fault;
    if (!kept.isEmpty()) {
        fault = write([&](QList<AllowedHost>& there) {
            HostPlaces places(there);
            for (AllowedHost& row : kept) {
                const AllowedHost* const base = m_places.find(m_rows, row.host); // as it was shown until now
                if (const AllowedHost* const theirs = places.find(std::as_const(there), row.host))
                    row = mergedHost(base ? std::optional(*base) : std::nullopt, *theirs, row);
                places.put(there, row);
            }
        });
    }
    const HostPlaces places(m_file->rows);
    for (AllowedHost& row : kept) {
        const AllowedHost* const written = places.find(std::as_const(m_file->rows), row.host);
        if (written && *written == row) {
            m_session.erase(row.host);
            continue;
        }
        if (row.approval == Approval::Approved)
            row.scope = Scope::Session;
        m_session[row.host] = row;
    }
    show();
    return fault;
}

std::optional<TrustFileFault> AllowedHosts::answer(AllowedHost row, Approval approval)
{
    row.approval = approval;
    if (const std::optional<AllowedHost> before = find(row.host)) {
        if (!row.created.isValid())
            row.created = before->created;
        if (row.note.isEmpty())
            row.note = before->note;
        if (row.sha256 == before->sha256 && !row.lastUsed.isValid())
            row.lastUsed = before->lastUsed;
    }
    return put({row});
}

std::optional<TrustFileFault> AllowedHosts::approve(const AllowedHost& row)
{
    return answer(row, Approval::Approved);
}

std::optional<TrustFileFault> AllowedHosts::reject(const AllowedHost& row)
{
    return answer(row, Approval::Rejected);
}

std::optional<TrustFileFault> AllowedHosts::noteUnanswered(const AllowedHost& row)
{
    const std::optional<AllowedHost> before = find(row.host);
    if (before && before->approval != Approval::Unanswered)
        return std::nullopt;
    return answer(row, Approval::Unanswered);
}

std::optional<TrustFileFault> AllowedHosts::forget(const Endpoint& host)
{
    return forget(QList{host}).fault;
}

RemovedHosts AllowedHosts::forget(const QList<Endpoint>& hosts)
{
    QSet<QString> wanted;
    for (const Endpoint& host : hosts)
        wanted << normalised(host).toString();
    const auto isWanted = [&](const AllowedHost& one) { return wanted.contains(one.host.toString()); };
    RemovedHosts removed;
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(removed.rows), isWanted);
    std::erase_if(m_session, [&](const auto& one) { return wanted.contains(one.first.toString()); });
    if (std::any_of(m_file->rows.cbegin(), m_file->rows.cend(), isWanted))
        removed.fault = write([&](QList<AllowedHost>& rows) { rows.removeIf(isWanted); });
    for (const AllowedHost& row : std::as_const(m_file->rows)) {
        if (isWanted(row)) // could not be written
            m_session[row.host] = std::nullopt;
    }
    show();
    return removed;
}

RemovedHosts AllowedHosts::prune(const TrustAnchors& anchors, const QDateTime& now)
{
    if (const auto fault = reload())
        return {{}, fault};
    QList<Endpoint> hosts;
    for (const AllowedHost& row : noLongerNeeded(m_rows, anchors, now))
        hosts << row.host;
    return forget(hosts);
}

std::optional<TrustFileFault> AllowedHosts::setNote(const Endpoint& host, const QString& text)
{
    const Endpoint wanted = normalised(host);
    const std::optional<AllowedHost> row = find(wanted);
    const QString cut = text.simplified().left(LongestNote);
    if (!row || row->note == cut)
        return std::nullopt;
    std::optional<TrustFileFault> fault;
    if (const auto session = m_session.find(wanted); session != m_session.end()) {
        session->second->note = cut;
    } else {
        fault = write([&](QList<AllowedHost>& rows) {
            if (AllowedHost* const there = HostPlaces(rows).find(rows, wanted))
                there->note = cut;
        });
    }
    show();
    return fault;
}

std::optional<TrustFileFault> AllowedHosts::noteUses(const QList<HostUse>& uses)
{
    const auto isNews = [](const AllowedHost& row, const HostUse& use) {
        if (use.verified.isEmpty())
            return !isSameMinute(row.lastUsed, use.when) || !row.verifiedChain.isEmpty();
        return row.chain != use.verified && row.verifiedChain != use.verified;
    };
    const auto take = [](AllowedHost& row, const HostUse& use) {
        if (use.verified.isEmpty())
            row.lastUsed = use.when;
        row.verifiedChain = use.verified;
    };
    QList<HostUse> inFile;
    for (HostUse use : uses) {
        use.host = normalised(use.host);
        const AllowedHost* const row = m_places.find(m_rows, use.host);
        if (!row || !isNews(*row, use))
            continue;
        const auto session = m_session.find(use.host);
        if (session == m_session.end())
            inFile << use;
        else if (session->second)
            take(*session->second, use);
    }
    std::optional<TrustFileFault> fault;
    if (!inFile.isEmpty()) {
        fault = write([&](QList<AllowedHost>& rows) {
            const HostPlaces places(rows);
            for (const HostUse& use : std::as_const(inFile)) {
                if (AllowedHost* const row = places.find(rows, use.host))
                    take(*row, use);
            }
        });
    }
    show();
    return fault;
}

} // namespace stationer
