#pragma once

#include "station/tree.h"

namespace stationer {

/// The XML of a tree in one pass: what no edit touched is copied as it stands in the file.
QByteArray writeXml(const Tree& tree);
/// The same in pieces; those of the file's bytes that are not shorter point into the index.
QList<QByteArray> writeXmlPieces(const Tree& tree, qsizetype shortest = 4096);
/// One element with what is in it, without its indentation and its line end.
QByteArray writeXml(const Tree& tree, Node node);
/// An element's XML with its lines moved: where one begins with `from`, outside of tags and comments, it begins with `to`.
QByteArray reindented(QByteArrayView xml, QByteArrayView from, QByteArrayView to);

} // namespace stationer
