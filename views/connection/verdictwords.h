#pragma once

#include "connection/report.h"

#include <QString>

namespace stationer {

/// Where a test was made, to where and with what: «smtp.example:465, 192.0.2.7  ·  from this computer, 10.0.4.7; …».
QString placeText(const Report& report);
/// The certificate that a test ended at, in a line; empty where it ended at something else. What `body` says is not said
/// again.
QString certificateText(const Report& report, const QString& body);
/// A word without end would make a label wider than the panel: it may be broken.
QString breakable(const QString& text);

} // namespace stationer
