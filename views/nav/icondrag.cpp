#include "views/nav/icondrag.h"

#include <QAbstractItemView>
#include <QDrag>
#include <QIcon>
#include <QMimeData>

namespace stationer {

void dragAsIcon(QAbstractItemView& view, const QIcon& icon, Qt::DropActions actions, Qt::DropAction usual)
{
    QModelIndexList dragged = view.selectionModel()->selectedIndexes();
    dragged.removeIf([](const QModelIndex& index) { return !(index.flags() & Qt::ItemIsDragEnabled); });
    QMimeData* data = dragged.isEmpty() ? nullptr : view.model()->mimeData(dragged);
    if (!data)
        return;
    const int extent = view.fontMetrics().height();
    auto* drag = new QDrag(&view);
    drag->setMimeData(data);
    drag->setPixmap(icon.pixmap(QSize(extent, extent), view.devicePixelRatioF()));
    drag->setHotSpot(QPoint(-extent / 2, -extent / 2));
    drag->exec(actions, usual);
}

} // namespace stationer
