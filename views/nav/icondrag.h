#pragma once

#include <Qt>

class QAbstractItemView;
class QIcon;

namespace stationer {

/// Drags what is selected in a view. Its icon goes along beside the pointer: a picture of the whole row hides the row that
/// is aimed at. Returns when it was dropped, as dragging does.
void dragAsIcon(QAbstractItemView& view, const QIcon& icon, Qt::DropActions actions, Qt::DropAction usual);

} // namespace stationer
