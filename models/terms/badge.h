#pragma once

namespace stationer {

/// The small sign beside a name or a value.
enum class Badge { None, Info, Passed, Challenged, Failed, Warning, Fault };

} // namespace stationer
