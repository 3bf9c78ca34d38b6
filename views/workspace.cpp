#include "views/workspace.h"

#include "catalogue/catalogue.h"
#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "items/roles.h"
#include "session/bogmime.h"
#include "session/openstation.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/accountstable.h"
#include "views/common/plaintext.h"
#include "views/common/viewheader.h"
#include "views/common/viewswitcher.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/palettelist.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr QLatin1StringView acrossKey("window/across");
constexpr QLatin1StringView rightKey("window/right");

} // namespace

Workspace::Workspace(const Models& models, QWidget& window)
    : QSplitter(Qt::Horizontal, &window), m_models(models), m_structure(new StructureEdits(models.station, window)),
      m_nav(new NavTree(models.tree, models.station, this)), m_sheet(new PropertySheet(models.sheet, models.tests, this)),
      m_manager(new AccountManager(models.accounts, this)), m_views(new QStackedWidget(this)),
      m_panel(new TestPanel(models.stages, this)), m_right(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"acrossSplitter"_s);
    auto* palette = new PaletteList(this);
    arrange(*palette);
    connectNav();
    connectManager();
    connect(palette, &PaletteList::typeChosen, this,
            [this](const QString& type) { m_structure->add(m_nav->current(), type); });
    connect(m_structure, &StructureEdits::added, this, [this](SlotId component) {
        if (m_isInManager)
            m_manager->beginWith(component);
        else
            showComponent(component);
    });
    connect(m_structure, &StructureEdits::failed, this, &Workspace::failed);
    connect(m_sheet, &PropertySheet::typingEnded, &m_models.station, &OpenStation::endTyping);
    connect(m_sheet, &PropertySheet::detailsRequested, m_panel, &TestPanel::unfoldStages);
    connect(m_sheet, &PropertySheet::certificatesRequested, this, [this] { emit certificatesRequested(shown()); });
    connect(m_panel, &TestPanel::cancelRequested, this, &Workspace::cancelRequested);
    connect(m_panel, &TestPanel::testRequested, this, &Workspace::testRequested);
    connect(&m_models.station, &OpenStation::changed, this, &Workspace::updateHeader);
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

void Workspace::arrange(PaletteList& palette)
{
    auto* left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(u"leftSplitter"_s);
    left->addWidget(m_nav);
    left->addWidget(&palette);
    left->setStretchFactor(0, 1);
    left->setStretchFactor(1, 0);
    left->setChildrenCollapsible(false);
    m_right->setObjectName(u"rightSplitter"_s);
    m_views->addWidget(m_sheet);
    m_views->addWidget(m_manager);
    m_right->addWidget(m_views);
    m_right->addWidget(m_panel);
    m_right->setStretchFactor(0, 2);
    m_right->setStretchFactor(1, 1);
    m_right->setChildrenCollapsible(false);
    addWidget(left);
    addWidget(m_right);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
}

void Workspace::connectNav()
{
    connect(m_nav, &NavTree::selected, this, &Workspace::onSelected);
    connect(m_nav, &NavTree::sheetRequested, this, [this](SlotId component) {
        showComponent(component);
        showView(View::PropertySheet);
        m_sheet->focusSlot({});
    });
    connect(m_nav, &NavTree::managerRequested, this, [this](SlotId component) {
        showComponent(component);
        showView(View::AccountManager);
        m_manager->table()->setFocus();
    });
    connect(m_nav, &NavTree::testAllRequested, this, &Workspace::showTestsOf);
    connect(m_nav, &NavTree::sendTestMessageRequested, this, [this](SlotId account) {
        showComponent(account);
        emit sendTestMessageRequested();
    });
    connect(m_nav, &NavTree::testRequested, this, [this](SlotId account) {
        showComponent(account);
        emit testRequested();
    });
    connect(m_nav, &NavTree::findSettingsRequested, this, [this](SlotId account) {
        showComponent(account);
        emit findSettingsRequested();
    });
    connect(m_nav, &NavTree::certificatesRequested, this, &Workspace::certificatesRequested);
    connect(m_nav, &NavTree::addRequested, m_structure, &StructureEdits::add);
    connect(m_nav, &NavTree::selectionChanged, this, &Workspace::onSelection);
    connect(m_nav, &NavTree::arrangingRequested, this, &Workspace::arrangeComponents);
    // The Edit menu is about the rows of the Account Manager while these have the focus.
    m_nav->actions().setSubject([this] { return isTableFocused() ? m_manager->selected() : m_nav->selection(); });
    connect(m_manager->table()->selectionModel(), &QItemSelectionModel::selectionChanged, &m_nav->actions(),
            &ArrangeActions::followSoon);
    connect(qApp, &QApplication::focusChanged, &m_nav->actions(), &ArrangeActions::followSoon);
    connect(m_nav, &NavTree::componentsDropped, m_structure, &StructureEdits::drop);
    connect(m_nav, &NavTree::bogDropped, m_structure, &StructureEdits::paste);
    connect(m_structure, &StructureEdits::arrived, this, [this](const QList<SlotId>& components) {
        if (m_isInManager)
            m_manager->select(components);
        else
            m_nav->select(components);
    });
    connect(m_structure, &StructureEdits::placeChosen, this, [this](SlotId component, const QString& slot) {
        showComponent(component);
        showView(View::PropertySheet);
        m_sheet->focusSlot(slot);
    });
    connect(m_structure, &StructureEdits::warned, this, &Workspace::warned);
}

