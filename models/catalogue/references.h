#pragma once

#include "station/document.h"

#include <QList>

namespace stationer {

/// The emailAccount slots, of any component in the station, that name this account.
QList<SlotId> referencesTo(const Document& document, SlotId account);
/// Renames the account and the references with it, as one edit.
Result<Edit, EditFault> renamedWithReferences(const Document& document, SlotId account, const QString& name);

} // namespace stationer
