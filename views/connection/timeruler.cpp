#include "views/connection/timeruler.h"

#include "views/common/colours.h"
#include "views/connection/stagedelegate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

int TimeScale::at(std::chrono::nanoseconds time) const
{
    const double share = double(time.count()) / double(std::max<qint64>(1, span.count()));
    return int(std::lround(std::clamp(share, 0.0, 1.0) * length));
}

std::vector<std::chrono::nanoseconds> TimeScale::ticks(int labelWidth) const
{
    const double room = std::max(1, length / std::max(1, labelWidth));
    const double least = std::max(1.0, double(span.count()) / room);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = power;
    for (const double round : {2.0, 5.0, 10.0})
        if (step < least)
            step = power * round;
    std::vector<std::chrono::nanoseconds> ticks;
    for (int i = 0; i * step <= double(span.count()) && i <= room; ++i)
        ticks.emplace_back(qint64(i * step));
    return ticks;
}

QString shownTick(std::chrono::nanoseconds time)
{
    if (time == 0ns)
        return u"0"_s;
    const QLocale locale;
    const double milliseconds = double(time.count()) / 1e6;
    const bool isLong = milliseconds >= 1000;
    const double value = isLong ? milliseconds / 1000 : milliseconds;
    // As many decimals as a round number has.
    int decimals = 0;
    for (double rest = value; decimals < 3 && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10)
        ++decimals;
    const QString number = locale.toString(value, 'f', decimals);
    return isLong ? QCoreApplication::translate("test", "%1 s").arg(number)
                  : QCoreApplication::translate("test", "%1 ms").arg(number);
}

TimeRuler::TimeRuler(int timeColumn, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_timeColumn(timeColumn)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setSectionsMovable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(0);
    setStretchLastSection(false);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void TimeRuler::setSpan(std::chrono::nanoseconds span)
{
    m_span = std::max(span, std::chrono::nanoseconds(1us));
    viewport()->update();
}

TimeScale TimeRuler::scale() const
{
    return {m_span, std::max(1, sectionSize(m_timeColumn) - 2 * stageCellMargin)};
}

int TimeRuler::tickLabelWidth() const
{
    return fontMetrics().horizontalAdvance(u"8.888 ms "_s);
}

QSize TimeRuler::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 6};
}

void TimeRuler::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Colours colours = Colours::of(palette());
    painter->save();
    painter->setPen(colours.separator);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(colours.muted);
    if (logicalIndex == m_timeColumn) {
        const TimeScale scale = this->scale();
        const QRect track = rect.adjusted(stageCellMargin, 0, -stageCellMargin, 0);
        for (const std::chrono::nanoseconds tick : scale.ticks(tickLabelWidth())) {
            const QString label = shownTick(tick);
            const int x = track.left() + scale.at(tick);
            const int width = fontMetrics().horizontalAdvance(label) + 2;
            const auto mirrored = [&](QRect area) { return QStyle::visualRect(layoutDirection(), rect, area); };
            painter->fillRect(mirrored(QRect(x, rect.bottom() - 3, 1, 4)), colours.muted);
            // The label stands above its tick, drawn in where it would leave the ruler.
            const int left =
                std::clamp(x - width / 2, rect.left(), std::max(rect.left(), rect.right() - stageCellMargin - width));
            painter->drawText(mirrored(QRect(left, rect.top(), width, rect.height() - 4)),
                              int(Qt::AlignCenter | Qt::TextSingleLine), label);
        }
    } else {
        const QString title = model() ? model()->headerData(logicalIndex, Qt::Horizontal).toString() : QString();
        const auto side =
            Qt::Alignment(model() ? model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt() : 0) &
            Qt::AlignHorizontal_Mask;
        const QRect area = rect.adjusted(stageCellMargin, 0, -stageCellMargin, -4);
        painter->drawText(area,
                          int(QStyle::visualAlignment(layoutDirection(), side ? side : Qt::AlignLeft)) |
                              int(Qt::AlignVCenter | Qt::TextSingleLine),
                          fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

} // namespace stationer
