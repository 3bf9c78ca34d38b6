#pragma once

#include "station/document.h"

#include <QString>
#include <QUndoCommand>

#include <chrono>

namespace stationer {

class OpenStation;

/// One undo step: an Edit of the open station's document, with a name. Steps that were typed into the same slot of the same
/// component without a pause merge into one.
class DocumentEdit : public QUndoCommand {
public:
    /// `typedSlot` is the escaped name of the slot typed into; empty: it never merges.
    DocumentEdit(OpenStation& station, Edit edit, const QString& text, SlotId typedInto = SlotId::None,
                 const QString& typedSlot = {});

    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    OpenStation& m_station;
    Edit m_edit;
    SlotId m_typedInto;
    QString m_typedSlot;
    std::chrono::steady_clock::time_point m_typedAt;
};

} // namespace stationer
