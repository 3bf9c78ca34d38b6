#include "station/draft.h"

#include "station/layout.h"
#include "station/symbols.h"

#include <limits>

namespace stationer {

Draft::Draft(const Tree& before, std::shared_ptr<AddedElements> added)
    : m_before(before), m_added(std::move(added)), m_tree(before)
{
}

void Draft::renew(Overlay overlay)
{
    m_tree = Tree(m_before.indexShared(), m_added, std::move(overlay));
}

void Draft::setTag(Node node, TagChange change)
{
    const Tag base(m_tree.baseTag(node));
    const auto original = [&](QByteArrayView name) {
        const Tag::Attribute* const found = base.find(name);
        return found ? std::optional(decodedAttribute(found->value)) : std::nullopt;
    };
    if (change.name && change.name == original("n"))
        change.name.reset();
    if (change.module && *change.module == original("m"))
        change.module.reset();
    if (change.value && *change.value == original("v"))
        change.value.reset();
    Overlay overlay = m_tree.overlay();
    if (change.isEmpty())
        overlay.tags.remove(node);
    else
        overlay.tags.insert(node, change);
    m_tags.insert(node);
    renew(std::move(overlay));
}

void Draft::setChildren(Node node, const QList<Node>& children)
{
    Overlay overlay = m_tree.overlay();
    const QList<Node> original = m_tree.isOriginal(node) ? m_tree.index().children(node) : QList<Node>();
    if (std::equal(children.begin(), children.end(), original.begin(), original.end()))
        overlay.children.remove(node);
    else
        overlay.children.insert(node, children);
    m_lists.insert(node);
    renew(std::move(overlay));
}

void Draft::insertChild(Node parent, qsizetype position, Node child)
{
    QList<Node> children = m_tree.children(parent);
    children.insert(position, child);
    setChildren(parent, children);
}

void Draft::removeChild(Node child)
{
    const Node parent = m_tree.parent(child);
    QList<Node> children = m_tree.children(parent);
    children.removeOne(child);
    setChildren(parent, children);
}

void Draft::place(Node node, Node parent, qsizetype position)
{
    if (m_tree.exists(node)) {
        const Node former = m_tree.parent(node);
        if (former == parent && m_tree.children(parent).indexOf(node) < position)
            --position;
        removeChild(node);
    }
    Overlay overlay = m_tree.overlay();
    m_places.insert(node);
    if (m_tree.isOriginal(node) && m_tree.index().at(node).parent == parent) {
        overlay.places.remove(node);
    } else if (!overlay.places.contains(node) || overlay.places[node].parent != parent) {
        const Layout layout(m_tree.index());
        const auto sort = m_tree.hasChildren(node) ? Layout::Sort::Branch : Layout::Sort::Leaf;
        overlay.places.insert(
            node, {parent, indentUnder(parent, position), layout.style(sort, placeAt(parent, position)).lineEnd});
    }
    renew(std::move(overlay));
    insertChild(parent, position, node);
}

void Draft::adopt(const QHash<Node, Placement>& places, Node parent, const QList<Node>& children)
{
    Overlay overlay = m_tree.overlay();
    overlay.places.insert(places);
    m_places += QSet<Node>(places.keyBegin(), places.keyEnd());
    renew(std::move(overlay));
    setChildren(parent, children);
}

std::optional<quint64> Draft::freeHandle() const
{
    const Handles& used = m_tree.index().handles;
    quint64 highest = used.highest();
    for (const Parts::Part& part : m_tree.index().parts->parts) {
        for (const auto& [node, handle] : part.handles) {
            if (handle > highest && m_tree.exists(node))
                highest = handle;
        }
    }
    for (Node node = m_added->first; node < m_added->first + m_added->elements.size(); ++node) {
        const auto handle = m_added->at(node).handle;
        if (handle && *handle > highest && m_tree.exists(node))
            highest = *handle;
    }
    return highest == std::numeric_limits<quint64>::max() ? std::nullopt : std::optional(highest + 1);
}

/// As the nearest sibling has it, else as one that went had it, else a step deeper than the parent.
QByteArray Draft::indentUnder(Node parent, qsizetype position) const
{
    const Layout layout(m_tree.index());
    const QList<Node> siblings = m_tree.children(parent);
    for (qsizetype distance = 0; distance < siblings.size(); ++distance) {
        for (const qsizetype at : {position - 1 - distance, position + distance}) {
            if (at < 0 || at >= siblings.size() || !m_tree.isOriginal(siblings[at]))
                continue;
            if (const Placement* const place = m_tree.placement(siblings[at]))
                return place->indent;
            if (const auto indent = layout.indent(siblings[at]))
                return *indent;
        }
    }
    if (m_tree.isOriginal(parent)) {
        if (const auto indent = m_tree.index().hasChildren(parent) ? layout.indent(parent + 1) : std::nullopt)
            return *indent;
        return layout.indent(parent).value_or(QByteArray()) + layout.indentStep(parent);
    }
    return m_added->at(parent).indent + layout.indentStep(nearestOriginal(parent));
}

Node Draft::nearestOriginal(Node node) const
{
    while (!m_tree.isOriginal(node))
        node = m_tree.parent(node);
    return node;
}

Layout::Place Draft::placeAt(Node parent, qsizetype position) const
{
    Layout::Place place{m_tree.children(parent), position, nearestOriginal(parent)};
    if (place.siblings.isEmpty() && m_tree.isOriginal(parent))
        place.siblings = m_tree.index().children(parent); // those that went
    else if (position > 0 && m_tree.isOriginal(place.siblings[position - 1]))
        place.near = place.siblings[position - 1];
    return place;
}

Node Draft::create(Node parent, qsizetype position, const NewSlot& slot)
{
    const Layout layout(m_tree.index());
    const Layout::Place place = placeAt(parent, position);

    const Node node = m_added->first + static_cast<Node>(m_added->elements.size());
    AddedElement element;
    element.parent = parent;
    const Layout::Style own = layout.style(slot.children.isEmpty() ? Layout::Sort::Leaf : Layout::Sort::Branch, place);
    element.lineEnd = own.lineEnd;
    element.branchLineEnd = slot.children.isEmpty() ? layout.style(Layout::Sort::Branch, place).lineEnd : own.lineEnd;
    element.indent = indentUnder(parent, position);
    if (slot.isComponent)
        element.handle = freeHandle();
    m_added->elements.push_back(element);
    insertChild(parent, position, node);

    QByteArray tag = "<p/>";
    const symbols::Written type = symbols::written(m_tree, node, slot.type);
    const auto put = [&](QByteArrayView name, const QString& text) { tag = withAttribute(tag, name, text, own.quote); };
    put("n", slot.name);
    if (element.handle)
        put("h", QString::number(*element.handle, 16));
    if (type.declaration)
        put("m", *type.declaration);
    if (!type.type.isEmpty())
        put("t", type.type);
    if (slot.value)
        put("v", *slot.value);
    m_added->at(node).tag = tag;
    renew(m_tree.overlay());

    for (qsizetype i = 0; i < slot.children.size(); ++i)
        create(node, i, slot.children[i]);
    return node;
}

Edit Draft::finished(Node subject) const
{
    auto data = std::make_shared<Edit::Data>();
    data->subject = slotId(subject);
    const auto entry = [](const auto& hash, Node node) {
        const auto found = hash.constFind(node);
        return found == hash.constEnd() ? std::nullopt : std::optional(*found);
    };
    QSet<Node> touched;
    for (const Node node : m_tags) {
        const auto before = entry(m_before.overlay().tags, node);
        const auto after = entry(m_tree.overlay().tags, node);
        if (before == after)
            continue;
        data->tags.append({node, before, after});
        touched.insert(m_tree.parent(node));
        if (m_tree.isComponent(node))
            touched.insert(node);
    }
    for (const Node node : m_places) {
        const auto before = entry(m_before.overlay().places, node);
        const auto after = entry(m_tree.overlay().places, node);
        if (before != after)
            data->places.append({node, before, after});
    }
    for (const Node node : m_lists) {
        const auto before = entry(m_before.overlay().children, node);
        const auto after = entry(m_tree.overlay().children, node);
        if (before == after)
            continue;
        data->children.append({node, before, after});
        touched.insert(node);
    }
    touched.remove(graphNode);
    for (const Node node : touched)
        data->touched.append(slotId(node));
    std::sort(data->touched.begin(), data->touched.end());
    Edit edit;
    if (!data->tags.isEmpty() || !data->children.isEmpty() || !data->places.isEmpty())
        edit.m_data = data;
    return edit;
}

} // namespace stationer
