#include "views/nav/navtree.h"

#include "catalogue/catalogue.h"
#include "items/navtreemodel.h"
#include "items/roles.h"
#include "session/openstation.h"
#include "views/common/filterline.h"
#include "views/common/icon.h"
#include "views/common/keys.h"
#include "views/common/wishes.h"
#include "views/nav/navview.h"
#include "views/nav/structureedits.h"

#include <QCoreApplication>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace stationer {

NavTree::NavTree(NavTreeModel& model, const OpenStation& station, StructureEdits& edits, Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_model(model), m_station(station), m_edits(edits), m_wishes(wishes), m_filter(new FilterLine(this)),
      m_view(new NavView(this)), m_actions(new ArrangeActions(station, *m_view, [this] { return selection(); }))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the Nav tree by name or type"));
    m_filter->setObjectName(u"navFilter"_s);
    m_view->setModel(&m_model);
    m_view->setObjectName(u"navTree"_s);
    m_view->setAccessibleName(tr("Nav tree"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_model.setFilter(text.trimmed()); });
    connect(&m_model, &NavTreeModel::filterFinished, this, [this](int matches) {
        if (matches <= 400)
            expandWays(m_model.index(0, 0));
        restoreCurrent();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model.rowCount() > 0)
            m_view->expand(m_model.index(0, 0));
        if (m_filter->text().trimmed().isEmpty())
            restoreCurrent();
    });
    // The tree's own notion of «current» goes with a filter; what is shown on the right does not.
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (m_isRestoring || !now.isValid())
            return;
        const SlotId slot = m_model.slotAt(now);
        if (slot == m_current)
            return;
        m_current = slot;
        noteWay();
        emit selected(slot);
        m_selection.clear(); // what was told is not shown any more
        followSelection();
    });
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex& index) { m_wishes.showSheet({m_model.slotAt(index)}); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NavTree::followSelection);
    connect(m_view, &QWidget::customContextMenuRequested, this, &NavTree::showMenu);
    connectStation();
    connectDrops();
}

void NavTree::connectStation()
{
    connect(&m_station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_current = SlotId::None;
        m_selection.clear();
        m_filter->clear();
    });
    // Where the selected component went, the nearest one above it that is left is shown.
    connect(&m_station, &OpenStation::changed, this, [this] {
        if (m_current == SlotId::None)
            return;
        if (!m_station.document().exists(m_current)) {
            const SlotId beside = m_model.slotAt(m_view->currentIndex());
            const auto left = std::ranges::find_if(m_way, [this](SlotId up) { return m_station.document().exists(up); });
            m_current = beside != SlotId::None || left == m_way.end() ? beside : *left;
            emit selected(m_current);
        }
        noteWay();
        if (!m_view->selectionModel()->hasSelection()) // a current row that moved there by itself is not
            restoreCurrent();
    });
    // What can be done changes with the tree: a first child, a last sibling.
    connect(&m_station, &OpenStation::changed, m_actions, &ArrangeActions::follow);
    connect(&m_station, &OpenStation::replaced, m_actions, &ArrangeActions::follow);
    connect(&m_station, &OpenStation::pathChanged, m_actions, &ArrangeActions::follow); // a backup that was saved elsewhere
}

void NavTree::noteWay()
{
    m_way.clear();
    for (SlotId up = m_current; up != SlotId::None; up = m_station.document().parent(up))
        m_way += up;
}

/// A drop is done with before the tree changes under it.
void NavTree::connectDrops()
{
    connect(&m_model, &NavTreeModel::typeDropped, &m_edits, &StructureEdits::add, Qt::QueuedConnection);
    connect(&m_model, &NavTreeModel::componentsDropped, &m_edits, &StructureEdits::drop, Qt::QueuedConnection);
    connect(&m_model, &NavTreeModel::bogDropped, &m_edits, &StructureEdits::paste, Qt::QueuedConnection);
}

QList<SlotId> NavTree::selection() const
{
    QList<SlotId> selected;
    // A filter takes the tree's own notion of the current one away, a new current one is selected before it is current.
    const SlotId inTree = m_model.slotAt(m_view->currentIndex());
    if (const SlotId current = inTree == SlotId::None ? m_current : inTree; current != SlotId::None)
        selected += current;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (const SlotId slot = m_model.slotAt(index); slot != SlotId::None && !selected.contains(slot))
            selected += slot;
    return selected;
}

void NavTree::followSelection()
{
    if (m_isRestoring)
        return;
    // An accessibility helper chooses a row without making it current. A selected row that goes is not chosen.
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (!rows.isEmpty() && m_station.document().exists(m_model.slotAt(rows.first())) &&
        !m_view->selectionModel()->isSelected(m_view->currentIndex()))
        m_view->selectionModel()->setCurrentIndex(rows.first(), QItemSelectionModel::NoUpdate);
    const QList<SlotId> now = selection();
    m_actions->follow();
    if (now == m_selection)
        return;
    m_selection = now;
    emit selectionChanged(now);
}

