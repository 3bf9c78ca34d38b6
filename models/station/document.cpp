#include "station/documentdata.h"
#include "station/reader.h"
#include "station/rising.h"
#include "station/writer.h"

namespace stationer {

// --- opening

Result<Document, OpenFault> Document::fromXml(QByteArray xml, ReadingProgress* progress)
{
    auto index = readIndex(std::move(xml), progress);
    if (!index)
        return index.error();
    auto added = std::make_shared<AddedElements>();
    added->first = static_cast<Node>(index.value()->elements.size());
    const Tree tree(index.value(), added);
    return Document(std::make_unique<Data>(Data{index.value(), added, tree, tree, {}, {}}));
}

Document::Document(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Document Document::previewed(const Edit& edit) const
{
    Document preview(std::make_unique<Data>(*m_data));
    preview.apply(edit);
    return preview;
}

SlotId Document::root() const
{
    for (const Node node : m_data->now.children(graphNode)) {
        if (m_data->now.kind(node) == SlotKind::Property)
            return slotId(node);
    }
    return SlotId::None;
}

qsizetype Document::elementCount() const
{
    return static_cast<qsizetype>(m_data->index->elements.size());
}

QList<DocumentRemark> Document::remarks() const
{
    const Index& index = *m_data->index;
    std::vector<Index::Remark> sorted = index.remarks;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.node < b.node; });
    QList<DocumentRemark> result;
    qint64 line = 1;
    qsizetype counted = 0;
    for (const Index::Remark& each : sorted) {
        const qsizetype start = index.elements[each.node].start;
        line += std::count(index.xml.begin() + counted, index.xml.begin() + start, '\n');
        counted = start;
        const Tag tag(index.from(each.node));
        const Tag::Attribute* const subject = tag.find(each.kind == DocumentRemark::Kind::DuplicateHandle ? "h" : "n");
        result.append({each.kind, subject ? decodedAttribute(subject->value) : QString(), line});
    }
    return result;
}

// --- one slot

bool Document::exists(SlotId slot) const
{
    return slot != SlotId::None && nodeOf(slot) != graphNode && m_data->now.exists(nodeOf(slot));
}

SlotKind Document::kind(SlotId slot) const
{
    return m_data->now.isKnown(nodeOf(slot)) ? m_data->now.kind(nodeOf(slot)) : SlotKind::Other;
}

QString Document::name(SlotId slot) const
{
    return m_data->attribute(slot, "n").value_or(QString());
}

QString Document::type(SlotId slot) const
{
    return m_data->now.isKnown(nodeOf(slot)) ? m_data->now.type(nodeOf(slot)) : QString();
}

std::optional<QString> Document::value(SlotId slot) const
{
    return m_data->attribute(slot, "v");
}

std::optional<QString> Document::openedValue(SlotId slot) const
{
    const Node node = nodeOf(slot);
    return m_data->saved.exists(node) ? m_data->saved.attribute(node, "v") : std::nullopt;
}

QString Document::flags(SlotId slot) const
{
    return m_data->attribute(slot, "f").value_or(QString());
}

QString Document::facets(SlotId slot) const
{
    return m_data->attribute(slot, "x").value_or(QString());
}

std::optional<quint64> Document::handle(SlotId slot) const
{
    const auto text = m_data->attribute(slot, "h");
    return text ? readHandle(text->toUtf8()) : std::nullopt;
}

// --- the tree

SlotId Document::parent(SlotId slot) const
{
    if (!m_data->now.isKnown(nodeOf(slot)))
        return SlotId::None;
    const Node parent = m_data->now.parent(nodeOf(slot));
    return parent == graphNode ? SlotId::None : slotId(parent);
}

QList<SlotId> Document::children(SlotId slot) const
{
    QList<SlotId> result;
    if (m_data->now.isKnown(nodeOf(slot))) {
        for (const Node node : m_data->now.children(nodeOf(slot)))
            result.append(slotId(node));
    }
    return result;
}

qsizetype Document::childCount(SlotId slot) const
{
    return m_data->now.isKnown(nodeOf(slot)) ? m_data->now.children(nodeOf(slot)).size() : 0;
}

SlotId Document::child(SlotId slot, QStringView name) const
{
    return m_data->now.isKnown(nodeOf(slot)) ? slotId(m_data->now.child(nodeOf(slot), name)) : SlotId::None;
}

bool Document::isComponent(SlotId slot) const
{
    return m_data->now.isKnown(nodeOf(slot)) && m_data->now.isComponent(nodeOf(slot));
}

QStringList Document::pathNames(SlotId slot) const
{
    QStringList names;
    for (SlotId above = parent(slot); above != SlotId::None; slot = above, above = parent(slot))
        names.prepend(name(slot));
    return names;
}

bool Document::isWithin(SlotId slot, SlotId ancestor) const
{
    return slot != SlotId::None && ancestor != SlotId::None && m_data->now.isKnown(nodeOf(slot)) &&
           m_data->now.isWithin(nodeOf(slot), nodeOf(ancestor));
}

QString Document::path(SlotId slot) const
{
    return u'/' + pathNames(slot).join(u'/');
}

SlotId Document::find(QStringView path) const
{
    if (!path.startsWith(u'/'))
        return SlotId::None;
    SlotId slot = root();
    if (path.size() == 1)
        return slot;
    for (const QStringView name : path.sliced(1).split(u'/')) {
        if (slot != SlotId::None)
            slot = child(slot, name);
    }
    return slot;
}

