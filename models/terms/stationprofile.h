#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace stationer {

/// How a station signs in: by the password of the account, or by a token that an Email Authenticator fetches (from 4.13 on).
enum class StationProfile { Password, OAuth };

inline constexpr std::array allStationProfiles{StationProfile::Password, StationProfile::OAuth};

/// The name on the command line and in JSON: `password`, `oauth`.
constexpr QLatin1StringView nameOf(StationProfile profile)
{
    switch (profile) {
    case StationProfile::Password:
        return QLatin1StringView("password");
    case StationProfile::OAuth:
        return QLatin1StringView("oauth");
    }
    Q_UNREACHABLE();
}

inline std::optional<StationProfile> stationProfileNamed(QStringView name)
{
    for (const StationProfile profile : allStationProfiles)
        if (name == nameOf(profile))
            return profile;
    return std::nullopt;
}

} // namespace stationer
