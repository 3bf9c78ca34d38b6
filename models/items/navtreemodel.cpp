#include "items/navtreemodel.h"

#include "items/navfilter.h"
#include "items/navmark.h"
#include "session/lasttests.h"
#include "session/openhandover.h"
#include "session/openstation.h"
#include "station/slotname.h"

#include <algorithm>
#include <chrono>

namespace stationer {

using namespace std::chrono_literals;

namespace {

/// How long the filter looks before the event loop has its turn.
constexpr auto filterSlice = 6ms;

} // namespace

NavTreeModel::NavTreeModel(const OpenStation& station, const LastTests& tests, QObject* parent)
    : QAbstractItemModel(parent), m_station(station), m_tests(tests)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &NavTreeModel::takeSlice);
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        beginResetModel();
        m_slices.stop();
        m_filter.reset();
        m_rows.clear();
        endResetModel();
    });
    connect(&station, &OpenStation::replaced, this, &NavTreeModel::rebuild);
    connect(&station, &OpenStation::changed, this, &NavTreeModel::followAll);
    connect(&station, &OpenStation::titleChanged, this, [this] {
        if (const NavRows::Row* root = m_rows.root())
            emit dataChanged(indexOf(root), indexOf(root));
    });
    connect(&station, &OpenStation::saved, this, [this] {
        m_rows.forEach(
            [this](const NavRows::Row& row) { emit dataChanged(indexOf(&row), indexOf(&row), {int(NavRole::IsChanged)}); });
    });
    connect(&tests, &LastTests::changed, this, &NavTreeModel::refresh);
    connect(&station, &OpenStation::danglingChanged, this, [this](const QList<SlotId>& components) {
        for (const SlotId component : components)
            refresh(component);
    });
    rebuild();
}

NavTreeModel::~NavTreeModel() = default;

void NavTreeModel::setHandover(const OpenHandover& handover)
{
    m_handover = &handover;
    connect(&handover, &OpenHandover::changed, this, [this] {
        m_rows.forEach([this](const NavRows::Row& row) {
            emit dataChanged(indexOf(&row), indexOf(&row), {int(NavRole::Handover), int(NavRole::HandoverText)});
        });
    });
}

void NavTreeModel::rebuild()
{
    beginResetModel();
    m_slices.stop();
    m_rows.clear();
    m_filter.reset();
    if (m_station.isOpen() && m_station.document().root() != SlotId::None) {
        if (!m_filterText.isEmpty())
            m_filter = std::make_unique<NavFilter>(m_station.document(), m_filterText);
        NavRows::Row& root = m_rows.plant(m_station.document().root());
        root.isPopulated = m_filter != nullptr; // what a filter shows comes by and by
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
    m_isFollowing = true;
    for (const SlotId match : m_filter->nextMatches(filterSlice))
        take(match);
    m_isFollowing = false;
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
    for (SlotId slot = match; slot != SlotId::None && !m_rows.of(slot); slot = document.parent(slot))
        way.prepend(slot);
    for (const SlotId slot : std::as_const(way)) {
        NavRows::Row* parent = m_rows.of(document.parent(slot));
        const std::size_t last = parent->children.size();
        beginInsertRows(indexOf(parent), int(last), int(last));
        m_rows.insert(*parent, last, {slot});
        NavRows::Row* row = parent->children[last];
        row->isBelowMatch = slot == match;
        row->isPopulated = slot != match;
        endInsertRows();
    }
}

bool NavTreeModel::isShown(SlotId child, const NavRows::Row& parent) const
{
    if (!m_station.document().isComponent(child))
        return false;
    return !m_filter || parent.isBelowMatch || m_filter->isOnTheWay(child) || m_filter->matches(child);
}

QList<SlotId> NavTreeModel::shownChildren(const NavRows::Row& row) const
{
    QList<SlotId> shown;
    for (const SlotId child : m_station.document().children(row.slot))
        if (isShown(child, row))
            shown += child;
    return shown;
}

NavRows::Row* NavTreeModel::rowOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<NavRows::Row*>(index.internalPointer()) : nullptr;
}

QModelIndex NavTreeModel::indexOf(const NavRows::Row* row) const
{
    return row ? createIndex(int(row->number), 0, row) : QModelIndex();
}

void NavTreeModel::populate(NavRows::Row& row)
{
    if (row.isPopulated)
        return;
    const QList<SlotId> children = shownChildren(row);
    if (!children.isEmpty())
        beginInsertRows(indexOf(&row), 0, int(children.size()) - 1);
    row.isPopulated = true;
    m_rows.insert(row, 0, children);
    if (!children.isEmpty())
        endInsertRows();
}

