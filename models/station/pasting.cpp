// Pasting: a fragment's text is made anew for the document it goes into, read, and placed.

#include "station/documentdata.h"
#include "station/fragment.h"
#include "station/reader.h"
#include "station/slotname.h"
#include "station/symbols.h"
#include "station/writer.h"

#include <array>

namespace stationer {

namespace {

using Sort = Layout::Sort;
using Styles = std::array<Layout::Style, 2>; ///< of leaves and of branches

/// What stands right before this place in document order.
Node predecessor(const Tree& tree, Node parent, qsizetype position)
{
    if (position == 0)
        return parent;
    Node node = tree.children(parent)[position - 1];
    for (QList<Node> below = tree.children(node); !below.isEmpty(); below = tree.children(node))
        node = below.last();
    return node;
}

qsizetype height(const Document& document, SlotId slot)
{
    qsizetype below = 0;
    for (const SlotId child : document.children(slot))
        below = std::max(below, height(document, child));
    return below + 1;
}

/// Whether a slot of this type can hold an ord; one without a type may.
bool mayHoldOrds(const QString& type)
{
    return type.isEmpty() || type.endsWith(QLatin1StringView(":Ord")) || type.endsWith(QLatin1StringView(":OrdList"));
}

/// Writes the elements of a fragment as the document is to have them.
class Rewriter {
public:
    Rewriter(const Tree& source, const Tree& target, Node before, const Styles& styles, quint64 handle)
        : m_source(source), m_index(source.index()), m_layout(source.index()), m_target(target),
          m_before(before), m_own{m_layout.style(Sort::Leaf, {{}, 0, graphNode}),
                                  m_layout.style(Sort::Branch, {{}, 0, graphNode})},
          m_styles(styles), m_handle(handle)
    {
    }

    void noteHandles(Node component);
    bool hasHandles() const { return !m_isOutOfHandles; }
    /// The element on a line of its own.
    QByteArray written(Node component, const QString& name);

private:
    QByteArray tag(Node node, const std::optional<QString>& name);
    QString type(Node node, std::optional<QString>& declaration);
    QString withNewHandles(const QString& value) const;
    QByteArray inStyle(const QByteArray& tag, Sort sort) const;
    QByteArray gap(QByteArrayView bytes, Sort behind) const;

