#pragma once

#include "catalogue/facets.h"
#include "catalogue/property.h"
#include "catalogue/valuecheck.h"
#include "station/document.h"

#include <optional>

namespace stationer {

/// What the generic property sheet shows of one slot that no table declares: its kind by its type, and what its facets say.
struct GenericSlot {
    SlotId slot = SlotId::None;
    QString name;  ///< escaped
    QString label; ///< as people write it, in title case
    ValueKind kind = ValueKind::Other;
    QString type;                 ///< as the file says it, empty where it does not
    std::optional<QString> value; ///< nothing where the file has none, or for a secret
    QString unit;
    QList<Facets::Tag> range; ///< of an enum: empty where nobody says it
    std::optional<double> minimum, maximum;
    std::optional<int> precision;
    QStringList flags; ///< in words
    bool isHidden = false;
    bool isSecret = false;
    bool isReadOnly = true; ///< flagged so, or of a kind that is only shown
    /// The table for a Facets value, and for the slot's own facets.
    std::optional<Facets> table;
};

/// A slot of a component: its own facets count, then those in the component's slot `facets`.
GenericSlot genericSlot(const Document& document, SlotId slot);
/// The slots of a component that are no components themselves, in document order; what `type` declares is left out.
QList<GenericSlot> genericSlots(const Document& document, SlotId component);

/// Whether a text may stand in this slot. A tag of the range may stand for its number.
CheckedValue checkGeneric(const GenericSlot& slot, const QString& text);
/// The sentence for a BadValue or OutOfRange, with what the value can be instead; translated.
QString describe(ChangeFault::Kind fault, const GenericSlot& slot, const QString& text);

/// `lastPollFailure` → «Last Poll Failure», `Last$20Alarm` → «Last Alarm».
QString titleCase(const QString& slot);

} // namespace stationer
