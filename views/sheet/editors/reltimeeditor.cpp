#include "views/sheet/editors/reltimeeditor.h"

#include "station/value.h"
#include "views/sheet/editors/plainlineedit.h"
#include "views/sheet/editors/quietcombobox.h"

#include <QLocale>

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

RelTimeEditor::RelTimeEditor(QWidget* parent) : LineEditor(parent), m_unit(new QuietComboBox(this))
{
    placeLine(line(), m_unit, 4);
    line()->setColumns(12);
    m_unit->addItem(tr("milliseconds"), 1);
    m_unit->addItem(tr("seconds"), 1000);
    m_unit->addItem(tr("minutes"), 60 * 1000);
    m_unit->addItem(tr("hours"), 3600 * 1000);
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->setObjectName(QStringLiteral("unit"));
    connect(m_unit, &QComboBox::activated, this, [this] {
        line()->setModified(true); // the same number in another unit is another span
        finish();
    });
}

QString RelTimeEditor::encoded(const QString& typed) const
{
    bool isNumber = false;
    double number = QLocale::c().toDouble(typed, &isNumber);
    if (!isNumber)
        number = locale().toDouble(typed, &isNumber);
    const double span = number * m_unit->currentData().toDouble();
    const bool isSpan = isNumber && std::abs(span) < 9e15;
    return isSpan ? writeRelTime(milliseconds(std::llround(span))) : typed;
}

void RelTimeEditor::showField()
{
    const std::optional<milliseconds> span = readRelTime(field().value);
    m_unit->setEnabled(span || field().isMixed);
    if (!span || field().isMixed) {
        LineEditor::showField();
        m_unit->setCurrentIndex(field().isMixed ? 1 : 0);
        return;
    }
    const int unit = unitFor(*span, *m_unit);
    m_unit->setCurrentIndex(unit);
    line()->setText(QString::number(span->count() / m_unit->itemData(unit).toLongLong()));
}

} // namespace stationer