// --- following the station

void NavTreeModel::followAll(const QList<SlotId>& touched)
{
    // What moved has to leave its former parent before it can show under the other one.
    const auto each = [&](void (NavTreeModel::*step)(NavRows::Row&)) {
        for (const SlotId slot : touched) {
            NavRows::Row* row = m_rows.of(slot);
            if (row && m_station.document().exists(slot))
                (this->*step)(*row);
        }
    };
    m_isFollowing = true;
    each(&NavTreeModel::dropGone);
    each(&NavTreeModel::follow);
    m_isFollowing = false;
    // Red marks and badges reach up to the root.
    QSet<SlotId> seen;
    for (SlotId slot : touched)
        for (; slot != SlotId::None && !seen.contains(slot); slot = m_station.document().parent(slot)) {
            seen += slot;
            refresh(slot);
        }
}

/// Takes out the rows of what is no child any more. Neighbours go together, as they do in a deletion of many.
void NavTreeModel::dropGone(NavRows::Row& row)
{
    const QList<SlotId> wanted = row.isPopulated ? shownChildren(row) : QList<SlotId>();
    const QSet<SlotId> stay(wanted.begin(), wanted.end());
    const auto stays = [&](std::size_t number) { return stay.contains(row.children[number]->slot); };
    for (std::size_t last = row.children.size(); last > 0;) {
        std::size_t first = last;
        while (first > 0 && !stays(first - 1))
            --first;
        if (first == last) {
            --last;
            continue;
        }
        beginRemoveRows(indexOf(&row), int(first), int(last) - 1);
        m_rows.erase(row, first, last);
        endRemoveRows();
        last = first;
    }
}

/// Puts rows in until a row's children are those of the document; what changed its place goes and comes again.
void NavTreeModel::follow(NavRows::Row& row)
{
    if (!row.isPopulated) {
        populate(row); // a first child has to show its parent's branch
        return;
    }
    const QModelIndex index = indexOf(&row);
    const QList<SlotId> wanted = shownChildren(row);
    const auto isHere = [&](SlotId slot) {
        const NavRows::Row* other = m_rows.of(slot);
        return other && other->parent == &row;
    };
    for (qsizetype at = 0; at < wanted.size();) {
        if (std::size_t(at) < row.children.size() && row.children[std::size_t(at)]->slot == wanted[at]) {
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        if (isHere(wanted[at])) {
            const std::size_t former = m_rows.of(wanted[at])->number;
            beginRemoveRows(index, int(former), int(former));
            m_rows.erase(row, former, former + 1);
            endRemoveRows();
        } else {
            while (end < wanted.size() && !isHere(wanted[end]))
                ++end;
        }
        putIn(row, at, wanted.sliced(at, end - at));
        at = end;
    }
    // Which of them counts as moved may be another one now.
    if (!row.children.empty())
        emit dataChanged(indexOf(row.children.front()), indexOf(row.children.back()), {int(NavRole::IsChanged)});
}

void NavTreeModel::putIn(NavRows::Row& row, qsizetype number, const QList<SlotId>& slotIds)
{
    const bool isSearched = m_filter && !row.isBelowMatch;
    for (const SlotId slot : slotIds) {
        if (isSearched && !m_filter->isOnTheWay(slot))
            m_filter->take(slot);
    }
    beginInsertRows(indexOf(&row), int(number), int(number + slotIds.size()) - 1);
    m_rows.insert(row, std::size_t(number), slotIds);
    for (const SlotId slot : slotIds) {
        if (isSearched)
            m_rows.of(slot)->isBelowMatch = m_filter->isMatch(slot);
    }
    endInsertRows();
}

void NavTreeModel::refresh(SlotId slot)
{
    if (const NavRows::Row* row = m_rows.of(slot))
        emit dataChanged(indexOf(row), indexOf(row));
}

// --- the model

SlotId NavTreeModel::slotAt(const QModelIndex& index) const
{
    const NavRows::Row* row = rowOf(index);
    return row ? row->slot : SlotId::None;
}

QModelIndex NavTreeModel::indexOf(SlotId slot)
{
    if (slot == SlotId::None || !m_rows.root() || !m_station.document().exists(slot))
        return {};
    QList<SlotId> way;
    for (SlotId each = slot; each != SlotId::None && !m_rows.of(each); each = m_station.document().parent(each))
        way.prepend(each);
    for (const SlotId each : std::as_const(way)) {
        NavRows::Row* parent = m_rows.of(m_station.document().parent(each));
        if (!parent)
            return {};
        populate(*parent);
        if (!m_rows.of(each))
            return {}; // a value, or filtered out
    }
    return indexOf(m_rows.of(slot));
}

QModelIndex NavTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    const NavRows::Row* parentRow = rowOf(parent);
    return indexOf(parentRow ? parentRow->children[std::size_t(row)] : m_rows.root());
}

