#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace stationer {

/// The one JSON object in these bytes, not nested deeper than anything that is read here is; nothing for all else.
std::optional<QJsonObject> jsonObject(const QByteArray& bytes);

/// base64url without padding (RFC 7515, section 2).
QByteArray base64Url(const QByteArray& bytes);
/// What was written so; nothing where it was not.
std::optional<QByteArray> fromBase64Url(const QByteArray& text);

} // namespace stationer
