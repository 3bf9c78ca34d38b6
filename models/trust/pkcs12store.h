#pragma once

#include "trust/javakeystore.h"

namespace stationer {

/// The trusted entries of a PKCS#12 as Java sees them: certificates alone that carry Java's own attribute for them. Without
/// its password a store that is sealed is locked, never empty.
Result<KeyStoreContents, KeyStoreFault> readPkcs12Store(QByteArrayView der, const std::optional<Secret>& password);

} // namespace stationer
