#include "station/documentdata.h"

namespace stationer {

Edit::Edit() = default;
Edit::Edit(const Edit&) = default;
Edit& Edit::operator=(const Edit&) = default;
Edit::~Edit() = default;

bool Edit::isEmpty() const
{
    return !m_data;
}

SlotId Edit::subject() const
{
    return m_data ? m_data->subject : SlotId::None;
}

QList<SlotId> Edit::touched() const
{
    return m_data ? m_data->touched : QList<SlotId>();
}

Edit Document::joined(const QList<Edit>& edits)
{
    auto data = std::make_shared<Edit::Data>();
    const auto join = [](auto& changes, auto&& listOf, const QList<Edit>& all) {
        QHash<Node, qsizetype> known;
        for (const Edit& edit : all) {
            if (edit.isEmpty())
                continue;
            for (const auto& change : listOf(*edit.m_data)) {
                if (const auto at = known.constFind(change.node); at != known.cend()) {
                    changes[*at].after = change.after;
                } else {
                    known.insert(change.node, changes.size());
                    changes.append(change);
                }
            }
        }
        changes.removeIf([](const auto& change) { return change.before == change.after; });
    };
    join(
        data->tags, [](const Edit::Data& each) { return each.tags; }, edits);
    join(
        data->children, [](const Edit::Data& each) { return each.children; }, edits);
    join(
        data->places, [](const Edit::Data& each) { return each.places; }, edits);
    QSet<SlotId> touched;
    for (const Edit& edit : edits) {
        if (data->subject == SlotId::None)
            data->subject = edit.subject();
        for (const SlotId slot : edit.touched()) {
            if (!touched.contains(slot)) {
                touched.insert(slot);
                data->touched.append(slot);
            }
        }
    }
    Edit edit;
    if (!data->tags.isEmpty() || !data->children.isEmpty() || !data->places.isEmpty())
        edit.m_data = data;
    return edit;
}

std::optional<Edit> Document::combined(const QList<Edit>& edits)
{
    QSet<Node> tags, lists, places;
    const auto isApart = [](QSet<Node>& seen, const auto& changes) {
        return std::all_of(changes.begin(), changes.end(), [&seen](const auto& change) {
            const qsizetype before = seen.size();
            seen.insert(change.node);
            return seen.size() > before;
        });
    };
    for (const Edit& edit : edits) {
        if (!edit.isEmpty() && !(isApart(tags, edit.m_data->tags) && isApart(lists, edit.m_data->children) &&
                                 isApart(places, edit.m_data->places)))
            return std::nullopt;
    }
    return joined(edits);
}

} // namespace stationer
