#pragma once

#include "station/fault.h"
#include "station/index.h"
#include "station/readingprogress.h"
#include "terms/result.h"

namespace stationer {

/// The largest XML that is opened, and the deepest nesting of slots.
inline constexpr qsizetype largestXml = qsizetype(1) << 30;
inline constexpr qsizetype deepestNesting = 1000;

/// Reads the XML once, refuses what is not a station file, and notes where every element is.
Result<std::shared_ptr<const Index>, OpenFault> readIndex(QByteArray xml, ReadingProgress* progress = nullptr);

} // namespace stationer
