#pragma once

#include "station/fault.h"
#include "station/readingprogress.h"
#include "terms/result.h"

#include <QByteArray>

namespace stationer {

/// The zip around a station's XML, in memory.
namespace archive {

bool isZip(const QByteArray& bytes);
/// The bytes of the entry `file.xml`, at most `limit` of them and in proportion to its size in the archive, whatever that claims.
Result<QByteArray, OpenFault> xml(const QByteArray& zip, qsizetype limit, ReadingProgress& progress);
/// The archive with that entry's bytes replaced; other entries, their order and the compression stay.
Result<QByteArray, SaveFault> withXml(const QByteArray& zip, const QByteArray& xml);

} // namespace archive

} // namespace stationer
