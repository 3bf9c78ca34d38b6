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

/// The Nav tree with its filter line and its context menu. It knows what is selected and what was asked for; doing it is others'.
class NavTree : public QWidget {
    Q_OBJECT
public:
    NavTree(NavTreeModel& model, const OpenStation& station, QWidget* parent = nullptr);

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
    void sheetRequested(stationer::SlotId slot);
    void managerRequested(stationer::SlotId service);
    void testRequested(stationer::SlotId slot);
    void testAllRequested(stationer::SlotId service);
    void sendTestMessageRequested(stationer::SlotId account);
    void findSettingsRequested(stationer::SlotId slot);
    void certificatesRequested(stationer::SlotId account);
    void addRequested(stationer::SlotId parent, const QString& type);
    void arrangingRequested(stationer::Arranging what, const QList<stationer::SlotId>& components);
    void componentsDropped(const QList<stationer::SlotId>& components, Qt::DropAction action, stationer::SlotId parent,
                           stationer::SlotId before);
    void bogDropped(const QByteArray& bog, stationer::SlotId parent, stationer::SlotId before);

private:
    void showMenu(const QPoint& position);
    void expandWays(const QModelIndex& index);
    void restoreCurrent();
    void makeCurrent(const QModelIndex& index);
    void connectStation();
    void connectDrops();
    void followSelection();

    NavTreeModel& m_model;
    const OpenStation& m_station;
    QLineEdit* m_filter;
    NavView* m_view;
    ArrangeActions* m_actions;
    SlotId m_current = SlotId::None;
    QList<SlotId> m_selection; ///< as it was told last
    bool m_isRestoring = false;
};

} // namespace stationer
