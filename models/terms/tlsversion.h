#pragma once

namespace stationer {

/// The TLS versions a station's tlsMinProtocol can name.
enum class TlsVersion { Tls10, Tls11, Tls12, Tls13 };

} // namespace stationer
