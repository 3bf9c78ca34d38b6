#include "views/sheet/editors/booleaneditor.h"

#include "station/value.h"

#include <QCheckBox>
#include <QLayout>
#include <QSignalBlocker>

namespace stationer {

BooleanEditor::BooleanEditor(QWidget* parent) : Editor(parent), m_box(new QCheckBox(this))
{
    place(m_box);
    layout()->setContentsMargins(2, 0, 0, 0);
    // Whoever sets it: a click, a key, or a helper's hand.
    connect(m_box, &QCheckBox::stateChanged, this, [this](int state) {
        emit edited(writeBoolean(state != Qt::Unchecked), Entry::Committed);
        setField(Field(m_field)); // what the station has now, the old value after a refusal
    });
}

void BooleanEditor::setField(const Field& field)
{
    m_field = field;
    const QSignalBlocker blocker(m_box);
    const std::optional<bool> value = readBoolean(field.value);
    const bool isKnown = value && !field.isMixed;
    m_box->setTristate(!isKnown);
    m_box->setText(field.isMixed ? tr("mixed") : QString());
    m_box->setCheckState(!isKnown ? Qt::PartiallyChecked : *value ? Qt::Checked : Qt::Unchecked);
}

} // namespace stationer
