#include "views/workspace.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "items/roles.h"
#include "session/openstation.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/accountstable.h"
#include "views/common/plaintext.h"
#include "views/common/readingorder.h"
#include "views/common/screenfit.h"
#include "views/common/viewheader.h"
#include "views/common/viewswitcher.h"
#include "views/common/wishes.h"
#include "views/connection/panelsplitter.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/palettelist.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr QLatin1StringView acrossKey("window/across");
constexpr QLatin1StringView panelKey("window/panel");

} // namespace

Workspace::Workspace(const Models& models, Wishes& wishes, QWidget& window)
    : QSplitter(Qt::Horizontal, &window), m_models(models), m_wishes(wishes),
      m_structure(new StructureEdits(models.station, wishes, window)),
      m_structureInManager(new StructureEdits(models.station, wishes, window)),
      m_nav(new NavTree(models.tree, models.station, *m_structure, wishes, this)),
      m_palette(new PaletteList(models.station, this)), m_sheet(new PropertySheet(models.sheet, models.tests, wishes, this)),
      m_manager(new AccountManager(models.accounts, *m_structureInManager, wishes, this)), m_views(new QStackedWidget(this)),
      m_panel(new TestPanel(models.stages, wishes, this)), m_right(new PanelSplitter(this))
{
    setObjectName(u"acrossSplitter"_s);
    ReadingOrder::setLast(*m_palette); // most who come by are on their way from the tree to the sheet
    arrange();
    connectNav();
    connectWishes();
    connect(m_manager, &AccountManager::currentChanged, this, &Workspace::accountChanged);
    connect(this, &Workspace::accountChanged, this, &Workspace::updatePanel);
    connect(m_palette, &PaletteList::typeChosen, this,
            [this](const QString& type) { m_structure->addNear(m_nav->current(), type); });
    connect(m_sheet, &PropertySheet::detailsRequested, m_panel, &TestPanel::unfoldStages);
    connect(m_sheet, &PropertySheet::remedied, this, &Workspace::showLastChange);
    connect(&m_models.sheet, &PropertySheetModel::added, this, &Workspace::showAdded);
    connect(&m_models.station, &OpenStation::stepped, this, &Workspace::showLastChange);
    connect(&m_models.station, &OpenStation::changed, this, &Workspace::updateHeader);
    connect(&m_models.station, &OpenStation::titleChanged, this, &Workspace::updateHeader);
    // Follows a component that went, or that an undo brought back.
    connect(&m_models.sheet, &PropertySheetModel::componentChanged, this, &Workspace::updateHeader);
    for (ViewSwitcher* switcher : {&m_sheet->header().switcher(), &m_manager->header().switcher()}) {
        switcher->add(int(View::PropertySheet), tr("Property Sheet"), u"switchToSheet"_s);
        switcher->add(int(View::AccountManager), tr("Account Manager"), u"switchToManager"_s);
        connect(switcher, &ViewSwitcher::chosen, this, [this](int view) { showView(View(view)); });
    }
    m_sheet->header().switcher().setChosen(int(View::PropertySheet));
    m_manager->header().switcher().setChosen(int(View::AccountManager));
}

void Workspace::arrange()
{
    auto* left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(u"leftSplitter"_s);
    left->addWidget(m_nav);
    left->addWidget(m_palette);
    left->setStretchFactor(0, 1);
    left->setStretchFactor(1, 0);
    left->setChildrenCollapsible(false);
    connect(m_palette, &PaletteList::heightChanged, left, [this, left] { // the tree has the rest
        const int palette = m_palette->sizeHint().height();
        left->setSizes({qMax(0, left->height() - left->handleWidth() - palette), palette});
    });
    m_right->setObjectName(u"rightSplitter"_s);
    m_views->addWidget(m_sheet);
    m_views->addWidget(m_manager);
    m_right->add(*m_views, *m_panel);
    addWidget(left);
    addWidget(m_right);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
}

/// In a low window the tree has the palette's room.
void Workspace::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    m_palette->suggestUnfolded(!isInLowWindow(*this));
}

