#pragma once

#include <QList>

#include <functional>
#include <set>
#include <type_traits>
#include <utility>

namespace stationer {

/// The steps that lead a model's rows from one list to another, told one by one, so that a view keeps what it shows of the
/// rows that stay. Rows are the same if their keys are; a row that changed its place goes and comes again.
template <class Row>
struct RowSteps {
    std::function<void(int row)> aboutToRemove;
    std::function<void()> removed;
    std::function<void(int row)> aboutToInsert;
    std::function<void()> inserted;
    std::function<void(int row, const Row& before)> changed;
};

template <class Row, class KeyOf>
void followRows(QList<Row>& rows, const QList<Row>& wanted, KeyOf&& keyOf, const RowSteps<Row>& steps)
{
    const auto indexOf = [&](const QList<Row>& list, const auto& key, qsizetype from) {
        for (qsizetype i = from; i < list.size(); ++i)
            if (keyOf(list[i]) == key)
                return i;
        return qsizetype(-1);
    };
    // Most often little changed: what is alike at both ends needs no search.
    qsizetype head = 0;
    while (head < rows.size() && head < wanted.size() && keyOf(rows[head]) == keyOf(wanted[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < rows.size() - head && tail < wanted.size() - head &&
           keyOf(rows[rows.size() - 1 - tail]) == keyOf(wanted[wanted.size() - 1 - tail]))
        ++tail;
    const auto removeAt = [&](qsizetype row) {
        steps.aboutToRemove(int(row));
        rows.removeAt(row);
        steps.removed();
    };
    using Key = std::decay_t<decltype(keyOf(wanted.first()))>;
    std::set<Key> stays;
    for (qsizetype row = head; row < wanted.size() - tail; ++row)
        stays.insert(keyOf(wanted[row]));
    for (qsizetype row = rows.size() - 1 - tail; row >= head; --row)
        if (!stays.contains(keyOf(rows[row])))
            removeAt(row);
    std::set<Key> present;
    for (qsizetype row = head; row < rows.size() - tail; ++row)
        present.insert(keyOf(rows[row]));
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        const auto key = keyOf(wanted[row]);
        if (row < rows.size() && keyOf(rows[row]) == key) {
            if (!(rows[row] == wanted[row])) {
                const Row before = std::exchange(rows[row], wanted[row]);
                steps.changed(int(row), before);
            }
            continue;
        }
        if (const qsizetype elsewhere = present.contains(key) ? indexOf(rows, key, row) : -1; elsewhere >= 0)
            removeAt(elsewhere);
        steps.aboutToInsert(int(row));
        rows.insert(row, wanted[row]);
        steps.inserted();
    }
}

} // namespace stationer