SlotId Workspace::shown() const
{
    return m_models.sheet.component();
}

void Workspace::showComponent(SlotId component)
{
    m_nav->select(component);
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

void Workspace::connectManager()
{
    connect(m_manager, &AccountManager::currentChanged, this, &Workspace::accountChanged);
    connect(m_manager, &AccountManager::sheetRequested, this, [this](SlotId account) {
        showComponent(account);
        m_sheet->focusSlot({});
    });
    connect(m_manager, &AccountManager::sheetOfSeveralRequested, m_nav, qOverload<const QList<SlotId>&>(&NavTree::select));
    connect(m_manager, &AccountManager::testAllRequested, this, [this] { showTestsOf(shown()); });
    connect(m_manager, &AccountManager::testSelectedRequested, this, &Workspace::testManyRequested);
    connect(m_manager, &AccountManager::cancelRequested, this, &Workspace::cancelManyRequested);
    connect(m_manager, &AccountManager::addRequested, this,
            [this](const QString& type) { inManager([this, type] { m_structure->add(shown(), type); }); });
    connect(m_manager, &AccountManager::duplicateRequested, this, [this](const QList<SlotId>& accounts) {
        inManager([this, accounts] { m_structure->arrange(Arranging::Duplicate, accounts); });
    });
    connect(m_manager, &AccountManager::deleteRequested, this, [this](const QList<SlotId>& accounts) {
        commit();
        m_structure->remove(accounts);
    });
    // Components for another window, and rows for a spreadsheet.
    connect(m_manager, &AccountManager::copyRequested, this, [this](const QList<SlotId>& accounts, const QString& asText) {
        auto* copied = new BogMimeData(m_models.station.copied(accounts), m_models.station, accounts);
        copied->setText(asText);
        QApplication::clipboard()->setMimeData(copied);
    });
}

bool Workspace::isTableFocused() const
{
    const QWidget* focused = QApplication::focusWidget();
    return focused && (focused == m_manager->table() || m_manager->table()->isAncestorOf(focused));
}

void Workspace::arrangeComponents(Arranging what, const QList<SlotId>& components)
{
    if (!isTableFocused()) {
        commit();
        m_structure->arrange(what, components);
    } else if (what == Arranging::Rename && components.size() == 1) {
        m_manager->rename(components.first());
    } else if (what == Arranging::Copy) {
        m_manager->copy();
    } else {
        inManager([&] { m_structure->arrange(what, components); });
    }
}

void Workspace::inManager(const std::function<void()>& edit)
{
    commit();
    m_isInManager = true;
    edit();
    m_isInManager = false;
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

void Workspace::showTestsOf(SlotId service)
{
    commit();
    showComponent(service);
    showView(View::AccountManager);
    QList<SlotId> enabled;
    for (const AccountRow& row : m_models.accounts.rows())
        if (row.isEnabled)
            enabled += row.slot;
    emit testManyRequested(enabled);
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

void Workspace::resizeBy(int character, int line)
{
    setSizes({character * 37, character * 127});
    m_right->setSizes({line * 34, line * 16});
}

void Workspace::restore(const QSettings& settings)
{
    restoreState(settings.value(acrossKey).toByteArray());
    m_right->restoreState(settings.value(rightKey).toByteArray());
    m_manager->restore(settings);
}

void Workspace::remember(QSettings& settings) const
{
    settings.setValue(acrossKey, saveState());
    settings.setValue(rightKey, m_right->saveState());
    m_manager->remember(settings);
}

} // namespace stationer
