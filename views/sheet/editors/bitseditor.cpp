#include "views/sheet/editors/bitseditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace stationer {

BitsEditor::BitsEditor(QWidget* parent) : Editor(parent), m_row(new QWidget(this))
{
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(2, 0, 0, 0);
    row->setSpacing(10);
    m_row->setFocusPolicy(Qt::TabFocus);
    place(m_row);
}

void BitsEditor::setField(const Field& field)
{
    const bool isOfOthers = field.choices != m_field.choices;
    m_field = field;
    if (isOfOthers) {
        qDeleteAll(m_boxes);
        m_boxes.clear();
        for (const Choice& choice : field.choices) {
            auto* box = new QCheckBox(choice.label, m_row);
            box->setObjectName(QStringLiteral("bit-") + choice.value);
            m_row->layout()->addWidget(box);
            m_boxes += box;
            connect(box, &QCheckBox::stateChanged, this, [this, bit = choice.value.toUInt(nullptr, 16)](int state) {
                const uint before = m_field.isMixed ? 0 : m_field.value.toUInt(nullptr, 16);
                const uint now = state != Qt::Unchecked ? before | bit : before & ~bit;
                emit edited(QString::number(now, 16), Entry::Committed);
                setField(Field(m_field)); // what the station has now, the old value after a refusal
            });
        }
        m_row->setFocusProxy(m_boxes.value(0)); // the row is no stop of its own
    }
    bool isNumber = false;
    const uint bits = field.value.toUInt(&isNumber, 16);
    const bool isKnown = isNumber && !field.isMixed;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        m_boxes[i]->setTristate(!isKnown);
        const bool isSet = bits & field.choices[i].value.toUInt(nullptr, 16);
        m_boxes[i]->setCheckState(!isKnown ? Qt::PartiallyChecked : isSet ? Qt::Checked : Qt::Unchecked);
    }
}

} // namespace stationer
