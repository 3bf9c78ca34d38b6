#pragma once

#include "catalogue/catalogue.h"

#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// One property of a component as `show` prints it.
struct ComponentRow {
    QString slot; ///< escaped
    QString label;
    QString kind;                        ///< `boolean`, `integer`, `port`, `string` …
    QString type;                        ///< as the file says it, empty where it does not
    QString flags, facets;               ///< as they stand in the file
    std::optional<QString> value;        ///< in force; nothing where unknown, or for a secret
    std::optional<QString> defaultValue; ///< nothing where there is none
    bool isSet = false;                  ///< the file holds a value
    bool isSecret = false;               ///< something encoded, which is never shown
    bool isRunningStation = false;
    bool isReadOnly = false; ///< `set` refuses it: the running station's, flagged so in the file, or of a type not known
};

/// The declared properties in their order, then what else the file has. Rare ones are there only where the file has them.
QList<ComponentRow> componentRows(const Document& document, SlotId component);

} // namespace stationer
