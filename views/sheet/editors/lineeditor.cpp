#include "views/sheet/editors/lineeditor.h"

#include "views/sheet/editors/plainlineedit.h"

#include <QSignalBlocker>

namespace stationer {

LineEditor::LineEditor(QWidget* parent, const QString& hint) : Editor(parent), m_line(new PlainLineEdit(this)), m_hint(hint)
{
}

void LineEditor::placeLine(QWidget* control, QWidget* beside, int spacing)
{
    place(control, beside, spacing);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::finish);
    // Nobody leaves a line that a helper set without the focus; a list around the line says what was picked before this
    // comes.
    connect(m_line, &PlainLineEdit::replaced, this, [this] { m_line->setModified(true); });
    connect(
        m_line, &PlainLineEdit::replaced, this,
        [this] {
            if (m_line->isModified() && !m_line->hasFocus())
                finish();
        },
        Qt::QueuedConnection);
}

void LineEditor::setField(const Field& field)
{
    const bool isOther = field.value != m_field.value || field.isMixed != m_field.isMixed;
    const bool isPending = m_line->hasFocus() && m_line->isModified();
    m_field = field;
    m_line->setPlaceholderText(field.isMixed ? tr("mixed") : m_hint);
    if (isOther || !isPending)
        abandon();
}

void LineEditor::commit()
{
    say(Entry::Committed);
}

void LineEditor::say(Entry entry)
{
    if (!m_line->isModified())
        return;
    m_line->setModified(false);
    const QString value = encoded(m_line->text().trimmed());
    if (value != m_field.value)
        emit edited(value, entry);
    abandon(); // shows what the station has now, the old value after a refusal
}

bool LineEditor::abandon()
{
    const bool wasPending = m_line->isModified();
    const QSignalBlocker blocker(m_line);
    showField();
    m_line->setModified(false);
    return wasPending;
}

void LineEditor::finish()
{
    commit();
    emit typingEnded();
}

void LineEditor::showField()
{
    m_line->setText(m_field.isMixed ? QString() : m_field.value);
}

} // namespace stationer
