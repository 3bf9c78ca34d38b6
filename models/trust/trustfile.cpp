#include "trust/trustfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <chrono>

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QFile::Permissions FolderMode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr std::chrono::milliseconds LongestWaitForLock = 2s;
constexpr QFile::Permissions FileMode = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

bool isBarred(const QString& folder)
{
    const QFileInfo info(folder);
    return info.exists() && !(info.isDir() && info.isReadable() && info.isExecutable());
}

std::optional<TrustFileFault> makeTrustFolder(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.exists() &&
        !(QDir().mkpath(QFileInfo(dir.absolutePath()).path()) && QDir().mkdir(dir.absolutePath(), FolderMode)) &&
        !dir.exists())
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, folder, {}, {}};
    // One that is there may be wider; on file systems without modes this changes nothing, and that is no fault.
    QFile::setPermissions(folder, FolderMode);
    return std::nullopt;
}

std::optional<TrustFileFault> writeTrustFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path, {}, file.errorString()};
    file.setPermissions(FileMode);
    if (file.write(bytes) != bytes.size() || !file.commit()) // commit flushes to the disk before it renames
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path, {}, file.errorString()};
    return std::nullopt;
}

TrustLock::TrustLock(const QString& path) : m_file(path), m_isHeld(m_file.tryLock(int(LongestWaitForLock.count()))) {}

std::optional<QString> setAside(const QString& path)
{
    const QString stem = path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = stem;
    for (int i = 2; QFile::exists(name); ++i)
        name = stem + u'-' + QString::number(i);
    if (!QFile::rename(path, name))
        return std::nullopt;
    return name;
}

} // namespace stationer
