#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "trust/allowedhosts.h"
#include "trust/exporter.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace stationer {

/// What an action of `trust` works on: the folder, of which what the record knows counts, what stands after the action's
/// name, and the options.
struct TrustOrder {
    TrustFolder folder;
    QStringList given;
    const Arguments& arguments;
    OutputFormat format;
    std::optional<ExportFormat> exportFormat = {}; ///< of `export`, where one was asked for
};

/// One action of `trust` as a row of the table.
struct TrustAction {
    const char* name;
    int fewest; ///< arguments after the action
    int most;
    std::span<const char* const> options; ///< those it takes beside --json and --format
    bool makesFolder;                     ///< where there is none yet
    ExitStatus (*run)(const TrustOrder& order, Console& console);
};

std::span<const TrustAction> userTrustStoreActions(); ///< list, import, export, remove
std::span<const TrustAction> allowedHostsActions();   ///< hosts, allow, reject, forget, prune
std::span<const TrustAction> adoptAction();

/// A usage error of an action, once its form is right.
ExitStatus trustUsageError(const QString& sentence, const Console& console);
/// Says the fault and what it means for the script.
ExitStatus trustFault(const TrustFileFault& fault, const TrustOrder& order, const Console& console);

} // namespace stationer
