#pragma once

#include "station/document.h"

namespace stationer {

/// One thing in which two stations differ.
struct Difference {
    enum class Kind {
        Added,   ///< a slot, or a component with all that is in it: once, not for each slot inside
        Removed, ///< the same
        Value,
        Type,
        Flags,
        Facets,
        Handle,
        Renamed,   ///< before and after are names
        Moved,     ///< before and after are paths
        Reordered, ///< it changed places with its siblings
    };
    Kind kind = Kind::Value;
    QString path; ///< of the component that holds the slot; in the later station, but for what was removed
    QString slot; ///< its name there; empty for the station itself
    std::optional<QString> before, after;
    bool isComponent = false;
    bool isSecret = false; ///< something encoded: before and after are left out

    bool operator==(const Difference&) const = default;
};

/// What leads from one station to another, slot by slot, in the order of the later one. Components that changed their name
/// or their place are found by their handle.
QList<Difference> differences(const Document& before, const Document& after);
/// The same of a document and itself as opened or last saved: exact, and cheap where little changed.
QList<Difference> changesSinceSaved(const Document& document);

/// The XML line by line as a unified diff with three lines around each change; empty where there is none. What is encoded is
/// masked. Where two texts have too little in common, whole stretches are told as replaced rather than searched for ever.
QByteArray unifiedDifference(const QByteArray& before, const QByteArray& after, const QString& nameBefore,
                             const QString& nameAfter);

} // namespace stationer
