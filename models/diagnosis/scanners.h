#pragma once

#include <QLatin1StringView>

#include <array>

namespace stationer::diagnosis {

/// Words in the issuer of certificates that virus scanners and inspecting proxies make up on the fly for every server. As
/// seen in the field up to November 2025; compared without regard to case.
inline constexpr std::array scannerNames{
    QLatin1StringView("Avast"),           QLatin1StringView("AVG Web/Mail Shield"),
    QLatin1StringView("Kaspersky"),       QLatin1StringView("Bitdefender"),
    QLatin1StringView("ESET SSL Filter"), QLatin1StringView("Norton Web/Mail Shield"),
    QLatin1StringView("G DATA"),          QLatin1StringView("Dr.Web"),
    QLatin1StringView("Sophos"),          QLatin1StringView("Zscaler"),
    QLatin1StringView("Fortinet"),        QLatin1StringView("FortiGate"),
    QLatin1StringView("Palo Alto"),       QLatin1StringView("Netskope"),
    QLatin1StringView("Check Point"),     QLatin1StringView("Blue Coat"),
    QLatin1StringView("WatchGuard"),      QLatin1StringView("SonicWall"),
    QLatin1StringView("Cisco Umbrella"),  QLatin1StringView("Forcepoint"),
    QLatin1StringView("mitmproxy"),
};

} // namespace stationer::diagnosis