void Workspace::connectNav()
{
    connect(m_nav, &NavTree::selected, this, &Workspace::onSelected);
    connect(m_nav, &NavTree::selectionChanged, this, &Workspace::onSelection);
    connect(&m_nav->actions(), &ArrangeActions::triggered, this, &Workspace::arrangeComponents);
    // The Edit menu is about the rows of the Account Manager while these have the focus.
    m_nav->actions().setSubject([this] { return isTableFocused() ? m_manager->selected() : m_nav->selection(); });
    connect(m_manager->table()->selectionModel(), &QItemSelectionModel::selectionChanged, &m_nav->actions(),
            &ArrangeActions::followSoon);
    connect(qApp, &QApplication::focusChanged, &m_nav->actions(), &ArrangeActions::followSoon);
    connect(m_structure, &StructureEdits::added, this, &Workspace::showAdded);
    connect(m_structure, &StructureEdits::arrived, m_nav, qOverload<const QList<SlotId>&>(&NavTree::select));
}

void Workspace::connectWishes()
{
    connect(&m_wishes, &Wishes::showSheetWished, this, &Workspace::showSheet);
    connect(&m_wishes, &Wishes::showManagerWished, this, &Workspace::showManager);
    connect(&m_wishes, &Wishes::testAllWished, this, &Workspace::testAll);
    // What is being typed counts: this hears it first, before who does it, whom it was connected to later.
    for (const auto wish :
         {&Wishes::testWished, &Wishes::findSettingsWished, &Wishes::sendTestMessageWished, &Wishes::proveAlarmWished})
        connect(&m_wishes, wish, this, &Workspace::commit);
}

SlotId Workspace::shown() const
{
    return m_models.sheet.component();
}

void Workspace::showComponent(SlotId component)
{
    m_nav->select(component);
}

bool Workspace::showSheet(const QList<SlotId>& components, const QString& slot)
{
    m_nav->select(components);
    if (components.size() > 1)
        return !slot.isEmpty() && m_sheet->focusSlot(slot);
    showView(View::PropertySheet);
    return m_sheet->focusSlot(slot.isEmpty() && account() != SlotId::None ? QString(hostnameSlot) : slot);
}

/// In tree and sheet, the caret where one begins: with an EmailService came its accounts.
void Workspace::showAdded(SlotId component)
{
    const Document& document = m_models.station.document();
    const bool isService = document.type(component) == emailServiceType;
    showSheet({isService ? accountsBelow(document, component).value(0, component) : component}, {});
}

void Workspace::showLastChange()
{
    const Place place = m_models.station.lastPlace(); // what is being typed may be a step of its own
    if (place.components.isEmpty())
        return;
    const auto isInTable = [this](SlotId each) { return m_models.accounts.rowOf(each) >= 0; };
    if (view() == View::AccountManager && std::ranges::all_of(place.components, isInTable)) {
        m_manager->select(place.components);
        return m_manager->table()->setFocus();
    }
    if (!place.slot.isEmpty() && showSheet(place.components, place.slot))
        return;
    m_nav->select(place.components);
    m_nav->view()->setFocus();
}

void Workspace::commit()
{
    m_sheet->commit();
    m_manager->commit();
}

bool Workspace::abandon()
{
    const bool wasOnSheet = m_sheet->abandon();
    return m_manager->abandon() || wasOnSheet;
}

void Workspace::onSelected(SlotId component)
{
    commit();
    m_models.sheet.show(component);
    updateHeader();
    updateView();
    emit shownChanged(component);
}

void Workspace::onSelection(const QList<SlotId>& components)
{
    if (components == m_models.sheet.components() || (components.size() < 2 && m_models.sheet.components().size() < 2))
        return;
    commit();
    m_models.sheet.show(components);
    updateHeader();
}

bool Workspace::isTableFocused() const
{
    const QWidget* focused = QApplication::focusWidget();
    return focused && (focused == m_manager->table() || m_manager->table()->isAncestorOf(focused));
}

void Workspace::arrangeComponents(Arranging what, const QList<SlotId>& components)
{
    if (isTableFocused())
        return m_manager->arrange(what, components);
    commit();
    m_structure->arrange(what, components);
}

bool Workspace::hasManager() const
{
    const OpenStation& station = m_models.station;
    return station.isOpen() && station.document().exists(shown()) && station.document().type(shown()) == emailServiceType;
}

Workspace::View Workspace::view() const
{
    return m_views->currentWidget() == m_manager ? View::AccountManager : View::PropertySheet;
}

void Workspace::showView(View view)
{
    if (!hasManager())
        return;
    commit();
    m_preferred = view;
    updateView();
}

