#pragma once

#include "trust/certificatefacts.h"

#include <QByteArray>

#include <optional>

namespace stationer {

/// The certificates of a PEM text as they stand, the first one the server's. Unlike an import this keeps what is no
/// certificate inside its armour: that is for the judge to find malformed. Nothing where there is no armour, or one is not
/// base64.
std::optional<CertificateChain> chainOfPem(const QByteArray& pem);

} // namespace stationer