    const Tree& m_source;
    const Index& m_index;
    Layout m_layout;
    const Tree& m_target;
    Node m_before;
    Styles m_own, m_styles;
    quint64 m_handle;
    bool m_isOutOfHandles = false;
    QHash<quint64, quint64> m_handles;
    QHash<Node, quint64> m_newHandles;
    QHash<QByteArray, QByteArray> m_symbols; ///< by module
    QHash<QByteArray, QByteArray> m_unknown; ///< symbols that the fragment does not declare either
    QSet<QByteArray> m_taken;
};

void Rewriter::noteHandles(Node component)
{
    m_source.walk(component, [&](Node node) {
        const auto text = m_source.attribute(node, "h");
        const auto handle = text ? readHandle(text->toUtf8()) : std::nullopt;
        if (!handle)
            return true;
        m_isOutOfHandles = m_isOutOfHandles || m_handle == 0;
        m_newHandles.insert(node, m_handle);
        if (!m_handles.contains(*handle)) // a link leads to the first of two
            m_handles.insert(*handle, m_handle);
        ++m_handle;
        return true;
    });
}

/// `h:1a2b` alone or as a step of an ord, as in `station:|h:1a2b|slot:out`.
QString Rewriter::withNewHandles(const QString& value) const
{
    if (!value.contains(QLatin1StringView("h:")))
        return value;
    QString result;
    qsizetype at = 0;
    while (at < value.size()) {
        qsizetype end = at;
        while (end < value.size() && value[end] != u'|' && value[end] != u'\n')
            ++end;
        QString step = value.sliced(at, end - at);
        if (step.startsWith(QLatin1StringView("h:"))) {
            const auto handle = readHandle(step.sliced(2).toUtf8());
            if (handle && m_handles.contains(*handle))
                step = QLatin1StringView("h:") + QString::number(m_handles[*handle], 16);
        }
        result += step;
        if (end < value.size())
            result += value[end];
        at = end + 1;
    }
    return result;
}

QString Rewriter::type(Node node, std::optional<QString>& declaration)
{
    const QByteArray raw = m_source.rawType(node);
    const QByteArray symbol = symbolOf(raw);
    if (symbol.isEmpty())
        return QString::fromUtf8(raw);
    const QByteArray ending = raw.sliced(symbol.size());
    const QByteArray module = m_source.module(symbol, node);
    if (module.isEmpty()) { // means nothing, and must not begin to
        QByteArray& other = m_unknown[symbol];
        if (other.isEmpty()) {
            const bool isMeant = !m_target.module(symbol, m_before).isEmpty() || m_taken.contains(symbol);
            other = isMeant ? symbols::newSymbol(m_target, symbol, m_taken) : symbol;
            m_taken.insert(other);
        }
        return QString::fromUtf8(other + ending);
    }
    QByteArray& chosen = m_symbols[module];
    if (chosen.isEmpty()) {
        const auto written = symbols::written(m_target, m_before, QString::fromUtf8(module + ":x"), m_taken);
        chosen = symbolOf(written.type.toUtf8());
        if (m_taken.contains(chosen))
            chosen = symbols::newSymbol(m_target, module, m_taken);
        m_taken.insert(chosen);
        if (written.declaration || chosen != symbolOf(written.type.toUtf8()))
            declaration = QString::fromUtf8(chosen + '=' + module);
    }
    return QString::fromUtf8(chosen + ending);
}

/// The tag in the quotes of the document where it has those that are usual in the fragment.
QByteArray Rewriter::inStyle(const QByteArray& bytes, Sort sort) const
{
    const char from = m_own[std::size_t(sort)].quote;
    const char to = m_styles[std::size_t(sort)].quote;
    if (from == to)
        return bytes;
    QByteArray result;
    qsizetype at = 0;
    const Tag tag(bytes);
    for (const Tag::Attribute& attribute : tag.attributes()) {
        result += QByteArrayView(bytes).sliced(at, attribute.valueBegin - 1 - at);
        if (attribute.quote == from)
            result += to + attribute.value.toByteArray().replace(to, to == '"' ? "&#x22;" : "&#x27;") + to;
        else
            result += attribute.quote + attribute.value.toByteArray() + attribute.quote;
        at = attribute.valueEnd + 1;
    }
    return result + bytes.sliced(at);
}

QByteArray Rewriter::tag(Node node, const std::optional<QString>& name)
{
    const Sort sort = m_index.hasChildren(node) ? Sort::Branch : Sort::Leaf;
    const QByteArrayView own = m_index.from(node);
    QByteArray bytes = own.first(Tag(own).length()).toByteArray();
    if (m_source.kind(node) == SlotKind::Other && m_source.rawType(node).isEmpty())
        return bytes; // unknown here, and as it was
    bytes = inStyle(bytes, sort);
    const char quote = m_styles[std::size_t(sort)].quote;
    const auto put = [&](QByteArrayView attribute, const std::optional<QString>& text) {
        bytes = withAttribute(bytes, attribute, text, quote);
    };
    std::optional<QString> declares;
    const QString typeName = type(node, declares);
    if (name)
        put("n", name);
    if (m_newHandles.contains(node))
        put("h", QString::number(m_newHandles[node], 16));
    if (declares || !declaration(m_source.attribute(node, "m").value_or(QString()).toUtf8()).symbol.isEmpty())
        put("m", declares);
    if (!typeName.isEmpty())
        put("t", typeName);
    if (const auto value = m_source.attribute(node, "v"); value && mayHoldOrds(m_source.type(node))) {
        if (const QString followed = withNewHandles(*value); followed != *value)
            put("v", followed);
    }
    return bytes;
}

/// What stands between tags, its line ends those of the document where they are usual in the fragment.
QByteArray Rewriter::gap(QByteArrayView bytes, Sort behind) const
{
    QByteArray result;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(at);
        if (rest.startsWith("</"))
            behind = Sort::Branch;
        for (const auto& [open, close] : {std::pair<QByteArrayView, QByteArrayView>("<!--", "-->"), {"<![CDATA[", "]]>"}}) {
            if (!rest.startsWith(open))
                continue;
            const qsizetype found = rest.indexOf(close, open.size());
            const qsizetype length = found < 0 ? rest.size() : found + close.size();
            result += rest.first(length);
            at += length;
        }
        if (at >= bytes.size() || rest.data() != bytes.data() + at)
            continue;
        const Layout::Style& from = m_own[std::size_t(behind)];
        const QByteArrayView lineEnd = rest.startsWith("\r\n") ? rest.first(2) : rest.first(1);
        if (lineEnd == from.lineEnd) {
            result += m_styles[std::size_t(behind)].lineEnd;
            at += lineEnd.size();
        } else {
            result += lineEnd;
            at += lineEnd.size();
        }
    }
    return result;
}

QByteArray Rewriter::written(Node component, const QString& name)
{
    QByteArray result;
    const QByteArrayView text(m_index.xml);
    qsizetype at = m_index.at(component).start;
    Sort sort = Sort::Leaf;
    for (Node node = component; node < m_index.at(component).next; ++node) {
        const qsizetype start = m_index.at(node).start;
        result += gap(text.sliced(at, start - at), sort);
        result += tag(node, node == component ? std::optional(name) : std::nullopt);
        at = start + Tag(m_index.from(node)).length();
        sort = m_index.hasChildren(node) ? Sort::Branch : Sort::Leaf;
    }
    return result + gap(text.sliced(at, m_index.at(component).end - at), sort);
}

PasteFault refused(EditFault fault)
{
    return {.kind = PasteFault::Kind::Refused, .open = {}, .edit = fault, .subject = {}};
}

} // namespace

