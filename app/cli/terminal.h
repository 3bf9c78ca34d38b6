#pragma once

#include "terms/secret.h"

#include <QString>

#include <optional>

namespace stationer {

/// Whether a person sits at standard input.
bool isTerminal();
/// Asks on the terminal without showing what is typed; nothing where it was ended without an answer.
/// The one file of the command line that differs by platform.
std::optional<Secret> askSecret(const QString& question);

} // namespace stationer
