#pragma once

#include "views/trust/trustrooms.h"
#include "views/trust/trusttable.h"

namespace stationer {

class AllowedHostsModel;
class MessageBar;
class NoteLine;
struct HostUser;

/// Allowed Hosts in the Certificate Manager: the answers to challenges, with a banner over those that are no longer needed.
class AllowedHostsTab : public QWidget {
    Q_OBJECT
public:
    explicit AllowedHostsTab(const TrustRooms& rooms, QWidget* parent = nullptr);

    void setUsers(const QList<HostUser>& users);
    void filterBy(const QString& text);
    TrustTable& table() { return *m_table; }

signals:
    void failed(const QString& sentence);
    void fetchRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QList<Endpoint> selected() const;
    void addButtons();
    void view();
    void viewChain(const AllowedHost& row, const CertificateChain& chain);
    void followSelection();
    void exportSelected();
    void showUnneeded(const QList<Endpoint>& hosts);

    TrustRooms m_rooms;
    AllowedHostsModel* m_model;
    MessageBar* m_banner;
    TrustTable* m_table;
    NoteLine* m_change; ///< of the selected row, where its server has shown another certificate since
};

} // namespace stationer
