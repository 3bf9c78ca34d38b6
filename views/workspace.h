#pragma once

#include "station/slotid.h"
#include "views/nav/arrangeactions.h"

#include <QList>
#include <QSplitter>

class QSettings;
class QStackedWidget;

namespace stationer {

class AccountManager;
class AccountsModel;
class LastTests;
class NavTree;
class NavTreeModel;
class OpenStation;
class PanelSplitter;
class PaletteList;
class PropertySheet;
class PropertySheetModel;
class StructureEdits;
class TestModel;
class TestPanel;
class Wishes;

/// What the window shows of an open station: left the Nav tree with the palette, right the view of what is selected, the
/// property sheet or the Email Account Manager, below it the test panel. It shows what is wished to be seen; doing the rest
/// is others'.
class Workspace : public QSplitter {
    Q_OBJECT
public:
    struct Models {
        OpenStation& station;
        LastTests& tests;
        NavTreeModel& tree;
        PropertySheetModel& sheet;
        TestModel& stages;
        AccountsModel& accounts;
    };
    enum class View { PropertySheet, AccountManager };
    Workspace(const Models& models, Wishes& wishes, QWidget& window);

    NavTree& navTree() { return *m_nav; }
    PropertySheet& sheet() { return *m_sheet; }
    TestPanel& testPanel() { return *m_panel; }
    AccountManager& accountManager() { return *m_manager; }
    StructureEdits& structure() { return *m_structure; } ///< of the Nav tree
    StructureEdits& structureInManager() { return *m_structureInManager; }

    SlotId shown() const;
    void showComponent(SlotId component);
    /// Selects and shows what the station's last step changed, the focus on it.
    void showLastChange();
    View view() const;
    /// Another view of what is shown, where it has one; it is kept for all components that have both.
    void showView(View view);
    /// What a test is about: the account that is shown, or the one selected in the Account Manager. None where there is
    /// none.
    SlotId account() const;
    /// The same, or the EmailRecipient that is shown: what the test panel is about.
    SlotId subject() const;
    /// Shows the first outgoing account of a station that was just opened, else what is nearest.
    void showFirst();
    /// Says what is being typed and was not said yet, before a test or a save.
    void commit();
    /// Forgets it instead; true if there was something.
    bool abandon();

    void resizeBy(int character); ///< to sizes in the font's units
    void restore(const QSettings& settings);
    void remember(QSettings& settings) const;

signals:
    void shownChanged(stationer::SlotId component);
    void accountChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void connectNav();
    void connectWishes();
    void showManager(SlotId service);
    bool showSheet(const QList<SlotId>& components, const QString& slot);
    void showAdded(SlotId component);
    void testAll(SlotId service);
    bool hasManager() const;
    bool isTableFocused() const;
    void arrangeComponents(Arranging what, const QList<SlotId>& components);
    void updateView();
    void updatePanel();
    void onSelected(SlotId component);
    void onSelection(const QList<SlotId>& components);
    void updateHeader();

    Models m_models;
    Wishes& m_wishes;
    StructureEdits* m_structure;
    StructureEdits* m_structureInManager;
    NavTree* m_nav;
    PaletteList* m_palette;
    PropertySheet* m_sheet;
    AccountManager* m_manager;
    QStackedWidget* m_views;
    TestPanel* m_panel;
    PanelSplitter* m_right;
    View m_preferred = View::AccountManager;
};

} // namespace stationer
