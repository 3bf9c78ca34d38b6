#pragma once

#include "catalogue/catalogue.h"
#include "station/fragment.h"

#include <variant>

namespace stationer {

/// Why components were not pasted, moved or duplicated: the rule of where a type may live, or the text, or the document.
using ArrangingFault = std::variant<PlacementFault, PasteFault, EditFault>;
QString describe(const ArrangingFault& fault); ///< translated

/// What a paste would do, with what has to be told of it.
struct PastePlan {
    Pasted pasted;
    /// Paths of the pasted slots that hold something encoded, which will probably not decode in another station.
    QStringList encoded;
};

/// Pastes a bog under `parent`, where its types may live there.
Result<PastePlan, ArrangingFault> planPaste(const Document& document, SlotId parent, const QByteArray& bog,
                                            SlotId before = SlotId::None);
/// Puts copies of these components right behind them: each beside its original, names made free, as one edit.
Result<PastePlan, ArrangingFault> planDuplicate(const Document& document, const QList<SlotId>& components);
/// Moves components under `parent`, where their types may live there. They keep their handles.
Result<Edit, ArrangingFault> planMove(const Document& document, const QList<SlotId>& components, SlotId parent,
                                      SlotId before = SlotId::None);
/// Why these components cannot move there, without planning it: for a drag that is still in the air.
std::optional<PlacementFault> moveFault(const Document& document, const QList<SlotId>& components, SlotId parent);

/// What a saved selection holds.
struct SavedSelection {
    QList<SlotId> components; ///< without what is inside another of them
    QStringList encoded; ///< paths of the slots that hold something encoded, as it is: it will probably not decode elsewhere
};
/// Writes these components alone as a small station file, whose root is a folder: to be pasted into another station, a
/// running one too. It is never the file that they come from.
Result<SavedSelection, SaveFault> saveSelection(const Document& document, const QList<SlotId>& components,
                                                const QString& station, const QString& path);

} // namespace stationer
