#pragma once

#include "trust/judge.h"

namespace stationer {

/// The certificate whose end ends the whole: the first to end of the path that was built, or else of what was sent; nullptr
/// where none was met, or one has no end.
const CertificateFacts* firstToEnd(const Judgement& judgement);

} // namespace stationer
