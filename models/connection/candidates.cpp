#include "connection/candidates.h"

#include "catalogue/portrules.h"

#include <algorithm>
#include <array>

namespace stationer {

namespace {

int likelihood(Protocol protocol, const Candidate& candidate, std::optional<quint16> ownPort)
{
    // A standard port may stand there by default; any other was chosen by somebody.
    if (candidate.port == ownPort && !isStandardPort(protocol, candidate.port))
        return 0;
    return candidate.port == standardPort(protocol, candidate.security) ? 1 : 2;
}

} // namespace

QList<Candidate> candidates(Protocol protocol, std::optional<quint16> ownPort)
{
    QList<quint16> ports;
    for (const SecurityMode mode : allSecurityModes)
        ports += quint16(standardPort(protocol, mode));
    return candidates(protocol, ports, ownPort);
}

QList<Candidate> candidates(Protocol protocol, const QList<quint16>& ports, std::optional<quint16> ownPort)
{
    QList<quint16> all = ports;
    if (ownPort)
        all += *ownPort;
    QList<Candidate> found;
    for (const SecurityMode mode : safestFirst) {
        const qsizetype begin = found.size();
        for (const quint16 port : std::as_const(all))
            if (port != 0 && !found.contains(Candidate{mode, port}))
                found += Candidate{mode, port};
        std::stable_sort(found.begin() + begin, found.end(), [&](const Candidate& one, const Candidate& other) {
            return likelihood(protocol, one, ownPort) < likelihood(protocol, other, ownPort);
        });
    }
    return found;
}

} // namespace stationer