Result<Pasted, PasteFault> Document::paste(SlotId parent, const Fragment& fragment, SlotId before) const
{
    const Tree& now = m_data->now;
    const Node target = nodeOf(parent);
    if (!exists(parent) || (before != SlotId::None && this->parent(before) != parent))
        return refused(EditFault::NoSuchSlot);
    if (now.kind(target) != SlotKind::Property || now.attribute(target, "v"))
        return refused(EditFault::NotAComponent);
    const qsizetype depth = now.depth(target);
    for (const SlotId component : fragment.components()) {
        if (depth + height(fragment.document(), component) > deepestNesting)
            return refused(EditFault::TooLarge);
    }
    const Tree& source = fragment.document().m_data->now;
    if (m_data->index->xml.size() + 2 * source.index().xml.size() > largestXml)
        return refused(EditFault::TooLarge);

    const QList<Node> siblings = now.children(target);
    const qsizetype position = before == SlotId::None ? siblings.size() : siblings.indexOf(nodeOf(before));
    Draft draft(now, m_data->added);
    const Layout layout(now.index());
    const Layout::Place place = draft.placeAt(target, position);
    const Styles styles{layout.style(Sort::Leaf, place), layout.style(Sort::Branch, place)};
    const auto handle = draft.freeHandle();
    Rewriter rewriter(source, now, predecessor(now, target, position), styles, handle.value_or(0));
    for (const SlotId component : fragment.components())
        rewriter.noteHandles(nodeOf(component));
    if (!rewriter.hasHandles())
        return refused(EditFault::NoFreeHandle);

    QSet<QString> taken;
    for (const Node sibling : siblings)
        taken.insert(now.name(sibling));
    // A text of its own around them, laid out as the document, so that what is added there later has an example.
    const QByteArray indent = draft.indentUnder(target, position);
    QByteArray text = "<bajaObjectGraph>" + styles[1].lineEnd;
    for (const SlotId component : fragment.components()) {
        QString wanted = fragment.document().name(component);
        if (wanted.isEmpty())
            wanted = fragment.document().type(component).section(u':', 1);
        if (!isSlotName(wanted))
            return PasteFault{.kind = PasteFault::Kind::BadName, .open = {}, .edit = {}, .subject = wanted};
        QString name = wanted;
        for (int number = 1; taken.contains(name); ++number)
            name = wanted + QString::number(number);
        taken.insert(name);
        const Node node = nodeOf(component);
        const QByteArray element = rewriter.written(node, name);
        const auto own = Layout(source.index()).indent(node);
        text += indent + (own ? reindented(element, *own, indent) : element) + styles[1].lineEnd;
    }
    text += "</bajaObjectGraph>";
    auto part = readIndex(text);
    if (!part)
        return PasteFault{.kind = PasteFault::Kind::NotABog, .open = part.error(), .edit = {}, .subject = {}};

    Pasted pasted;
    pasted.slotCount = qsizetype(part.value()->elements.size()) - 1;
    const Node graph = now.index().parts->take(part.value());
    QList<Node> nodes = now.index().children(graph);
    QList<Node> children = siblings;
    QHash<Node, Placement> places;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        children.insert(position + i, nodes[i]);
        places.insert(nodes[i], {target, indent, styles[now.hasChildren(nodes[i]) ? 1 : 0].lineEnd});
        pasted.components.append(slotId(nodes[i]));
    }
    draft.adopt(places, target, children);
    pasted.edit = draft.finished(nodes.first());
    return pasted;
}

} // namespace stationer
