#pragma once

#include "station/fault.h"
#include "station/readingprogress.h"
#include "terms/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

namespace stationer {

/// The zip around a station's XML, in memory; and the zip of a backup, of which the station's file alone is read.
namespace archive {

bool isZip(const QByteArray& bytes);
/// The bytes of the entry `file.xml`, at most `limit` of them and in proportion to its size in the archive, whatever that
/// claims.
Result<QByteArray, OpenFault> xml(const QByteArray& zip, qsizetype limit, ReadingProgress& progress);
/// The archive with that entry's bytes replaced; other entries, their order and the compression stay.
Result<QByteArray, SaveFault> withXml(const QByteArray& zip, const QByteArray& xml);

/// The station's file in a backup, which has a whole station folder in it: `stations/acme/config.bog`.
struct StationFileIn {
    QString entry;
    QByteArray bytes;
    qsizetype unfoldable = 0; ///< no more may come of it, should it be a zip itself
};
/// The file of the one station in a zip, of several the one named; of the rest the directory is read and no byte. Nothing
/// where the zip is itself a station file.
Result<std::optional<StationFileIn>, OpenFault> stationFileIn(QIODevice& zip, const QString& entry, qsizetype limit,
                                                              ReadingProgress& progress);

} // namespace archive

} // namespace stationer
