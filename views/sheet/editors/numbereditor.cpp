#include "views/sheet/editors/numbereditor.h"

#include "views/sheet/editors/plainlineedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace stationer {

NumberEditor::NumberEditor(Kind kind, QWidget* parent) : Editor(parent), m_kind(kind), m_line(new PlainLineEdit(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setColumns(12);
    m_line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        commit();
        emit typingEnded();
    });
}

void NumberEditor::setField(const Field& field)
{
    const bool isOther = field.value != m_field.value || field.isMixed != m_field.isMixed;
    const bool isPending = m_line->hasFocus() && m_line->isModified();
    m_field = field;
    m_line->setPlaceholderText(field.isMixed ? tr("mixed") : field.placeholder);
    if (isOther || !isPending)
        abandon();
}

void NumberEditor::commit()
{
    if (!m_line->isModified())
        return;
    m_line->setModified(false);
    const QString typed = m_line->text().trimmed();
    if (typed != m_field.value)
        emit edited(typed, Entry::Committed);
    abandon(); // shows what the station has now, the old value after a refusal
}

bool NumberEditor::abandon()
{
    const bool wasPending = m_line->isModified();
    m_line->setText(m_field.isMixed ? QString() : m_field.value);
    m_line->setModified(false);
    return wasPending;
}

QWidget* NumberEditor::control()
{
    return m_line;
}

bool NumberEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_kind == Kind::Integer) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Up ? 1 : key->key() == Qt::Key_Down ? -1 : 0;
        bool isNumber = false;
        const qint64 number = m_line->text().trimmed().toLongLong(&isNumber);
        if (step && isNumber) {
            const qint64 next = number + step;
            if (next >= m_field.minimum && next <= m_field.maximum) {
                m_line->setText(QString::number(next));
                m_line->setModified(true);
            }
            return true;
        }
    }
    return Editor::eventFilter(watched, event);
}

} // namespace stationer
