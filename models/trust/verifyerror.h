#pragma once

#include "trust/trusterror.h"

#include <optional>

namespace stationer {

/// What one of OpenSSL's X509_V_ERR codes says in the words of trusterror.h. A code does not know which certificate it is
/// about, so none is waived here. The two about dates say nothing: the dates are compared in verifyChain(), as OpenSSL skips
/// some certificates of an incomplete chain and ends a validity one second early (RFC 5280, 4.1.2.5: through notAfter,
/// inclusive).
std::optional<TrustError> meaningOf(int code);

} // namespace stationer
