#include "views/mainwindow.h"

#include "items/lasttests.h"
#include "items/navtreemodel.h"
#include "items/openstation.h"
#include "items/propertysheetmodel.h"
#include "items/testmodel.h"
#include "views/common/breadcrumbs.h"
#include "views/common/icon.h"
#include "views/common/messagebar.h"
#include "views/common/plaintext.h"
#include "views/connection/testpanel.h"
#include "views/demohint.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/palettelist.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"
#include "views/startpage.h"
#include "views/stationfiles.h"

#include <QCloseEvent>
#include <QFile>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView acrossKey("window/across");
constexpr QLatin1StringView rightKey("window/right");
constexpr QLatin1StringView saidKey("said/runningStation");

QString stationFileIn(const QMimeData* data)
{
    if (!data || data->urls().size() != 1)
        return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow(const Models& models, Theme& theme, QSettings& settings)
    : m_models(models), m_theme(theme), m_settings(settings), m_files(new StationFiles(models.station, settings, *this)),
      m_structure(new StructureEdits(models.station, *this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setUnifiedTitleAndToolBarOnMac(true);
    makeCentre();
    makeActions();
    makeToolBar();
    connectModels();
    const int character = fontMetrics().horizontalAdvance(u'n');
    resize(character * 164, fontMetrics().height() * 56);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_across->setSizes({character * 37, character * 127});
    m_right->setSizes({fontMetrics().height() * 34, fontMetrics().height() * 16});
    m_across->restoreState(m_settings.value(acrossKey).toByteArray());
    m_right->restoreState(m_settings.value(rightKey).toByteArray());
    onReplaced();
}

void MainWindow::makeCentre()
{
    m_start = new StartPage(this);
    m_nav = new NavTree(m_models.tree, m_models.station, this);
    auto* palette = new PaletteList(this);
    m_sheet = new PropertySheet(m_models.sheet, m_models.tests, this);
    m_panel = new TestPanel(m_models.stages, this);
    m_message = new MessageBar(this);
    m_message->setObjectName(u"messageBar"_s);
    m_hint = new DemoHint(this);

    auto* left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(u"leftSplitter"_s);
    left->addWidget(m_nav);
    left->addWidget(palette);
    left->setStretchFactor(0, 1);
    left->setStretchFactor(1, 0);
    left->setChildrenCollapsible(false);
    m_right = new QSplitter(Qt::Vertical, this);
    m_right->setObjectName(u"rightSplitter"_s);
    m_right->addWidget(m_sheet);
    m_right->addWidget(m_panel);
    m_right->setStretchFactor(0, 2);
    m_right->setStretchFactor(1, 1);
    m_right->setChildrenCollapsible(false);
    m_across = new QSplitter(Qt::Horizontal, this);
    m_across->setObjectName(u"acrossSplitter"_s);
    m_across->addWidget(left);
    m_across->addWidget(m_right);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setChildrenCollapsible(false);

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_across);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_hint);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_status = new PlainLabel({}, this);
    m_status->setObjectName(u"unsavedChanges"_s);
    m_status->setContentsMargins(12, 2, 12, 4);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    connect(m_start, &StartPage::openRequested, m_files, &StationFiles::chooseAndOpen);
    connect(m_start, &StartPage::newRequested, m_files, &StationFiles::openNew);
    connect(m_start, &StartPage::fileRequested, m_files, &StationFiles::open);
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::demoRequested);
    connect(palette, &PaletteList::typeChosen, this,
            [this](const QString& type) { m_structure->add(m_nav->current(), type); });
    connect(m_nav, &NavTree::selected, this, &MainWindow::onSelected);
    connect(m_nav, &NavTree::sheetRequested, this, [this](SlotId component) {
        showComponent(component);
        m_sheet->focusSlot({});
    });
    connect(m_nav, &NavTree::testRequested, this, [this](SlotId account) {
        showComponent(account);
        requestTest();
    });
    connect(m_nav, &NavTree::findSettingsRequested, this, [this](SlotId account) {
        showComponent(account);
        requestFindSettings();
    });
    connect(m_nav, &NavTree::addRequested, m_structure, &StructureEdits::add);
    connect(m_nav, &NavTree::renameRequested, m_structure, &StructureEdits::rename);
    connect(m_nav, &NavTree::deleteRequested, m_structure, &StructureEdits::remove);
    connect(m_structure, &StructureEdits::added, this, &MainWindow::showComponent);
    connect(m_structure, &StructureEdits::failed, this, &MainWindow::say);
    connect(m_files, &StationFiles::failed, this, &MainWindow::say);
    connect(m_files, &StationFiles::settling, m_sheet, &PropertySheet::commit);
    connect(m_files, &StationFiles::opened, this, [this] {
        if (m_models.station.path().isEmpty() || m_settings.value(saidKey).toBool())
            return;
        m_settings.setValue(saidKey, true);
        m_message->say(Badge::Info,
                       tr("A running station may overwrite this file when it saves. Stop the station first, or put "
                          "the file back while it is stopped."));
    });
    connect(m_files, &StationFiles::recentFilesChanged, this, &MainWindow::showRecentFiles);
    connect(m_sheet, &PropertySheet::typingEnded, &m_models.station, &OpenStation::endTyping);
    connect(m_sheet, &PropertySheet::detailsRequested, m_panel, &TestPanel::unfoldStages);
    connect(m_panel, &TestPanel::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_panel, &TestPanel::testRequested, this, &MainWindow::requestTest);
}

