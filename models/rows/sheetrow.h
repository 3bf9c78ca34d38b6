#pragma once

#include "catalogue/facets.h"
#include "catalogue/property.h"
#include "rows/sheetnote.h"
#include "station/document.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace stationer {

/// One of the values that a property can have or usually has.
struct Choice {
    QString value; ///< in the file's encoding
    QString label;

    bool operator==(const Choice&) const = default;
};

/// One row of a property sheet with everything it shows: made from the type's table where the slot is known, else from what
/// the file says of it. A value; rows are made anew and compared.
struct SheetRow {
    QString slot;                 ///< escaped
    SlotId inFile = SlotId::None; ///< None where the file does not have it
    QString label;
    QString meaning;
    ValueKind kind = ValueKind::String;
    Group group = Group::Other;
    int rank = std::numeric_limits<int>::max(); ///< place within the group
    QString value; ///< in force, in the file's encoding; empty for a password and what belongs to the running station
    std::optional<QString> defaultValue; ///< nothing for a password and what belongs to the running station
    QString unit;
    qint64 minimum = 0;
    qint64 maximum = 0;
    QList<Choice> choices;
    QString flags;              ///< of a slot that no table declares, in words
    QList<Facets::Entry> table; ///< of facets
    bool isReadOnly = false;    ///< a change is refused: the running station's, locked in the file, or of a kind not known
    bool isRunningStation = false;
    bool isSecret = false; ///< a password, or something encoded in its place: never to be shown
    bool isChanged = false;
    bool isResettable = false;
    bool isHidden = false;
    bool isMixed = false; ///< the components shown together differ
    std::optional<SheetNote> note;

    bool operator==(const SheetRow&) const = default;
};

/// The rows of a component, without notes: the type's in the order they have in a file, then what else the file has.
QList<SheetRow> sheetRows(const Document& document, SlotId component);
/// The rows that components of one type have in common, in the order they are shown, one a slot; values that differ are
/// marked as mixed.
QList<SheetRow> commonRows(const Document& document, const QList<SlotId>& components);

} // namespace stationer
