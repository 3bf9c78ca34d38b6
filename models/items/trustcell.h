#pragma once

#include "items/roles.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVariant>

#include <functional>

namespace stationer {

/// Tells the time; tests give their own.
using Clock = std::function<QDateTime()>;

/// What a cell of a trust table shows, and what its column sorts by.
struct TrustCell {
    QString shown;
    QVariant sort;

    static TrustCell text(const QString& shown) { return {shown, shown}; }
    static TrustCell date(const QDateTime& when);
};

/// How a row of a trust table stands: its badge, and that in words.
struct TrustState {
    Badge badge = Badge::None;
    QString text;
};

/// The answer of a trust table to any role, from what its row knows.
QVariant trustData(int role, const TrustCell& cell, const TrustState& state, const QByteArray& sha256,
                   const QByteArray& der);

} // namespace stationer
