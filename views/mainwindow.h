#pragma once

#include "station/slotid.h"
#include "views/common/readingorder.h"
#include "views/common/theme.h"
#include "views/windowundo.h"
#include "views/workspace.h"

#include <QMainWindow>

#include <functional>

class QLabel;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace stationer {

class Breadcrumbs;
class DemoHint;
class DiskBar;
class MessageBar;
struct Refusal;
class StartPage;
class StationFiles;
class Wishes;

/// The window: menus, tool bar, status, and between them the workspace of an open station or the start page. It shows the
/// models it is given; what the user wishes of the application, all of it says to `wishes`.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    using Models = Workspace::Models;
    MainWindow(const Models& models, Wishes& wishes, Theme& theme, QSettings& settings);

    StationFiles& files() { return *m_files; }
    NavTree& navTree() { return m_workspace->navTree(); }
    PropertySheet& sheet() { return m_workspace->sheet(); }
    TestPanel& testPanel() { return m_workspace->testPanel(); }

    AccountManager& accountManager() { return m_workspace->accountManager(); }
    Workspace& workspace() { return *m_workspace; }
    /// What Edit ▸ Undo means: the station's steps, or those of another window while that is active.
    WindowUndo& undo() { return m_windowUndo; }

    SlotId shown() const { return m_workspace->shown(); }
    SlotId account() const { return m_workspace->account(); } ///< what a test is about; see Workspace
    void showComponent(SlotId component) { m_workspace->showComponent(component); }
    void setTestRunning(bool isRunning);
    DemoHint& demoHint() { return *m_hint; }
    void say(const QString& sentence); ///< what went wrong, calmly
    /// What is not done, with what can be done instead; it goes when the user does something else.
    void refuse(const Refusal& refusal);
    /// A sentence with one thing to do about it.
    void offer(const QString& sentence, const QString& action, std::function<void()> act);
    void takeBack(const QString& offered); ///< it was done elsewhere; another sentence stays
    /// Asks once whether the trust that came with the station shall count; empty: there is none.
    void askAboutBroughtTrust(const QString& what);
    void setAppearance(Appearance appearance);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool isForward) override { return m_order.move(isForward); }

private:
    void makeActions();
    void makeUndo(QMenu& edit);
    void makeToolBar();
    void makeCentre();
    void connectModels();
    void onShown();
    void onReplaced();
    void warnOfRunningStation();
    void sayBackup();
    void updateTitle();
    void updateStatus();
    void updateActions();
    bool canSave() const;
    void updateBreadcrumbs();
    void showRecentFiles();
    void showAbout();
    void reload();
    void showChanges();
    void passRefusal();

    Models m_models;
    Wishes& m_wishes;
    Theme& m_theme;
    QSettings& m_settings;
    ReadingOrder m_order{*this};
    StationFiles* m_files;
    WindowUndo m_windowUndo; ///< goes before the windows that it watches
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    Workspace* m_workspace = nullptr;
    MessageBar* m_message = nullptr;
    MessageBar* m_brought = nullptr;
    MessageBar* m_backup = nullptr;
    DiskBar* m_disk = nullptr;
    std::function<void()> m_offered; ///< what the message's action does
    QString m_refusal;               ///< as the message said it
    DemoHint* m_hint = nullptr;
    Breadcrumbs* m_breadcrumbs = nullptr;
    QPushButton* m_testButton = nullptr;
    QAction* m_testOnBar = nullptr;
    QLabel* m_status = nullptr;
    QMenu* m_recentMenu = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_test = nullptr;
    QAction* m_findSettings = nullptr;
    QAction* m_sendTestMessage = nullptr;
    QAction* m_proveAlarm = nullptr;
    QAction* m_signInByToken = nullptr;
    QAction* m_testAll = nullptr;
    QAction* m_showManager = nullptr;
    QAction* m_trust = nullptr;
    QAction* m_stationStores = nullptr;
    QAction* m_showChanges = nullptr;
    QAction* m_handOver = nullptr;
    bool m_isTestRunning = false;
    bool m_isClosing = false;
};

} // namespace stationer
