#pragma once

namespace stationer {

/// The small sign beside a name or a value.
enum class Badge {
    None,
    Info,
    Passed,
    PassedHere, ///< and what the station would meet is open
    Open,
    Challenged,
    Failed,
    Warning,
    Fault,
};

} // namespace stationer
