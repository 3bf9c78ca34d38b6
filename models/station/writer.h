#pragma once

#include "station/tree.h"

namespace stationer {

/// The XML of a tree in one pass: what no edit touched is copied as it stands in the file.
QByteArray writeXml(const Tree& tree);
/// The same in pieces; long ones point into the index.
QList<QByteArray> writeXmlPieces(const Tree& tree);

} // namespace stationer
