#include "views/sheet/editors/listededitor.h"

#include "views/sheet/editors/plainlineedit.h"
#include "views/sheet/editors/quietcombobox.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace stationer {

ListedEditor::ListedEditor(int columns, QWidget* parent)
    : Editor(parent), m_combo(new QuietComboBox(this)), m_line(new PlainLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo);
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setLineEdit(m_line);
    m_combo->setCompleter(nullptr);
    m_combo->setMinimumContentsLength(columns);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->view()->setTextElideMode(Qt::ElideNone);
    m_line->installEventFilter(this);
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        m_line->setText(m_combo->itemData(row).toString());
        m_line->setModified(true);
        commit();
        emit typingEnded();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        commit();
        emit typingEnded();
    });
}

void ListedEditor::setField(const Field& field)
{
    const bool isOther = field.value != m_field.value || field.isMixed != m_field.isMixed;
    const bool isPending = m_line->hasFocus() && m_line->isModified();
    if (field.choices != m_field.choices) {
        const QString typed = m_line->text();
        const bool wasModified = m_line->isModified();
        const QSignalBlocker blocker(m_combo);
        m_combo->clear();
        int widest = 0;
        for (const QVariant& choice : field.choices) {
            const QStringList pair = choice.toStringList();
            m_combo->addItem(pair.value(1), pair.value(0));
            widest = qMax(widest, m_combo->fontMetrics().horizontalAdvance(pair.value(1)));
        }
        m_combo->setCurrentIndex(-1);
        m_combo->view()->setMinimumWidth(widest + 4 * m_combo->fontMetrics().averageCharWidth());
        m_line->setText(typed);
        m_line->setModified(wasModified);
    }
    m_field = field;
    m_line->setPlaceholderText(field.isMixed ? tr("mixed") : field.placeholder);
    if (isOther || !isPending)
        abandon();
}

void ListedEditor::commit()
{
    if (!m_line->isModified())
        return;
    m_line->setModified(false);
    const QString typed = m_line->text().trimmed();
    if (typed != m_field.value)
        emit edited(typed, Entry::Committed);
    abandon();
}

bool ListedEditor::abandon()
{
    const bool wasPending = m_line->isModified();
    const QSignalBlocker blocker(m_combo);
    int row = -1;
    for (int i = 0; i < m_combo->count(); ++i)
        if (m_combo->itemData(i).toString() == m_field.value)
            row = i;
    m_combo->setCurrentIndex(row); // so that the arrow keys start from it
    m_line->setText(m_field.isMixed ? QString() : m_field.value);
    m_line->setModified(false);
    return wasPending;
}

QWidget* ListedEditor::control()
{
    return m_combo;
}

} // namespace stationer
