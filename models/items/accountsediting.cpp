// Editing in the Email Account Manager's cells: what a cell edits, and the one way to set it.

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/portrules.h"
#include "items/accountsmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "station/slotname.h"
#include "terms/securitymode.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// The slot that a column shows; empty for the name, for the security, which is two, and for what only shows.
QString slotOf(AccountsModel::Column column)
{
    switch (column) {
    case AccountsModel::HostColumn:
        return hostnameSlot;
    case AccountsModel::PortColumn:
        return portSlot;
    case AccountsModel::AccountColumn:
        return accountSlot;
    case AccountsModel::ProtocolColumn:
        return storeSlot; // an outgoing account has no choice
    case AccountsModel::EnabledColumn:
        return enabledSlot;
    case AccountsModel::PollRateColumn:
        return pollrateSlot;
    case AccountsModel::NameColumn:
    case AccountsModel::SecurityColumn:
    case AccountsModel::CertificateColumn:
    case AccountsModel::LastTestColumn:
    case AccountsModel::StationColumn:
    case AccountsModel::DirectionColumn:
    case AccountsModel::ColumnCount:
        break;
    }
    return {};
}

SheetRow nameRow(const Document& document, SlotId account)
{
    SheetRow row;
    row.label = QCoreApplication::translate("accounts", "Name");
    row.kind = ValueKind::String;
    row.value = shownSlotName(document.name(account));
    return row;
}

SheetRow securityRow(const Document& document, SlotId account)
{
    SheetRow row;
    row.label = QCoreApplication::translate("accounts", "Security");
    row.kind = ValueKind::Enum;
    const std::optional<SecurityMode> mode = securityModeOf(document, account);
    row.value = mode ? QString(nameOf(*mode)) : QString();
    row.isMixed = !mode;
    for (const SecurityMode each : safestFirst)
        row.choices += Choice{nameOf(each), labelOf(each)};
    return row;
}

} // namespace

bool AccountsModel::isReadOnly() const
{
    return m_station.isReadOnly();
}

bool AccountsModel::isEditable(SlotId account, Column column) const
{
    if (m_station.isReadOnly())
        return false;
    const Document& document = m_station.document();
    if (column == NameColumn)
        return true;
    if (column == SecurityColumn)
        return !isLocked(document, account, useSslSlot) && !isLocked(document, account, useStartTlsSlot);
    const QString slot = slotOf(column);
    if (slot.isEmpty() || (column == ProtocolColumn && document.type(account) != incomingAccountType))
        return false;
    return !isLocked(document, account, slot);
}

std::optional<SheetRow> AccountsModel::property(const QModelIndex& index) const
{
    const SlotId account = accountAt(index.row());
    const auto column = Column(index.column());
    if (account == SlotId::None || !isEditable(account, column))
        return std::nullopt;
    const Document& document = m_station.document();
    if (column == NameColumn)
        return nameRow(document, account);
    if (column == SecurityColumn)
        return securityRow(document, account);
    const QString slot = slotOf(column);
    const QList<SheetRow> rows = sheetRows(document, account);
    const auto found = std::ranges::find_if(rows, [&](const SheetRow& row) { return row.slot == slot; });
    return found == rows.end() || found->isReadOnly ? std::nullopt : std::optional(*found);
}

QString AccountsModel::whyReadOnly(const QModelIndex& index) const
{
    const SlotId account = accountAt(index.row());
    const auto column = Column(index.column());
    if (account == SlotId::None || isEditable(account, column))
        return {};
    if (m_station.isReadOnly())
        return describe(EditFault::IsBackup);
    switch (column) {
    case CertificateColumn:
    case LastTestColumn:
    case StationColumn:
        return QCoreApplication::translate("accounts", "This is what the last test found; it cannot be edited.");
    case DirectionColumn:
        return QCoreApplication::translate("accounts",
                                           "The direction is the account's type; it cannot be edited. New adds an "
                                           "account of the other direction.");
    case ProtocolColumn:
        if (m_station.document().type(account) != incomingAccountType)
            return QCoreApplication::translate("accounts", "Outgoing accounts speak SMTP and nothing else.");
        [[fallthrough]];
    case NameColumn:
    case HostColumn:
    case PortColumn:
    case SecurityColumn:
    case AccountColumn:
    case EnabledColumn:
    case PollRateColumn:
    case ColumnCount:
        break;
    }
    return QCoreApplication::translate("accounts", "The station file marks this property as read-only.");
}

