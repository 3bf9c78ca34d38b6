#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace stationer {

/// How far a connection test goes: up to the capabilities, the login, the envelope, or one real message.
enum class Depth { Connect, Login, Envelope, Message };

inline constexpr std::array allDepths{Depth::Connect, Depth::Login, Depth::Envelope, Depth::Message};

/// The name on the command line: `connect`, `login`, `envelope`, `message`.
constexpr QLatin1StringView nameOf(Depth depth)
{
    switch (depth) {
    case Depth::Connect:
        return QLatin1StringView("connect");
    case Depth::Login:
        return QLatin1StringView("login");
    case Depth::Envelope:
        return QLatin1StringView("envelope");
    case Depth::Message:
        return QLatin1StringView("message");
    }
    Q_UNREACHABLE();
}

inline std::optional<Depth> depthNamed(QStringView name)
{
    for (const Depth depth : allDepths)
        if (name == nameOf(depth))
            return depth;
    return std::nullopt;
}

} // namespace stationer
