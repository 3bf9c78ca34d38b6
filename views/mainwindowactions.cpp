#include "views/mainwindow.h"

#include "catalogue/catalogue.h"
#include "session/openstation.h"
#include "views/accounts/accountmanager.h"
#include "views/changes/changesdialog.h"
#include "views/common/breadcrumbs.h"
#include "views/common/filledbutton.h"
#include "views/common/icon.h"
#include "views/common/keys.h"
#include "views/common/messagebox.h"
#include "views/common/plaintext.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"
#include "views/startpage.h"
#include "views/stationfiles.h"
#include "views/windowundo.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace stationer {

void MainWindow::makeActions()
{
    const auto add = [this](QMenu* menu, const QString& text, const QString& name, const QString& iconName,
                            const QKeySequence& keys, auto raise) {
        QAction* action = menu->addAction(icon(iconName), text);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, raise);
        return action;
    };

    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&New"), u"fileNew"_s, u"new"_s, QKeySequence::New, [this] { m_files->openNew(); });
    add(file, tr("&Open…"), u"fileOpen"_s, u"open"_s, QKeySequence::Open, [this] { m_files->chooseAndOpen(); });
    m_recentMenu = file->addMenu(icon(u"recent"_s), tr("Open &Recent"));
    m_recentMenu->setObjectName(u"fileRecent"_s);
    file->addSeparator();
    m_save = add(file, tr("&Save"), u"fileSave"_s, u"save"_s, QKeySequence::Save, [this] {
        m_workspace->commit();
        m_files->save();
    });
    connect(&m_wishes, &Wishes::saveWished, m_save, &QAction::trigger);
    m_saveAs = add(file, tr("Save &As…"), u"fileSaveAs"_s, {}, QKeySequence::SaveAs, [this] {
        m_workspace->commit();
        m_files->saveAs();
    });
    m_showChanges = add(file, tr("Show &Changes"), u"fileShowChanges"_s, u"changes"_s,
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { showChanges(); });
    m_handOver = add(file, tr("&Handover Sheet…"), u"fileHandover"_s, {}, {}, [this] { m_wishes.handOver(); });
    file->addSeparator();
    QAction* quit = add(file, tr("&Quit"), u"fileQuit"_s, {}, QKeySequence::Quit, [this] { close(); });
    quit->setMenuRole(QAction::QuitRole);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    makeUndo(*edit);
    edit->addSeparator();
    navTree().actions().addTo(*edit);

    QMenu* views = menuBar()->addMenu(tr("&Views"));
    add(views, tr("&Property Sheet"), u"viewsPropertySheet"_s, u"sheet"_s, propertySheetKey, [this] {
        m_workspace->showView(Workspace::View::PropertySheet);
        sheet().focusSlot({});
    });
    m_showManager = add(views, tr("&Email Account Manager"), u"viewsAccountManager"_s, u"emailservice"_s, accountManagerKey,
                        [this] { m_wishes.showManager(emailService(m_models.station.document())); });
    add(views, tr("&Filter"), u"viewsFilterProperties"_s, u"filter"_s, QKeySequence::Find, [this] {
        if (m_workspace->view() == Workspace::View::AccountManager)
            accountManager().focusFilter();
        else
            sheet().focusFilter();
    });
    views->addSeparator();
    QMenu* appearance = views->addMenu(tr("&Appearance"));
    appearance->setObjectName(u"viewsAppearance"_s);
    auto* group = new QActionGroup(this);
    const auto addAppearance = [&](const QString& text, const QString& name, Appearance which) {
        QAction* action = add(appearance, text, name, {}, {}, [this, which] { setAppearance(which); });
        action->setCheckable(true);
        action->setChecked(m_theme.appearance() == which);
        group->addAction(action);
    };
    addAppearance(tr("As the &System"), u"appearanceSystem"_s, Appearance::System);
    addAppearance(tr("&Light"), u"appearanceLight"_s, Appearance::Light);
    addAppearance(tr("&Dark"), u"appearanceDark"_s, Appearance::Dark);

    QMenu* tools = menuBar()->addMenu(tr("&Tools"));
    m_test = add(tools, tr("&Test Connection"), u"toolsTest"_s, u"test"_s, testKey, [this] { m_wishes.test(account()); });
    m_findSettings = add(tools, tr("&Find Settings…"), u"toolsFindSettings"_s, u"filter"_s, findSettingsKey,
                         [this] { m_wishes.findSettings(account()); });
    m_sendTestMessage = add(tools, tr("&Send Test Message…"), u"toolsSendTestMessage"_s, u"outgoingaccount"_s, {},
                            [this] { m_wishes.sendTestMessage(account()); });
    m_signInByToken =
        add(tools, tr("Sign In by To&ken…"), u"toolsSignInByToken"_s, {}, {}, [this] { m_wishes.signInByToken(account()); });
    m_proveAlarm = add(tools, tr("&Prove This Alarm…"), u"toolsProveAlarm"_s, u"emailrecipient"_s, {},
                       [this] { m_wishes.proveAlarm(shown()); });
    m_testAll = add(tools, tr("Test A&ll"), u"toolsTestAll"_s, u"test"_s, testAllKey,
                    [this] { m_wishes.testAll(emailService(m_models.station.document())); });
    tools->addSeparator();
    m_trust = add(tools, tr("&Certificate Manager…"), u"toolsTrust"_s, u"trust"_s,
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { m_wishes.certificates(SlotId::None); });
    m_stationStores = add(tools, tr("Station's Trust Sto&res…"), u"toolsStationStores"_s, u"trust"_s, {},
                          [this] { m_wishes.giveStores(); });

    connect(menuBar(), &QMenuBar::triggered, this, &MainWindow::passRefusal);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Manual"), u"helpManual"_s, {}, QKeySequence::HelpContents, [this] { m_wishes.manual(); });
    QAction* about = add(help, tr("&About Stationer"), u"helpAbout"_s, {}, {}, [this] { showAbout(); });
    about->setMenuRole(QAction::AboutRole);
}

