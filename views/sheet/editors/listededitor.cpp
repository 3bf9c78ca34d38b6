#include "views/sheet/editors/listededitor.h"

#include "views/sheet/editors/plainlineedit.h"
#include "views/sheet/editors/quietcombobox.h"

#include <QAbstractItemView>
#include <QSignalBlocker>

namespace stationer {

ListedEditor::ListedEditor(int columns, QWidget* parent) : LineEditor(parent), m_combo(new QuietComboBox(this))
{
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setLineEdit(line());
    placeLine(m_combo);
    m_combo->setCompleter(nullptr);
    m_combo->setMinimumContentsLength(columns);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->view()->setTextElideMode(Qt::ElideNone);
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        line()->setText(m_combo->itemData(row).toString());
        line()->setModified(true);
        if (line()->hasFocus())
            say(Entry::Typing); // by the arrow keys, one goes by what is not meant
        else
            finish();
    });
}

void ListedEditor::setField(const Field& field)
{
    if (field.choices != this->field().choices) {
        const QString typed = line()->text();
        const bool wasModified = line()->isModified();
        const QSignalBlocker blocker(m_combo);
        const QSignalBlocker lineBlocker(line());
        m_combo->clear();
        int widest = 0;
        for (const Choice& choice : field.choices) {
            m_combo->addItem(choice.label, choice.value);
            widest = qMax(widest, m_combo->fontMetrics().horizontalAdvance(choice.label));
        }
        m_combo->setCurrentIndex(-1);
        m_combo->view()->setMinimumWidth(widest + 4 * m_combo->fontMetrics().averageCharWidth());
        line()->setText(typed);
        line()->setModified(wasModified);
    }
    LineEditor::setField(field);
}

/// The words of an entry of the list mean the entry.
QString ListedEditor::encoded(const QString& typed) const
{
    const int row = m_combo->findText(typed, Qt::MatchExactly | Qt::MatchCaseSensitive);
    return row < 0 ? typed : m_combo->itemData(row).toString();
}

void ListedEditor::showField()
{
    const QSignalBlocker blocker(m_combo);
    m_combo->setCurrentIndex(m_combo->findData(field().value)); // so that the arrow keys start from it
    LineEditor::showField();
}

} // namespace stationer
