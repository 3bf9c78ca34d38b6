#pragma once

#include "catalogue/change.h"
#include "catalogue/property.h"

#include <QString>

#include <optional>

namespace stationer {

/// The kind that a slot has which no table declares, by its resolved type: `baja:Boolean`, `baja:String` and so on. Other
/// where it is not one that is edited here.
ValueKind kindOfType(QStringView type);

/// Whether a value may stand in a slot; `checked` is the value as it is to be written.
struct CheckedValue {
    std::optional<ChangeFault::Kind> fault;
    QString checked;
};
CheckedValue checkValue(const Property& property, const QString& value);

/// The same of a value that no table bounds.
CheckedValue checkValue(ValueKind kind, const QString& value);

} // namespace stationer
