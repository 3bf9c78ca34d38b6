#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "terms/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace stationer {

/// Opens a file to be read; a fault is said on the console, a named pipe into which nobody writes among them.
bool openInput(QFile& file, const Console& console);
/// A small file as a whole, such as a certificate; a fault is said on the console. More than 16 MiB is a fault.
Result<QByteArray, ExitStatus> readInput(const QString& path, const Console& console);
Result<QByteArray, ExitStatus> readInput(QFile& opened, const Console& console);

} // namespace stationer
