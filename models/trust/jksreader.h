#pragma once

#include "trust/javakeystore.h"

namespace stationer {

/// JKS or JCEKS by the first four bytes; nothing for what is neither.
std::optional<KeyStoreKind> jksKindOf(QByteArrayView bytes);
/// Such a store, as sun.security.provider.JavaKeyStore writes it. Nothing in it is sealed but the keys: the password is for
/// the check sum.
Result<KeyStoreContents, KeyStoreFault> readJks(QByteArrayView bytes, const std::optional<Secret>& password);

} // namespace stationer
