#pragma once

#include "catalogue/change.h"
#include "catalogue/references.h"
#include "station/document.h"
#include "terms/badge.h"

#include <QList>
#include <QString>

#include <optional>

namespace stationer {

struct Report;

/// The note under a row of the property sheet: a sentence, how grave it is, and at most one remedy.
struct SheetNote {
    QString slot = {};
    Badge badge = Badge::Info; ///< Info, Warning or Fault
    QString text = {};
    QString remedyLabel = {};
    QList<Assignment> remedy = {}; ///< what the remedy sets
    bool undoes = false;           ///< the remedy is to undo the last step

    bool operator==(const SheetNote&) const = default;
};

/// A note on what was done, which offers to undo it.
SheetNote undoableNote(const QString& slot, const QString& text);
/// The port rules' remarks on an account as it stands, one each; none where a value of theirs cannot be read.
QList<SheetNote> portNotes(const Document& document, SlotId account);
/// What the values of a component give rise to, at most one note a slot, the gravest: unreadable values, the port rules'
/// remarks, what deliveryPolicy does, and what the last test found where it was made with these values.
/// `dangling` is what the component refers to that is not there; `last` is the change made last, for «Moved from 25 with Use
/// Ssl.»
QList<SheetNote> sheetNotes(const Document& document, SlotId component, const Change* last, const Report* report,
                            const QList<Reference>& dangling = {});

} // namespace stationer
