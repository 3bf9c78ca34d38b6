#pragma once

#include "trust/broughttrust.h"
#include "views/trust/trustrooms.h"

#include <QDialog>

#include <functional>

namespace stationer {

class TrustTable;

/// What a station brings with it, to be looked at before it counts: its root CAs and its rows of Allowed Hosts, each with its
/// certificate. Neither the window nor looking takes anything over; the two answers do, by who listens. Opened with open().
class BroughtTrustDialog : public QDialog {
    Q_OBJECT
public:
    BroughtTrustDialog(const BroughtTrust& brought, std::function<TrustAnchors(TrustRooms::Roots)> anchors,
                       QWidget* parent = nullptr);

signals:
    void takenOver();
    void left();

private:
    void view(const CertificateChain& chain, const std::optional<AllowedHost>& row);
    TrustTable* addRoots();
    TrustTable* addHosts();

    std::function<TrustAnchors(TrustRooms::Roots)> m_anchors;
    UserTrustStore m_roots; ///< in memory, for the tables alone: nobody judges by them
    AllowedHosts m_hosts;
};

} // namespace stationer
