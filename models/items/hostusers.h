#pragma once

#include "items/allowedhostsmodel.h"
#include "station/slotid.h"

#include <QList>

#include <optional>

namespace stationer {

class OpenStation;

/// The server that an account names, as Allowed Hosts lists it; nothing where its settings name none.
std::optional<Endpoint> serverOf(const OpenStation& station, SlotId account);
/// Every account of the open station with its server.
QList<HostUser> hostUsers(const OpenStation& station);

} // namespace stationer
