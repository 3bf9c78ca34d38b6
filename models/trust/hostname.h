#pragma once

#include "trust/certificatefacts.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace stationer {

/// A host in the form that hosts are compared in: lower-case A-labels without a trailing dot, an IP address in its
/// shortest form without brackets. Nothing for what can be no host: empty, with spaces, controls, CR, LF or NUL.
std::optional<QString> normalisedHost(QStringView typed);
bool isIpAddress(QStringView normalisedHost);

/// RFC 9525: SAN only, never the common name; a wildcard is the whole leftmost label, stands for one label, and is
/// never right above a public suffix; an IP address matches an iPAddress only.
bool matches(const CertificateFacts& certificate, const QString& normalisedHost);

} // namespace stationer
