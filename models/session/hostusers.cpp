#include "session/hostusers.h"

#include "catalogue/catalogue.h"
#include "connection/settings.h"
#include "session/openstation.h"
#include "station/slotname.h"
#include "trust/hostname.h"

namespace stationer {

std::optional<Endpoint> serverOf(const OpenStation& station, SlotId account)
{
    const Result<ConnectionSettings, SettingFault> settings = settingsOf(station.document(), account);
    if (!settings)
        return std::nullopt;
    const Endpoint& server = settings.value().server;
    return Endpoint{normalisedHost(server.host).value_or(server.host), server.port};
}

QList<HostUser> hostUsers(const OpenStation& station)
{
    QList<HostUser> users;
    if (!station.isOpen())
        return users;
    for (const SlotId account : accounts(station.document()))
        if (const std::optional<Endpoint> server = serverOf(station, account))
            users += {*server, shownSlotName(station.document().name(account))};
    return users;
}

} // namespace stationer
