#include "items/navtreemodel.h"

#include "items/lasttests.h"
#include "items/navfilter.h"
#include "items/navmark.h"
#include "items/openstation.h"
#include "station/slotname.h"

#include <algorithm>
#include <chrono>

namespace stationer {

using namespace std::chrono_literals;

namespace {

/// How long the filter looks before the event loop has its turn.
constexpr auto slice = 6ms;

} // namespace

/// A row that was asked for. A node's children are its rows once it is populated; before, nobody knows them.
struct NavTreeModel::Node {
    SlotId slot = SlotId::None;
    Node* parent = nullptr;
    std::size_t row = 0;
    bool isPopulated = false;
    bool isBelowMatch = false; ///< of the filter, or one itself: all below it is shown
    std::vector<Node*> children = {};
};

NavTreeModel::NavTreeModel(const OpenStation& station, const LastTests& tests, QObject* parent)
    : QAbstractItemModel(parent), m_station(station), m_tests(tests)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &NavTreeModel::takeSlice);
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        beginResetModel();
        m_slices.stop();
        m_filter.reset();
        m_nodes.clear();
        m_root = nullptr;
        endResetModel();
    });
    connect(&station, &OpenStation::replaced, this, &NavTreeModel::rebuild);
    connect(&station, &OpenStation::changed, this, &NavTreeModel::followAll);
    connect(&station, &OpenStation::titleChanged, this, [this] {
        if (m_root)
            emit dataChanged(indexOf(m_root), indexOf(m_root));
    });
    connect(&station, &OpenStation::saved, this, [this] {
        for (const auto& [slot, node] : m_nodes)
            emit dataChanged(indexOf(node.get()), indexOf(node.get()), {int(NavRole::IsChanged)});
    });
    connect(&tests, &LastTests::changed, this, &NavTreeModel::refresh);
    connect(&station, &OpenStation::danglingChanged, this, [this](const QList<SlotId>& components) {
        for (const SlotId component : components)
            refresh(component);
    });
    rebuild();
}

NavTreeModel::~NavTreeModel() = default;

void NavTreeModel::rebuild()
{
    beginResetModel();
    m_slices.stop();
    m_nodes.clear();
    m_root = nullptr;
    m_filter.reset();
    if (m_station.isOpen() && m_station.document().root() != SlotId::None) {
        if (!m_filterText.isEmpty())
            m_filter = std::make_unique<NavFilter>(m_station.document(), m_filterText);
        auto root = std::make_unique<Node>();
        root->slot = m_station.document().root();
        root->isPopulated = m_filter != nullptr; // what a filter shows comes by and by
        m_root = root.get();
        m_nodes.emplace(root->slot, std::move(root));
    }
    endResetModel();
    if (m_filter)
        m_slices.start();
}

void NavTreeModel::setFilter(const QString& text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    rebuild();
}

// --- the filter

void NavTreeModel::takeSlice()
{
    for (const SlotId match : m_filter->nextMatches(slice))
        take(match);
    if (!m_filter->isDone())
        return;
    m_slices.stop();
    emit filterFinished(m_filter->count());
}

/// Puts in the way to a match and the match itself. They come in document order, so each new row is its parent's last.
void NavTreeModel::take(SlotId match)
{
    m_filter->take(match);
    const Document& document = m_station.document();
    QList<SlotId> way;
    for (SlotId slot = match; slot != SlotId::None && !nodeOf(slot); slot = document.parent(slot))
        way.prepend(slot);
    for (const SlotId slot : std::as_const(way)) {
        Node* parent = nodeOf(document.parent(slot));
        const QModelIndex parentIndex = indexOf(parent);
        const int row = int(parent->children.size());
        beginInsertRows(parentIndex, row, row);
        Node* node = insert(parent, parent->children.size(), slot);
        node->isBelowMatch = slot == match;
        node->isPopulated = slot != match;
        endInsertRows();
    }
}

bool NavTreeModel::isShown(SlotId child, const Node* parent) const
{
    if (!m_station.document().isComponent(child))
        return false;
    return !m_filter || parent->isBelowMatch || m_filter->isOnTheWay(child) || m_filter->matches(child);
}

QList<SlotId> NavTreeModel::shownChildren(const Node* node) const
{
    QList<SlotId> shown;
    for (const SlotId child : m_station.document().children(node->slot))
        if (isShown(child, node))
            shown += child;
    return shown;
}

