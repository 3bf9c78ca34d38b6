#include "views/mainwindow.h"

#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "session/openstation.h"
#include "views/common/breadcrumbs.h"
#include "views/common/messagebar.h"
#include "views/common/messagestack.h"
#include "views/common/plaintext.h"
#include "views/common/screenfit.h"
#include "views/common/wishes.h"
#include "views/demohint.h"
#include "views/diskbar.h"
#include "views/nav/structureedits.h"
#include "views/startpage.h"
#include "views/stationfiles.h"
#include "views/windowundo.h"
#include "views/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView saidKey("said/runningStation");

QString stationFileIn(const QMimeData* data)
{
    if (!data || data->urls().size() != 1)
        return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow(const Models& models, Wishes& wishes, Theme& theme, QSettings& settings)
    : m_models(models), m_wishes(wishes), m_theme(theme), m_settings(settings),
      m_files(new StationFiles(models.station, settings, *this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setUnifiedTitleAndToolBarOnMac(true);
    new ScreenFit(*qApp, this);
    makeCentre();
    makeActions();
    makeToolBar();
    connectModels();
    const int character = fontMetrics().horizontalAdvance(u'n');
    resize(character * 164, fontMetrics().height() * 56);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_workspace->resizeBy(character);
    m_workspace->restore(m_settings);
    onReplaced();
}

void MainWindow::makeCentre()
{
    m_start = new StartPage(*m_files, m_wishes, this);
    m_workspace = new Workspace(m_models, m_wishes, *this);
    m_message = new MessageBar(this);
    m_message->setObjectName(u"messageBar"_s);
    connect(m_message, &MessageBar::actionClicked, this, [this] {
        m_message->hide();
        if (const auto act = std::exchange(m_offered, {}))
            act();
    });
    m_disk = new DiskBar(m_models.station, this);
    m_brought = new MessageBar(this);
    m_brought->setObjectName(u"broughtTrustBar"_s);
    connect(m_brought, &MessageBar::actionClicked, &m_wishes, &Wishes::showBroughtTrust);
    connect(m_brought, &MessageBar::secondClicked, &m_wishes, &Wishes::takeBroughtTrust);
    connect(m_brought, &MessageBar::thirdClicked, &m_wishes, &Wishes::leaveBroughtTrust);
    m_backup = new MessageBar(this);
    m_backup->setObjectName(u"backupBar"_s);
    connect(m_backup, &MessageBar::actionClicked, this, [this] { m_files->saveAs(); });
    m_hint = new DemoHint(this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* messages = new MessageStack(*centre);
    for (MessageBar* bar : {static_cast<MessageBar*>(m_disk), m_brought, m_backup, m_message})
        messages->add(*bar);
    layout->addWidget(messages);
    layout->addWidget(m_hint);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_status = new PlainLabel({}, this);
    m_status->setObjectName(u"unsavedChanges"_s);
    m_status->setContentsMargins(12, 2, 12, 4);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    connect(m_disk, &DiskBar::reloadRequested, this, &MainWindow::reload);
    connect(m_disk, &DiskBar::saveAsRequested, this, [this] { m_files->saveAs(); });
    connect(m_files, &StationFiles::failed, this, &MainWindow::say);
    connect(m_files, &StationFiles::refused, this, [this](const QString& sentence) {
        m_offered = [this] { m_files->saveAs(); };
        m_message->say(Badge::Fault, sentence, tr("Save As…"));
    });
    connect(m_files, &StationFiles::settling, m_workspace, &Workspace::commit);
    connect(m_files, &StationFiles::opened, this, &MainWindow::warnOfRunningStation);
    connect(m_files, &StationFiles::recentFilesChanged, this, &MainWindow::showRecentFiles);
    connect(m_workspace, &Workspace::shownChanged, this, &MainWindow::onShown);
    connect(m_workspace, &Workspace::shownChanged, this, &MainWindow::passRefusal);
    connect(m_workspace, &Workspace::accountChanged, this, &MainWindow::updateActions);
    for (StructureEdits* edits : {&m_workspace->structure(), &m_workspace->structureInManager()}) {
        connect(edits, &StructureEdits::refused, this, &MainWindow::refuse);
        connect(edits, &StructureEdits::warned, this, [this](const QString& text) { m_message->say(Badge::Warning, text); });
    }
}

/// What is shown stays shown, if it is still there.
void MainWindow::reload()
{
    const OpenStation& station = m_models.station;
    const QString shownPath =
        station.isOpen() && station.document().exists(shown()) ? station.document().path(shown()) : QString();
    connect(
        m_files, &StationFiles::opened, this,
        [this, shownPath, file = station.path()] {
            if (m_models.station.path() != file) // it was not reloaded after all
                return;
            if (const SlotId slot = m_models.station.document().find(shownPath); slot != SlotId::None)
                showComponent(slot);
        },
        Qt::SingleShotConnection);
    m_files->reload();
}

void MainWindow::warnOfRunningStation()
{
    if (m_models.station.path().isEmpty() || m_models.station.isReadOnly() || m_settings.value(saidKey).toBool())
        return;
    m_settings.setValue(saidKey, true);
    m_message->say(Badge::Info, tr("A running station may overwrite this file when it saves. Stop the station first, or put "
                                   "the file back while it is stopped."));
}

/// As long as one is open, and until it was saved elsewhere.
void MainWindow::sayBackup()
{
    const OpenStation& station = m_models.station;
    if (!station.isReadOnly())
        return m_backup->hide();
    m_backup->say(
        Badge::Info,
        //: %1 is the path of a file inside the backup
        tr("A backup, which is only read: of it, %1. Look, compare and test here; to edit, save it as a config.bog.")
            .arg(shownOnOneLine(station.entry(), 120)),
        tr("Save As…"));
}

void MainWindow::connectModels()
{
    OpenStation& station = m_models.station;
    connect(&station, &OpenStation::replaced, this, &MainWindow::onReplaced);
    connect(&station, &OpenStation::titleChanged, this, [this] {
        updateTitle();
        updateBreadcrumbs();
    });
    connect(&station, &OpenStation::pathChanged, this, &MainWindow::updateTitle);
    connect(&station, &OpenStation::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&station, &OpenStation::changed, this, [this] {
        passRefusal();
        updateStatus();
        updateBreadcrumbs();
        updateActions(); // the first account came, or the last one went
    });
    connect(&station, &OpenStation::saved, this, &MainWindow::updateStatus);
    connect(&station, &OpenStation::pathChanged, this, &MainWindow::sayBackup);
    connect(station.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateStatus);
    // Follows a component that went, or that an undo brought back.
    connect(&m_models.sheet, &PropertySheetModel::componentChanged, this, &MainWindow::updateBreadcrumbs);
    showRecentFiles();
}

void MainWindow::onShown()
{
    updateBreadcrumbs();
    updateActions();
}

void MainWindow::onReplaced()
{
    m_message->hide();
    sayBackup();
    m_hint->hide();
    m_pages->setCurrentWidget(m_models.station.isOpen() ? static_cast<QWidget*>(m_workspace) : m_start);
    updateTitle();
    m_workspace->showFirst();
    updateBreadcrumbs();
}

void MainWindow::updateBreadcrumbs()
{
    const OpenStation& station = m_models.station;
    m_breadcrumbs->setVisible(station.isOpen());
    QStringList steps;
    if (station.isOpen() && station.document().exists(shown()))
        for (SlotId slot = shown(); slot != SlotId::None; slot = station.document().parent(slot))
            steps.prepend(shownName(station, slot));
    m_breadcrumbs->setSteps(steps);
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
        const int steps = station.unsavedSteps();
        if (station.isReadOnly())
            text = tr("Backup, only read");
        else if (station.isModified())
            text = steps == 1  ? tr("1 change not saved")
                   : steps > 1 ? tr("%n changes not saved", nullptr, steps)
                               : tr("Not saved yet");
        else
            text = station.path().isEmpty() ? tr("New station, not saved yet") : tr("All changes saved");
    }
    m_status->setText(text);
    setWindowModified(station.isOpen() && station.isModified());
    if (m_save)
        m_save->setEnabled(canSave());
}

bool MainWindow::canSave() const
{
    const OpenStation& station = m_models.station;
    return station.isOpen() && (station.isModified() || station.path().isEmpty() || station.isReadOnly());
}

void MainWindow::setTestRunning(bool isRunning)
{
    m_isTestRunning = isRunning;
    passRefusal();
    updateActions();
}

void MainWindow::say(const QString& sentence)
{
    m_message->say(Badge::Fault, sentence);
}

void MainWindow::askAboutBroughtTrust(const QString& what)
{
    if (what.isEmpty())
        return m_brought->hide();
    //: What a station brings with it: look at it, use it, or leave it unused
    m_brought->say(Badge::Warning, what, tr("Show…"), tr("Use Them"), tr("Leave Them"));
}

void MainWindow::offer(const QString& sentence, const QString& action, std::function<void()> act)
{
    m_offered = std::move(act);
    m_message->say(Badge::Info, sentence, action);
}

void MainWindow::refuse(const Refusal& refusal)
{
    m_offered = refusal.act;
    // From the next event on: of this one it is the answer.
    QTimer::singleShot(0, this, [this, sentence = refusal.sentence] { m_refusal = sentence; });
    m_message->say(Badge::Fault, refusal.sentence, refusal.remedy);
}

void MainWindow::passRefusal()
{
    if (!m_refusal.isEmpty())
        takeBack(std::exchange(m_refusal, {}));
}

void MainWindow::takeBack(const QString& offered)
{
    if (m_message->text() != offered)
        return;
    m_offered = {};
    m_message->hide();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_workspace->commit();
    if (!m_isClosing && m_models.station.isOpen() && m_models.station.isModified()) {
        event->ignore();
        m_files->whenSettled([this] {
            m_isClosing = true;
            close();
        });
        return;
    }
    m_settings.setValue(geometryKey, saveGeometry());
    m_workspace->remember(m_settings);
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

} // namespace stationer
