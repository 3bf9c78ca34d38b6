#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

// What may live in a folder depends on where the folder is: see placementFault().
constinit const ComponentType types::folder{
    .name = "baja:Folder", .label = QT_TRANSLATE_NOOP("catalogue", "Folder"), .icon = "folder"};

} // namespace stationer
