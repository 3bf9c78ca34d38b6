#pragma once

#include <QByteArray>

#include <optional>

namespace stationer {

/// What people paste and save as it is meant: UTF-16 becomes UTF-8, the quote marks of a mail and the written-out line
/// breaks of a JSON or YAML string go from PEM. Bytes that are no such text come back as they are.
QByteArray asPemText(const QByteArray& bytes);
/// The bytes behind base64 without any armour, as web pages show certificates; nothing where it is something else.
std::optional<QByteArray> bareBase64(const QByteArray& text);

} // namespace stationer
