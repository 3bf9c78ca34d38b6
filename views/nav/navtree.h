#pragma once

#include "views/nav/arrangeactions.h"

#include <QList>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace stationer {

class NavTreeModel;
class NavView;
class OpenStation;
class StructureEdits;
class Wishes;

/// The Nav tree with its filter line and its context menu. It knows what is selected.
class NavTree : public QWidget {
    Q_OBJECT
public:
    NavTree(NavTreeModel& model, const OpenStation& station, StructureEdits& edits, Wishes& wishes,
            QWidget* parent = nullptr);

    SlotId current() const { return m_current; }
    /// All that are selected, in the order they were, the current one first; at least the current one.
    QList<SlotId> selection() const;
    void select(SlotId slot); ///< and shows the way to it
    void select(const QList<SlotId>& components);
    void expandAround(SlotId slot);
    /// What the context menu of a component holds; the caller owns it.
    QMenu* makeMenu(SlotId slot);
    NavView* view() const { return m_view; }
    ArrangeActions& actions() { return *m_actions; }

signals:
    void selected(stationer::SlotId slot); ///< None where nothing is
    void selectionChanged(const QList<stationer::SlotId>& components);

private:
    void showMenu(const QPoint& position);
    void expandWays(const QModelIndex& index);
    void restoreCurrent();
    void makeCurrent(const QModelIndex& index);
    void connectStation();
    void connectDrops();
    void followSelection();
    void noteWay();

    NavTreeModel& m_model;
    const OpenStation& m_station;
    StructureEdits& m_edits;
    Wishes& m_wishes;
    QLineEdit* m_filter;
    NavView* m_view;
    ArrangeActions* m_actions;
    SlotId m_current = SlotId::None;
    QList<SlotId> m_way;       ///< from the current one up to the station
    QList<SlotId> m_selection; ///< as it was told last
    bool m_isRestoring = false;
};

} // namespace stationer
