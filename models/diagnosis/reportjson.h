#pragma once

#include "connection/report.h"

#include <QJsonObject>

namespace stationer {

/// The report as the one JSON object that `stationer-cli test --format json` prints.
QJsonObject toJson(const Report& report);

} // namespace stationer