QModelIndex NavTreeModel::parent(const QModelIndex& child) const
{
    const NavRows::Row* row = rowOf(child);
    return row ? indexOf(row->parent) : QModelIndex();
}

int NavTreeModel::rowCount(const QModelIndex& parent) const
{
    if (const NavRows::Row* row = rowOf(parent))
        return int(row->children.size());
    return m_rows.root() ? 1 : 0;
}

int NavTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool NavTreeModel::hasChildren(const QModelIndex& parent) const
{
    const NavRows::Row* row = rowOf(parent);
    if (!row)
        return m_rows.root() != nullptr;
    if (row->isPopulated)
        return !row->children.empty();
    const QList<SlotId> children = m_station.document().children(row->slot);
    return std::ranges::any_of(children, [&](SlotId child) { return isShown(child, *row); });
}

bool NavTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const NavRows::Row* row = rowOf(parent);
    return row && !m_isFollowing && !row->isPopulated && hasChildren(parent);
}

void NavTreeModel::fetchMore(const QModelIndex& parent)
{
    if (NavRows::Row* row = rowOf(parent); row && !m_isFollowing)
        populate(*row);
}

QVariant NavTreeModel::data(const QModelIndex& index, int role) const
{
    const NavRows::Row* row = rowOf(index);
    if (!row || !m_station.document().exists(row->slot))
        return {};
    const Document& document = m_station.document();
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return shownName(m_station, row->slot);
    if (role == Qt::AccessibleTextRole) {
        QString marked = shownName(m_station, row->slot);
        for (const QString& mark : {testMark(row->slot, m_tests).text, stationMark(row->slot, m_tests).text,
                                    valuesMark(document, row->slot, m_station.danglingIn(row->slot)).text,
                                    certificateMark(row->slot, m_tests, QDateTime::currentDateTimeUtc()).text,
                                    handoverText(m_handover ? m_handover->openItems(row->slot) : 0)})
            if (!mark.isEmpty())
                //: For a screen reader: %1 is a component's name, %2 its state
                marked = tr("%1, %2").arg(marked, mark);
        //: For a screen reader, of a component: since the file was opened
        return document.hasChanges(row->slot) ? tr("%1, %2").arg(marked, tr("changed")) : marked;
    }
    if (role < int(NavRole::Slot) || role > int(NavRole::HandoverText))
        return {};
    switch (NavRole(role)) {
    case NavRole::Slot:
        return quint32(row->slot);
    case NavRole::Type:
        return document.type(row->slot);
    case NavRole::Icon:
        return navIcon(document, row->slot);
    case NavRole::Result:
        return int(testMark(row->slot, m_tests).badge);
    case NavRole::ResultText:
        return testMark(row->slot, m_tests).text;
    case NavRole::Station:
        return int(stationMark(row->slot, m_tests).badge);
    case NavRole::StationText:
        return stationMark(row->slot, m_tests).text;
    case NavRole::Badge:
        return int(valuesMark(document, row->slot, m_station.danglingIn(row->slot)).badge);
    case NavRole::BadgeText:
        return valuesMark(document, row->slot, m_station.danglingIn(row->slot)).text;
    case NavRole::IsChanged:
        return document.hasChanges(row->slot);
    case NavRole::IsMatch:
        return m_filter && m_filter->isMatch(row->slot);
    case NavRole::CertificateBadge:
        return int(certificateMark(row->slot, m_tests, QDateTime::currentDateTimeUtc()).badge);
    case NavRole::CertificateBrief:
        return certificateMark(row->slot, m_tests, QDateTime::currentDateTimeUtc()).brief;
    case NavRole::CertificateText:
        return certificateMark(row->slot, m_tests, QDateTime::currentDateTimeUtc()).text;
    case NavRole::Handover:
        return m_handover ? m_handover->openItems(row->slot) : 0;
    case NavRole::HandoverText:
        return handoverText(m_handover ? m_handover->openItems(row->slot) : 0);
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
