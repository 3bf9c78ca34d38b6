#pragma once

#include "station/document.h"

#include <QString>
#include <QUndoCommand>

#include <chrono>
#include <optional>

namespace stationer {

class OpenStation;

/// One undo step: an Edit of the open station's document, with a name. What was typed into one slot merges into one step.
class DocumentEdit : public QUndoCommand {
public:
    /// Where a step was typed.
    struct Typed {
        SlotId component = SlotId::None;
        QString slot;
        bool continues = false; ///< the editor kept the focus since the step before
    };
    /// How long somebody can think while typing and still have one step.
    static constexpr std::chrono::seconds pause{3};

    DocumentEdit(OpenStation& station, const Edit& edit, const QString& text, std::optional<Typed> typed = std::nullopt);

    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    OpenStation& m_station;
    Edit m_edit;
    std::optional<Typed> m_typed;
    std::chrono::steady_clock::time_point m_at;
};

} // namespace stationer