QList<SlotId> Document::ofType(QStringView type) const
{
    const Tree& tree = m_data->now;
    const QString wanted = type.toString();
    const QByteArray utf8 = type.toUtf8();
    const QByteArray ending = utf8.sliced(std::max<qsizetype>(0, utf8.indexOf(':')));
    QList<SlotId> result;
    const auto note = [&](Node node) {
        if (node != graphNode && tree.exists(node) && tree.type(node) == wanted)
            result.append(slotId(node));
    };
    const auto noteAll = [&](const Index& index, Node first) {
        std::vector<quint32> typeIds; // its symbol may be any
        for (qsizetype id = 0; id < index.types.size(); ++id) {
            if (index.types[id].endsWith(ending))
                typeIds.push_back(static_cast<quint32>(id));
        }
        for (const Node node : index.ofTypes(typeIds))
            note(first + node);
    };
    noteAll(*m_data->index, 0);
    for (const Parts::Part& part : m_data->index->parts->parts)
        noteAll(*part.index, part.first);
    for (std::size_t i = 0; i < m_data->added->elements.size(); ++i)
        note(m_data->added->first + static_cast<Node>(i));
    tree.sort(result);
    return result;
}

QString Document::freeName(SlotId parent, const QString& wanted) const
{
    QSet<QString> taken;
    for (const SlotId slot : children(parent))
        taken.insert(name(slot));
    QString free = wanted;
    for (int number = 1; taken.contains(free); ++number)
        free = wanted + QString::number(number);
    return free;
}

// --- edits

void Document::apply(const Edit& edit)
{
    m_data->put(edit, true);
}

void Document::revert(const Edit& edit)
{
    m_data->put(edit, false);
}

bool Document::hasChanges(SlotId slot) const
{
    const Node node = nodeOf(slot);
    return exists(slot) && (!m_data->saved.exists(node) || m_data->changedNodes().contains(node));
}

bool Document::isModified() const
{
    return m_data->now.overlay() != m_data->saved.overlay();
}

bool Document::isValueChanged(SlotId component, QStringView name) const
{
    const auto valueIn = [&](const Tree& tree) -> std::optional<QString> {
        if (!tree.exists(nodeOf(component)))
            return std::nullopt;
        const Node node = tree.child(nodeOf(component), name);
        return node == noNode ? std::nullopt : tree.attribute(node, "v");
    };
    return valueIn(m_data->now) != valueIn(m_data->saved);
}

QByteArray Document::xml() const
{
    return isModified() ? writeXml(m_data->now) : openedXml();
}

QList<QByteArray> Document::xmlPieces() const
{
    return writeXmlPieces(m_data->now);
}

DocumentState Document::state() const
{
    DocumentState state;
    state.m_data = std::make_shared<DocumentState::Data>(DocumentState::Data{m_data->index, m_data->now.overlay()});
    return state;
}

bool DocumentState::operator==(const DocumentState& other) const
{
    if (m_data == other.m_data)
        return true;
    return m_data && other.m_data && m_data->index == other.m_data->index && m_data->overlay == other.m_data->overlay;
}

const QByteArray& Document::openedXml() const
{
    if (!m_data->savedXml)
        m_data->savedXml = writeXml(m_data->saved);
    return *m_data->savedXml;
}

QList<QByteArray> Document::openedXmlPieces() const
{
    return writeXmlPieces(m_data->saved);
}

void Document::markSaved()
{
    if (!isModified())
        return;
    m_data->saved = m_data->now;
    m_data->savedXml.reset();
    m_data->changed.reset();
}

std::optional<QString> Document::Data::attribute(SlotId slot, QByteArrayView name) const
{
    return now.isKnown(nodeOf(slot)) ? now.attribute(nodeOf(slot), name) : std::nullopt;
}

void Document::Data::put(const Edit& edit, bool forwards)
{
    if (edit.isEmpty())
        return;
    Overlay overlay = now.overlay();
    const auto place = [forwards](auto& hash, const auto& changes) {
        for (const auto& change : changes) {
            if (const auto& entry = forwards ? change.after : change.before)
                hash.insert(change.node, *entry);
            else
                hash.remove(change.node);
        }
    };
    place(overlay.tags, edit.m_data->tags);
    place(overlay.children, edit.m_data->children);
    place(overlay.places, edit.m_data->places);
    now = Tree(index, added, std::move(overlay));
    changed.reset();
}

namespace {

/// The children that have another place among those that stayed.
QList<Node> reordered(const Tree& before, const Tree& after, Node parent)
{
    if (!before.exists(parent) || !after.exists(parent))
        return {};
    QHash<Node, qsizetype> places;
    for (const Node child : before.children(parent))
        places.insert(child, places.size());
    QList<Node> stayed = after.children(parent);
    stayed.removeIf([&](Node child) { return !places.contains(child); });
    QList<qsizetype> order;
    for (const Node child : std::as_const(stayed))
        order += places.value(child);
    QList<Node> moved;
    const QList<qsizetype> kept = longestRising(order);
    for (qsizetype i = 0, next = 0; i < stayed.size(); ++i) {
        if (next < kept.size() && kept[next] == i)
            ++next;
        else
            moved += stayed[i];
    }
    return moved;
}

} // namespace

const QSet<Node>& Document::Data::changedNodes() const
{
    if (changed)
        return *changed;
    QSet<Node> nodes;
    for (Node node : differing(now.overlay(), saved.overlay())) {
        if (now.overlay().children.value(node) != saved.overlay().children.value(node))
            for (const Node moved : reordered(saved, now, node))
                nodes.insert(moved);
        for (; node != noNode && !nodes.contains(node); node = now.parent(node))
            nodes.insert(node);
    }
    changed = nodes;
    return *changed;
}

} // namespace stationer
