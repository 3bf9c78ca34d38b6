#include "items/accountsmodel.h"

#include "catalogue/catalogue.h"
#include "items/roles.h"
#include "items/rowfollower.h"
#include "session/lasttests.h"
#include "session/openstation.h"

#include <QCoreApplication>
#include <QSet>

namespace stationer {

namespace {

const AccountCell& cellOf(const AccountRow& row, AccountsModel::Column column)
{
    switch (column) {
    case AccountsModel::NameColumn:
        return row.name;
    case AccountsModel::HostColumn:
        return row.host;
    case AccountsModel::PortColumn:
        return row.port;
    case AccountsModel::SecurityColumn:
        return row.security;
    case AccountsModel::AccountColumn:
        return row.account;
    case AccountsModel::CertificateColumn:
        return row.certificate;
    case AccountsModel::LastTestColumn:
        return row.lastTest;
    case AccountsModel::StationColumn:
        return row.onStation;
    case AccountsModel::DirectionColumn:
        return row.direction;
    case AccountsModel::ProtocolColumn:
        return row.protocol;
    case AccountsModel::EnabledColumn:
        return row.enabled;
    case AccountsModel::PollRateColumn:
        return row.pollRate;
    case AccountsModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QString headerOf(AccountsModel::Column column)
{
    switch (column) {
    case AccountsModel::NameColumn:
        return QCoreApplication::translate("accounts", "Name");
    case AccountsModel::HostColumn:
        return QCoreApplication::translate("accounts", "Host");
    case AccountsModel::PortColumn:
        return QCoreApplication::translate("accounts", "Port");
    case AccountsModel::SecurityColumn:
        return QCoreApplication::translate("accounts", "Security");
    case AccountsModel::AccountColumn:
        return QCoreApplication::translate("accounts", "Account");
    case AccountsModel::CertificateColumn:
        return QCoreApplication::translate("accounts", "Certificate");
    case AccountsModel::LastTestColumn:
        return QCoreApplication::translate("accounts", "Last Test");
    case AccountsModel::StationColumn:
        //: A column: what the station itself would meet with these settings
        return QCoreApplication::translate("accounts", "Station");
    case AccountsModel::DirectionColumn:
        return QCoreApplication::translate("accounts", "Direction");
    case AccountsModel::ProtocolColumn:
        return QCoreApplication::translate("accounts", "Protocol");
    case AccountsModel::EnabledColumn:
        return QCoreApplication::translate("accounts", "Enabled");
    case AccountsModel::PollRateColumn:
        return QCoreApplication::translate("accounts", "Poll Rate");
    case AccountsModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

AccountsModel::AccountsModel(OpenStation& station, const LastTests& tests, QObject* parent, Clock clock)
    : QAbstractTableModel(parent), m_station(station), m_tests(tests),
      m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentDateTimeUtc))
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_states.clear();
        show(SlotId::None);
    });
    connect(&station, &OpenStation::pathChanged, this, &AccountsModel::summaryChanged); // a backup can be edited elsewhere
    connect(&station, &OpenStation::changed, this, [this](const QList<SlotId>& touched) {
        if (!m_isEditing)
            dropNote();
        follow(touched);
    });
    connect(&tests, &LastTests::changed, this, &AccountsModel::refresh);
}

void AccountsModel::show(SlotId component)
{
    if (component == m_component)
        return;
    dropNote();
    beginResetModel();
    m_component = component;
    m_rows.clear();
    if (component != SlotId::None)
        for (const SlotId account : accountsBelow(m_station.document(), component))
            m_rows += rowFor(account);
    noteRows();
    endResetModel();
    emit summaryChanged();
}

AccountRow AccountsModel::rowFor(SlotId account) const
{
    return accountRow(
        m_station.document(), account,
        {m_tests.report(account), m_tests.isCurrent(account), m_tests.verdict(account), m_tests.remembered(account)},
        m_states.value(account), m_clock());
}

void AccountsModel::noteRows()
{
    m_rowOf.clear();
    for (int row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows[row].slot, row);
}

/// An edit inside an account leaves the list as it is; only others are a reason to look at all of it.
void AccountsModel::follow(const QList<SlotId>& touched)
{
    if (m_component == SlotId::None)
        return;
    const Document& document = m_station.document();
    if (!document.exists(m_component)) // an undo brings it back
        return followList();
    QSet<SlotId> inside;
    for (const SlotId slot : touched) {
        const SlotId parent = document.exists(slot) ? document.parent(slot) : SlotId::None;
        if (document.exists(slot) && m_rowOf.contains(slot))
            inside += slot;
        else if (m_rowOf.contains(parent))
            inside += parent;
        else
            return followList();
    }
    for (const SlotId account : std::as_const(inside))
        refresh(account);
}

void AccountsModel::followList()
{
    QList<AccountRow> wanted;
    if (m_station.document().exists(m_component))
        for (const SlotId account : accountsBelow(m_station.document(), m_component))
            wanted += rowFor(account);
    followRows(
        m_rows, wanted, [](const AccountRow& row) { return row.slot; },
        RowSteps<AccountRow>{
            .aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
            .removed =
                [this] {
                    noteRows();
                    endRemoveRows();
                },
            .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
            .inserted =
                [this] {
                    noteRows();
                    endInsertRows();
                },
            .changed = [this](int row, const AccountRow&) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); },
        });
    emit summaryChanged();
}

