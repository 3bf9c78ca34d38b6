#pragma once

#include "station/slotid.h"
#include "views/common/theme.h"

#include <QMainWindow>

class QLabel;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace stationer {

class Breadcrumbs;
class DemoHint;
class LastTests;
class MessageBar;
class NavTree;
class NavTreeModel;
class OpenStation;
class PropertySheet;
class PropertySheetModel;
class StartPage;
class StationFiles;
class StructureEdits;
class TestModel;
class TestPanel;

/// The window: menus, tool bar, the Nav tree with the palette, the sheet of what is selected and the test panel below it. It shows
/// the models it is given and raises what is to be tested or trusted; the application answers.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    struct Models {
        OpenStation& station;
        LastTests& tests;
        NavTreeModel& tree;
        PropertySheetModel& sheet;
        TestModel& stages;
    };
    MainWindow(const Models& models, Theme& theme, QSettings& settings);

    StationFiles& files() { return *m_files; }
    NavTree& navTree() { return *m_nav; }
    PropertySheet& sheet() { return *m_sheet; }
    TestPanel& testPanel() { return *m_panel; }

    SlotId shown() const;
    void showComponent(SlotId component);
    void setTestRunning(bool isRunning);
    void showDemoHint();
    void say(const QString& sentence); ///< what went wrong, calmly
    void setAppearance(Appearance appearance);

signals:
    void componentShown(stationer::SlotId component);
    void testRequested(stationer::SlotId account);
    void findSettingsRequested(stationer::SlotId account);
    void cancelRequested();
    void trustRequested();
    void demoRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void makeToolBar();
    void makeCentre();
    void connectModels();
    void onSelected(SlotId component);
    void onReplaced();
    void requestTest();
    void requestFindSettings();
    void updateTitle();
    void updateStatus();
    void updateActions();
    void updateHeader();
    void showRecentFiles();
    void showAbout();
    void tintTestButton();

    Models m_models;
    Theme& m_theme;
    QSettings& m_settings;
    StationFiles* m_files;
    StructureEdits* m_structure;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QSplitter* m_across = nullptr;
    QSplitter* m_right = nullptr;
    NavTree* m_nav = nullptr;
    PropertySheet* m_sheet = nullptr;
    TestPanel* m_panel = nullptr;
    MessageBar* m_message = nullptr;
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
    QAction* m_trust = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;
    bool m_isTestRunning = false;
    bool m_isClosing = false;
};

} // namespace stationer
