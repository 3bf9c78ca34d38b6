// Editing in the Email Account Manager, and the chart that follows its table.

#include "items/accountsmodel.h"
#include "items/roles.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/accountsbar.h"
#include "views/accounts/accountstable.h"
#include "views/accounts/validitychart.h"
#include "views/accounts/validitypane.h"
#include "views/common/icon.h"
#include "views/common/messagebar.h"
#include "views/common/wishes.h"
#include "views/nav/structureedits.h"

#include <QMenu>
#include <QSortFilterProxyModel>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

void AccountManager::connectEditing()
{
    connect(m_bar, &AccountsBar::addChosen, this, &AccountManager::add);
    const auto arrangeSelected = [this](Arranging what) { arrange(what, selected()); };
    connect(m_bar, &AccountsBar::arrangingClicked, this, arrangeSelected);
    connect(m_table, &AccountsTable::arrangingPressed, this, arrangeSelected);
    connect(&m_edits, &StructureEdits::added, this, &AccountManager::beginWith);
    connect(&m_edits, &StructureEdits::arrived, this, qOverload<const QList<SlotId>&>(&AccountManager::select));
    connect(m_table, &AccountsTable::readOnlyTried, this,
            [this](const QModelIndex& index) { m_model.refuse(index.data(int(AccountsRole::WhyReadOnly)).toString()); });
    connect(m_table, &AccountsTable::enabledToggled, this, [this](const QModelIndex& index) {
        const bool wasEnabled = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QList<SlotId> all = selected();
        setEnabledOf(all.contains(accountAt(index)) ? all : QList{accountAt(index)}, !wasEnabled);
    });
    connect(m_table, &AccountsTable::filled, this, [this](const QModelIndex& index, const QString& value) {
        // A name is one account's own.
        const bool isOfOne = index.column() == AccountsModel::NameColumn;
        m_model.setValue(isOfOne ? QList{accountAt(index)} : selected(), AccountsModel::Column(index.column()), value);
    });
    connect(&m_model, &AccountsModel::noteChanged, this, &AccountManager::showNote);
    connect(m_message, &MessageBar::actionClicked, this, [this] {
        m_table->abandonEditing();
        m_model.applyRemedy();
    });
    connect(m_message, &MessageBar::closed, &m_model, &AccountsModel::dropNote);
    // Where the selected rows went, the one that took their place is selected.
    connect(
        &m_model, &QAbstractItemModel::rowsRemoved, this,
        [this] {
            const QModelIndex index = m_table->currentIndex();
            if (index.isValid() && !m_table->selectionModel()->hasSelection())
                m_table->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        },
        Qt::QueuedConnection);
}

void AccountManager::showNote()
{
    const std::optional<SheetNote>& note = m_model.note();
    if (!note) {
        m_message->hide();
        return;
    }
    m_message->say(note->badge, note->text, note->remedyLabel);
    if (note->slot.isEmpty() && note->badge == Badge::Fault)
        m_table->noteRefusal(note->text);
}

void AccountManager::connectValidity()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isSelecting)
            m_validity->select(selected(), current());
    });
    connect(m_validity, &ValidityPane::selected, this, [this](const QList<SlotId>& accounts) {
        m_isSelecting = true;
        if (accounts.isEmpty())
            m_table->clearSelection();
        else
            select(accounts);
        m_isSelecting = false;
    });
    connect(m_validity, &ValidityPane::opened, this, [this](SlotId account) { m_wishes.showSheet({account}); });
    connect(m_validity, &ValidityPane::menuRequested, this, [this](const QPoint& position) {
        QMenu* menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(position);
    });
    connect(m_validity, &ValidityPane::toggled, this, &AccountManager::fitPane);
    fitPane();
}

/// It takes no more than it fills: folded, its title's height; a chart of few accounts leaves the rest to the table.
void AccountManager::fitPane()
{
    const int most = m_validity->wholeHeight();
    if (m_validity->maximumHeight() != most)
        m_validity->setMaximumHeight(most);
}

