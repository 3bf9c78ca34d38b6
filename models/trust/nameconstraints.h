#pragma once

#include "trust/openssl.h"

#include <QString>

#include <vector>

namespace stationer {

/// Whether the CAs of a path, leaf first, leave this host to the leaf. OpenSSL compares their name constraints with the
/// names as they stand in the leaf, so that `*.example.com` slips past an exclusion of `mail.example.com`.
bool isPermitted(const std::vector<Owned<X509>>& path, const QString& normalisedHost);

} // namespace stationer
