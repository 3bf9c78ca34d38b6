#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace stationer {

/// How a connection is encrypted: not at all, upgraded by STARTTLS or STLS (RFC 3207, 2595), or from the first byte (RFC
/// 8314).
enum class SecurityMode { None, StartTls, Ssl };

inline constexpr std::array allSecurityModes{SecurityMode::None, SecurityMode::StartTls, SecurityMode::Ssl};
/// RFC 8314, section 3: from the first byte rather than upgraded, and either rather than in the clear.
inline constexpr std::array safestFirst{SecurityMode::Ssl, SecurityMode::StartTls, SecurityMode::None};

/// The name on the command line and in JSON: `none`, `starttls`, `ssl`.
constexpr QLatin1StringView nameOf(SecurityMode mode)
{
    switch (mode) {
    case SecurityMode::None:
        return QLatin1StringView("none");
    case SecurityMode::StartTls:
        return QLatin1StringView("starttls");
    case SecurityMode::Ssl:
        return QLatin1StringView("ssl");
    }
    Q_UNREACHABLE();
}

inline std::optional<SecurityMode> securityModeNamed(QStringView name)
{
    for (const SecurityMode mode : allSecurityModes)
        if (name == nameOf(mode))
            return mode;
    return std::nullopt;
}

} // namespace stationer
