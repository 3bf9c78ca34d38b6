#pragma once

#include "trust/trusterror.h"

#include <openssl/x509.h>

#include <variant>

namespace stationer {

struct Remark {};  ///< only strict RFC 5280 checking minds
struct Ignored {}; ///< says nothing that another finding does not say, or is judged here
using Meaning = std::variant<TrustError, Remark, Ignored>;

/// What one of OpenSSL's X509_V_ERR codes about a certificate says in the words of trusterror.h.
Meaning meaningOf(int code, X509* certificate);

} // namespace stationer
