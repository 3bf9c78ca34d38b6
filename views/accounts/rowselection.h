#pragma once

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QList>

#include <algorithm>

namespace stationer {

/// Whole rows of a flat model as a selection of as few ranges as there can be: a view's work grows with their number, not
/// with the rows'.
inline QItemSelection selectionOf(const QAbstractItemModel& model, QList<int> rows)
{
    std::ranges::sort(rows);
    QItemSelection selection;
    const int last = model.columnCount() - 1;
    for (qsizetype begin = 0; begin < rows.size();) {
        qsizetype end = begin;
        while (end + 1 < rows.size() && rows[end + 1] <= rows[end] + 1)
            ++end;
        selection.append(QItemSelectionRange(model.index(rows[begin], 0), model.index(rows[end], last)));
        begin = end + 1;
    }
    return selection;
}

/// The rows that are selected, in order. Asked of the ranges: to ask of each row takes a question to the model for each of
/// its cells.
inline QList<int> rowsOf(const QItemSelection& selection)
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows += row;
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace stationer
