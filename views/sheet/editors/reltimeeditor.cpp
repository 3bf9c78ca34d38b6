#include "views/sheet/editors/reltimeeditor.h"

#include "station/value.h"
#include "views/sheet/editors/plainlineedit.h"
#include "views/sheet/editors/quietcombobox.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

#include <cmath>

namespace stationer {

namespace {

using std::chrono::milliseconds;

/// The unit that a span is shown in: from two of the larger one on, where it is whole.
int unitFor(milliseconds span, const QuietComboBox& units)
{
    int best = span.count() % 1000 == 0 ? 1 : 0;
    for (int i = 2; i < units.count(); ++i) {
        const qint64 unit = units.itemData(i).toLongLong();
        if (span.count() % unit == 0 && span.count() >= 2 * unit)
            best = i;
    }
    return best;
}

} // namespace

RelTimeEditor::RelTimeEditor(QWidget* parent)
    : Editor(parent), m_line(new PlainLineEdit(this)), m_unit(new QuietComboBox(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_unit);
    m_line->setColumns(12);
    m_unit->addItem(tr("milliseconds"), 1);
    m_unit->addItem(tr("seconds"), 1000);
    m_unit->addItem(tr("minutes"), 60 * 1000);
    m_unit->addItem(tr("hours"), 3600 * 1000);
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->setObjectName(QStringLiteral("unit"));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        commit();
        emit typingEnded();
    });
    connect(m_unit, &QComboBox::activated, this, [this] {
        m_isUnitPicked = true;
        commit();
        emit typingEnded();
    });
}

void RelTimeEditor::setField(const Field& field)
{
    const bool isOther = field.value != m_field.value || field.isMixed != m_field.isMixed;
    const bool isPending = m_line->hasFocus() && m_line->isModified();
    m_field = field;
    m_line->setPlaceholderText(field.isMixed ? tr("mixed") : field.placeholder);
    if (isOther || !isPending)
        abandon();
}

void RelTimeEditor::commit()
{
    if (!m_line->isModified() && !m_isUnitPicked)
        return;
    m_line->setModified(false);
    m_isUnitPicked = false;
    const QString typed = m_line->text().trimmed();
    bool isNumber = false;
    double number = QLocale::c().toDouble(typed, &isNumber);
    if (!isNumber)
        number = locale().toDouble(typed, &isNumber);
    const double span = number * m_unit->currentData().toDouble();
    // What is no span is said as typed, so that the refusal names it.
    const bool isSpan = isNumber && std::abs(span) < 9e15;
    const QString value = isSpan ? writeRelTime(milliseconds(std::llround(span))) : typed;
    if (value != m_field.value)
        emit edited(value, Entry::Committed);
    abandon();
}

bool RelTimeEditor::abandon()
{
    const bool wasPending = m_line->isModified();
    const QSignalBlocker blocker(m_unit);
    m_line->setModified(false);
    const std::optional<milliseconds> span = readRelTime(m_field.value);
    m_unit->setEnabled(span || m_field.isMixed);
    if (!span || m_field.isMixed) {
        m_line->setText(m_field.isMixed ? QString() : m_field.value);
        m_unit->setCurrentIndex(m_field.isMixed ? 1 : 0);
        return wasPending;
    }
    const int unit = unitFor(*span, *m_unit);
    m_unit->setCurrentIndex(unit);
    m_line->setText(QString::number(span->count() / m_unit->itemData(unit).toLongLong()));
    return wasPending;
}

QWidget* RelTimeEditor::control()
{
    return m_line;
}

} // namespace stationer