void AccountManager::beginWith(SlotId account)
{
    select(account);
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(m_model.rowOf(account), AccountsModel::HostColumn));
    if (!index.isValid())
        return;
    m_table->setFocus();
    m_table->editCell(index);
}

void AccountManager::add(const QString& type)
{
    commit();
    m_edits.add(m_model.component(), type);
}

void AccountManager::arrange(Arranging what, const QList<SlotId>& accounts)
{
    if (what == Arranging::Rename && accounts.size() == 1)
        return rename(accounts.first());
    if (what == Arranging::Copy) // components for another window, and rows for a spreadsheet
        return m_edits.copy(accounts, m_table->selectedText());
    commit();
    m_edits.arrange(what, accounts);
}

void AccountManager::rename(SlotId account)
{
    m_table->setFocus();
    m_table->editCell(m_proxy->mapFromSource(m_model.index(m_model.rowOf(account), AccountsModel::NameColumn)));
}

void AccountManager::setEnabledOf(const QList<SlotId>& accounts, bool areEnabled)
{
    m_model.setValue(accounts, AccountsModel::EnabledColumn, areEnabled ? u"true"_s : u"false"_s);
}

void AccountManager::commit()
{
    m_table->commitEditing();
}

bool AccountManager::abandon()
{
    return m_table->abandonEditing();
}

void AccountManager::addEditing(QMenu& menu)
{
    const QList<SlotId> chosen = selected();
    const SlotId one = current();
    const auto add = [&](const QString& text, const QString& iconName, const QString& name, const QKeySequence& keys,
                         bool isEnabled, auto raise) {
        QAction* action = menu.addAction(icon(iconName), text);
        action->setObjectName(name);
        action->setShortcut(keys); // shown; the table itself hears it
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, raise);
    };
    const bool isAny = !chosen.isEmpty();
    const bool canEdit = !m_model.isReadOnly();
    const auto isEnabled = [this](SlotId account) {
        const int row = m_model.rowOf(account);
        return row >= 0 && m_model.rows()[row].isEnabled;
    };
    add(tr("&Edit Cell"), {}, u"rowEdit"_s, Qt::Key_F2, canEdit && one != SlotId::None && m_table->currentIndex().isValid(),
        [this] {
            m_table->setFocus();
            m_table->editCell(m_table->currentIndex());
        });
    add(tr("&Rename"), u"rename"_s, u"rowRename"_s, {}, canEdit && one != SlotId::None, [this, one] { rename(one); });
    add(tr("E&nable"), {}, u"rowEnable"_s, {}, canEdit && !std::ranges::all_of(chosen, isEnabled),
        [this, chosen] { setEnabledOf(chosen, true); });
    add(tr("D&isable"), {}, u"rowDisable"_s, {}, canEdit && std::ranges::any_of(chosen, isEnabled),
        [this, chosen] { setEnabledOf(chosen, false); });
    menu.addSeparator();
    add(tr("&Copy"), u"copy"_s, u"rowCopy"_s, QKeySequence::Copy, isAny,
        [this, chosen] { arrange(Arranging::Copy, chosen); });
    add(tr("D&uplicate"), u"duplicate"_s, u"rowDuplicate"_s, Qt::CTRL | Qt::Key_D, canEdit && isAny,
        [this, chosen] { arrange(Arranging::Duplicate, chosen); });
    add(tr("&Delete"), u"delete"_s, u"rowDelete"_s, QKeySequence::Delete, canEdit && isAny,
        [this, chosen] { arrange(Arranging::Delete, chosen); });
    add(tr("&Save Selection as .bog…"), u"save"_s, u"rowSaveSelection"_s, {}, isAny,
        [this, chosen] { arrange(Arranging::SaveSelection, chosen); });
}

} // namespace stationer
