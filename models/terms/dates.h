#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

namespace stationer {

/// As format strings say it, for a field that a day is typed in.
inline constexpr QStringView dayFormat = u"yyyy-MM-dd";

/// How dates are shown to people, in every view and sentence alike, by this computer's clock: `2026-11-23`, which everybody
/// reads the same way and which tells 1950 from 2050. Empty for no date.
inline QString shownDay(const QDateTime& time)
{
    return time.toLocalTime().toString(dayFormat);
}

/// `2026-11-23 12:00`
inline QString shownMoment(const QDateTime& time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm");
}

/// `2026-11-23 12:00:05 UTC`, in the time's own zone, for where a second or a zone may matter.
inline QString toldMoment(const QDateTime& time)
{
    return time.toString(u"yyyy-MM-dd HH:mm:ss t");
}

} // namespace stationer
