#pragma once

#include "terms/result.h"
#include "trust/trustfilefault.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace stationer {

/// Why nothing in a folder is used: it cannot be looked into (a file in it is out of sight then, not absent), it is a link,
/// it belongs to somebody else than this user or root, or others may write in it. Where the file system has no owners and
/// modes, neither counts. A folder that is not there has no fault.
std::optional<TrustFileFault> trustFolderFault(const QString& folder);

/// The whole file, looked at as it was opened: CannotRead for what is no plain file (a device or a pipe would never end) or
/// cannot be read to its end, Damaged for more than `largest` bytes, which no file of ours has, and what trustFolderFault()
/// answers for links, owners and modes.
Result<QByteArray, TrustFileFault> readTrustFile(const QString& path, qint64 largest);

/// Trust files as they are written: a folder for the owner alone (0700), files 0600, whole or not at all, on the disk when
/// the call returns. Nothing is written or made narrower through a link, nor in a folder that has a fault.
std::optional<TrustFileFault> makeTrustFolder(const QString& folder);
std::optional<TrustFileFault> writeTrustFile(const QString& path, const QByteArray& bytes);
/// Makes what is there the owner's alone; a link and what belongs to somebody else is answered and left.
std::optional<TrustFileFault> closeTrustFolder(const QString& folder);
std::optional<TrustFileFault> closeTrustFile(const QString& path);
/// Many new files of one folder, each whole or not at all, and never over one that is there; all are on the disk when the
/// call returns. The disk works on all of them at once, where the system lets it. Answers for each why it was not written.
/// Safe on any thread.
struct TrustFileText {
    QString path;
    QByteArray bytes;
};
QList<std::optional<TrustFileFault>> writeTrustFiles(const QList<TrustFileText>& files);
/// One that is gone already is no fault.
std::optional<TrustFileFault> removeTrustFile(const QString& path);

/// Gives a damaged file another name beside it, which is returned; nothing where that fails.
std::optional<QString> setAside(const QString& path);

} // namespace stationer