/// Undo and redo of the window that is active, named after the step that goes.
void MainWindow::makeUndo(QMenu& edit)
{
    m_windowUndo.add(*m_models.station.undoStack(), *this);
    const auto add = [&](const QString& name, const QKeySequence& keys, auto act) {
        QAction* action = edit.addAction(icon(name.sliced(4).toLower()), {});
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    // What is being typed and was not said yet goes first: it is the last thing the user did.
    m_undo = add(u"editUndo"_s, QKeySequence::Undo, [this] {
        if (!m_windowUndo.isAtHome() || !m_workspace->abandon())
            m_windowUndo.undo();
    });
    m_redo = add(u"editRedo"_s, QKeySequence::Redo, [this] {
        if (m_windowUndo.isAtHome())
            m_workspace->abandon();
        m_windowUndo.redo();
    });
    QList<QKeySequence> redoKeys = QKeySequence::keyBindings(QKeySequence::Redo);
    if (const QKeySequence usual(Qt::CTRL | Qt::Key_Y); !redoKeys.contains(usual))
        redoKeys += usual;
    m_redo->setShortcuts(redoKeys);
    const auto nameSteps = [this] {
        const auto name = [](QAction& action, bool can, const QString& step, const QString& bare, const QString& named) {
            const QString shown = shownOnOneLine(step, 80);
            action.setEnabled(can);
            action.setText(u'&' + (shown.isEmpty() ? bare : named.arg(QString(shown).replace(u'&', "&&"_L1))));
            action.setToolTip(plainToolTip(shown.isEmpty() ? bare : named.arg(shown)));
        };
        //: The step that is undone is named
        name(*m_undo, m_windowUndo.canUndo(), m_windowUndo.undoText(), tr("Undo"), tr("Undo %1"));
        name(*m_redo, m_windowUndo.canRedo(), m_windowUndo.redoText(), tr("Redo"), tr("Redo %1"));
    };
    // On the tool bar the two keep one short name, so that it does not jump with every step.
    m_undo->setIconText(tr("Undo"));
    m_redo->setIconText(tr("Redo"));
    connect(&m_windowUndo, &QUndoGroup::indexChanged, this, nameSteps);
    connect(&m_windowUndo, &QUndoGroup::cleanChanged, this, nameSteps);
    connect(&m_windowUndo, &QUndoGroup::activeStackChanged, this, nameSteps);
    nameSteps();
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
    m_testButton->setFocusPolicy(Qt::TabFocus); // clicked, it leaves the focus where the user works
    askToBeFilled(*m_testButton, 2);            // what the view or the panel proposes comes first
    m_testButton->setIcon(icon(u"test"_s));
    m_testButton->setLayoutDirection(Qt::RightToLeft); // the triangle behind the word, as on every player
    m_testButton->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()) * 0.85);
    m_testOnBar = bar->addWidget(m_testButton);
    addToolBar(bar);
    connect(m_testButton, &QPushButton::clicked, m_test, &QAction::trigger);
    connect(m_breadcrumbs, &Breadcrumbs::stepClicked, this, [this](int step) {
        const Document& document = m_models.station.document();
        QList<SlotId> way;
        for (SlotId slot = shown(); slot != SlotId::None; slot = document.parent(slot))
            way.prepend(slot);
        if (step < way.size())
            showComponent(way[step]);
        navTree().view()->setFocus(); // the steps are others now
    });
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_settings.setValue("appearance"_L1, int(appearance));
    m_theme.apply(appearance);
}

