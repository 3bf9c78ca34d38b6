#include "station/tree.h"

namespace stationer {

QSet<Node> differing(const Overlay& one, const Overlay& other)
{
    QSet<Node> nodes;
    const auto note = [&nodes](const auto& these, const auto& those) {
        for (auto it = these.cbegin(); it != these.cend(); ++it) {
            if (const auto same = those.constFind(it.key()); same == those.cend() || *same != *it)
                nodes.insert(it.key());
        }
    };
    const auto compare = [&note](const auto& these, const auto& those) {
        if (these == those)
            return;
        note(these, those);
        note(those, these);
    };
    compare(one.tags, other.tags);
    compare(one.children, other.children);
    compare(one.places, other.places);
    return nodes;
}

Tree::Tree(std::shared_ptr<const Index> index, std::shared_ptr<const AddedElements> added, Overlay overlay)
    : m_index(std::move(index)), m_added(std::move(added)), m_overlay(std::move(overlay))
{
    for (auto it = m_overlay.tags.keyBegin(); it != m_overlay.tags.keyEnd(); ++it)
        m_dirty.push_back(*it);
    for (auto it = m_overlay.children.keyBegin(); it != m_overlay.children.keyEnd(); ++it)
        m_dirty.push_back(*it);
    std::erase_if(m_dirty, [this](Node node) { return !isOriginal(node); });
    std::sort(m_dirty.begin(), m_dirty.end());
    m_isRearranged = !m_overlay.places.isEmpty();
    for (auto list = m_overlay.children.cbegin(); list != m_overlay.children.cend() && !m_isRearranged; ++list) {
        Node last = 0;
        for (const Node node : *list) {
            if (!isOriginal(node))
                continue;
            m_isRearranged = m_isRearranged || node < last;
            last = node;
        }
    }
}

const TagChange* Tree::change(Node node) const
{
    const auto found = m_overlay.tags.constFind(node);
    return found == m_overlay.tags.constEnd() ? nullptr : &*found;
}

bool Tree::exists(Node node) const
{
    if (!isKnown(node))
        return false;
    for (Node above = parent(node); above != noNode; node = above, above = parent(node)) {
        const auto list = m_overlay.children.constFind(above);
        const bool isThere =
            list != m_overlay.children.constEnd() ? isListed(node, above, *list) : isOriginal(node) && !placement(node);
        if (!isThere)
            return false;
    }
    return node == graphNode;
}

bool Tree::isListed(Node node, Node parent, const QList<Node>& children) const
{
    constexpr qsizetype few = 32;
    if (children.size() <= few)
        return children.contains(node);
    QSet<Node>& listed = m_listed[parent];
    if (listed.isEmpty())
        listed = QSet<Node>(children.begin(), children.end());
    return listed.contains(node);
}

Node Tree::parent(Node node) const
{
    if (const Placement* const place = placement(node))
        return place->parent;
    return isOriginal(node) ? m_index->at(node).parent : m_added->at(node).parent;
}

const Placement* Tree::placement(Node node) const
{
    if (m_overlay.places.isEmpty())
        return nullptr;
    const auto found = m_overlay.places.constFind(node);
    return found == m_overlay.places.constEnd() ? nullptr : &*found;
}

qsizetype Tree::depth(Node node) const
{
    qsizetype levels = 0;
    for (; node != graphNode && node != noNode; node = parent(node))
        ++levels;
    return levels;
}

QList<Node> Tree::children(Node node) const
{
    const auto list = m_overlay.children.constFind(node);
    if (list != m_overlay.children.constEnd())
        return *list;
    return isOriginal(node) ? m_index->children(node) : QList<Node>();
}

bool Tree::hasChildren(Node node) const
{
    const auto list = m_overlay.children.constFind(node);
    if (list != m_overlay.children.constEnd())
        return !list->isEmpty();
    return isOriginal(node) && m_index->hasChildren(node);
}

Node Tree::child(Node node, QStringView name) const
{
    const QByteArray utf8 = name.toUtf8();
    const QString text = name.toString();
    for (const Node each : children(node)) {
        if (isNamed(each, utf8, text))
            return each;
    }
    return noNode;
}

bool Tree::isWithin(Node node, Node ancestor) const
{
    while (node != noNode && node != ancestor)
        node = parent(node);
    return node == ancestor;
}

bool Tree::isComponent(Node node) const
{
    return kind(node) == SlotKind::Property && (hasChildren(node) || parent(node) == graphNode || attribute(node, "h"));
}

SlotKind Tree::kind(Node node) const
{
    return isOriginal(node) ? m_index->at(node).kind() : SlotKind::Property;
}

QByteArrayView Tree::baseTag(Node node) const
{
    return isOriginal(node) ? m_index->from(node) : QByteArrayView(m_added->at(node).tag);
}

QByteArray Tree::tag(Node node, char quote) const
{
    const QByteArrayView base = baseTag(node);
    QByteArray bytes = base.first(Tag(base).length()).toByteArray();
    if (const TagChange* const changed = change(node)) {
        if (changed->name)
            bytes = withAttribute(bytes, "n", *changed->name, quote);
        if (changed->module)
            bytes = withAttribute(bytes, "m", *changed->module, quote);
        if (changed->value)
            bytes = withAttribute(bytes, "v", *changed->value, quote);
    }
    return bytes;
}

std::optional<QString> Tree::attribute(Node node, QByteArrayView name) const
{
    if (const TagChange* const changed = change(node)) {
        if (name == "n" && changed->name)
            return changed->name;
        if (name == "m" && changed->module)
            return *changed->module;
        if (name == "v" && changed->value)
            return *changed->value;
    }
    const Tag tag(baseTag(node));
    const Tag::Attribute* const found = tag.find(name);
    return found ? std::optional(decodedAttribute(found->value)) : std::nullopt;
}

QByteArray Tree::rawType(Node node) const
{
    if (isOriginal(node))
        return m_index->rawType(node);
    return attribute(node, "t").value_or(QString()).toUtf8();
}

QString Tree::type(Node node) const
{
    const QByteArray raw = rawType(node);
    const QByteArray symbol = symbolOf(raw);
    if (symbol.isEmpty())
        return QString::fromUtf8(raw);
    const QByteArray resolved = module(symbol, node);
    return QString::fromUtf8(resolved.isEmpty() ? '?' + raw : resolved + raw.sliced(symbol.size()));
}

bool Tree::isNamed(Node node, const QByteArray& utf8, const QString& name) const
{
    if (change(node))
        return attribute(node, "n") == name;
    const QByteArrayView bytes = baseTag(node);
    // Nearly every tag is `<p n="…`: compare there, without taking the tag apart.
    constexpr qsizetype valueAt = 6;
    if (bytes.size() > valueAt + utf8.size() && bytes[2] == ' ' && bytes[3] == 'n' && bytes[4] == '=') {
        const QByteArrayView value = bytes.sliced(valueAt);
        if (value.startsWith(utf8) && value[utf8.size()] == bytes[5])
            return true;
        const char* const end = std::find_if(value.begin(), value.end(), [&](char c) { return c == bytes[5] || c == '&'; });
        if (end != value.end() && *end != '&')
            return false;
    }
    return attribute(node, "n") == name;
}

const QList<Declaration>& Tree::declarations() const
{
    if (m_declarations)
        return *m_declarations;
    QList<Declaration> all;
    for (const Declaration& each : m_index->declarations) {
        const TagChange* const changed = change(each.node);
        if (!(changed && changed->module) && (m_dirty.empty() || exists(each.node)))
            all.append(each);
    }
    for (const Parts::Part& part : m_index->parts->parts) {
        for (Declaration each : part.index->declarations) {
            each.node += part.first;
            const TagChange* const changed = change(each.node);
            if (!(changed && changed->module) && exists(each.node))
                all.append(each);
        }
    }
    const auto append = [&](Node node, const std::optional<QString>& text) {
        Declaration declared = text ? declaration(text->toUtf8()) : Declaration();
        declared.node = node;
        if (!declared.symbol.isEmpty() && exists(node))
            all.append(declared);
    };
    for (auto it = m_overlay.tags.cbegin(); it != m_overlay.tags.cend(); ++it) {
        if (it->module)
            append(it.key(), *it->module);
    }
    for (const QList<Node>& list : m_overlay.children) {
        for (const Node node : list) {
            const TagChange* const changed = change(node);
            if (!isOriginal(node) && !(changed && changed->module))
                append(node, attribute(node, "m"));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [this](const Declaration& a, const Declaration& b) { return isBefore(a.node, b.node); });
    m_declarations = std::move(all);
    return *m_declarations;
}

bool Tree::isBefore(Node one, Node other) const
{
    if (!m_isRearranged && isOriginal(one) && isOriginal(other))
        return one < other;
    const auto chain = [this](Node node) {
        QList<Node> up;
        for (; node != noNode; node = parent(node))
            up.prepend(node);
        return up;
    };
    const QList<Node> a = chain(one);
    const QList<Node> b = chain(other);
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    if (same == 0) // one of them is in a part that stands nowhere
        return one < other;
    if (same == a.size() || same == b.size())
        return a.size() < b.size();
    const auto siblings = m_overlay.children.constFind(a[same - 1]);
    if (siblings == m_overlay.children.constEnd())
        return a[same] < b[same];
    return siblings->indexOf(a[same]) < siblings->indexOf(b[same]);
}

void Tree::sort(QList<SlotId>& slotIds) const
{
    const auto isOfFileText = [this](SlotId slot) { return isOfFile(nodeOf(slot)); };
    if (!m_isRearranged && std::all_of(slotIds.begin(), slotIds.end(), isOfFileText)) {
        std::sort(slotIds.begin(), slotIds.end());
        return;
    }
    constexpr qsizetype few = 500;
    if (slotIds.size() <= few) {
        std::sort(slotIds.begin(), slotIds.end(),
                  [this](SlotId one, SlotId other) { return isBefore(nodeOf(one), nodeOf(other)); });
        return;
    }
    const QSet<SlotId> wanted(slotIds.begin(), slotIds.end());
    slotIds.clear();
    walk(graphNode, [&](Node node) {
        if (wanted.contains(slotId(node)))
            slotIds.append(slotId(node));
        return true;
    });
}

QByteArray Tree::module(const QByteArray& symbol, Node at, const std::function<bool(Node)>& ignored) const
{
    if (m_bySymbol.isEmpty()) {
        for (const Declaration& each : declarations())
            m_bySymbol[each.symbol].append(each);
    }
    const auto own = m_bySymbol.constFind(symbol);
    if (own == m_bySymbol.constEnd())
        return {};
    auto behind = std::upper_bound(own->begin(), own->end(), at,
                                   [this](Node node, const Declaration& each) { return isBefore(node, each.node); });
    while (behind != own->begin()) {
        --behind;
        if (!(ignored && ignored(behind->node)))
            return behind->module;
    }
    return {};
}

bool Tree::isClean(Node original) const
{
    const auto first = std::lower_bound(m_dirty.begin(), m_dirty.end(), original);
    return first == m_dirty.end() || *first >= m_index->at(original).next;
}

} // namespace stationer
