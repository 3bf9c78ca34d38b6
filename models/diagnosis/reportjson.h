#pragma once

#include "connection/report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stationer {

/// The report as the one JSON object that `stationer-cli test --format json` prints.
QJsonObject toJson(const Report& report);
/// Its transcript, a line each: `from` is `client`, `server` or `note`, `ms` since the test began; secrets are masked.
QJsonArray transcriptJson(const Report& report);

} // namespace stationer
