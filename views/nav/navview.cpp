#include "views/nav/navview.h"

#include "items/roles.h"
#include "views/common/icon.h"
#include "views/nav/icondrag.h"
#include "views/nav/navdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <chrono>

namespace stationer {

namespace {

constexpr std::chrono::milliseconds expandDelay{600}; // while something is held over a branch

} // namespace

NavView::NavView(QWidget* parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new NavDelegate(this));
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(
        SelectItems); // of one column; Qt's accessibility takes a row's number for another's in a tree of rows
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setAutoExpandDelay(int(expandDelay.count()));
    setIndentation(fontMetrics().height());
    setFrameShape(NoFrame);
    setTextElideMode(Qt::ElideRight);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(true);
}

/// The sign of a test stands left of what the view takes for the row.
void NavView::dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    QTreeView::dataChanged(first, last, roles);
    viewport()->update();
}

void NavView::startDrag(Qt::DropActions actions)
{
    dragAsIcon(*this, icon(currentIndex().data(int(NavRole::Icon)).toString()), actions, defaultDropAction());
}

void NavView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit activated(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace stationer
