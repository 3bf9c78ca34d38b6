#include "views/accounts/accountmanager.h"

#include "items/accountsmodel.h"
#include "items/roles.h"
#include "prediction/stationwords.h"
#include "rows/accountrow.h"
#include "rows/accountstally.h"
#include "views/accounts/accountsbar.h"
#include "views/accounts/accountstable.h"
#include "views/accounts/noaccounts.h"
#include "views/accounts/rowselection.h"
#include "views/accounts/validitychart.h"
#include "views/accounts/validitypane.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/messagebar.h"
#include "views/common/plaintext.h"
#include "views/common/viewheader.h"
#include "views/common/wishes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr QLatin1StringView columnsKey("accounts/columnsWithStation"); // what is kept of other columns would fit none
constexpr QLatin1StringView widthsKey("accounts/hasOwnWidths");
constexpr QLatin1StringView splitterKey("accounts/splitter");
constexpr QLatin1StringView validityKey("accounts/showsValidity");

/// Those that are shown only on demand.
constexpr int firstOnDemand = AccountsModel::DirectionColumn;

} // namespace

AccountManager::AccountManager(AccountsModel& model, StructureEdits& edits, Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_model(model), m_edits(edits), m_wishes(wishes), m_proxy(new QSortFilterProxyModel(this)),
      m_header(new ViewHeader(this)), m_bar(new AccountsBar(this)), m_table(new AccountsTable(this)),
      m_stack(new QStackedWidget(this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_message(new MessageBar(this)),
      m_validity(new ValidityPane(model, this))
{
    setObjectName(u"accountManager"_s);
    setAccessibleName(tr("Email Account Manager"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->filter().setPlaceholderText(tr("Filter accounts"));
    m_header->filter().setAccessibleName(tr("Filter accounts by any column"));
    m_header->filter().setObjectName(u"accountsFilter"_s);
    m_proxy->setSourceModel(&m_model);
    m_proxy->setSortRole(int(AccountsRole::Sort));
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortLocaleAware(true);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_proxy);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setAccessibleName(tr("Accounts"));
    for (int column = firstOnDemand; column < m_proxy->columnCount(); ++column)
        m_table->setColumnHidden(column, true);

    auto* noAccounts = new NoAccounts(this);
    connect(noAccounts, &NoAccounts::addChosen, this, &AccountManager::add);
    auto* noMatch = new PlainLabel(tr("No account matches the filter."), this);
    noMatch->setMuted();
    noMatch->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(noAccounts);
    m_stack->addWidget(noMatch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_bar);
    layout->addWidget(m_message);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeFoot());
    m_message->setObjectName(u"accountsMessage"_s);
    m_splitter->setObjectName(u"accountsSplitter"_s);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_validity);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1); // the room is the table's; the chart has what its first lines need
    m_splitter->setStretchFactor(1, 0);
    connectTable();
    connectEditing();
    connectValidity();
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &AccountManager::follow);
    follow();
}

QWidget* AccountManager::makeFoot()
{
    auto* foot = new QWidget(this);
    m_summary = new PlainLabel({}, foot);
    m_summary->setObjectName(u"testSummary"_s);
    m_summary->setWrapped();
    m_summary->setSelectable();
    m_copy = plainButton(tr("Copy &Report"), u"copyAll"_s, foot);
    m_copy->setToolTip(plainToolTip(tr("Copies the reports of all tests as text, without secrets")));
    connect(m_copy, &QPushButton::clicked, &m_wishes, &Wishes::copyReports);
    m_failing = new LinkButton(tr("Show Those Alone"), foot);
    m_failing->setObjectName(u"showFailing"_s);
    m_failing->setAccessibleName(tr("Show only accounts that would fail on the station"));
    m_failing->setToolTip(plainToolTip(tr("The accounts that would fail on the station")));
    connect(m_failing, &LinkButton::clicked, this, [this] { m_header->filter().setText(briefOf(Forecast::Fails)); });
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_failing);
    layout->addWidget(m_copy);
    return foot;
}

void AccountManager::connectTable()
{
    connect(&m_header->filter(), &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
        m_validity->filterBy(text.trimmed());
        follow();
    });
    connect(&m_model, &AccountsModel::summaryChanged, &m_soon, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_wasCancelled = false;
        m_table->fitColumns();
        follow();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        follow();
        if (const SlotId now = current(); now != m_current) {
            m_current = now;
            emit currentChanged(now);
        }
    });
    connect(m_bar, &AccountsBar::testAllClicked, this, [this] { m_wishes.testAll(m_model.component()); });
    connect(m_bar, &AccountsBar::testSelectedClicked, this, [this] { m_wishes.testMany(selected()); });
    connect(m_bar, &AccountsBar::cancelClicked, &m_wishes, &Wishes::cancelMany);
    connect(m_table, &AccountsTable::opened, this,
            [this](const QModelIndex& index) { m_wishes.showSheet({accountAt(index)}); });
    connect(m_table, &AccountsTable::answerClicked, this, [this](const QModelIndex& index) { answer(accountAt(index)); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        QMenu* menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        QMenu* menu = makeColumnMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_table->horizontalHeader()->mapToGlobal(position));
    });
}

SlotId AccountManager::accountAt(const QModelIndex& shown) const
{
    return m_model.accountAt(m_proxy->mapToSource(shown).row());
}

QList<SlotId> AccountManager::selected() const
{
    QList<int> rows;
    for (const int row : rowsOf(m_table->selectionModel()->selection()))
        rows += m_proxy->mapToSource(m_proxy->index(row, 0)).row();
    std::ranges::sort(rows);
    QList<SlotId> accounts;
    for (const int row : std::as_const(rows))
        accounts += m_model.accountAt(row);
    return accounts;
}

