#pragma once

#include "items/roles.h"
#include "items/rowfollower.h"
#include "items/trustcell.h"
#include "terms/badge.h"

#include <QAbstractTableModel>
#include <QList>

#include <utility>

namespace stationer {

/// What the tables of the Certificate Manager have in common: rows that stand for certificates and follow a list, each cell
/// asked for when it is shown. The roles beside the display are TrustRole's. A Row has a key() and an operator==.
template <class Row>
class TrustTableModel : public QAbstractTableModel {
public:
    const Row* rowAt(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; } ///< or nullptr

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row& row = m_rows[index.row()];
        if (role == Qt::DisplayRole)
            return cellOf(row, index.column()).shown();
        if (role == Qt::AccessibleTextRole && index.column() == 0) // the shield in words
            return QString(cellOf(row, 0).shown() + QLatin1StringView(", ") + stateOf(row).text);
        if (role < int(TrustRole::Sort) || role > int(TrustRole::Told))
            return {};
        switch (TrustRole(role)) {
        case TrustRole::Sort:
            return cellOf(row, index.column()).sort;
        case TrustRole::Badge:
            return int(stateOf(row).badge);
        case TrustRole::BadgeText:
            return stateOf(row).text;
        case TrustRole::Sha256: // asked only here: it may have to be read first, and sorting asks thousands
            return certificateOf(row) ? QString::fromLatin1(certificateOf(row)->sha256) : QString();
        case TrustRole::Der:
            return certificateOf(row) ? certificateOf(row)->der : QByteArray();
        case TrustRole::Searched:
            return searchedOf(row);
        case TrustRole::Told:
            return cellOf(row, index.column()).told();
        }
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? headerOf(section) : QVariant();
    }

protected:
    TrustTableModel(int columns, Clock clock, QObject* parent)
        : QAbstractTableModel(parent), m_columns(columns),
          m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentDateTimeUtc))
    {
    }

    virtual TrustCell cellOf(const Row& row, int column) const = 0;
    virtual TrustState stateOf(const Row& row) const = 0;
    virtual const CertificateSketch* certificateOf(const Row& row) const = 0; ///< nullptr where it is not known
    virtual QString headerOf(int column) const = 0;
    virtual QString searchedOf(const Row& row) const = 0; ///< what the filter looks through

    QDateTime now() const { return m_clock(); }
    const QList<Row>& rows() const { return m_rows; }

    /// The first filling and a change of very many rows come as a reset, all others step by step.
    void follow(const QList<Row>& wanted)
    {
        constexpr qsizetype mostSteps = 500;
        if (m_rows.isEmpty() || wanted.isEmpty() || qAbs(m_rows.size() - wanted.size()) > mostSteps) {
            if (m_rows.size() + wanted.size() > 1) {
                beginResetModel();
                m_rows = wanted;
                endResetModel();
                return;
            }
        }
        followRows(
            m_rows, wanted, [](const Row& row) { return row.key(); },
            RowSteps<Row>{
                .aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
                .removed = [this] { endRemoveRows(); },
                .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
                .inserted = [this] { endInsertRows(); },
                .changed = [this](int row, const Row&) { emit dataChanged(index(row, 0), index(row, m_columns - 1)); },
            });
    }
    void refresh() ///< what every row shows may have changed
    {
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, m_columns - 1));
    }

private:
    int m_columns;
    Clock m_clock;
    QList<Row> m_rows;
};

} // namespace stationer
