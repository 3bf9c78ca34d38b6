#pragma once

#include "station/slotid.h"

#include <QList>
#include <QMap>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace stationer {

class OpenStation;

/// What can be done with the components that are selected in the Nav tree, besides editing what is in them.
enum class Arranging { Cut, Copy, Paste, Duplicate, Rename, Delete, MoveUp, MoveDown, Reorder, FindReferences };

/// The actions for that, one of each for the tree, its context menu and the menu bar. Their keys work while the tree has the focus; a
/// text that is being edited keeps its own. Doing it is others'.
class ArrangeActions : public QObject {
    Q_OBJECT
public:
    ArrangeActions(const OpenStation& station, QWidget& tree);

    QAction* action(Arranging which) const { return m_actions.value(which); }
    void addTo(QMenu& menu) const; ///< all, in their usual order
    /// Which of them can be done with these.
    void follow(const QList<SlotId>& selected);

signals:
    void triggered(stationer::Arranging which);

private:
    const OpenStation& m_station;
    QMap<Arranging, QAction*> m_actions;
};

} // namespace stationer
