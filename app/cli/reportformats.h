#pragma once

#include "app/cli/command.h"
#include "connection/report.h"

#include <QByteArray>
#include <QString>

namespace stationer {

/// Where a report came from, for the commands that a person would type next.
struct ReportOrigin {
    QString file;        ///< empty where the target was typed
    QString trustFolder; ///< empty where there is none
};

/// One output format of `test`: what is printed as one test ends.
using ReportFormat = QByteArray (*)(const Report& report, const ReportOrigin& origin);
ReportFormat reportFormat(OutputFormat format);

} // namespace stationer
