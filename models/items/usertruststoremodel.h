#pragma once

#include "items/trustcell.h"
#include "trust/truststores.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace stationer {

/// The User Trust Store as a table, one row a CA.
class UserTrustStoreModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        AliasColumn,
        SubjectColumn,
        IssuedByColumn,
        NotBeforeColumn,
        NotAfterColumn,
        KeyColumn,
        SignatureColumn,
        ColumnCount,
    };

    explicit UserTrustStoreModel(UserTrustStore& store, QObject* parent = nullptr, Clock clock = {});
    ~UserTrustStoreModel() override;

    const UserRoot* rootAt(int row) const; ///< nullptr outside
    std::optional<TrustFileFault> remove(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row;
    void follow();

    UserTrustStore& m_store;
    Clock m_clock;
    QList<Row> m_rows;
};

} // namespace stationer
