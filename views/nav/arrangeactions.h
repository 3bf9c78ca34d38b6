#pragma once

#include "station/slotid.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace stationer {

class OpenStation;

/// What can be done with components that are selected, besides editing what is in them.
enum class Arranging {
    Cut,
    Copy,
    Paste,
    Duplicate,
    Rename,
    Delete,
    MoveUp,
    MoveDown,
    Reorder,
    FindReferences,
    SaveSelection
};

/// The actions for that, one of each for the Nav tree, its context menu and the menu bar. Their keys work while the tree has
/// the focus; a text that is being edited keeps its own. Doing it is others'.
class ArrangeActions : public QObject {
    Q_OBJECT
public:
    using Subject = std::function<QList<SlotId>()>; ///< says which components are meant

    ArrangeActions(const OpenStation& station, QWidget& tree, Subject subject);

    /// Another list that may have the focus is asked as well from now on.
    void setSubject(Subject subject);

    QAction* action(Arranging which) const { return m_actions.value(which); }
    void addTo(QMenu& menu) const; ///< all, in their usual order
    /// Offers what can be done with the components that are meant now.
    void follow();
    void followSoon(); ///< where many rows may be selected or let go one by one

signals:
    void triggered(stationer::Arranging which, const QList<stationer::SlotId>& components);

private:
    const OpenStation& m_station;
    Subject m_subject;
    QMap<Arranging, QAction*> m_actions;
    QTimer m_soon;
};

} // namespace stationer
