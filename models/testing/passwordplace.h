#pragma once

#include "secrets/keyring.h"

namespace stationer {

/// Where the test password of an account belongs; nothing where it names no host or no user. `stationFile` is absolute,
/// empty for a station that is not saved yet and for what is typed.
std::optional<SecretPlace> passwordPlace(const QString& stationFile, const QString& slotPath, const QString& host,
                                         const QString& user);

} // namespace stationer
