#pragma once

#include "station/slotid.h"

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
    void select(SlotId slot); ///< and shows the way to it
    void expandAround(SlotId slot);
    /// What the context menu of a component holds; the caller owns it.
    QMenu* makeMenu(SlotId slot);
    NavView* view() const { return m_view; }

signals:
    void selected(stationer::SlotId slot); ///< None where nothing is
    void sheetRequested(stationer::SlotId slot);
    void managerRequested(stationer::SlotId service);
    void testRequested(stationer::SlotId slot);
    void testAllRequested(stationer::SlotId service);
    void sendTestMessageRequested(stationer::SlotId account);
    void findSettingsRequested(stationer::SlotId slot);
    void addRequested(stationer::SlotId parent, const QString& type);
    void renameRequested(stationer::SlotId slot);
    void deleteRequested(stationer::SlotId slot);

private:
    void showMenu(const QPoint& position);
    void restoreCurrent();

    NavTreeModel& m_model;
    const OpenStation& m_station;
    QLineEdit* m_filter;
    NavView* m_view;
    SlotId m_current = SlotId::None;
    bool m_isRestoring = false;
};

} // namespace stationer
