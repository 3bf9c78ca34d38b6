#include "testing/passwordplace.h"

#include "trust/hostname.h"

namespace stationer {

std::optional<SecretPlace> passwordPlace(const QString& stationFile, const QString& slotPath, const QString& host,
                                         const QString& user)
{
    const std::optional<QString> normalised = normalisedHost(host);
    if (!normalised || user.isEmpty())
        return std::nullopt;
    return SecretPlace{stationFile, slotPath, *normalised, user};
}

} // namespace stationer
