#pragma once

#include "station/container.h"
#include "terms/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace stationer {

/// Whole files, read and replaced. The one place of this room that speaks to the operating system itself.
namespace diskfile {

struct Opened {
    std::unique_ptr<QFile> file; ///< to read, at its beginning
    FileStamp stamp;
};
/// Opens a regular file and nothing else, so that a pipe or a device cannot hold the program up.
Result<Opened, OpenFault> open(const QString& path);
/// All of it, from its beginning.
Result<QByteArray, OpenFault> contents(QFile& file, qint64 limit, ReadingProgress& progress);

/// What becomes of the file that is replaced.
enum class Former {
    Dropped,
    LinkedAsBackup, ///< `NAME.bak` is the replaced file itself, or a copy where there are no hard links
};
/// Writes a file, made of these pieces, so that at any moment the old or the new one is there, whole; mode and owner stay, a
/// symbolic link is followed. `backup`, if given, is what `NAME.bak` shall hold. The answer is why it could not be done, or
/// nothing.
std::optional<SaveFault> replace(const QString& path, const QList<QByteArray>& pieces, Former former,
                                 const std::optional<QByteArray>& backup = {});

/// Flushes what was written to an open file to the disk; false where it could not be.
bool flush(QFile& file);
/// Lets one file take the place of another in the same folder, in one step.
bool takePlace(const QString& path, const QString& of);

} // namespace diskfile

} // namespace stationer
