#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace stationer {

/// A name or password as SCRAM hashes it (SASLprep, RFC 4013): UTF-8 in form KC; nothing where it has a prohibited character
/// or mixes directions of writing against RFC 3454. Unassigned characters are let through, as for a query.
std::optional<QByteArray> saslPrepared(const QString& text);

} // namespace stationer
