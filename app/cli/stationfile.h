#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "station/container.h"
#include "terms/result.h"

#include <QString>

#include <optional>

namespace stationer {

/// A station file as a command works on it: opening and saving speak to the console, so that a command asks for the exit
/// status alone. Remarks on the file go to standard error.
struct StationFile {
    QString path;
    Container container;
    Document document;

    /// `entry`: of a backup of several stations, the one.
    static Result<StationFile, ExitStatus> open(const QString& path, const Console& console, const QString& entry = {});
    /// To change it, which a backup refuses.
    static Result<StationFile, ExitStatus> openToEdit(const QString& path, const Console& console);
    ExitStatus save(const Console& console);
};

/// Of a backup of several stations, the one that is meant.
inline constexpr Option entryOption{"entry", "NAME"};
QString entryOf(const Arguments& arguments);

/// The component at a path, the root for `/`; where there is none, or a value, it says so. `file` is for the sentence.
std::optional<SlotId> componentAt(const Document& document, const QString& path, const QString& file,
                                  const Console& console);

} // namespace stationer
