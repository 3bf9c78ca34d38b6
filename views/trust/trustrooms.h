#pragma once

#include "connection/connectiontest.h"
#include "trust/truststores.h"

#include <functional>

namespace stationer {

class AllowedHosts;
class KeyRing;
class TrustEdits;
class UnneededHosts;
class UserKeyStore;
class UserTrustStore;

/// Whom the Certificate Manager shows and changes. It owns none of them.
struct TrustRooms {
    enum class Roots { System, SystemAndUser };

    AllowedHosts& hosts;
    UserTrustStore& roots;
    UserKeyStore& keys;
    TrustEdits& edits;
    UnneededHosts& unneeded;
    KeyRing& keyRing;
    std::function<TrustAnchors(Roots)> anchors; ///< as the stores are now
    std::function<ChainJudge()> judge;          ///< the same with the exemptions
};

} // namespace stationer
