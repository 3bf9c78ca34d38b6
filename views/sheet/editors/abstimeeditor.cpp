#include "views/sheet/editors/abstimeeditor.h"

#include "station/value.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace stationer {

AbsTimeEditor::AbsTimeEditor(QWidget* parent)
    : LineEditor(parent, tr("YYYY-MM-DD hh:mm", "the form of a date and time to be typed"))
{
    placeLine(line());
}

QString AbsTimeEditor::encoded(const QString& typed) const
{
    if (readAbsTime(typed) || typed == "null"_L1)
        return typed;
    QDateTime time = QDateTime::fromString(QString(typed).replace(u' ', u'T'), Qt::ISODate);
    if (!time.isValid())
        return typed;
    if (time.timeSpec() == Qt::LocalTime)
        time = time.toOffsetFromUtc(time.offsetFromUtc());
    return writeAbsTime(time);
}

} // namespace stationer
