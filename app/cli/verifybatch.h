#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace stationer {

/// Answers a file of questions, one JSON object a line: chain (PEM, leaf first), host, and where given roots (PEM), time and
/// id. Each line gets one answer, in order; a line that cannot be read gets an error in its place, and then the status is
/// not Done.
ExitStatus verifyBatch(const QString& path, Console& console);

/// A time in ISO 8601; without an offset it is UTC.
std::optional<QDateTime> readTime(QStringView text);

} // namespace stationer