// --- nodes

NavTreeModel::Node* NavTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : nullptr;
}

NavTreeModel::Node* NavTreeModel::nodeOf(SlotId slot) const
{
    const auto found = m_nodes.find(slot);
    return found == m_nodes.end() ? nullptr : found->second.get();
}

QModelIndex NavTreeModel::indexOf(const Node* node) const
{
    return node ? createIndex(int(node->row), 0, node) : QModelIndex();
}

NavTreeModel::Node* NavTreeModel::insert(Node* parent, std::size_t row, SlotId slot)
{
    auto made = std::make_unique<Node>();
    Node* node = made.get();
    node->slot = slot;
    node->parent = parent;
    node->isBelowMatch = parent->isBelowMatch;
    parent->children.insert(parent->children.begin() + std::ptrdiff_t(row), node);
    for (std::size_t i = row; i < parent->children.size(); ++i)
        parent->children[i]->row = i;
    m_nodes.emplace(slot, std::move(made));
    return node;
}

void NavTreeModel::forgetBelow(Node* node)
{
    for (Node* child : node->children) {
        forgetBelow(child);
        m_nodes.erase(child->slot);
    }
    node->children.clear();
}

void NavTreeModel::erase(Node* parent, std::size_t row)
{
    Node* node = parent->children[row];
    forgetBelow(node);
    parent->children.erase(parent->children.begin() + std::ptrdiff_t(row));
    for (std::size_t i = row; i < parent->children.size(); ++i)
        parent->children[i]->row = i;
    m_nodes.erase(node->slot);
}

void NavTreeModel::populate(Node* node)
{
    if (node->isPopulated)
        return;
    const QList<SlotId> children = shownChildren(node);
    if (children.isEmpty()) {
        node->isPopulated = true;
        return;
    }
    beginInsertRows(indexOf(node), 0, int(children.size()) - 1);
    node->isPopulated = true;
    node->children.reserve(std::size_t(children.size()));
    for (const SlotId child : children)
        insert(node, node->children.size(), child);
    endInsertRows();
}

// --- following the station

void NavTreeModel::followAll(const QList<SlotId>& touched)
{
    // What moved has to leave its former parent before it can show under the other one.
    const auto each = [&](void (NavTreeModel::*step)(Node*)) {
        for (const SlotId slot : touched) {
            Node* node = nodeOf(slot);
            if (node && m_station.document().exists(slot))
                (this->*step)(node);
        }
    };
    each(&NavTreeModel::dropGone);
    each(&NavTreeModel::follow);
    // Red marks and badges reach up to the root.
    QSet<SlotId> seen;
    for (SlotId slot : touched)
        for (; slot != SlotId::None && !seen.contains(slot); slot = m_station.document().parent(slot)) {
            seen += slot;
            refresh(slot);
        }
}

/// Takes rows out and puts rows in until a node's children are those of the document.
void NavTreeModel::dropGone(Node* node)
{
    const QList<SlotId> wanted = node->isPopulated ? shownChildren(node) : QList<SlotId>();
    const QSet<SlotId> stay(wanted.begin(), wanted.end());
    for (std::size_t row = node->children.size(); row > 0; --row) {
        if (stay.contains(node->children[row - 1]->slot))
            continue;
        beginRemoveRows(indexOf(node), int(row - 1), int(row - 1));
        erase(node, row - 1);
        endRemoveRows();
    }
}

void NavTreeModel::follow(Node* node)
{
    const QModelIndex index = indexOf(node);
    if (!node->isPopulated) {
        populate(node); // a first child has to show its parent's branch
        return;
    }
    const auto removeAt = [&](std::size_t row) {
        beginRemoveRows(index, int(row), int(row));
        erase(node, row);
        endRemoveRows();
    };
    const QList<SlotId> wanted = shownChildren(node);
    for (std::size_t row = 0; row < std::size_t(wanted.size()); ++row) {
        const SlotId slot = wanted[qsizetype(row)];
        if (row < node->children.size() && node->children[row]->slot == slot)
            continue;
        if (const Node* moved = nodeOf(slot); moved && moved->parent == node)
            removeAt(moved->row);
        if (m_filter && !node->isBelowMatch && !m_filter->isOnTheWay(slot))
            m_filter->take(slot);
        beginInsertRows(index, int(row), int(row));
        Node* added = insert(node, row, slot);
        if (m_filter && !node->isBelowMatch)
            added->isBelowMatch = m_filter->isMatch(slot);
        endInsertRows();
    }
}

