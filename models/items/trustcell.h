#pragma once

#include "terms/badge.h"
#include "trust/certificatefacts.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <functional>

namespace stationer {

/// Tells the time; tests give their own.
using Clock = std::function<QDateTime()>;

/// A cell of a trust table: what its column sorts by, and the text where that is another. It is put into words only when it
/// is shown, so that sorting thousands of dates formats none.
struct TrustCell {
    QVariant sort;
    QString text = {};

    QString shown() const;
    QString told() const; ///< more than there is room for: a date with its time and zone
};

/// How a row of a trust table stands: its badge, and that in words.
struct TrustState {
    Badge badge = Badge::None;
    QString text;
};

/// How a certificate stands by its dates alone; what ends within 30 days is told in days, from 7 on urgently.
TrustState validityOf(const CertificateSketch& certificate, const QDateTime& now);

} // namespace stationer
