#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "connection/clientidentity.h"
#include "terms/result.h"

#include <QString>

#include <optional>

namespace stationer {

/// The client certificate and its key in a PEM file. The passphrase of an encrypted key is in a file of its own, else it is
/// asked for at the terminal. Every fault is said: 4 for a file that cannot be read, 2 for one that cannot be used, or that
/// holds an unlocked key and is not private.
Result<ClientIdentity, ExitStatus> readClientIdentity(const QString& pemPath, const std::optional<QString>& passphrasePath,
                                                      const Console& console);

} // namespace stationer
