#include "catalogue/portrules.h"

#include <algorithm>
#include <array>

namespace stationer {

namespace {

struct Ports {
    Protocol protocol;
    int none, startTls, ssl;

    constexpr int of(SecurityMode mode) const
    {
        switch (mode) {
        case SecurityMode::None:
            return none;
        case SecurityMode::StartTls:
            return startTls;
        case SecurityMode::Ssl:
            return ssl;
        }
        Q_UNREACHABLE();
    }
};

// IANA's port numbers; the choice among them is RFC 8314's and RFC 6409's.
constexpr std::array portTable{
    Ports{Protocol::Smtp, 25, 587, 465},
    Ports{Protocol::Imap, 143, 143, 993},
    Ports{Protocol::Pop3, 110, 110, 995},
};
static_assert(portTable.size() == allProtocols.size());

constexpr int automaticPort = -1;

PortState switched(const PortState& state, SecurityMode mode)
{
    PortState wanted = state;
    wanted.useSsl = mode == SecurityMode::Ssl;
    wanted.useStartTls = mode == SecurityMode::StartTls;
    return wanted;
}

PortState withMode(const PortState& state, SecurityMode mode)
{
    const PortState wanted = switched(state, mode);
    return coupled(state, wanted, {.useSsl = true, .useStartTls = true});
}

/// Whose standard port it is, if it is none of `but`.
std::optional<Protocol> ownerOf(int port, Protocol but)
{
    for (const Ports& ports : portTable)
        if (ports.protocol != but && isStandardPort(ports.protocol, port))
            return ports.protocol;
    return std::nullopt;
}

/// The same account with another protocol on the port that it has, in its mode where the port has that.
PortState withProtocol(const PortState& state, Protocol protocol, SecurityMode mode)
{
    const QList<SecurityMode> modes = modesOf(protocol, state.port);
    PortState wanted = switched(state, modes.contains(mode) ? mode : modes.last());
    wanted.protocol = protocol;
    return wanted;
}

} // namespace

int standardPort(Protocol protocol, SecurityMode mode)
{
    for (const Ports& ports : portTable)
        if (ports.protocol == protocol)
            return ports.of(mode);
    Q_UNREACHABLE();
}

bool isStandardPort(Protocol protocol, int port)
{
    return !modesOf(protocol, port).isEmpty();
}

std::optional<SecurityMode> securityMode(const PortState& state)
{
    if (state.useSsl && state.useStartTls)
        return std::nullopt;
    return state.useSsl ? SecurityMode::Ssl : state.useStartTls ? SecurityMode::StartTls : SecurityMode::None;
}

QList<SecurityMode> modesOf(Protocol protocol, int port)
{
    QList<SecurityMode> modes;
    for (const SecurityMode mode : allSecurityModes)
        if (standardPort(protocol, mode) == port)
            modes += mode;
    return modes;
}

int dialledPort(const PortState& state)
{
    if (state.port != automaticPort)
        return state.port;
    return standardPort(state.protocol, securityMode(state).value_or(SecurityMode::None));
}

PortState coupled(const PortState& before, const PortState& wanted, const NamedSlots& named)
{
    PortState result = wanted;
    if (named.useSsl && wanted.useSsl && !named.useStartTls)
        result.useStartTls = false;
    if (named.useStartTls && wanted.useStartTls && !named.useSsl)
        result.useSsl = false;

    const std::optional<SecurityMode> mode = securityMode(result);
    const bool isMoved = mode != securityMode(before) || result.protocol != before.protocol;
    const bool isStandard = isStandardPort(before.protocol, result.port) || isStandardPort(result.protocol, result.port);
    if (isMoved && mode && isStandard && !named.port)
        result.port = standardPort(result.protocol, *mode);
    return result;
}

QList<PortRemark> portRemarks(const PortState& state, bool hasUserName)
{
    const std::optional<SecurityMode> mode = securityMode(state);
    if (!mode)
        return {{.kind = PortRemark::Kind::BothSwitches}};

    QList<PortRemark> remarks;
    const int usual = standardPort(state.protocol, *mode);
    if (*mode == SecurityMode::None)
        remarks += PortRemark{.kind = hasUserName ? PortRemark::Kind::PasswordReadable : PortRemark::Kind::NotEncrypted,
                              .usualPort = usual,
                              .remedy = withMode(state, SecurityMode::Ssl)};
    if (state.port == automaticPort)
        return remarks;

    PortState onUsualPort = state;
    onUsualPort.port = usual;
    const QList<SecurityMode> modes = modesOf(state.protocol, state.port);
    if (const std::optional<Protocol> other = ownerOf(state.port, state.protocol); other && modes.isEmpty()) {
        // SMTP is another type of account.
        const bool canChange = *other != Protocol::Smtp && state.protocol != Protocol::Smtp;
        remarks += PortRemark{.kind = PortRemark::Kind::PortOfOtherProtocol,
                              .usualPort = usual,
                              .otherProtocol = other,
                              .remedy = canChange ? withProtocol(state, *other, *mode) : onUsualPort};
    } else if (modes.isEmpty()) {
        remarks += PortRemark{.kind = PortRemark::Kind::PortKept, .usualPort = usual, .remedy = onUsualPort};
    } else if (!modes.contains(*mode)) {
        // The modes ascend in safety. A port of mode none alone never talks anybody out of encryption: there the port goes.
        const SecurityMode safest = modes.last();
        PortState ofThePort = state;
        ofThePort.useSsl = safest == SecurityMode::Ssl;
        ofThePort.useStartTls = safest == SecurityMode::StartTls;
        remarks += PortRemark{.kind = PortRemark::Kind::PortOfOtherMode,
                              .usualPort = usual,
                              .otherMode = safest,
                              .remedy = safest == SecurityMode::None ? onUsualPort : ofThePort};
    }
    return remarks;
}

} // namespace stationer
