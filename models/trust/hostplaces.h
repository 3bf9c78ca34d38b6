#pragma once

#include "trust/exemption.h"

#include <unordered_map>

namespace stationer {

/// Where each host and port stands in a list of Allowed Hosts rows, so that thousands are found at once. Of several rows of
/// one host and port the first counts. It knows places, not rows: who changes the list otherwise makes it anew.
class HostPlaces {
public:
    HostPlaces() = default;
    explicit HostPlaces(const QList<AllowedHost>& rows);

    /// Nothing where the list has no such row. `rows` is the list it was made of.
    const AllowedHost* find(const QList<AllowedHost>& rows, const Endpoint& normalised) const;
    AllowedHost* find(QList<AllowedHost>& rows, const Endpoint& normalised) const;
    /// Over the row of the same host and port, or behind the last one.
    void put(QList<AllowedHost>& rows, const AllowedHost& row);

private:
    struct Hash {
        size_t operator()(const Endpoint& host) const { return qHash(host.host, host.port); }
    };
    std::unordered_map<Endpoint, qsizetype, Hash> m_places;
};

} // namespace stationer
