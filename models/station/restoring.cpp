// A document made what another one is: how what an earlier run left comes back as one edit.

#include "station/documentdata.h"
#include "station/reader.h"
#include "station/writer.h"

namespace stationer {

namespace {

QByteArray bytesOf(const Tree& tree, Node node)
{
    if (!tree.isOriginal(node) || !tree.isClean(node))
        return writeXml(tree, node);
    const Element& element = tree.index().at(node);
    return QByteArray::fromRawData(tree.index().text(node).constData() + element.start, element.end - element.start);
}

/// By what an element is known among its siblings.
QString key(const Tree& tree, Node node)
{
    const auto handle = tree.attribute(node, "h");
    return QString::number(int(tree.kind(node))) + (handle ? u'h' + *handle : u'n' + tree.name(node));
}

/// What the editing of tags and lists can tell is told so; an element that is another nevertheless, or new, comes with its
/// bytes.
class Restoring {
public:
    Restoring(Draft& draft, const Tree& wanted) : m_draft(draft), m_wanted(wanted), m_layout(wanted.index()) {}

    /// Whether the element then has the bytes of the wanted one.
    bool settle(Node node, Node wanted)
    {
        const QByteArray bytes = bytesOf(m_wanted, wanted);
        if (bytesOf(m_draft.tree(), node) == bytes)
            return true;
        settleTag(node, wanted);
        settleChildren(node, wanted);
        return bytesOf(m_draft.tree(), node) == bytes;
    }

private:
    void settleTag(Node node, Node wanted);
    void settleChildren(Node node, Node wanted);
    Node movedFrom(Node wanted) const;

    Draft& m_draft;
    const Tree& m_wanted;
    Layout m_layout; ///< of the wanted
};

void Restoring::settleTag(Node node, Node wanted)
{
    const auto wantedOf = [&](QByteArrayView name) { return m_wanted.attribute(wanted, name); };
    const auto differs = [&](QByteArrayView name) { return wantedOf(name) != m_draft.tree().attribute(node, name); };
    if (differs("n") && wantedOf("n"))
        m_draft.setName(node, *wantedOf("n"));
    if (differs("m"))
        m_draft.setModule(node, wantedOf("m"));
    if (differs("v"))
        m_draft.setValue(node, wantedOf("v"));
}

/// The element that stands elsewhere in the file and came here as it was, known by its handle; noNode where there is none
/// for certain.
Node Restoring::movedFrom(Node wanted) const
{
    const Tree& tree = m_draft.tree();
    const auto handle = m_wanted.attribute(wanted, "h");
    const auto number = handle ? readHandle(handle->toUtf8()) : std::nullopt;
    const Node node = number && m_wanted.index().remarks.empty() ? tree.index().handles.nodeOf(*number) : noNode;
    if (node == noNode || !tree.isClean(node) || tree.placement(node))
        return noNode;
    const auto from = Layout(tree.index()).indent(node), to = m_layout.indent(wanted);
    return from && to && reindented(bytesOf(tree, node), *from, *to) == bytesOf(m_wanted, wanted) ? node : noNode;
}

void Restoring::settleChildren(Node node, Node wanted)
{
    const QList<Node> former = m_draft.tree().children(node);
    QHash<QString, QList<Node>> alike;
    for (const Node child : former)
        alike[key(m_draft.tree(), child)] += child;
    QList<Node> children;
    QList<Placement> places; // of those that come with their bytes
    QHash<Node, Placement> placed;
    QByteArray text = "<bajaObjectGraph>\n";
    for (const Node child : m_wanted.children(wanted)) {
        QList<Node>& own = alike[key(m_wanted, child)];
        const Draft before = m_draft;
        if (!own.isEmpty() && settle(own.first(), child)) {
            children += own.takeFirst();
            continue;
        }
        m_draft = before;
        const Layout::Extent lines = m_layout.extent(child);
        const Element& element = m_wanted.index().at(child);
        const auto stretch = [&](qsizetype from, qsizetype to) { return m_wanted.index().xml.sliced(from, to - from); };
        const Placement place{node, stretch(lines.begin, element.start), stretch(element.end, lines.end)};
        children += movedFrom(child);
        if (children.last() != noNode) {
            placed.insert(children.last(), place);
            continue;
        }
        places += place;
        text += stretch(lines.begin, lines.end);
    }
    if (children == former)
        return;
    QList<Node> taken;
    if (const auto part = readIndex(text + "</bajaObjectGraph>"); part && !places.isEmpty())
        taken = m_draft.tree().index().children(m_draft.tree().index().parts->take(part.value()));
    for (Node& child : children) {
        if (child == noNode && !taken.isEmpty()) {
            child = taken.takeFirst();
            placed.insert(child, places.takeFirst());
        }
    }
    children.removeAll(noNode);
    m_draft.adopt(placed, node, children);
}

} // namespace

Edit Document::leadingTo(const Document& wanted) const
{
    Draft draft(m_data->now, m_data->added);
    if (root() != SlotId::None && wanted.root() != SlotId::None)
        Restoring(draft, wanted.m_data->now).settle(nodeOf(root()), nodeOf(wanted.root()));
    return draft.finished(nodeOf(root()));
}

} // namespace stationer
