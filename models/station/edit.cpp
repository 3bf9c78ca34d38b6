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

Edit Document::joined(const Edit& first, const Edit& second)
{
    if (first.isEmpty())
        return second;
    if (second.isEmpty())
        return first;
    auto data = std::make_shared<Edit::Data>(*first.m_data);
    const auto join = [](auto& changes, const auto& later) {
        QHash<Node, qsizetype> known;
        for (qsizetype i = 0; i < changes.size(); ++i)
            known.insert(changes[i].node, i);
        for (const auto& change : later) {
            if (const auto at = known.constFind(change.node); at != known.cend())
                changes[*at].after = change.after;
            else
                changes.append(change);
        }
        changes.removeIf([](const auto& change) { return change.before == change.after; });
    };
    join(data->tags, second.m_data->tags);
    join(data->children, second.m_data->children);
    for (const SlotId slot : second.m_data->touched) {
        if (!data->touched.contains(slot))
            data->touched.append(slot);
    }
    Edit edit;
    if (!data->tags.isEmpty() || !data->children.isEmpty())
        edit.m_data = data;
    return edit;
}

} // namespace stationer