void MainWindow::makeToolBar()
{
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContentsMargins(8, 2, 12, 3);
    bar->addAction(m_save);
    bar->addAction(m_undo);
    bar->addAction(m_redo);
    bar->addSeparator();
    m_breadcrumbs = new Breadcrumbs(this);
    bar->addWidget(m_breadcrumbs);
    m_testButton = new QPushButton(tr("Test"), this);
    m_testButton->setObjectName(u"testButton"_s);
    m_testButton->setAccessibleName(tr("Test Connection"));
    m_testButton->setToolTip(plainToolTip(tr("Test the selected account against its mail server (%1)")
                                              .arg(m_test->shortcut().toString(QKeySequence::NativeText))));
    m_testButton->setProperty("primary", true);
    m_testButton->setLayoutDirection(Qt::RightToLeft); // the triangle behind the word, as on every player
    m_testButton->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()) * 0.85);
    m_testOnBar = bar->addWidget(m_testButton);
    addToolBar(bar);
    connect(m_testButton, &QPushButton::clicked, this, &MainWindow::requestTest);
    connect(m_breadcrumbs, &Breadcrumbs::stepClicked, this, [this](int step) {
        const Document& document = m_models.station.document();
        QList<SlotId> way;
        for (SlotId slot = shown(); slot != SlotId::None; slot = document.parent(slot))
            way.prepend(slot);
        if (step < way.size())
            showComponent(way[step]);
    });
    tintTestButton();
}

void MainWindow::tintTestButton()
{
    const QColor white = palette().color(QPalette::HighlightedText);
    m_testButton->setIcon(QIcon(tintedPixmap(u"test"_s, white, white, m_testButton->iconSize(), devicePixelRatioF())));
}

void MainWindow::connectModels()
{
    OpenStation& station = m_models.station;
    connect(&station, &OpenStation::replaced, this, &MainWindow::onReplaced);
    connect(&station, &OpenStation::titleChanged, this, &MainWindow::updateTitle);
    connect(&station, &OpenStation::pathChanged, this, &MainWindow::updateTitle);
    connect(&station, &OpenStation::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&station, &OpenStation::changed, this, [this] {
        updateStatus();
        updateHeader();
    });
    connect(&station, &OpenStation::saved, this, &MainWindow::updateStatus);
    connect(station.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateStatus);
    // Follows a component that went, or that an undo brought back.
    connect(&m_models.sheet, &PropertySheetModel::componentChanged, this, &MainWindow::updateHeader);
    showRecentFiles();
}

SlotId MainWindow::shown() const
{
    return m_models.sheet.component();
}

void MainWindow::showComponent(SlotId component)
{
    m_nav->select(component);
}

void MainWindow::onSelected(SlotId component)
{
    m_sheet->commit();
    m_models.sheet.show(component);
    updateHeader();
    updateActions();
    emit componentShown(component);
}

void MainWindow::onReplaced()
{
    const OpenStation& station = m_models.station;
    m_message->hide();
    m_hint->hide();
    m_pages->setCurrentWidget(station.isOpen() ? static_cast<QWidget*>(m_across) : m_start);
    updateTitle();
    updateStatus();
    updateActions();
    if (!station.isOpen()) {
        m_models.sheet.show(SlotId::None);
        updateHeader();
        return;
    }
    const Document& document = station.document();
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
    m_nav->select(first == SlotId::None ? document.root() : first);
    m_nav->view()->setFocus();
}

