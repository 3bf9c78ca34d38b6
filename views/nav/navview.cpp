#include "views/nav/navview.h"

#include "views/nav/navdelegate.h"

#include <QDragMoveEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString draggedType(const QMimeData* data)
{
    return data ? QString::fromUtf8(data->data(draggedTypeFormat)) : QString();
}

} // namespace

NavView::NavView(QWidget* parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new NavDelegate(this));
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAcceptDrops(true);
    setDragDropMode(DropOnly);
    setDropIndicatorShown(true);
    setIndentation(fontMetrics().height());
    setFrameShape(NoFrame);
    setTextElideMode(Qt::ElideRight);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(true);
}

void NavView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedType(event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void NavView::dragMoveEvent(QDragMoveEvent* event)
{
    const QString type = draggedType(event->mimeData());
    const QModelIndex on = indexAt(event->position().toPoint());
    if (!type.isEmpty() && on.isValid() && m_isAllowed && m_isAllowed(on, type)) {
        event->acceptProposedAction();
        setCurrentIndex(on);
    } else {
        event->ignore();
    }
}

void NavView::dropEvent(QDropEvent* event)
{
    const QString type = draggedType(event->mimeData());
    const QModelIndex on = indexAt(event->position().toPoint());
    if (type.isEmpty() || !on.isValid())
        return event->ignore();
    event->acceptProposedAction();
    emit typeDropped(on, type);
}

void NavView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F2)
        emit renamePressed();
    else if (event->matches(QKeySequence::Delete))
        emit deletePressed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit activated(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace stationer
