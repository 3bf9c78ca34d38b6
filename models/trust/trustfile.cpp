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
#include <QTemporaryFile>
#include <QThread>

#include <chrono>

#ifdef Q_OS_UNIX
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>
#endif

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

#ifdef Q_OS_UNIX

/// A file or folder for the system's own calls.
class Handle {
public:
    explicit Handle(const QString& path) : m_handle(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC)) {}
    ~Handle()
    {
        if (m_handle >= 0)
            close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Handle)

    bool isOnDisk() const { return m_handle >= 0 && fsync(m_handle) == 0; }
    /// Lets the disk begin, so that who waits for the last file waits for few of the others.
    void begin() const
    {
#ifdef Q_OS_LINUX
        if (m_handle >= 0)
            sync_file_range(m_handle, 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
    }

private:
    int m_handle;
};

/// A file beside the one it becomes.
struct Draft {
    QString path;
    std::optional<TrustFileFault> fault;
};

Draft draftOf(const TrustFileText& text)
{
    QTemporaryFile file(text.path + u".XXXXXX"_s); // made with mode 0600
    file.setAutoRemove(false);
    if (!file.open())
        return {{}, cannotWrite(text.path, file.errorString())};
    if (file.write(text.bytes) == text.bytes.size() && file.flush())
        return {file.fileName(), {}};
    const Draft draft{{}, cannotWrite(text.path, file.errorString())};
    file.remove();
    return draft;
}

bool becomes(const Draft& draft, const QString& path)
{
    return Handle(draft.path).isOnDisk() && !QFile::exists(path) &&
           std::rename(QFile::encodeName(draft.path).constData(), QFile::encodeName(path).constData()) == 0;
}

#endif

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

QList<std::optional<TrustFileFault>> writeTrustFiles(const QList<TrustFileText>& files)
{
    QList<std::optional<TrustFileFault>> faults;
#ifdef Q_OS_UNIX
    QList<Draft> drafts;
    for (const TrustFileText& file : files) {
        drafts << draftOf(file);
        if (!drafts.last().fault)
            Handle(drafts.last().path).begin();
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        Draft& draft = drafts[i];
        if (!draft.fault && !becomes(draft, files[i].path)) {
            draft.fault = cannotWrite(files[i].path);
            QFile::remove(draft.path);
        }
        faults << draft.fault;
    }
    if (!files.isEmpty())
        Handle(QFileInfo(files.first().path).path()).isOnDisk(); // the names as well, where the system knows how
#else
    for (const TrustFileText& file : files)
        faults << writeTrustFile(file.path, file.bytes);
#endif
    return faults;
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