void MainWindow::updateHeader()
{
    const SlotId component = shown();
    const OpenStation& station = m_models.station;
    m_breadcrumbs->setVisible(station.isOpen());
    if (!station.isOpen() || component == SlotId::None || !station.document().exists(component)) {
        m_breadcrumbs->setSteps({});
        m_sheet->setTitle({}, {}, {});
        return;
    }
    const Document& document = station.document();
    QStringList steps;
    for (SlotId slot = component; slot != SlotId::None; slot = document.parent(slot))
        steps.prepend(shownName(station, slot));
    m_breadcrumbs->setSteps(steps);
    const QModelIndex index = m_models.tree.indexOf(component);
    const QString iconName = index.data(int(NavRole::Icon)).toString();
    m_sheet->setTitle(shownOnOneLine(shownName(station, component), 120), document.type(component),
                      QFile::exists(u":/icons/"_s + iconName + u".svg"_s) ? iconName : u"component"_s);
}

void MainWindow::updateTitle()
{
    const OpenStation& station = m_models.station;
    // A name may hold the place holder for «modified».
    QString name = shownOnOneLine(station.title(), 120);
    name.replace("[*]"_L1, "[*][*]"_L1);
    setWindowTitle(station.isOpen() ? name + u"[*] – Stationer"_s : u"Stationer"_s);
    setWindowFilePath(station.path());
    setWindowModified(station.isOpen() && station.isModified());
    updateStatus();
    updateActions();
}

void MainWindow::updateStatus()
{
    const OpenStation& station = m_models.station;
    QString text;
    if (station.isOpen()) {
        const QUndoStack& undo = *m_models.station.undoStack();
        const int steps = undo.cleanIndex() < 0 ? undo.count() : qAbs(undo.index() - undo.cleanIndex());
        if (station.isModified())
            text = steps == 1  ? tr("1 change not saved")
                   : steps > 1 ? tr("%n changes not saved", nullptr, steps)
                               : tr("Not saved yet");
        else
            text = station.path().isEmpty() ? tr("New station, not saved yet") : tr("All changes saved");
    }
    m_status->setText(text);
    setWindowModified(station.isOpen() && station.isModified());
    if (m_save)
        m_save->setEnabled(station.isOpen() && (station.isModified() || station.path().isEmpty()));
}

void MainWindow::updateActions()
{
    if (!m_save || !m_testButton)
        return;
    const OpenStation& station = m_models.station;
    const SlotId component = shown();
    const bool hasComponent = station.isOpen() && component != SlotId::None && station.document().exists(component);
    const bool isAccount = hasComponent && isAccountType(station.document().type(component));
    m_save->setEnabled(station.isOpen() && (station.isModified() || station.path().isEmpty()));
    m_saveAs->setEnabled(station.isOpen());
    m_trust->setEnabled(station.isOpen());
    m_test->setEnabled(isAccount && !m_isTestRunning);
    m_findSettings->setEnabled(isAccount);
    m_testButton->setEnabled(m_test->isEnabled());
    m_testOnBar->setVisible(station.isOpen());
    const bool canMove = hasComponent && component != station.document().root();
    m_rename->setEnabled(canMove);
    m_delete->setEnabled(canMove);
}

void MainWindow::setTestRunning(bool isRunning)
{
    m_isTestRunning = isRunning;
    updateActions();
}

void MainWindow::requestTest()
{
    const SlotId component = shown();
    if (!m_models.station.isOpen() || component == SlotId::None || m_isTestRunning)
        return;
    m_sheet->commit();
    emit testRequested(component);
}

void MainWindow::requestFindSettings()
{
    const SlotId component = shown();
    if (!m_models.station.isOpen() || component == SlotId::None)
        return;
    m_sheet->commit();
    emit findSettingsRequested(component);
}

void MainWindow::showDemoHint()
{
    m_hint->show();
}

void MainWindow::say(const QString& sentence)
{
    m_message->say(Badge::Fault, sentence);
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_settings.setValue("appearance"_L1, int(appearance));
    m_theme.apply(appearance);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_sheet->commit();
    if (!m_isClosing && m_models.station.isOpen() && m_models.station.isModified()) {
        event->ignore();
        m_files->whenSettled([this] {
            m_isClosing = true;
            close();
        });
        return;
    }
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(acrossKey, m_across->saveState());
    m_settings.setValue(rightKey, m_right->saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!stationFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = stationFileIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_files->open(path);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_testButton)
        tintTestButton();
}

} // namespace stationer
