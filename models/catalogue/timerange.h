#pragma once

#include "station/document.h"

#include <QString>
#include <QTime>

#include <optional>

namespace stationer {

/// Hours of the day, both ends among them; where both are the same, the whole day.
struct TimeRange {
    QTime start{0, 0};
    QTime end{0, 0};

    bool operator==(const TimeRange&) const = default;
};
std::optional<TimeRange> readTimeRange(QStringView text); ///< `08:00:00.000-18:00:00.000`
QString writeTimeRange(const TimeRange& range);

/// In a file it is a slot without a value of its own and with two inside, of which only what is not midnight is written.
QString timeRangeIn(const Document& document, SlotId slot);
/// Sets those two, adding what is not there; nothing resets them. What the opened file had written stays written.
Result<Edit, EditFault> setTimeRange(const Document& document, SlotId component, const QString& slot,
                                     const std::optional<TimeRange>& range, const QStringList& order);

} // namespace stationer