void Workspace::updateView()
{
    const bool isManaged = hasManager();
    const View before = view();
    m_models.accounts.show(isManaged ? shown() : SlotId::None);
    m_sheet->header().switcher().setOffered(isManaged);
    m_manager->header().switcher().setOffered(isManaged);
    m_sheet->header().switcher().setChosen(int(View::PropertySheet));
    m_manager->header().switcher().setChosen(int(View::AccountManager));
    m_views->setCurrentWidget(isManaged && m_preferred == View::AccountManager ? static_cast<QWidget*>(m_manager) : m_sheet);
    if (view() != before)
        emit accountChanged();
    updatePanel();
}

/// The Account Manager has all the room until one of its rows is chosen, which then stays in sight.
void Workspace::updatePanel()
{
    const bool isShown = view() == View::PropertySheet || account() != SlotId::None;
    if (isShown == m_panel->isVisibleTo(m_right))
        return;
    m_panel->setVisible(isShown);
    if (view() == View::AccountManager && isShown)
        m_manager->keepSelectionInSight();
}

SlotId Workspace::account() const
{
    if (view() == View::AccountManager)
        return m_manager->current();
    const OpenStation& station = m_models.station;
    const bool isAccount =
        station.isOpen() && station.document().exists(shown()) && isAccountType(station.document().type(shown()));
    return isAccount ? shown() : SlotId::None;
}

SlotId Workspace::subject() const
{
    const OpenStation& station = m_models.station;
    const bool isRecipient = view() == View::PropertySheet && station.isOpen() && station.document().exists(shown()) &&
                             station.document().type(shown()) == emailRecipientType;
    return isRecipient ? shown() : account();
}

void Workspace::showManager(SlotId service)
{
    showComponent(service);
    showView(View::AccountManager);
    m_manager->table()->setFocus();
}

/// What is enabled, before the user's eyes.
void Workspace::testAll(SlotId service)
{
    commit();
    showComponent(service);
    showView(View::AccountManager);
    QList<SlotId> enabled;
    for (const AccountRow& row : m_models.accounts.rows())
        if (row.isEnabled)
            enabled += row.slot;
    m_wishes.testMany(enabled);
}

void Workspace::showFirst()
{
    if (!m_models.station.isOpen()) {
        m_models.sheet.show(SlotId::None);
        updateView();
        return updateHeader();
    }
    const Document& document = m_models.station.document();
    const QList<SlotId> all = accounts(document);
    SlotId first = emailService(document);
    for (const SlotId account : all)
        if (document.type(account) == outgoingAccountType) {
            first = account;
            break;
        }
    if (first == SlotId::None)
        first = all.isEmpty() ? servicesContainer(document) : all.first();
    m_nav->expandAround(servicesContainer(document));
    showComponent(first == SlotId::None ? document.root() : first);
    m_nav->view()->setFocus();
}

void Workspace::updateHeader()
{
    const SlotId component = shown();
    const OpenStation& station = m_models.station;
    if (!station.isOpen() || component == SlotId::None || !station.document().exists(component))
        return m_sheet->header().setTitle({}, {}, {});
    const QModelIndex index = m_models.tree.indexOf(component);
    const QString iconName = index.data(int(NavRole::Icon)).toString();
    QString name = shownOnOneLine(shownName(station, component), 120);
    if (const qsizetype several = m_models.sheet.components().size(); several > 1)
        //: Over a property sheet of several components: %1 the name of the first, %2 how many others
        name = tr("%1 and %2 more").arg(name).arg(several - 1);
    const QString shownIcon = QFile::exists(u":/icons/"_s + iconName + u".svg"_s) ? iconName : u"component"_s;
    for (ViewHeader* header : {&m_sheet->header(), &m_manager->header()})
        header->setTitle(name, station.document().type(component), shownIcon);
}

void Workspace::resizeBy(int character)
{
    setSizes({character * 37, character * 127});
}

void Workspace::restore(const QSettings& settings)
{
    restoreState(settings.value(acrossKey).toByteArray());
    m_right->setShare(settings.value(panelKey, PanelSplitter::UsualShare).toDouble());
    m_manager->restore(settings);
}

void Workspace::remember(QSettings& settings) const
{
    settings.setValue(acrossKey, saveState());
    settings.setValue(panelKey, m_right->share());
    m_manager->remember(settings);
}

} // namespace stationer
