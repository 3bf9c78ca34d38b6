#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "terms/result.h"

#include <QByteArray>
#include <QString>

namespace stationer {

/// A small file as a whole, such as a certificate or a password; a fault is said on the console. More than 16 MiB is a fault.
Result<QByteArray, ExitStatus> readInput(const QString& path, const Console& console);

} // namespace stationer
