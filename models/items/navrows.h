#pragma once

#include "station/slotid.h"

#include <QList>

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace stationer {

/// The rows of the Nav tree that were asked for: which component stands where, and under which row. It knows no document and
/// tells nobody; it only keeps the numbers of the rows right and finds a component's row at once.
class NavRows {
public:
    /// The rows below one are its component's children once it is populated; before, nobody knows them.
    struct Row {
        SlotId slot = SlotId::None;
        Row* parent = nullptr; ///< none: the station itself
        std::size_t number = 0;
        bool isPopulated = false;
        bool isBelowMatch = false; ///< of the filter, or one itself: all below it is shown
        std::vector<Row*> children = {};
    };

    void clear();
    Row& plant(SlotId station); ///< the one row at the top, where there is none yet
    Row* root() const { return m_root; }
    Row* of(SlotId slot) const; ///< nullptr where nobody asked for it

    /// New rows under `parent`, the first of them at `number`; what stands there goes behind them.
    void insert(Row& parent, std::size_t number, const QList<SlotId>& slotIds);
    void erase(Row& parent, std::size_t first, std::size_t last); ///< with all below them; `last` is behind them

    template <class Visit>
    void forEach(Visit&& visit) const
    {
        for (const auto& [slot, row] : m_rows)
            visit(*row);
    }

private:
    void forgetBelow(Row& row);
    static void number(Row& parent, std::size_t from);

    std::unordered_map<SlotId, std::unique_ptr<Row>> m_rows;
    Row* m_root = nullptr;
};

} // namespace stationer
