#pragma once

#include "trust/exemption.h"

#include <optional>

namespace stationer {

/// One row that two programs changed at the same time: `mine` as this one wants it, made from `base`, and `theirs` as it
/// stands in the file now. Field by field, what was changed here counts, else what the other one wrote:
///   the answer     approval, scope, binding, errors, expires and the certificate it is about, which go together
///   created        the earlier one of the same certificate
///   lastUsed       the later one of the same certificate
///   note, verifiedChain   each by itself
AllowedHost mergedHost(const std::optional<AllowedHost>& base, const AllowedHost& theirs, const AllowedHost& mine);

} // namespace stationer
