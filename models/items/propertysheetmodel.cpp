#include "items/propertysheetmodel.h"

#include "connection/report.h"
#include "items/rowfollower.h"
#include "session/lasttests.h"

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// What a view that knows nothing of sheets shows of a row.
QVariant dataOf(const SheetRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.value;
    case Qt::ToolTipRole:
        return row.meaning;
    case Qt::StatusTipRole:
        return row.note ? row.note->text : QString();
    default:
        return {};
    }
}

/// In a backup. The password for tests is none of the file's.
void lock(SheetRow& row)
{
    row.isReadOnly = row.isReadOnly || row.kind != ValueKind::Password;
    row.isResettable = false;
    if (row.note)
        row.note->remedyLabel.clear();
}

} // namespace

PropertySheetModel::PropertySheetModel(OpenStation& station, const LastTests& tests, QObject* parent)
    : QAbstractListModel(parent), m_station(station), m_tests(tests)
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] { show(SlotId::None); });
    connect(&station, &OpenStation::changed, this, &PropertySheetModel::update);
    connect(&station, &OpenStation::saved, this, [this] {
        if (std::exchange(m_wasReadOnly, m_station.isReadOnly()) != m_station.isReadOnly())
            show(std::exchange(m_components, {})); // anew: a backup that became a station file can be edited
        else
            update();
    });
    connect(&station, &OpenStation::danglingChanged, this, [this](const QList<SlotId>& components) {
        if (components.contains(component()))
            update();
    });
    connect(&tests, &LastTests::changed, this, [this](SlotId account) {
        if (m_components.contains(account))
            update();
    });
}

void PropertySheetModel::show(SlotId component)
{
    show(component == SlotId::None ? QList<SlotId>() : QList{component});
}

void PropertySheetModel::show(const QList<SlotId>& components)
{
    QList<SlotId> shown = components;
    if (!shown.isEmpty()) {
        const Document& document = m_station.document();
        const QString type = document.type(shown.first());
        if (std::ranges::any_of(shown, [&](SlotId each) { return document.type(each) != type; }))
            shown.resize(1);
    }
    if (shown == m_components)
        return;
    beginResetModel();
    m_components = shown;
    m_refusals.clear();
    m_wasReadOnly = m_station.isReadOnly();
    m_rows = currentRows();
    endResetModel();
    emit componentChanged();
    noteBanner();
}

QList<SheetRow> PropertySheetModel::currentRows() const
{
    if (m_components.isEmpty())
        return {};
    const Document& document = m_station.document();
    QList<SheetRow> rows = commonRows(document, m_components);
    QHash<QString, SheetNote> notes;
    if (m_components.size() == 1) {
        const Report* report = m_tests.isCurrent(component()) ? m_tests.report(component()) : nullptr;
        for (const SheetNote& note :
             sheetNotes(document, component(), m_station.lastChange(component()), report, m_station.danglingIn(component())))
            notes.insert(note.slot, note);
    }
    for (SheetRow& row : rows) {
        if (const auto refusal = m_refusals.constFind(row.slot); refusal != m_refusals.constEnd())
            row.note = *refusal;
        else if (const auto note = notes.constFind(row.slot); note != notes.constEnd() && !row.isRunningStation)
            row.note = *note;
        if (m_station.isReadOnly())
            lock(row);
    }
    return rows;
}

void PropertySheetModel::update()
{
    if (m_components.isEmpty())
        return;
    if (std::ranges::any_of(m_components, [this](SlotId each) { return !m_station.document().exists(each); })) {
        show(SlotId::None);
        return;
    }
    // A refusal speaks of a value that was typed over one that is gone now.
    QList<SheetRow> rows = currentRows();
    for (const SheetRow& row : std::as_const(rows)) {
        const int old = rowOf(row.slot);
        if (old >= 0 && m_rows[old].value != row.value)
            m_refusals.remove(row.slot);
    }
    rows = currentRows();
    followRows(
        m_rows, rows, [](const SheetRow& row) { return row.slot; },
        RowSteps<SheetRow>{
            .aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
            .removed = [this] { endRemoveRows(); },
            .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
            .inserted = [this] { endInsertRows(); },
            .changed = [this](int row, const SheetRow& before) { tellChanged(row, before); },
        });
    noteBanner();
}

/// Names the roles that changed, where it is one of them.
void PropertySheetModel::tellChanged(int row, const SheetRow& before)
{
    QList<int> roles;
    for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::StatusTipRole})
        if (dataOf(before, role) != dataOf(m_rows[row], role))
            roles += role;
    emit dataChanged(index(row), index(row), roles);
}

void PropertySheetModel::noteBanner()
{
    if (const QString now = banner(); now != m_banner) {
        m_banner = now;
        emit bannerChanged();
    }
}

int PropertySheetModel::rowOf(QStringView slot) const
{
    const auto found = std::ranges::find_if(m_rows, [slot](const SheetRow& row) { return row.slot == slot; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString PropertySheetModel::slotAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].slot : QString();
}

QString PropertySheetModel::setValue(int row, const QString& value, OpenStation::Entry entry)
{
    return take(row, [&] { return m_station.change(m_components, {{slotAt(row), value}}, entry); });
}

QString PropertySheetModel::reset(int row)
{
    return take(row, [&] { return m_station.change(m_components, {{slotAt(row), std::nullopt}}); });
}

QString PropertySheetModel::applyRemedy(int row)
{
    return take(row, [&] { return m_station.mend(m_components, m_rows[row].note.value_or(SheetNote())); });
}

QString PropertySheetModel::take(int row, const std::function<std::optional<ChangeFault>()>& step)
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const QString slot = m_rows[row].slot;
    m_refusals.remove(slot);
    const std::optional<ChangeFault> fault = step();
    if (!fault) {
        update(); // a note of a refusal goes even where the value stays
        return {};
    }
    const QString sentence = describe(*fault, m_station.document(), m_components.first());
    m_refusals.insert(slot, {.slot = slot, .badge = Badge::Fault, .text = sentence});
    update();
    emit refused(row, sentence);
    return sentence;
}

QString PropertySheetModel::banner() const
{
    if (m_components.size() != 1 || m_station.isReadOnly())
        return {};
    // Looked at a level at a time: to look through a whole station takes too long for every edit.
    const Document& document = m_station.document();
    if (document.parent(component()) != document.root())
        return {};
    const bool lacksService = component() == servicesContainer(document) && emailService(document) == SlotId::None;
    return lacksService ? tr("This station has no EmailService.") : QString();
}

QString PropertySheetModel::bannerRemedy() const
{
    return banner().isEmpty() ? QString() : tr("Add it");
}

QString PropertySheetModel::applyBannerRemedy()
{
    if (banner().isEmpty())
        return {};
    const Result<SlotId, StructureFault> added = m_station.add(component(), emailServiceType);
    if (!added)
        return describe(added.error());
    emit this->added(added.value());
    return {};
}

int PropertySheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PropertySheetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return dataOf(m_rows[index.row()], role);
}

bool PropertySheetModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    return setValue(index.row(), value.toString()).isEmpty();
}

Qt::ItemFlags PropertySheetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return Qt::NoItemFlags;
    const bool isEditable = !m_rows[index.row()].isReadOnly;
    return QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren | (isEditable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace stationer
