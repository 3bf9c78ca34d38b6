// The edits a document can plan: each works on a draft and returns the difference.

#include "station/documentdata.h"
#include "station/reader.h"
#include "station/slotname.h"
#include "station/symbols.h"

#include <limits>

namespace stationer {

namespace {

/// Where a slot stands among its siblings: behind those the order has before it, else before those it has behind it.
/// A property stands before child components in any case.
qsizetype place(const Tree& tree, Node parent, const QString& name, bool isComponent, const QStringList& order)
{
    const QList<Node> children = tree.children(parent);
    const qsizetype own = order.indexOf(name);
    qsizetype limit = children.size();
    qsizetype behind = -1, before = -1;
    qsizetype behindRank = -1, beforeRank = order.size();
    for (qsizetype i = 0; i < children.size(); ++i) {
        const qsizetype rank = order.indexOf(tree.name(children[i]));
        if (rank < 0) {
            if (!isComponent && tree.isComponent(children[i]))
                limit = std::min(limit, i);
        } else if (own >= 0 && rank < own && rank >= behindRank) {
            behindRank = rank;
            behind = i;
        } else if (own >= 0 && rank > own && rank < beforeRank) {
            beforeRank = rank;
            before = i;
        }
    }
    if (behind >= 0)
        return std::min(behind + 1, limit);
    return before >= 0 ? std::min(before, limit) : limit;
}

/// Where a child of an earlier list goes back to: behind its nearest elder there that is still here.
qsizetype formerPlace(const QList<Node>& former, const QList<Node>& children, Node child)
{
    for (qsizetype i = former.indexOf(child) - 1; i >= 0; --i) {
        if (const qsizetype at = children.indexOf(former[i]); at >= 0)
            return at + 1;
    }
    for (qsizetype i = former.indexOf(child) + 1; i < former.size(); ++i) {
        if (const qsizetype at = children.indexOf(former[i]); at >= 0)
            return at;
    }
    return children.size();
}

qsizetype height(const NewSlot& slot)
{
    qsizetype below = 0;
    for (const NewSlot& child : slot.children)
        below = std::max(below, height(child));
    return below + 1;
}

quint64 componentsIn(const NewSlot& slot)
{
    quint64 count = slot.isComponent ? 1 : 0;
    for (const NewSlot& child : slot.children)
        count += componentsIn(child);
    return count;
}

qsizetype largestWritten(const NewSlot& slot)
{
    qsizetype size = 256 + 6 * (slot.name.size() + slot.type.size() + slot.value.value_or(QString()).size());
    for (const NewSlot& child : slot.children)
        size += largestWritten(child);
    return size;
}

std::optional<EditFault> faultOf(const NewSlot& slot)
{
    if (!isSlotName(slot.name))
        return EditFault::BadName;
    if (!isRepresentable(slot.value.value_or(QString())) || !isRepresentable(slot.type))
        return EditFault::NotRepresentable;
    if (slot.value && !slot.children.isEmpty())
        return EditFault::NotAComponent;
    QSet<QString> names;
    for (const NewSlot& child : slot.children) {
        if (const auto fault = faultOf(child))
            return fault;
        if (names.contains(child.name))
            return EditFault::NameTaken;
        names.insert(child.name);
    }
    return std::nullopt;
}

/// Whether taking the value away leaves nothing that says something: flags, facets, a handle, children, the unknown.
bool isOnlyValue(const Tree& tree, Node node)
{
    if (tree.hasChildren(node))
        return false;
    const QByteArray bytes = tree.tag(node);
    const Tag tag(bytes);
    const auto& attributes = tag.attributes();
    const auto goes = [](const Tag::Attribute& each) {
        return each.name == "n" || each.name == "m" || each.name == "t" || each.name == "v";
    };
    if (!std::all_of(attributes.begin(), attributes.end(), goes))
        return false;
    if (!tree.isOriginal(node) || tag.isEmpty())
        return true;
    const Element& element = tree.index().at(node);
    const QByteArray whole = tree.index().text(node).sliced(element.start, element.end - element.start);
    const qsizetype inner = Tag(whole).length();
    return QByteArrayView(whole).sliced(inner, whole.lastIndexOf('<') - inner).trimmed().isEmpty();
}

/// A slot of this name that the file as saved or as opened has, and that went since.
Node formerChild(const Tree& now, const Tree& saved, Node component, const QString& name, const QString& type,
                 QList<Node>& former)
{
    for (const QList<Node>& list :
         {saved.children(component), now.isOriginal(component) ? now.index().children(component) : QList<Node>()}) {
        for (const Node node : list) {
            if (now.exists(node) || now.parent(node) != component || now.hasChildren(node) ||
                now.kind(node) != SlotKind::Property || now.attribute(node, "h"))
                continue;
            if (now.name(node) == name && (type.isEmpty() || now.rawType(node).isEmpty() || now.type(node) == type)) {
                former = list;
                return node;
            }
        }
    }
    return noNode;
}

/// One value on a draft; `node` is the slot it is about.
std::optional<EditFault> planValue(Draft& draft, const Tree& saved, Node parent, const SlotValue& wanted,
                                   const QStringList& order, Node& node)
{
    const auto& [name, value, type] = wanted;
    const Tree now = draft.tree();
    if (now.kind(parent) != SlotKind::Property || now.attribute(parent, "v"))
        return EditFault::NotAComponent;
    if (value && !isRepresentable(*value))
        return EditFault::NotRepresentable;

    node = now.child(parent, name);
    if (node != noNode) {
        const bool hasValue = now.attribute(node, "v").has_value();
        if (now.kind(node) != SlotKind::Property || (!hasValue && (now.hasChildren(node) || now.attribute(node, "h"))))
            return EditFault::NotASimpleValue;
        if (value) {
            draft.setValue(node, value);
        } else if (hasValue && isOnlyValue(now, node)) {
            symbols::moveDeclarationsOut(draft, node);
            draft.removeChild(node);
        } else {
            draft.setValue(node, std::nullopt);
        }
    } else if (value) {
        QList<Node> former;
        node = formerChild(now, saved, parent, name, type, former);
        if (node != noNode) {
            draft.insertChild(parent, formerPlace(former, now.children(parent), node), node);
            draft.setValue(node, value);
            symbols::returnDeclarations(draft, node);
        } else {
            const NewSlot slot{name, type, value, false, {}};
            if (const auto fault = faultOf(slot))
                return fault;
            if (now.depth(parent) + 1 > deepestNesting)
                return EditFault::TooLarge;
            node = draft.create(parent, place(now, parent, name, false, order), slot);
        }
    }
    if (value && now.index().xml.size() + 6 * value->size() + 256 > largestXml)
        return EditFault::TooLarge;
    return std::nullopt;
}

} // namespace

Result<Edit, EditFault> Document::setValue(SlotId component, const QString& name, const std::optional<QString>& value,
                                           const QString& type, const QStringList& order) const
{
    return setValues(component, {{name, value, type}}, order);
}

Result<Edit, EditFault> Document::setValues(SlotId component, const QList<SlotValue>& values, const QStringList& order) const
{
    Draft draft(m_data->now, m_data->added);
    Node subject = noNode;
    for (const SlotValue& each : values) {
        Node node = noNode;
        if (!exists(component))
            return EditFault::NoSuchSlot;
        if (const auto fault = planValue(draft, m_data->saved, nodeOf(component), each, order, node))
            return *fault;
        if (subject == noNode)
            subject = node;
    }
    return draft.finished(subject);
}

Result<Edit, EditFault> Document::add(SlotId parent, const NewSlot& slot, const QStringList& order) const
{
    const Tree& now = m_data->now;
    const Node node = nodeOf(parent);
    if (!exists(parent))
        return EditFault::NoSuchSlot;
    if (now.kind(node) != SlotKind::Property || now.attribute(node, "v"))
        return EditFault::NotAComponent;
    if (const auto fault = faultOf(slot))
        return *fault;
    if (now.child(node, slot.name) != noNode)
        return EditFault::NameTaken;
    if (now.depth(node) + height(slot) > deepestNesting || m_data->index->xml.size() + largestWritten(slot) > largestXml)
        return EditFault::TooLarge;
    Draft draft(now, m_data->added);
    if (const quint64 needed = componentsIn(slot); needed > 0) {
        const auto handle = draft.freeHandle();
        if (!handle || std::numeric_limits<quint64>::max() - *handle < needed - 1)
            return EditFault::NoFreeHandle;
    }
    const qsizetype position = order.contains(slot.name)
                                   ? place(now, node, slot.name, slot.isComponent || !slot.children.isEmpty(), order)
                                   : now.children(node).size();
    return draft.finished(draft.create(node, position, slot));
}

Result<Edit, EditFault> Document::rename(SlotId slot, const QString& name) const
{
    const Node node = nodeOf(slot);
    if (!exists(slot) || slot == root())
        return EditFault::NoSuchSlot;
    if (!isSlotName(name))
        return EditFault::BadName;
    if (const Node other = m_data->now.child(m_data->now.parent(node), name); other != noNode && other != node)
        return EditFault::NameTaken;
    Draft draft(m_data->now, m_data->added);
    draft.setName(node, name);
    return draft.finished(node);
}

} // namespace stationer
