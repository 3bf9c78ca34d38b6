#include "views/sheet/editors/texteditor.h"

#include "views/sheet/editors/plainlineedit.h"

#include <QSignalBlocker>

namespace stationer {

TextEditor::TextEditor(QWidget* parent) : Editor(parent), m_line(new PlainLineEdit(this))
{
    place(m_line);
    const auto say = [this] {
        m_value = m_line->text();
        emit edited(m_value, m_line->hasFocus() ? Entry::Typing : Entry::Committed);
    };
    connect(m_line, &QLineEdit::textEdited, this, say);
    connect(m_line, &PlainLineEdit::replaced, this, say);
    connect(m_line, &QLineEdit::editingFinished, this, &Editor::typingEnded);
}

void TextEditor::setField(const Field& field)
{
    const QSignalBlocker blocker(m_line);
    m_line->setPlaceholderText(field.isMixed ? tr("mixed") : QString());
    if (field.isMixed && !m_line->hasFocus()) {
        m_line->clear();
        m_value.clear();
        return;
    }
    if (field.value == m_value && m_line->text() == m_value)
        return;
    m_value = field.value;
    m_line->setText(field.value); // what a line cannot hold is not shown, and not said either
    if (!m_line->hasFocus())
        m_line->setCursorPosition(0);
}

} // namespace stationer
