#pragma once

#include "items/trustmodels.h"

#include <QDialog>

class QTabWidget;

namespace stationer {

class MessageBar;
class TrustTable;

/// Allowed Hosts and the User Trust Store of the open station, as two tables. Deleting takes effect on the next connection.
class TrustWindow : public QDialog {
    Q_OBJECT
public:
    TrustWindow(AllowedHosts& hosts, UserTrustStore& store, QWidget* parent = nullptr);

    enum class Tab { AllowedHosts, UserTrustStore };
    void showTab(Tab tab);
    /// Shows what `bytes` hold and imports what is confirmed.
    void importBytes(const QByteArray& bytes);
    void importFromFile();

signals:
    void trustChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeHosts();
    QWidget* makeRoots();
    void view(const QByteArray& der);
    void complain(const std::optional<TrustFileFault>& fault);

    AllowedHosts& m_hosts;
    UserTrustStore& m_store;
    AllowedHostsModel* m_hostsModel;
    UserTrustStoreModel* m_rootsModel;
    QTabWidget* m_tabs;
    MessageBar* m_message;
};

} // namespace stationer
