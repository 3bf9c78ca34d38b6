#pragma once

#include "connection/report.h"

#include <QString>

namespace stationer {

/// Why an offered mechanism was or was not used, in a few words: «used», «a stronger one was used» … Translated.
QString describe(const MechanismNote& note, const Report& report);

} // namespace stationer
