#pragma once

#include "station/difference.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace stationer {

/// What differs from the file as opened or last saved, slot by slot, for Show Changes: a row a difference. It is given a
/// list and follows nothing.
class ChangesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Change, Component, Property, Before, After, ColumnCount };
    /// Beside the display: the sign alone, «+», «−» or «~», and the cell in full.
    enum Role { Sign = Qt::UserRole + 1, Told };

    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<Difference>& differences);
    const QList<Difference>& differences() const { return m_differences; }
    QString text() const; ///< all rows, a line each, to be copied

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const Difference& difference, int column) const;

    QList<Difference> m_differences;
};

} // namespace stationer