void NavTreeModel::refresh(SlotId slot)
{
    if (const Node* node = nodeOf(slot))
        emit dataChanged(indexOf(node), indexOf(node));
}

// --- the model

SlotId NavTreeModel::slotAt(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    return node ? node->slot : SlotId::None;
}

QModelIndex NavTreeModel::indexOf(SlotId slot)
{
    if (slot == SlotId::None || !m_root || !m_station.document().exists(slot))
        return {};
    QList<SlotId> way;
    for (SlotId each = slot; each != SlotId::None && !nodeOf(each); each = m_station.document().parent(each))
        way.prepend(each);
    for (const SlotId each : std::as_const(way)) {
        Node* parent = nodeOf(m_station.document().parent(each));
        if (!parent)
            return {};
        populate(parent);
        if (!nodeOf(each))
            return {}; // a value, or filtered out
    }
    return indexOf(nodeOf(slot));
}

QModelIndex NavTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    const Node* node = nodeOf(parent);
    return indexOf(node ? node->children[std::size_t(row)] : m_root);
}

QModelIndex NavTreeModel::parent(const QModelIndex& child) const
{
    const Node* node = nodeOf(child);
    return node ? indexOf(node->parent) : QModelIndex();
}

int NavTreeModel::rowCount(const QModelIndex& parent) const
{
    if (const Node* node = nodeOf(parent))
        return int(node->children.size());
    return m_root ? 1 : 0;
}

int NavTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool NavTreeModel::hasChildren(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (!node)
        return m_root != nullptr;
    if (node->isPopulated)
        return !node->children.empty();
    const QList<SlotId> children = m_station.document().children(node->slot);
    return std::ranges::any_of(children, [&](SlotId child) { return isShown(child, node); });
}

bool NavTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    return node && !node->isPopulated && hasChildren(parent);
}

void NavTreeModel::fetchMore(const QModelIndex& parent)
{
    if (Node* node = nodeOf(parent))
        populate(node);
}

QVariant NavTreeModel::data(const QModelIndex& index, int role) const
{
    const Node* node = nodeOf(index);
    if (!node || !m_station.document().exists(node->slot))
        return {};
    const Document& document = m_station.document();
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return shownName(m_station, node->slot);
    if (role == Qt::AccessibleTextRole) {
        const QString badge = navMark(document, node->slot, m_tests, m_station.danglingIn(node->slot)).text;
        const QString certificate = certificateMark(node->slot, m_tests, QDateTime::currentDateTimeUtc()).text;
        const QString name = shownName(m_station, node->slot);
        //: For a screen reader: %1 is a component's name, %2 its state
        const QString marked = badge.isEmpty() ? name : tr("%1, %2").arg(name, badge);
        return certificate.isEmpty() ? marked : tr("%1, %2").arg(marked, certificate);
    }
    if (role < int(NavRole::Slot) || role > int(NavRole::CertificateText))
        return {};
    switch (NavRole(role)) {
    case NavRole::Slot:
        return quint32(node->slot);
    case NavRole::Type:
        return document.type(node->slot);
    case NavRole::Icon:
        return navIcon(document, node->slot);
    case NavRole::Badge:
        return int(navMark(document, node->slot, m_tests, m_station.danglingIn(node->slot)).badge);
    case NavRole::BadgeText:
        return navMark(document, node->slot, m_tests, m_station.danglingIn(node->slot)).text;
    case NavRole::IsChanged:
        return document.hasChanges(node->slot);
    case NavRole::IsMatch:
        return m_filter && m_filter->isMatch(node->slot);
    case NavRole::CertificateBadge:
        return int(certificateMark(node->slot, m_tests, QDateTime::currentDateTimeUtc()).badge);
    case NavRole::CertificateBrief:
        return certificateMark(node->slot, m_tests, QDateTime::currentDateTimeUtc()).brief;
    case NavRole::CertificateText:
        return certificateMark(node->slot, m_tests, QDateTime::currentDateTimeUtc()).text;
    }
    return {};
}

QString shownName(const OpenStation& station, SlotId slot)
{
    if (!station.isOpen() || slot == SlotId::None)
        return {};
    const Document& document = station.document();
    return slot == document.root() ? station.title() : shownSlotName(document.name(slot));
}

} // namespace stationer
