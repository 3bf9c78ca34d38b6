#pragma once

#include "views/trust/trustrooms.h"
#include "views/trust/trusttable.h"

#include <QTimer>

namespace stationer {

class AllowedHostsModel;
class MessageBar;
struct HostUser;

/// Allowed Hosts in the Certificate Manager: the answers to challenges, with a banner over those that are no longer needed.
class AllowedHostsTab : public QWidget {
    Q_OBJECT
public:
    explicit AllowedHostsTab(const TrustRooms& rooms, QWidget* parent = nullptr);

    void setUsers(const QList<HostUser>& users);
    void filterBy(const QString& text) { m_table->filterBy(text); }
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
    void exportSelected();
    void checkNeeds();

    TrustRooms m_rooms;
    AllowedHostsModel* m_model;
    MessageBar* m_banner;
    TrustTable* m_table;
    QTimer m_check; ///< many things may change at once
    QList<Endpoint> m_unneeded;
};

} // namespace stationer
