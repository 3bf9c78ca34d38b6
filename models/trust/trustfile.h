#pragma once

#include "terms/result.h"
#include "trust/allowedhosts.h"

#include <QByteArray>
#include <QLockFile>
#include <QString>

#include <optional>

namespace stationer {

/// Whether something stands there that cannot be looked into: then a file in it is out of sight, not absent.
bool isBarred(const QString& folder);

/// The whole file. CannotRead for what is no plain file (a device or a pipe would never end) or cannot be read to its end, and
/// Damaged for more than `largest` bytes, which no file of ours has.
Result<QByteArray, TrustFileFault> readTrustFile(const QString& path, qint64 largest);

/// Trust files as they are written: a folder for the owner alone (0700), files 0600, whole or not at all, on the disk when
/// the call returns.
std::optional<TrustFileFault> makeTrustFolder(const QString& folder);
std::optional<TrustFileFault> writeTrustFile(const QString& path, const QByteArray& bytes);
/// Many new files of one folder, each whole or not at all, and never over one that is there; all are on the disk when the call
/// returns. The disk works on all of them at once, where the system lets it. Answers for each why it was not written. Safe on any
/// thread.
struct TrustFileText {
    QString path;
    QByteArray bytes;
};
QList<std::optional<TrustFileFault>> writeTrustFiles(const QList<TrustFileText>& files);
/// One that is gone already is no fault.
std::optional<TrustFileFault> removeTrustFile(const QString& path);

/// Keeps other programs from writing while it lives; waits two seconds for them at most. Readers need no lock: files are
/// replaced whole.
class TrustLock {
public:
    explicit TrustLock(const QString& path);
    bool isHeld() const { return m_isHeld; }
    QString whyNot() const; ///< for people, where it is not held

private:
    QString m_path;
    QLockFile m_file;
    bool m_isHeld = false;
};

/// Gives a damaged file another name beside it, which is returned; nothing where that fails.
std::optional<QString> setAside(const QString& path);

} // namespace stationer
