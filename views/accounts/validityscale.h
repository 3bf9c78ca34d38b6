#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace stationer {

/// Where days stand on a length of pixels. It begins a little before today, or where the first certificate ended, but no
/// more than three months ago, and ends with the last end, but no more than two years ahead: what ends beyond would press
/// all else into a corner.
struct ValidityScale {
    QDateTime from, to, today;
    int length = 1;

    static ValidityScale of(const QDateTime& today, const QDateTime& first, const QDateTime& last);

    int at(const QDateTime& time) const; ///< within the length
    bool isBeyond(const QDateTime& time) const { return time > to; }
    bool isBefore(const QDateTime& time) const { return time < from; }

    struct Tick {
        QDateTime at;
        QString label; ///< `2027-03`
    };
    /// First days of months, evenly spaced, so few that labels `labelWidth` wide do not touch.
    QList<Tick> ticks(int labelWidth) const;

    bool operator==(const ValidityScale&) const = default;
};

} // namespace stationer