/// Alone, whatever keys are held down: those of a shortcut would add it to what is selected.
void NavTree::makeCurrent(const QModelIndex& index)
{
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void NavTree::select(SlotId slot)
{
    const QModelIndex index = m_model.indexOf(slot);
    if (!index.isValid()) {
        if (m_filter->text().isEmpty() || slot == SlotId::None)
            return;
        m_filter->clear(); // what is asked for may be filtered away
        return select(slot);
    }
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        m_view->expand(up);
    makeCurrent(index);
    m_view->scrollTo(index);
}

void NavTree::select(const QList<SlotId>& components)
{
    QItemSelection all;
    for (const SlotId each : components)
        if (const QModelIndex index = m_model.indexOf(each); index.isValid())
            all.select(index, index);
    if (components.isEmpty())
        return;
    select(components.first());
    if (all.indexes().size() > 1)
        m_view->selectionModel()->select(all, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void NavTree::expandAround(SlotId slot)
{
    for (QModelIndex up = m_model.indexOf(slot); up.isValid(); up = up.parent())
        m_view->expand(up);
}

/// Down to the matches, not what is in them: that may be the whole station.
void NavTree::expandWays(const QModelIndex& index)
{
    if (!index.isValid() || index.data(int(NavRole::IsMatch)).toBool())
        return;
    m_view->expand(index);
    for (int row = 0; row < m_model.rowCount(index); ++row)
        expandWays(m_model.index(row, 0, index));
}

void NavTree::restoreCurrent()
{
    if (m_current == SlotId::None)
        return;
    const QModelIndex index = m_model.indexOf(m_current);
    if (!index.isValid())
        return;
    m_isRestoring = true;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        m_view->expand(up);
    makeCurrent(index);
    m_isRestoring = false;
}

void NavTree::showMenu(const QPoint& position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    if (!m_view->selectionModel()->isSelected(index))
        makeCurrent(index);
    else // of several, the one that was meant
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    QMenu* menu = makeMenu(m_model.slotAt(index));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

QMenu* NavTree::makeMenu(SlotId slot)
{
    const Document& document = m_station.document();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"navMenu"_s);
    // The keys are the menu bar's, and shown here.
    const auto add = [&](QMenu* to, const QString& text, const QString& iconName, const QString& name, auto raise,
                         const QKeySequence& keys = {}) {
        QAction* action = to->addAction(icon(iconName), text);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, raise);
        return action;
    };
    const auto test = [this, slot](void (Wishes::*wish)(SlotId)) {
        return [this, slot, wish] {
            select(slot); // its test is watched
            std::invoke(wish, m_wishes, slot);
        };
    };
    QMenu* views = menu->addMenu(tr("&Views"));
    views->setObjectName(u"navViews"_s);
    add(
        views, tr("&Property Sheet"), u"sheet"_s, u"navPropertySheet"_s, [this, slot] { m_wishes.showSheet({slot}); },
        propertySheetKey);
    if (document.type(slot) == emailServiceType) {
        add(
            views, tr("&Account Manager"), u"emailservice"_s, u"navAccountManager"_s,
            [this, slot] { m_wishes.showManager(slot); }, accountManagerKey);
        QMenu* actions = menu->addMenu(tr("&Actions"));
        actions->setObjectName(u"navActions"_s);
        add(
            actions, tr("Test &All"), u"test"_s, u"navTestAll"_s, [this, slot] { m_wishes.testAll(slot); }, testAllKey)
            ->setEnabled(!accountsBelow(document, slot).isEmpty());
    }
    if (isAccountType(document.type(slot))) {
        QMenu* actions = menu->addMenu(tr("&Actions"));
        actions->setObjectName(u"navActions"_s);
        add(actions, tr("&Test Connection"), u"test"_s, u"navTestConnection"_s, test(&Wishes::test), testKey);
        add(actions, tr("&Find Settings…"), u"filter"_s, u"navFindSettings"_s, test(&Wishes::findSettings), findSettingsKey);
        if (document.type(slot) == outgoingAccountType)
            add(actions, tr("&Send Test Message…"), u"outgoingaccount"_s, u"navSendTestMessage"_s,
                test(&Wishes::sendTestMessage));
        actions->addSeparator();
        add(actions, tr("&Certificates…"), u"trust"_s, u"navCertificates"_s, [this, slot] { m_wishes.certificates(slot); });
    }
    if (document.type(slot) == emailRecipientType) {
        QMenu* actions = menu->addMenu(tr("&Actions"));
        actions->setObjectName(u"navActions"_s);
        add(actions, tr("&Prove This Alarm…"), u"emailrecipient"_s, u"navProveAlarm"_s, test(&Wishes::proveAlarm));
    }
    QMenu* news = menu->addMenu(tr("&New"));
    news->setObjectName(u"navNew"_s);
    for (const ComponentType* type : addableTypes(document, slot)) {
        const QString name = QLatin1StringView(type->name);
        add(news, QCoreApplication::translate("catalogue", type->label), QLatin1StringView(type->icon), u"navNew-"_s + name,
            [this, slot, name] { m_edits.add(slot, name); });
    }
    news->setEnabled(!news->isEmpty() && !m_station.isReadOnly());
    menu->addSeparator();
    m_actions->addTo(*menu);
    return menu;
}

} // namespace stationer
