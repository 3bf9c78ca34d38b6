#pragma once

#include "rows/accountrow.h"

#include <QDateTime>
#include <QSortFilterProxyModel>

namespace stationer {

class AccountsModel;

/// The accounts in the order in which their certificates end, the first to end on top; below them, in the order of the file,
/// those of which no certificate is known. One column, with a sentence a row for those who hear it.
class ValidityModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ValidityModel(AccountsModel& accounts, QObject* parent = nullptr); ///< `accounts` must outlive it

    AccountsModel& accounts() const { return m_accounts; }
    const AccountRow& row(const QModelIndex& index) const; ///< index must be valid

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsColumn(int column, const QModelIndex& parent) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    AccountsModel& m_accounts;
};

/// How the certificates of accounts stand.
struct ValidityTally {
    int ended = 0;
    int soon = 0; ///< within 30 days, and not ended
    int known = 0;
    int untested = 0;
    int without = 0;       ///< tested, and no certificate was met
    QDateTime first, last; ///< the first and the last end; invalid where none is known

    bool operator==(const ValidityTally&) const = default;
};
ValidityTally validityTallyOf(const QList<AccountRow>& rows);
/// «1 expired, 2 end within 30 days, 3 not tested yet»
QString summaryOf(const ValidityTally& tally);

} // namespace stationer
