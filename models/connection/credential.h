#pragma once

namespace stationer {

/// What a test signs in with.
enum class Credential { Password, Token, ClientCertificate };

} // namespace stationer
