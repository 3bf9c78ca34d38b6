#pragma once

#include <QByteArray>

#include <functional>

namespace stationer {

/// Gives a new tag for each IMAP command (RFC 3501, section 2.2.1). Written conversations have their own.
using TagSource = std::function<QByteArray()>;

/// A tag that no server can answer before it has read the command: eight random letters.
QByteArray randomTag();

} // namespace stationer
