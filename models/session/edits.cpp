#include "session/edits.h"

#include "session/openstation.h"

namespace stationer {

DocumentEdit::DocumentEdit(OpenStation& station, const Edit& edit, const QString& text, const Place& place,
                           std::optional<Typed> typed)
    : QUndoCommand(text), m_station(station), m_edit(edit), m_place(place), m_typed(typed),
      m_at(std::chrono::steady_clock::now())
{
}

void DocumentEdit::redo()
{
    step(&OpenStation::apply);
}

void DocumentEdit::undo()
{
    step(&OpenStation::revert);
}

void DocumentEdit::step(void (OpenStation::*way)(const Edit&))
{
    noteHome();
    (m_station.*way)(m_edit);
    noteHome();
    Place left{{}, m_place.slot};
    for (const SlotId each : std::as_const(m_place.components))
        if (m_station.document().exists(each))
            left.components += each;
    m_station.noteStep(left.components.isEmpty() ? Place{{m_home}, {}} : left, m_isDone);
    m_isDone = true;
}

/// What it adds is nowhere before, what it removes is nowhere afterwards.
void DocumentEdit::noteHome()
{
    if (!m_place.components.isEmpty() && m_station.document().exists(m_place.components.first()))
        m_home = m_station.document().parent(m_place.components.first());
}

int DocumentEdit::id() const
{
    return m_typed ? 1 : -1;
}

bool DocumentEdit::mergeWith(const QUndoCommand* later)
{
    const auto& next = static_cast<const DocumentEdit&>(*later); // equal ids: it is one
    if (!m_typed || !next.m_typed || !next.m_typed->continues || m_place != next.m_place || next.m_at - m_at > pause)
        return false;
    m_edit = Document::joined({m_edit, next.m_edit});
    m_at = next.m_at;
    setObsolete(m_edit.isEmpty());
    return true;
}

} // namespace stationer
