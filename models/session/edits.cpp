#include "session/edits.h"

#include "session/openstation.h"

namespace stationer {

DocumentEdit::DocumentEdit(OpenStation& station, const Edit& edit, const QString& text, std::optional<Typed> typed)
    : QUndoCommand(text), m_station(station), m_edit(edit), m_typed(std::move(typed)), m_at(std::chrono::steady_clock::now())
{
}

void DocumentEdit::redo()
{
    m_station.apply(m_edit);
}

void DocumentEdit::undo()
{
    m_station.revert(m_edit);
}

int DocumentEdit::id() const
{
    return m_typed ? 1 : -1;
}

bool DocumentEdit::mergeWith(const QUndoCommand* later)
{
    const auto& next = static_cast<const DocumentEdit&>(*later); // equal ids: it is one
    if (!m_typed || !next.m_typed || !next.m_typed->continues || m_typed->component != next.m_typed->component ||
        m_typed->slot != next.m_typed->slot || next.m_at - m_at > pause)
        return false;
    m_edit = Document::joined({m_edit, next.m_edit});
    m_at = next.m_at;
    setObsolete(m_edit.isEmpty());
    return true;
}

} // namespace stationer
