#pragma once

#include "prediction/seen.h"

#include <span>

namespace stationer::prediction {

/// How sure it is that a station does so.
enum class Measured {
    Yes,     ///< with JavaMail 1.6.5 on OpenJDK 17
    ByAge,   ///< the same, and an older Java does something else
    Unproven ///< it follows from what the product is believed to set
};

/// One reason of the station's verdict: a row.
struct ReasonRow {
    const char* code;
    StationReason::Weight weight;
    Measured measured;
    const char* held;
    const char* source;
    const char* sentence; ///< with the arguments of the condition; translated in the context `prediction`
    Met (*met)(const Seen&);
    StationAnswer answer = StationAnswer::None;
    bool isLastResort = false; ///< said where nothing else fails or leaves open
};

std::span<const ReasonRow> reasonRows();

} // namespace stationer::prediction
