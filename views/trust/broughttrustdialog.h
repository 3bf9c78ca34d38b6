#pragma once

#include "trust/allowedhosts.h"
#include "views/common/dialog.h"
#include "views/trust/trustrooms.h"

#include <functional>

namespace stationer {

class OpenTrust;
class TrustTable;

/// What a station brings with it, to be looked at before it counts: its root CAs and its rows of Allowed Hosts, each with
/// its certificate. Neither the window nor looking takes anything over; the two answers do. Opened with open(); it goes when
/// it is closed, or with the station.
class BroughtTrustDialog : public Dialog {
    Q_OBJECT
public:
    BroughtTrustDialog(OpenTrust& trust, std::function<TrustAnchors(TrustRooms::Roots)> anchors, QWidget* parent = nullptr);

private:
    void view(const CertificateChain& chain, const std::optional<AllowedHost>& row);
    TrustTable* addRoots();
    TrustTable* addHosts();

    std::function<TrustAnchors(TrustRooms::Roots)> m_anchors;
    UserTrustStore m_roots; ///< in memory, for the tables alone: nobody judges by them
    AllowedHosts m_hosts;
};

} // namespace stationer
