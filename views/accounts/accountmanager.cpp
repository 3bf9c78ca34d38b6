#include "views/accounts/accountmanager.h"

#include "catalogue/catalogue.h"
#include "items/accountsmodel.h"
#include "items/accountstally.h"
#include "views/accounts/accountstable.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/viewheader.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr QLatin1StringView columnsKey("accounts/columns");

/// Those that are shown only on demand.
constexpr int firstOnDemand = AccountsModel::DirectionColumn;

QPushButton* button(const QString& text, const QString& name, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(QString(text).remove(u'&'));
    made->setAutoDefault(false);
    return made;
}

} // namespace

AccountManager::AccountManager(AccountsModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_proxy(new QSortFilterProxyModel(this)), m_header(new ViewHeader(this)),
      m_table(new AccountsTable(this)), m_stack(new QStackedWidget(this))
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

    auto* noMatch = new PlainLabel(tr("No account matches the filter."), this);
    noMatch->setMuted();
    noMatch->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyPage());
    m_stack->addWidget(noMatch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFoot());
    connectTable();
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &AccountManager::follow);
    follow();
}

QWidget* AccountManager::makeBar()
{
    auto* bar = new QWidget(this);
    m_testAll = button(tr("Test &All"), u"testAll"_s, bar);
    m_testAll->setProperty("primary", true);
    m_testAll->setToolTip(plainToolTip(tr("Tests every enabled account, several at once; nothing is asked meanwhile")));
    m_testSelected = button(tr("Test &Selected"), u"testSelected"_s, bar);
    auto* add = button(tr("&New"), u"newAccount"_s, bar);
    auto* types = new QMenu(add);
    for (const QLatin1StringView type : {outgoingAccountType, incomingAccountType}) {
        const ComponentType* known = componentType(QString(type));
        QAction* action = types->addAction(icon(QLatin1StringView(known->icon)),
                                           type == outgoingAccountType ? tr("&Outgoing Account") : tr("&Incoming Account"));
        connect(action, &QAction::triggered, this, [this, type] { emit addRequested(type); });
    }
    add->setMenu(types);
    m_delete = button(tr("&Delete"), u"deleteAccount"_s, bar);
    connect(m_testAll, &QPushButton::clicked, this, &AccountManager::testAllRequested);
    connect(m_testSelected, &QPushButton::clicked, this, [this] { emit testSelectedRequested(selected()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { emit deleteRequested(current()); });

    m_run = new QWidget(bar);
    m_run->setObjectName(u"runProgress"_s);
    m_count = new PlainLabel({}, m_run);
    m_count->setMuted();
    m_progress = new QProgressBar(m_run);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of Test All"));
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 22);
    auto* cancel = button(tr("&Cancel"), u"cancelAll"_s, m_run);
    connect(cancel, &QPushButton::clicked, this, &AccountManager::cancelRequested);
    auto* inRun = new QHBoxLayout(m_run);
    inRun->setContentsMargins(0, 0, 0, 0);
    inRun->setSpacing(8);
    inRun->addStretch();
    inRun->addWidget(m_count);
    inRun->addWidget(m_progress);
    inRun->addWidget(cancel);
    QSizePolicy keepsRoom = m_run->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_run->setSizePolicy(keepsRoom);
    m_run->hide();

    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 0, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_testAll);
    layout->addWidget(m_testSelected);
    layout->addSpacing(8);
    layout->addWidget(add);
    layout->addWidget(m_delete);
    layout->addWidget(m_run, 1);
    return bar;
}

