#pragma once

#include "items/allowedhostsmodel.h"
#include "views/common/dialog.h"
#include "views/trust/trustrooms.h"

class QTabWidget;

namespace stationer {

class AllowedHostsTab;
class MessageBar;
class UserTrustStoreTab;

/// The Certificate Manager: the User Key Store, the System Trust Store, the User Trust Store and Allowed Hosts, as four
/// tables. What is changed here can be undone here, by a stack of its own. Deleting takes effect on the next connection.
class CertificateManager : public Dialog {
    Q_OBJECT
public:
    explicit CertificateManager(const TrustRooms& rooms, QWidget* parent = nullptr);

    enum class Tab { UserKeyStore, SystemTrustStore, UserTrustStore, AllowedHosts };
    void showTab(Tab tab);
    /// Allowed Hosts, filtered to one server; empty: all.
    void showHosts(const QString& filter);
    void setUsers(const QList<HostUser>& users);
    /// Shows what `bytes` hold and imports what is confirmed.
    void importBytes(const QByteArray& bytes);
    void complain(const QString& sentence);
    void tell(const QString& sentence);

signals:
    /// A certificate of the User Key Store, to sign in with by EXTERNAL.
    void identityChosen(const stationer::ClientIdentity& identity, const QString& alias);

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeUndo();
    void fetch();

    TrustRooms m_rooms;
    QTabWidget* m_tabs;
    MessageBar* m_message;
    AllowedHostsTab* m_hosts = nullptr;
    UserTrustStoreTab* m_roots = nullptr;
};

} // namespace stationer
