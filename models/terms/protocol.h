#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace stationer {

/// The mail protocols that an account speaks: SMTP (RFC 5321), IMAP (RFC 3501, 9051), POP3 (RFC 1939).
enum class Protocol { Smtp, Imap, Pop3 };

inline constexpr std::array allProtocols{Protocol::Smtp, Protocol::Imap, Protocol::Pop3};

/// The name on the command line and in JSON: `smtp`, `imap`, `pop3`.
constexpr QLatin1StringView nameOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return QLatin1StringView("smtp");
    case Protocol::Imap:
        return QLatin1StringView("imap");
    case Protocol::Pop3:
        return QLatin1StringView("pop3");
    }
    Q_UNREACHABLE();
}

/// As people write it: `SMTP`, `IMAP`, `POP3`.
inline QString shownName(Protocol protocol)
{
    return QString(nameOf(protocol)).toUpper();
}

/// Whether it hands mail in, as an OutgoingAccount does; the others fetch it.
constexpr bool sendsMail(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return true;
    case Protocol::Imap:
    case Protocol::Pop3:
        return false;
    }
    Q_UNREACHABLE();
}

/// Whether every command starts with a tag that its reply repeats (RFC 3501, section 2.2.1).
constexpr bool isTagged(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return true;
    case Protocol::Smtp:
    case Protocol::Pop3:
        return false;
    }
    Q_UNREACHABLE();
}

inline std::optional<Protocol> protocolNamed(QStringView name)
{
    for (const Protocol protocol : allProtocols)
        if (name == nameOf(protocol))
            return protocol;
    return std::nullopt;
}

} // namespace stationer
