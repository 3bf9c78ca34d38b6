#pragma once

#include "desktop.h"
#include "items/accountsmodel.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/accountstable.h"

namespace stationer::test {

/// The window on the Email Account Manager of a station.
class AccountsDesktop : protected Desktop {
protected:
    void openAccounts(const QByteArray& lines)
    {
        openStation(smallStation(lines));
        showAccounts();
    }
    void showAccounts()
    {
        window().showComponent(service());
        QVERIFY(manager().isVisible()); // the service's default view
    }
    AccountManager& manager() { return window().accountManager(); }
    AccountsTable& table() { return *manager().table(); }
    SlotId service() { return emailService(station().document()); }
    SlotId slot(const QString& name) { return station().document().child(service(), name); }
    QModelIndex cell(const QString& name, int column)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (table().model()->index(row, AccountsModel::NameColumn).data() == name)
                return table().model()->index(row, column);
        return {};
    }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            all += table().model()->index(row, AccountsModel::NameColumn).data().toString();
        return all;
    }
};

} // namespace stationer::test
