#include "views/sheet/editors/enumeditor.h"

#include "views/sheet/editors/quietcombobox.h"

#include <QFocusEvent>
#include <QSignalBlocker>

namespace stationer {

EnumEditor::EnumEditor(QWidget* parent) : Editor(parent), m_combo(new QuietComboBox(this))
{
    place(m_combo);
    m_combo->installEventFilter(this);
    m_combo->setMinimumContentsLength(14);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        const QString tag = m_combo->itemData(row).toString();
        // By the arrow keys, one goes by what is not meant.
        if (tag != m_field.value || m_field.isMixed)
            emit edited(tag, m_combo->hasFocus() ? Entry::Typing : Entry::Committed);
        setField(Field(m_field));
    });
}

bool EnumEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        emit typingEnded();
    return Editor::eventFilter(watched, event);
}

void EnumEditor::setField(const Field& field)
{
    m_field = field;
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    for (const Choice& choice : field.choices)
        m_combo->addItem(choice.label, choice.value);
    m_combo->setPlaceholderText(field.isMixed ? tr("mixed") : QString());
    int row = field.isMixed ? -1 : m_combo->findData(field.value);
    if (row < 0 && !field.isMixed) {
        m_combo->addItem(field.value, field.value);
        row = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(row);
}

} // namespace stationer
