#pragma once

#include "catalogue/genericslot.h"
#include "rows/sheetrow.h"

namespace stationer {

/// The row of a slot that the file has and no table declares, without its note: typed by what the file says of it.
SheetRow fileRow(const Document& document, SlotId component, const GenericSlot& slot);

} // namespace stationer
