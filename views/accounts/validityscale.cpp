#include "views/accounts/validityscale.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qint64 daysBack = 92;
constexpr qint64 leastAhead = 60;
constexpr qint64 mostAhead = 730;
constexpr double margin = 0.04; ///< before the first and behind the last

} // namespace

ValidityScale ValidityScale::of(const QDateTime& today, const QDateTime& first, const QDateTime& last)
{
    const QDateTime begin = first.isValid() ? qBound(today.addDays(-daysBack), first, today) : today;
    const QDateTime end =
        last.isValid() ? qBound(today.addDays(leastAhead), last, today.addDays(mostAhead)) : today.addDays(leastAhead);
    const auto spare = qint64(margin * double(begin.secsTo(end)));
    return {begin.addSecs(-spare), end.addSecs(spare), today, 1};
}

int ValidityScale::at(const QDateTime& time) const
{
    const double whole = std::max(1.0, double(from.msecsTo(to)));
    return int(std::lround(std::clamp(double(from.msecsTo(time)) / whole, 0.0, 1.0) * length));
}

QList<ValidityScale::Tick> ValidityScale::ticks(int labelWidth) const
{
    const double months = double(from.daysTo(to)) / 30.44;
    const double room = std::max(1, length / std::max(1, labelWidth));
    int step = 12;
    for (const int each : {6, 3, 2, 1})
        if (months / each <= room)
            step = each;
    QList<Tick> ticks;
    const QDate begin = from.toLocalTime().date();
    for (QDate day(begin.year(), 1, 1); day <= to.toLocalTime().date(); day = day.addMonths(step))
        if (day >= begin)
            ticks += Tick{day.startOfDay(), day.toString(u"yyyy-MM"_s)};
    return ticks;
}

} // namespace stationer
