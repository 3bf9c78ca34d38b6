// Finding slots by what stands in their tags: a search over the bytes of the texts, so that a million elements need no
// second look.

#include "station/documentdata.h"

#include <algorithm>

namespace stationer {

Document::Stretch Document::mentioning(QByteArrayView bytes, qsizetype from, qsizetype length) const
{
    const Index& index = *m_data->index;
    const QByteArrayView text(index.xml);
    const qsizetype end = length < text.size() - from ? from + length : text.size();
    // What begins before the end may go on behind it.
    const QByteArrayView searched = text.first(std::min(end + bytes.size() - 1, text.size()));
    Stretch found{{}, end < text.size() ? end : -1};
    qsizetype at = searched.indexOf(bytes, from);
    while (at >= 0) {
        const auto behind =
            std::upper_bound(index.elements.begin(), index.elements.end(), at,
                             [](qsizetype offset, const Element& element) { return offset < qsizetype(element.start); });
        qsizetype next = at + 1;
        if (behind != index.elements.begin()) {
            const auto element = std::prev(behind);
            const qsizetype tagEnd = element->start + Tag(text.sliced(element->start)).length();
            if (at < tagEnd && element != index.elements.begin())
                found.slotIds.append(slotId(static_cast<Node>(element - index.elements.begin())));
            next = std::max(next, tagEnd);
        }
        at = next < searched.size() ? searched.indexOf(bytes, next) : -1;
    }
    return found;
}

SlotId Document::withHandle(quint64 handle) const
{
    const Tree& tree = m_data->now;
    const Index& index = *m_data->index;
    if (const Node node = index.handles.nodeOf(handle); node != noNode) {
        if (tree.exists(node))
            return slotId(node);
        for (const Index::Remark& remark : index.remarks) { // another one may have the same
            if (remark.kind == DocumentRemark::Kind::DuplicateHandle && tree.exists(remark.node) &&
                this->handle(slotId(remark.node)) == handle)
                return slotId(remark.node);
        }
    }
    for (const Parts::Part& part : index.parts->parts) {
        for (const auto& [node, own] : part.handles) {
            if (own == handle && tree.exists(node))
                return slotId(node);
        }
    }
    const AddedElements& added = tree.added();
    for (std::size_t i = 0; i < added.elements.size(); ++i) {
        const Node node = added.first + static_cast<Node>(i);
        if (added.elements[i].handle == handle && tree.exists(node))
            return slotId(node);
    }
    return SlotId::None;
}

QList<SlotId> Document::differingFrom(const DocumentState& state) const
{
    QSet<Node> nodes = differing(m_data->now.overlay(), state.m_data ? state.m_data->overlay : Overlay());
    nodes.remove(graphNode);
    QList<SlotId> result;
    for (const Node node : nodes)
        result.append(slotId(node));
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace stationer