QWidget* AccountManager::makeEmptyPage()
{
    auto* page = new QWidget(this);
    auto* sentence = new PlainLabel(tr("This EmailService has no account yet. An outgoing account sends the station's "
                                       "alarms; an incoming one lets people acknowledge them by mail."),
                                    page);
    sentence->setMuted();
    sentence->setWrapped();
    sentence->setAlignment(Qt::AlignCenter);
    auto* outgoing = button(tr("Add &Outgoing"), u"addOutgoing"_s, page);
    auto* incoming = button(tr("Add &Incoming"), u"addIncoming"_s, page);
    connect(outgoing, &QPushButton::clicked, this, [this] { emit addRequested(outgoingAccountType); });
    connect(incoming, &QPushButton::clicked, this, [this] { emit addRequested(incomingAccountType); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(outgoing);
    buttons->addWidget(incoming);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(sentence);
    layout->addLayout(buttons);
    layout->addStretch();
    return page;
}

QWidget* AccountManager::makeFoot()
{
    auto* foot = new QWidget(this);
    m_summary = new PlainLabel({}, foot);
    m_summary->setObjectName(u"testSummary"_s);
    m_summary->setWrapped();
    m_summary->setSelectable();
    m_copy = button(tr("Copy &Report"), u"copyAll"_s, foot);
    m_copy->setToolTip(plainToolTip(tr("Copies the reports of all tests as text, without secrets")));
    connect(m_copy, &QPushButton::clicked, this, &AccountManager::reportRequested);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_copy);
    return foot;
}

void AccountManager::connectTable()
{
    connect(&m_header->filter(), &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
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
    connect(m_table, &AccountsTable::opened, this,
            [this](const QModelIndex& index) { emit sheetRequested(accountAt(index)); });
    connect(m_table, &AccountsTable::answerClicked, this, [this](const QModelIndex& index) { answer(accountAt(index)); });
    connect(m_table, &AccountsTable::deletePressed, this, [this] {
        if (current() != SlotId::None)
            emit deleteRequested(current());
    });
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
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows += m_proxy->mapToSource(index).row();
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

void AccountManager::select(SlotId account)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(m_model.rowOf(account), 0));
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
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
        emit reviewRequested(account);
        return;
    case RowAnswer::EnterPassword:
        emit passwordRequested(account);
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
    add(tr("&Property Sheet"), u"sheet"_s, u"rowSheet"_s, one != SlotId::None, [this, one] { emit sheetRequested(one); });
    menu->addSeparator();
    add(tr("&Test Selected"), u"test"_s, u"rowTest"_s, !chosen.isEmpty(),
        [this, chosen] { emit testSelectedRequested(chosen); });
    const int row = m_model.rowOf(one);
    if (row >= 0 && m_model.rows()[row].answer != RowAnswer::None)
        add(labelOf(m_model.rows()[row].answer), u"trust"_s, u"rowAnswer"_s, true, [this, one] { answer(one); });
    menu->addSeparator();
    add(tr("&Rename…"), u"rename"_s, u"rowRename"_s, one != SlotId::None, [this, one] { emit renameRequested(one); });
    add(tr("&Delete"), u"delete"_s, u"rowDelete"_s, one != SlotId::None, [this, one] { emit deleteRequested(one); });
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
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { m_table->setColumnHidden(column, !isShown); });
    }
    menu->addSeparator();
    QAction* fileOrder = menu->addAction(tr("Order of the &File"));
    fileOrder->setEnabled(m_table->horizontalHeader()->sortIndicatorSection() >= 0);
    connect(fileOrder, &QAction::triggered, this, [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    return menu;
}

void AccountManager::showProgress(int done, int total)
{
    m_isRunning = true;
    m_wasCancelled = false;
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    //: Progress of Test All: %1 of %2 accounts are done
    m_count->setText(tr("%1 of %2").arg(done).arg(total));
    m_run->show();
    if (!m_soon.isActive())
        m_soon.start();
}

void AccountManager::showRunEnded(bool isCancelled)
{
    m_isRunning = false;
    m_wasCancelled = isCancelled;
    m_run->hide();
    follow();
}

void AccountManager::follow()
{
    const AccountsTally tally = tallyOf(m_model.rows());
    const QString summary = summaryOf(tally);
    const bool hasAccounts = m_model.rowCount() > 0;
    m_stack->setCurrentIndex(!hasAccounts ? 1 : m_proxy->rowCount() == 0 ? 2 : 0);
    m_testAll->setEnabled(hasAccounts && !m_isRunning);
    m_testSelected->setEnabled(m_table->selectionModel()->hasSelection());
    m_delete->setEnabled(current() != SlotId::None);
    m_copy->setEnabled(!summary.isEmpty() && !m_isRunning);
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
}

void AccountManager::remember(QSettings& settings) const
{
    settings.setValue(columnsKey, m_table->horizontalHeader()->saveState());
}

} // namespace stationer
