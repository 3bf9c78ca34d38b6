#pragma once

#include "station/slotid.h"

#include <QSplitter>

class QSettings;

namespace stationer {

class LastTests;
class NavTree;
class NavTreeModel;
class OpenStation;
class PaletteList;
class PropertySheet;
class PropertySheetModel;
class StructureEdits;
class TestModel;
class TestPanel;

/// What the window shows of an open station: left the Nav tree with the palette, right the view of what is selected, below it the
/// test panel. It raises what is asked for; doing it is others'.
class Workspace : public QSplitter {
    Q_OBJECT
public:
    struct Models {
        OpenStation& station;
        LastTests& tests;
        NavTreeModel& tree;
        PropertySheetModel& sheet;
        TestModel& stages;
    };
    Workspace(const Models& models, QWidget& window);

    NavTree& navTree() { return *m_nav; }
    PropertySheet& sheet() { return *m_sheet; }
    TestPanel& testPanel() { return *m_panel; }
    StructureEdits& structure() { return *m_structure; }

    SlotId shown() const;
    void showComponent(SlotId component);
    /// Shows the first outgoing account of a station that was just opened, else what is nearest.
    void showFirst();
    /// Says what is being typed and was not said yet, before a test or a save.
    void commit();

    void resizeBy(int character, int line); ///< to sizes in the font's units
    void restore(const QSettings& settings);
    void remember(QSettings& settings) const;

signals:
    void shownChanged(stationer::SlotId component);
    void testRequested();         ///< of what is shown
    void findSettingsRequested(); ///< likewise
    void cancelRequested();
    void failed(const QString& sentence);

private:
    void arrange(PaletteList& palette);
    void connectNav();
    void onSelected(SlotId component);
    void updateHeader();

    Models m_models;
    StructureEdits* m_structure;
    NavTree* m_nav;
    PropertySheet* m_sheet;
    TestPanel* m_panel;
    QSplitter* m_right;
};

} // namespace stationer
