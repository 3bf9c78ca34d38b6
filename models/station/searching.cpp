// Finding slots by what stands in their tags: a search over the bytes of the texts, so that a million elements need no second look.

#include "station/documentdata.h"

namespace stationer {

namespace {

/// The elements of a text whose start tag has these bytes in it; `first` is the node of its first element.
template <class Elements, class Visit>
void visitMentioning(const QByteArray& xml, const Elements& elements, Node first, QByteArrayView bytes, Visit&& visit)
{
    const QByteArrayView text(xml);
    qsizetype at = text.indexOf(bytes);
    while (at >= 0) {
        const auto behind =
            std::upper_bound(elements.begin(), elements.end(), at,
                             [](qsizetype offset, const Element& element) { return offset < qsizetype(element.start); });
        if (behind == elements.begin()) {
            at = text.indexOf(bytes, at + 1);
            continue;
        }
        const auto number = std::prev(behind) - elements.begin();
        const qsizetype start = std::prev(behind)->start;
        const qsizetype tagEnd = start + Tag(text.sliced(start)).length();
        if (at < tagEnd)
            visit(first + static_cast<Node>(number));
        at = text.indexOf(bytes, std::max(at + 1, tagEnd));
    }
}

} // namespace

QList<SlotId> Document::mentioning(QByteArrayView bytes) const
{
    const Tree& tree = m_data->now;
    const Index& index = *m_data->index;
    const auto& changed = tree.overlay().tags;
    QList<SlotId> result;
    const auto note = [&](Node node) {
        if (node != graphNode && (changed.isEmpty() || !changed.contains(node)) && tree.exists(node))
            result.append(slotId(node));
    };
    visitMentioning(index.xml, index.elements, 0, bytes, note);
    for (const Parts::Part& part : index.parts->parts)
        visitMentioning(part.index->xml, part.index->elements, part.first, bytes, note);
    const AddedElements& added = tree.added();
    for (std::size_t i = 0; i < added.elements.size(); ++i) {
        if (added.elements[i].tag.contains(bytes))
            note(added.first + static_cast<Node>(i));
    }
    for (auto each = changed.keyBegin(); each != changed.keyEnd(); ++each) {
        if (*each != graphNode && tree.exists(*each) && tree.tag(*each).contains(bytes))
            result.append(slotId(*each));
    }
    return result;
}

} // namespace stationer
