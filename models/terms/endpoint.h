#pragma once

#include <QString>
#include <QStringView>

#include <algorithm>
#include <optional>

namespace stationer {

/// A host as typed, and a port from 1 to 65535. Written `mail.example:465`, `192.0.2.7:25` or `[::1]:993`.
struct Endpoint {
    QString host;
    quint16 port = 0;

    QString toString() const
    {
        // Some type the brackets too.
        const bool isIpv6 = host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('['));
        return (isIpv6 ? QLatin1Char('[') + host + QLatin1Char(']') : host) + QLatin1Char(':') + QString::number(port);
    }

    /// Reads what toString() writes; nothing for a missing host, a missing or impossible port, or a bare IPv6 address.
    static std::optional<Endpoint> parse(QStringView text)
    {
        const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
        if (colon <= 0)
            return std::nullopt;
        QStringView host = text.first(colon);
        const bool isBracketed = host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
        if (isBracketed)
            host = host.sliced(1, host.size() - 2);
        if (host.isEmpty() || host.contains(QLatin1Char(':')) != isBracketed || host.contains(QLatin1Char('[')) ||
            host.contains(QLatin1Char(']')))
            return std::nullopt;
        const QStringView digits = text.sliced(colon + 1); // toUShort() takes spaces and signs too
        const bool isNumber = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        const ushort port = isNumber ? digits.toUShort() : 0;
        if (port == 0)
            return std::nullopt;
        return Endpoint{host.toString(), port};
    }

    bool operator==(const Endpoint&) const = default;
};

} // namespace stationer
