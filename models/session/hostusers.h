#pragma once

#include "station/slotid.h"
#include "terms/endpoint.h"

#include <QList>
#include <QString>

#include <optional>

namespace stationer {

class OpenStation;

/// An account and the server it names, normalised as in Allowed Hosts.
struct HostUser {
    Endpoint server;
    QString account;

    bool operator==(const HostUser&) const = default;
};

/// The server that an account names, as Allowed Hosts lists it; nothing where its settings name none.
std::optional<Endpoint> serverOf(const OpenStation& station, SlotId account);
/// Every account of the open station with its server.
QList<HostUser> hostUsers(const OpenStation& station);

} // namespace stationer
