// The edits that take components away or give them another place.

#include "station/documentdata.h"
#include "station/reader.h"
#include "station/symbols.h"

namespace stationer {

namespace {

/// Without those that are inside another of them.
QList<Node> outermost(const Tree& tree, const QList<SlotId>& slotIds)
{
    QSet<Node> wanted;
    for (const SlotId slot : slotIds)
        wanted.insert(nodeOf(slot));
    QList<Node> nodes;
    QSet<Node> taken;
    for (const SlotId slot : slotIds) {
        Node above = tree.parent(nodeOf(slot));
        while (above != noNode && !wanted.contains(above))
            above = tree.parent(above);
        if (above == noNode && !taken.contains(nodeOf(slot))) {
            taken.insert(nodeOf(slot));
            nodes.append(nodeOf(slot));
        }
    }
    return nodes;
}

qsizetype height(const Tree& tree, Node node)
{
    qsizetype deepest = 0;
    if (tree.isOriginal(node) && tree.isClean(node)) {
        QList<Node> open; // where the elements end that we are in
        for (Node each = node; each < tree.index().at(node).next; ++each) {
            while (!open.isEmpty() && each >= open.last())
                open.removeLast();
            open.append(tree.index().at(each).next);
            deepest = std::max(deepest, open.size());
        }
        return deepest;
    }
    for (const Node child : tree.children(node))
        deepest = std::max(deepest, height(tree, child));
    return deepest + 1;
}

} // namespace

Result<Edit, EditFault> Document::remove(SlotId slot) const
{
    return remove(QList{slot});
}

Result<Edit, EditFault> Document::remove(const QList<SlotId>& slotIds) const
{
    for (const SlotId slot : slotIds) {
        if (!exists(slot) || slot == root())
            return EditFault::NoSuchSlot;
    }
    Draft draft(m_data->now, m_data->added);
    const QList<Node> leaving = outermost(m_data->now, slotIds);
    for (const Node node : leaving) {
        symbols::moveDeclarationsOut(draft, node);
        draft.removeChild(node);
    }
    return draft.finished(leaving.isEmpty() ? noNode : leaving.first());
}

Result<Edit, EditFault> Document::move(const QList<SlotId>& slotIds, SlotId parent, SlotId before) const
{
    const Tree& now = m_data->now;
    const Node target = nodeOf(parent);
    if (!exists(parent) || (before != SlotId::None && this->parent(before) != parent))
        return EditFault::NoSuchSlot;
    if (now.kind(target) != SlotKind::Property || now.attribute(target, "v"))
        return EditFault::NotAComponent;
    for (const SlotId slot : slotIds) {
        if (!exists(slot) || slot == root())
            return EditFault::NoSuchSlot;
        if (isWithin(parent, slot))
            return EditFault::IntoItself;
    }
    const QList<Node> moving = outermost(now, slotIds);
    const qsizetype depth = now.depth(target);
    // `before` may be among those that move: then they go before the next that does not.
    QList<Node> siblings = now.children(target);
    qsizetype at = before == SlotId::None ? siblings.size() : siblings.indexOf(nodeOf(before));
    while (at < siblings.size() && moving.contains(siblings[at]))
        ++at;
    const Node behind = at < siblings.size() ? siblings[at] : noNode;

    Draft draft(now, m_data->added);
    for (const Node node : moving) {
        if (now.parent(node) != target && depth + height(now, node) > deepestNesting)
            return EditFault::TooLarge;
        const QString name = now.name(node);
        if (now.parent(node) != target && draft.tree().child(target, name) != noNode) {
            QString free = name;
            for (int number = 1; draft.tree().child(target, free) != noNode; ++number)
                free = name + QString::number(number);
            draft.setName(node, free);
        }
        siblings = draft.tree().children(target);
        const qsizetype position = behind == noNode ? siblings.size() : siblings.indexOf(behind);
        if (position > 0 && siblings[position - 1] == node)
            continue;
        symbols::move(draft, node, target, position);
    }
    return draft.finished(moving.isEmpty() ? noNode : moving.first());
}

Result<Edit, EditFault> Document::reorder(SlotId parent, const QList<SlotId>& order) const
{
    const Tree& now = m_data->now;
    const Node target = nodeOf(parent);
    if (!exists(parent))
        return EditFault::NoSuchSlot;
    const QList<Node> children = now.children(target);
    QSet<Node> named;
    for (const SlotId slot : order)
        named.insert(nodeOf(slot));
    if (named.size() != order.size())
        return EditFault::NoSuchSlot;
    QList<Node> wanted;
    qsizetype next = 0;
    for (const Node child : children) {
        const bool isNamed = named.contains(child);
        if (isNamed)
            named.remove(child);
        wanted.append(isNamed ? nodeOf(order[next++]) : child);
    }
    if (!named.isEmpty())
        return EditFault::NoSuchSlot;
    Draft draft(now, m_data->added);
    symbols::reorder(draft, target, wanted);
    return draft.finished(target);
}

} // namespace stationer