void AccountsModel::refresh(SlotId account)
{
    const int row = rowOf(account);
    if (row < 0)
        return;
    const AccountRow now = rowFor(account);
    if (now == m_rows[row])
        return;
    m_rows[row] = now;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit summaryChanged();
}

SlotId AccountsModel::accountAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].slot : SlotId::None;
}

int AccountsModel::rowOf(SlotId account) const
{
    return m_rowOf.value(account, -1);
}

void AccountsModel::setState(const QList<SlotId>& accounts, RunState state)
{
    for (const SlotId account : accounts) {
        if (state == RunState::Idle)
            m_states.remove(account);
        else
            m_states.insert(account, state);
        refresh(account);
    }
}

int AccountsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AccountsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AccountsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccountRow& row = m_rows[index.row()];
    const AccountCell& cell = cellOf(row, Column(index.column()));
    if (role == Qt::DisplayRole)
        return cell.text;
    if (role == Qt::EditRole) {
        const std::optional<SheetRow> edited = property(index);
        return edited ? edited->value : QVariant(cell.text);
    }
    if (role == Qt::CheckStateRole)
        return index.column() == EnabledColumn ? QVariant(row.isEnabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    if (role == Qt::ToolTipRole)
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    if (role < int(AccountsRole::Slot) || role > int(AccountsRole::WhyReadOnly))
        return {};
    switch (AccountsRole(role)) {
    case AccountsRole::Slot:
        return quint32(row.slot);
    case AccountsRole::Sort:
        return cell.sort;
    case AccountsRole::Badge:
        return int(cell.badge);
    case AccountsRole::Icon:
        return index.column() == NameColumn ? row.icon : QString();
    case AccountsRole::Answer:
        return index.column() == LastTestColumn ? int(row.answer) : int(RowAnswer::None);
    case AccountsRole::IsMuted:
        return cell.isMuted;
    case AccountsRole::End:
        return row.end ? QVariant(row.end->notAfter) : QVariant();
    case AccountsRole::WhyNoEnd:
        return row.whyNoEnd;
    case AccountsRole::Property: {
        const std::optional<SheetRow> edited = property(index);
        return edited ? QVariant::fromValue(*edited) : QVariant();
    }
    case AccountsRole::WhyReadOnly:
        return whyReadOnly(index);
    }
    return {};
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? headerOf(Column(section)) : QVariant();
}

} // namespace stationer
