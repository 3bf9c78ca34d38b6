#pragma once

#include "station/document.h"

#include <QString>
#include <QStringList>

namespace stationer {

class References;

inline constexpr QLatin1StringView toSlot("to");

/// The addresses of a To, Cc or Bcc: set off by commas, semicolons or line ends.
QStringList addressesIn(const QString& text);
/// The address that the station's alarms go to first by this account: the first To of the first EmailRecipient that names it; empty
/// where none does.
QString firstAlarmRecipient(const Document& document, const References& references, SlotId account);

} // namespace stationer
