#include "items/navrows.h"

namespace stationer {

void NavRows::clear()
{
    m_rows.clear();
    m_root = nullptr;
}

NavRows::Row& NavRows::plant(SlotId station)
{
    auto root = std::make_unique<Row>();
    root->slot = station;
    m_root = root.get();
    m_rows.emplace(station, std::move(root));
    return *m_root;
}

NavRows::Row* NavRows::of(SlotId slot) const
{
    const auto found = m_rows.find(slot);
    return found == m_rows.end() ? nullptr : found->second.get();
}

void NavRows::insert(Row& parent, std::size_t number, const QList<SlotId>& slotIds)
{
    std::vector<Row*> rows;
    rows.reserve(std::size_t(slotIds.size()));
    for (const SlotId slot : slotIds) {
        auto made = std::make_unique<Row>();
        made->slot = slot;
        made->parent = &parent;
        made->isBelowMatch = parent.isBelowMatch;
        rows.push_back(made.get());
        m_rows.emplace(slot, std::move(made));
    }
    parent.children.insert(parent.children.begin() + std::ptrdiff_t(number), rows.begin(), rows.end());
    NavRows::number(parent, number);
}

void NavRows::erase(Row& parent, std::size_t first, std::size_t last)
{
    const auto begin = parent.children.begin() + std::ptrdiff_t(first), end = parent.children.begin() + std::ptrdiff_t(last);
    for (auto each = begin; each != end; ++each) {
        forgetBelow(**each);
        m_rows.erase((*each)->slot);
    }
    parent.children.erase(begin, end);
    number(parent, first);
}

void NavRows::forgetBelow(Row& row)
{
    for (Row* child : row.children) {
        forgetBelow(*child);
        m_rows.erase(child->slot);
    }
    row.children.clear();
}

void NavRows::number(Row& parent, std::size_t from)
{
    for (std::size_t i = from; i < parent.children.size(); ++i)
        parent.children[i]->number = i;
}

} // namespace stationer
