#pragma once

#include <QLatin1StringView>

namespace stationer {

/// How far the evidence goes. A cause is known only where a code, an offer or a certificate says so; words make it likely.
enum class Certainty { Known, Likely, Unknown };

/// The name in JSON: `known`, `likely`, `unknown`.
QLatin1StringView nameOf(Certainty certainty);

} // namespace stationer
