#include "trust/trustfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStorageInfo>
#include <QThread>

#include <chrono>

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QFile::Permissions FolderMode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr std::chrono::milliseconds LongestWaitForLock = 2s;
constexpr std::chrono::milliseconds ShortestPause = 2ms, LongestPause = 12ms;
constexpr QFile::Permissions FileMode = QFile::ReadOwner | QFile::WriteOwner;

/// What keeps everybody from writing there, for people; empty where it is something else.
QString obstacleAt(const QString& path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    while (!folder.exists() && folder.absolutePath() != folder.rootPath())
        folder.setPath(QFileInfo(folder.absolutePath()).path());
    const QStorageInfo disk(folder);
    if (!disk.isValid())
        return {};
    if (disk.isReadOnly())
        return QCoreApplication::translate("trust", "the disk is read-only");
    if (disk.bytesAvailable() == 0)
        return QCoreApplication::translate("trust", "the disk is full");
    return {};
}

TrustFileFault cannotWrite(const QString& path, const QString& otherwise = {})
{
    const QString obstacle = obstacleAt(path);
    return {TrustFileFault::Kind::CannotWrite, path, {}, obstacle.isEmpty() ? otherwise : obstacle};
}

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
        return cannotWrite(folder);
    // One that is there may be wider; on file systems without modes this changes nothing, and that is no fault.
    QFile::setPermissions(folder, FolderMode);
    return std::nullopt;
}

std::optional<TrustFileFault> writeTrustFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    file.setPermissions(FileMode);
    if (file.write(bytes) != bytes.size() || !file.commit()) // commit flushes to the disk before it renames
        return cannotWrite(path, file.errorString());
    return std::nullopt;
}

std::optional<TrustFileFault> removeTrustFile(const QString& path)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return std::nullopt;
    return cannotWrite(path, file.errorString());
}

Result<QByteArray, TrustFileFault> readTrustFile(const QString& path, qint64 largest)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return TrustFileFault{
            TrustFileFault::Kind::CannotRead, path, {}, QCoreApplication::translate("trust", "it is not a plain file")};
    if (!file.open(QIODevice::ReadOnly))
        return TrustFileFault{TrustFileFault::Kind::CannotRead, path, {}, file.errorString()};
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFile::NoError)
        return TrustFileFault{TrustFileFault::Kind::CannotRead, path, {}, file.errorString()};
    if (bytes.size() > largest)
        return TrustFileFault{TrustFileFault::Kind::Damaged, path, {}, {}};
    return bytes;
}

TrustLock::TrustLock(const QString& path) : m_path(path), m_file(path)
{
    // Waited for here in short steps: QLockFile sleeps ever longer between two tries, and who writes often would keep the
    // others out.
    const QDeadlineTimer deadline(LongestWaitForLock);
    for (;;) {
        m_isHeld = m_file.tryLock(0);
        if (m_isHeld || m_file.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return;
        QThread::msleep(QRandomGenerator::global()->bounded(quint32(ShortestPause.count()), quint32(LongestPause.count())));
    }
}

QString TrustLock::whyNot() const
{
    if (m_file.error() == QLockFile::LockFailedError)
        return QCoreApplication::translate("trust", "another program is writing it");
    return obstacleAt(m_path);
}

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