Qt::ItemFlags AccountsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const SlotId account = accountAt(index.row());
    if (account == SlotId::None || !m_station.document().exists(account) || !isEditable(account, Column(index.column())))
        return flags;
    // What is checked on the spot needs no editor.
    return flags | (index.column() == EnabledColumn ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool AccountsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto column = Column(index.column());
    const SlotId account = accountAt(index.row());
    if (role == Qt::CheckStateRole && column == EnabledColumn)
        return setValue({account}, column, value.toInt() == Qt::Checked ? u"true"_s : u"false"_s).isEmpty();
    return role == Qt::EditRole && setValue({account}, column, value.toString()).isEmpty();
}

QString AccountsModel::setValue(const QList<SlotId>& accounts, Column column, const QString& value)
{
    if (accounts.isEmpty())
        return {};
    for (const SlotId account : accounts)
        if (const QString why = whyReadOnly(index(rowOf(account), column)); !why.isEmpty()) {
            refuse(why);
            return why;
        }
    dropNote();
    m_isEditing = true;
    QString refusal;
    if (column == NameColumn) {
        refusal = rename(accounts.first(), value);
    } else {
        QList<Assignment> assignments{{slotOf(column), value}};
        if (column == SecurityColumn) {
            const std::optional<SecurityMode> mode = securityModeNamed(value);
            assignments = mode ? assignmentsFor(*mode) : QList<Assignment>();
        }
        if (const std::optional<ChangeFault> fault = m_station.change(accounts, assignments)) {
            refusal = describe(*fault);
        } else if (accounts.size() == 1) {
            m_noted = accounts.first();
            say(noteOf(m_noted, column));
        }
    }
    m_isEditing = false;
    if (!refusal.isEmpty())
        refuse(refusal);
    return refusal;
}

/// What refers to the account by its name goes along.
QString AccountsModel::rename(SlotId account, const QString& shownName)
{
    const QString before = m_station.document().name(account);
    const int references = int(m_station.references().to(account).size());
    if (const auto fault = m_station.rename(account, shownName.trimmed(), OpenStation::References::Follow))
        return describe(*fault);
    if (m_station.document().name(account) == before || references == 0)
        return {};
    say(undoableNote({}, references == 1 ? QCoreApplication::translate("accounts", "What refers to it was renamed along.")
                                         : QCoreApplication::translate("accounts", "%n references to it were renamed along.",
                                                                       nullptr, references)));
    return {};
}

/// What the sheet would say under a row that this step touched: what it moved first, else what can be mended.
std::optional<SheetNote> AccountsModel::noteOf(SlotId account, Column column) const
{
    const Change* last = m_station.lastChange(account);
    if (!last)
        return std::nullopt;
    std::optional<SheetNote> best;
    const QString slot = slotOf(column);
    for (SheetNote& note : sheetNotes(m_station.document(), account, last, nullptr)) {
        const bool isTouched = note.slot == slot || std::ranges::any_of(last->moved, [&](const Change::Moved& moved) {
                                   return moved.slot == note.slot;
                               });
        const bool isOfPort = column == SecurityColumn && (note.slot == portSlot || note.slot == useSslSlot);
        if ((!isTouched && !isOfPort) || (note.remedyLabel.isEmpty() && note.badge != Badge::Fault))
            continue;
        const auto rank = [](const SheetNote& each) { return std::pair(each.undoes, int(each.badge)); };
        if (!best || rank(note) > rank(*best))
            best = std::move(note);
    }
    if (best)
        //: What there is to say of an edit in the table: %1 is the account's name, %2 a property, %3 a sentence
        best->text = QCoreApplication::translate("accounts", "%1, %2: %3")
                         .arg(shownSlotName(m_station.document().name(account)), slotLabel(best->slot), best->text);
    return best;
}

void AccountsModel::say(std::optional<SheetNote> note)
{
    if (!note && !m_note)
        return;
    m_note = std::move(note);
    emit noteChanged();
}

void AccountsModel::refuse(const QString& sentence)
{
    say(SheetNote{.badge = Badge::Fault, .text = sentence});
}

QString AccountsModel::applyRemedy()
{
    const std::optional<SheetNote> note = std::exchange(m_note, std::nullopt);
    emit noteChanged();
    const std::optional<ChangeFault> fault = note ? m_station.mend({m_noted}, *note) : std::nullopt;
    if (!fault)
        return {};
    refuse(describe(*fault));
    return m_note->text;
}

} // namespace stationer
