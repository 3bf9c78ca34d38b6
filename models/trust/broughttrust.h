#pragma once

#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QList>
#include <QString>

namespace stationer {

/// What a station brings with it in its `.security` folder that the user has neither made nor taken over here, and so far
/// neither left: shown before it is believed, never by believing it.
struct BroughtTrust {
    QList<UserRoot> roots;
    QList<AllowedHost> hosts;
    bool hasNotes = false; ///< of tests, of the handover, of the station itself; whoever opened them knows

    bool isEmpty() const { return roots.isEmpty() && hosts.isEmpty() && !hasNotes; }
};

/// `hosts` and `roots` are the folder's stores as they were opened.
BroughtTrust broughtWith(const TrustFolder& folder, const AllowedHosts& hosts, const UserTrustStore& roots);

/// «This station brings 2 root CAs and 1 exemption with it.», translated.
QString describe(const BroughtTrust& brought);

} // namespace stationer
