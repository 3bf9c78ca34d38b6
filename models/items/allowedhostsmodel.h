#pragma once

#include "items/trustcell.h"
#include "trust/allowedhosts.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace stationer {

/// The Allowed Hosts list as a table, one row a host and port. Follows the list; roles beside the display are TrustRole's.
class AllowedHostsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        HostColumn,
        PortColumn,
        ApprovalColumn,
        SubjectColumn,
        IssuedByColumn,
        CreatedColumn,
        LastUsedColumn,
        ExpiresColumn,
        ReasonsColumn,
        ColumnCount,
    };

    explicit AllowedHostsModel(AllowedHosts& hosts, QObject* parent = nullptr, Clock clock = {});
    ~AllowedHostsModel() override;

    const AllowedHost* hostAt(int row) const; ///< nullptr outside
    /// Each acts on the list and returns its fault.
    std::optional<TrustFileFault> forget(int row);
    std::optional<TrustFileFault> approve(int row); ///< of a rejected or unanswered row, until deleted
    std::optional<TrustFileFault> unapprove(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row;
    void follow();

    AllowedHosts& m_hosts;
    Clock m_clock;
    QList<Row> m_rows;
};

} // namespace stationer