SlotId AccountManager::current() const
{
    const QList<SlotId> all = selected();
    return all.size() == 1 ? all.first() : SlotId::None;
}

void AccountManager::select(const QList<SlotId>& accounts)
{
    // What was just made is not hidden by a filter for something else.
    const auto isShown = [this](SlotId account) {
        return m_proxy->mapFromSource(m_model.index(m_model.rowOf(account), 0)).isValid();
    };
    if (std::ranges::none_of(accounts, isShown))
        m_header->filter().clear();
    QList<int> rows;
    QModelIndex first;
    for (const SlotId account : accounts) {
        const QModelIndex index = m_proxy->mapFromSource(m_model.index(m_model.rowOf(account), 0));
        if (!index.isValid())
            continue;
        rows += index.row();
        if (!first.isValid())
            first = index;
    }
    if (!first.isValid())
        return;
    const int column = qMax(0, m_table->currentIndex().column());
    m_table->selectionModel()->setCurrentIndex(first.siblingAtColumn(column), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selectionOf(*m_proxy, rows), QItemSelectionModel::ClearAndSelect);
    m_table->scrollTo(first);
}

void AccountManager::keepSelectionInSight()
{
    QMetaObject::invokeMethod(
        m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection); // once it is laid out
}

void AccountManager::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
    m_header->filter().selectAll();
}

void AccountManager::answer(SlotId account)
{
    const int row = m_model.rowOf(account);
    if (row < 0)
        return;
    select(account);
    switch (m_model.rows()[row].answer) {
    case RowAnswer::None:
        return;
    case RowAnswer::Review:
        m_wishes.reviewInTable(account);
        return;
    case RowAnswer::EnterPassword:
        m_wishes.askPassword(account);
        return;
    }
}

QMenu* AccountManager::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"accountsMenu"_s);
    const QList<SlotId> chosen = selected();
    const SlotId one = current();
    const auto add = [&](const QString& text, const QString& iconName, const QString& name, bool isEnabled, auto raise) {
        QAction* action = menu->addAction(icon(iconName), text);
        action->setObjectName(name);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, raise);
    };
    add(chosen.size() > 1 ? tr("&Property Sheet of All Selected") : tr("&Property Sheet"), u"sheet"_s, u"rowSheet"_s,
        !chosen.isEmpty(), [this, chosen] { m_wishes.showSheet(chosen); });
    menu->addSeparator();
    add(tr("&Test Selected"), u"test"_s, u"rowTest"_s, !chosen.isEmpty(), [this, chosen] { m_wishes.testMany(chosen); });
    const int row = m_model.rowOf(one);
    if (row >= 0 && m_model.rows()[row].answer != RowAnswer::None)
        add(labelOf(m_model.rows()[row].answer), u"trust"_s, u"rowAnswer"_s, true, [this, one] { answer(one); });
    menu->addSeparator();
    addEditing(*menu);
    return menu;
}

QMenu* AccountManager::makeColumnMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    for (int column = AccountsModel::NameColumn + 1; column < m_proxy->columnCount(); ++column) {
        QAction* action = menu->addAction(m_proxy->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_table->setColumnHidden(column, !isShown);
            m_table->fitColumns();
        });
    }
    menu->addSeparator();
    QAction* fileOrder = menu->addAction(tr("Order of the &File"));
    fileOrder->setEnabled(m_table->horizontalHeader()->sortIndicatorSection() >= 0);
    connect(fileOrder, &QAction::triggered, this, [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    return menu;
}

void AccountManager::showProgress(int done, int total)
{
    m_wasCancelled = false;
    m_bar->showProgress(done, total);
    if (!m_soon.isActive())
        m_soon.start();
}

void AccountManager::showRunEnded(bool isCancelled)
{
    m_wasCancelled = isCancelled;
    m_bar->showRunEnded();
    m_table->fitColumns();
    follow();
}

void AccountManager::follow()
{
    const AccountsTally tally = tallyOf(m_model.rows());
    const QString summary = summaryOf(tally);
    const bool hasAccounts = m_model.rowCount() > 0;
    m_stack->setCurrentIndex(!hasAccounts ? 1 : m_proxy->rowCount() == 0 ? 2 : 0);
    m_bar->setEnabledFor(hasAccounts, m_table->selectionModel()->hasSelection(), !m_model.isReadOnly());
    m_validity->setVisible(hasAccounts);
    m_validity->follow();
    fitPane();
    m_failing->setVisible(tally.failOnStation > 0 && tally.failOnStation < m_proxy->rowCount());
    m_copy->setEnabled(!summary.isEmpty() && !m_bar->isRunning());
    if (summary.isEmpty())
        m_summary->setText(hasAccounts ? tr("Not tested yet.") : QString());
    else
        //: %1 is such as «5 passed, 1 failed»
        m_summary->setText(m_wasCancelled ? tr("Cancelled. So far: %1.").arg(summary) : tr("%1.").arg(summary));
}

void AccountManager::restore(const QSettings& settings)
{
    if (const QByteArray state = settings.value(columnsKey).toByteArray(); !state.isEmpty())
        m_table->horizontalHeader()->restoreState(state);
    m_table->setHasOwnWidths(settings.value(widthsKey).toBool());
    m_table->fitColumns();
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    if (settings.contains(validityKey))
        m_validity->setUnfolded(settings.value(validityKey).toBool());
    fitPane();
}

void AccountManager::remember(QSettings& settings) const
{
    settings.setValue(columnsKey, m_table->horizontalHeader()->saveState());
    settings.setValue(widthsKey, m_table->hasOwnWidths());
    settings.setValue(splitterKey, m_splitter->saveState());
    if (m_validity->isChosen())
        settings.setValue(validityKey, m_validity->isUnfolded());
}

} // namespace stationer
