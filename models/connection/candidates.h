#pragma once

#include "terms/protocol.h"
#include "terms/securitymode.h"

#include <QList>

#include <optional>

namespace stationer {

/// One security mode on one port: a row of the matrix that Find Settings tries.
struct Candidate {
    SecurityMode security = SecurityMode::None;
    quint16 port = 0;

    bool operator==(const Candidate&) const = default;
};

/// Every mode on the standard ports of the protocol and on the port that is set, each once. The safest mode comes first, and
/// within a mode the more likely port: one of the user's own choosing, then the mode's usual one, then the others.
QList<Candidate> candidates(Protocol protocol, std::optional<quint16> ownPort);
/// The same on these ports.
QList<Candidate> candidates(Protocol protocol, const QList<quint16>& ports, std::optional<quint16> ownPort);

} // namespace stationer
