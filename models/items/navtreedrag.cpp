// Dragging out of the Nav tree and dropping on it.

#include "catalogue/arranging.h"
#include "items/navtreemodel.h"
#include "session/bogmime.h"
#include "session/openstation.h"

namespace stationer {

Qt::ItemFlags NavTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    all.setFlag(Qt::ItemIsDropEnabled, !m_station.isReadOnly());
    return index.parent().isValid() ? all | Qt::ItemIsDragEnabled : all; // the station itself stays
}

QStringList NavTreeModel::mimeTypes() const
{
    return {bogFormat, draggedTypeFormat};
}

QMimeData* NavTreeModel::mimeData(const QModelIndexList& indexes) const
{
    QList<SlotId> components;
    for (const QModelIndex& index : indexes)
        components += slotAt(index);
    components = m_station.isOpen() ? m_station.arrangeable(components) : QList<SlotId>();
    if (components.isEmpty())
        return nullptr;
    return new BogMimeData(m_station.copied(components), m_station, components);
}

Qt::DropActions NavTreeModel::supportedDragActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

Qt::DropActions NavTreeModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

/// The row's component; None behind the last.
SlotId NavTreeModel::childAt(const QModelIndex& parent, int row) const
{
    return row >= 0 && row < rowCount(parent) ? slotAt(index(row, 0, parent)) : SlotId::None;
}

bool NavTreeModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const
{
    const SlotId target = slotAt(parent);
    if (!data || target == SlotId::None || m_station.isReadOnly() || !(supportedDropActions() & action))
        return false;
    const Document& document = m_station.document();
    if (data->hasFormat(draggedTypeFormat))
        return !placementFault(document, target, QString::fromUtf8(data->data(draggedTypeFormat)));
    const auto* own = qobject_cast<const BogMimeData*>(data);
    const QList<SlotId> components = own ? own->componentsOf(m_station) : QList<SlotId>();
    if (components.isEmpty()) // of another window: what is in it is looked at when it comes down
        return data->hasFormat(bogFormat);
    return action == Qt::CopyAction || !moveFault(document, components, target);
}

bool NavTreeModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const SlotId target = slotAt(parent);
    const auto* own = qobject_cast<const BogMimeData*>(data);
    const QList<SlotId> components = own ? own->componentsOf(m_station) : QList<SlotId>();
    if (data->hasFormat(draggedTypeFormat))
        emit typeDropped(target, QString::fromUtf8(data->data(draggedTypeFormat)));
    else if (!components.isEmpty())
        emit componentsDropped(components, action, target, childAt(parent, row));
    else
        emit bogDropped(data->data(bogFormat), target, childAt(parent, row));
    return true;
}

} // namespace stationer
