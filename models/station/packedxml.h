#pragma once

#include <QByteArray>

#include <optional>

namespace stationer {

/// A station's XML as small as it gets, as a `.bog` has it: a zip with the one entry `file.xml`. Empty where there is no
/// room for it.
QByteArray packedXml(const QByteArray& xml);
/// Nothing where the bytes are no such zip, or more than `largest` would come of them.
std::optional<QByteArray> unpackedXml(const QByteArray& packed, qsizetype largest);

} // namespace stationer
