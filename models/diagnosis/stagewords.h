#pragma once

#include "connection/outcome.h"
#include "connection/stagelabel.h"

#include <QString>

namespace stationer {

// Stages and outcomes in a few words, translated; the sentences are the diagnosis'. Raw names are nameOf()'s.

QString labelOf(StageStatus status); ///< «passed»
QString labelOf(Outcome outcome);    ///< «wrong security mode»
/// A record's detail for people: what the engine put there by name is put into words, the rest stays.
QString shownDetail(const StageRecord& record);

/// `3 ms`, `0.4 ms`, `2.1 s`.
QString shownDuration(std::chrono::nanoseconds duration);

} // namespace stationer
