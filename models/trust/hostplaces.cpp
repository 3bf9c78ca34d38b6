#include "trust/hostplaces.h"

namespace stationer {

HostPlaces::HostPlaces(const QList<AllowedHost>& rows)
{
    m_places.reserve(size_t(rows.size()));
    for (qsizetype at = 0; at < rows.size(); ++at)
        m_places.try_emplace(rows[at].host, at);
}

const AllowedHost* HostPlaces::find(const QList<AllowedHost>& rows, const Endpoint& normalised) const
{
    const auto found = m_places.find(normalised);
    return found == m_places.end() ? nullptr : &rows.at(found->second);
}

AllowedHost* HostPlaces::find(QList<AllowedHost>& rows, const Endpoint& normalised) const
{
    const auto found = m_places.find(normalised);
    return found == m_places.end() ? nullptr : &rows[found->second];
}

void HostPlaces::put(QList<AllowedHost>& rows, const AllowedHost& row)
{
    if (AllowedHost* const present = find(rows, row.host)) {
        *present = row;
        return;
    }
    m_places.emplace(row.host, rows.size());
    rows << row;
}

} // namespace stationer
