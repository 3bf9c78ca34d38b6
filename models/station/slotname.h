#pragma once

#include <QString>
#include <QStringView>

namespace stationer {

/// Slot names as they stand in the file escape what is not a letter, digit or `_` (first: a letter) as `$hh` or `$uhhhh`:
/// `Last$20Alarm` is shown as `Last Alarm`.
QString escapedSlotName(QStringView shown);
QString shownSlotName(QStringView escaped); ///< a `$` that starts no escape stays
bool isSlotName(QStringView escaped);       ///< whether a station accepts it as it stands

} // namespace stationer
