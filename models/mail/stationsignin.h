#pragma once

#include "terms/protocol.h"
#include "terms/stationprofile.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace stationer {

/// The way in which a station signs in where the server offers these, by its registered name, POP3's `USER` among them;
/// nothing where it knows none of them. The order is the station's own (JavaMail 1.6), whatever the server's. It may be one
/// that is not spoken here. With SMTP a station goes on without a login where nothing at all is offered, with IMAP by the
/// command LOGIN where nothing that it knows is offered and the command is not disabled.
std::optional<QByteArray> stationsMechanism(const QByteArrayList& offered, Protocol protocol, StationProfile profile);

} // namespace stationer