void MainWindow::showRecentFiles()
{
    const QStringList recent = m_files->recentFiles();
    m_start->setRecentFiles(recent);
    m_recentMenu->clear();
    for (const QString& path : recent) {
        const QString shown =
            shownOnOneLine(QFileInfo(path).fileName(), 60) + u" – "_s + shownOnOneLine(QFileInfo(path).absolutePath(), 80);
        QAction* action = m_recentMenu->addAction(QString(shown).replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, path] { m_files->open(path); });
    }
    m_recentMenu->setEnabled(!recent.isEmpty());
}

void MainWindow::showAbout()
{
    auto* box =
        new MessageBox(*this, tr("Stationer %1").arg(QStringLiteral(STATIONER_VERSION)),
                       tr("Edits the e-mail services of a building-automation station, proves every account against its "
                          "mail server, and settles trust.\n\nLicensed under the Apache License 2.0. Built with Qt %1.")
                           .arg(QString::fromLatin1(qVersion())));
    box->setObjectName(u"aboutDialog"_s);
    box->setWindowTitle(tr("About Stationer"));
    box->setIconPixmap(tintedPixmap(u"stationer"_s, Qt::white, QColor(0xff2b66c9), QSize(64, 64), devicePixelRatioF()));
    box->addButton(QMessageBox::Close);
    box->open();
}

void MainWindow::showChanges()
{
    m_workspace->commit();
    if (auto* shown = findChild<ChangesDialog*>()) {
        shown->raise();
        shown->activateWindow();
        return;
    }
    auto* dialog = new ChangesDialog(m_models.station, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::updateActions()
{
    if (!m_save || !m_testButton)
        return;
    const OpenStation& station = m_models.station;
    const SlotId tested = station.isOpen() ? account() : SlotId::None;
    const bool isAccount = tested != SlotId::None;
    const SlotId service = station.isOpen() ? emailService(station.document()) : SlotId::None;
    m_save->setEnabled(canSave());
    m_saveAs->setEnabled(station.isOpen());
    m_trust->setEnabled(station.isOpen());
    m_stationStores->setEnabled(station.isOpen());
    m_test->setEnabled(isAccount && !m_isTestRunning);
    m_findSettings->setEnabled(isAccount);
    m_signInByToken->setEnabled(isAccount);
    m_sendTestMessage->setEnabled(isAccount && !m_isTestRunning && station.document().type(tested) == outgoingAccountType);
    const bool isRecipient = station.isOpen() && m_workspace->subject() != tested;
    m_proveAlarm->setEnabled(isRecipient && !m_isTestRunning);
    m_showManager->setEnabled(service != SlotId::None);
    m_testAll->setEnabled(service != SlotId::None && !accountsBelow(station.document(), service).isEmpty());
    m_testButton->setEnabled(m_test->isEnabled());
    m_testOnBar->setVisible(station.isOpen());
    m_showChanges->setEnabled(station.isOpen());
    m_handOver->setEnabled(station.isOpen());
}

} // namespace stationer
