#pragma once

#include "station/document.h"

#include <QList>
#include <QString>
#include <QUndoCommand>

#include <chrono>
#include <optional>

namespace stationer {

class OpenStation;

/// What a step changed: components, or one slot of them.
struct Place {
    QList<SlotId> components;
    QString slot;

    bool operator==(const Place&) const = default;
};

/// One undo step: an Edit of the open station's document, with a name and a place. What was typed into one slot merges into
/// one step.
class DocumentEdit : public QUndoCommand {
public:
    struct Typed {
        bool continues = false; ///< the editor kept the focus since the step before
    };
    /// How long somebody can think while typing and still have one step.
    static constexpr std::chrono::seconds pause{3};

    DocumentEdit(OpenStation& station, const Edit& edit, const QString& text, const Place& place,
                 std::optional<Typed> typed = std::nullopt);

    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    void step(void (OpenStation::*way)(const Edit&));
    void noteHome();

    OpenStation& m_station;
    Edit m_edit;
    Place m_place;
    SlotId m_home = SlotId::None; ///< what the first of its components is in, while that is there
    bool m_isDone = false;
    std::optional<Typed> m_typed;
    std::chrono::steady_clock::time_point m_at;
};

} // namespace stationer
