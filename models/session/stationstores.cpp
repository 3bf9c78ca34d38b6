#include "session/stationstores.h"

namespace stationer {

std::optional<TrustFileFault> StationStores::open(const TrustFolder& folder)
{
    m_folder = folder;
    const auto read = readKnownStation(folder);
    take(read ? read.value() : KnownStation());
    return read ? std::nullopt : std::optional(read.error());
}

std::optional<TrustFileFault> StationStores::saveAs(const TrustFolder& folder)
{
    KnownStation joined = m_known;
    if (const std::optional<TrustFileFault> fault = open(folder)) {
        take(joined);
        return fault;
    }
    for (const GivenStore& store : m_known.stores)
        joined.give(store);
    if (!m_known.hostName.isEmpty())
        joined.hostName = m_known.hostName;
    return set(joined);
}

std::optional<TrustFileFault> StationStores::set(const KnownStation& station)
{
    if (station == m_known)
        return std::nullopt;
    take(station);
    return m_folder.isEmpty() ? std::nullopt : writeKnownStation(m_folder, station);
}

StationVerdict StationStores::verdictOf(const Report& report) const
{
    StationFacts facts = m_facts;
    if (report.credential == Credential::Token)
        facts.profile = StationProfile::OAuth;
    return predict(report, facts);
}

void StationStores::take(const KnownStation& station)
{
    if (station == m_known)
        return;
    m_known = station;
    m_facts.roots = station.roots();
    emit changed();
}

} // namespace stationer
