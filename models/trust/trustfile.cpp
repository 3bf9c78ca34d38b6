#include "trust/trustfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QStorageInfo>
#include <QTemporaryFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions FolderMode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions FileMode = QFile::ReadOwner | QFile::WriteOwner;

using Kind = TrustFileFault::Kind;

TrustFileFault cannotWrite(const QString& path, const QString& otherwise = {})
{
    const QString obstacle = obstacleAt(path);
    return {Kind::CannotWrite, path, {}, obstacle.isEmpty() ? otherwise : obstacle};
}

TrustFileFault cannotRead(const QString& path, const QString& why = {})
{
    return {Kind::CannotRead, path, {}, why};
}

QString noPlainFile()
{
    return QCoreApplication::translate("trust", "it is not a plain file");
}

// What neither keeps an owner nor a mode shows the same ones for every file.
bool hasModes(const QString& path)
{
    static const QSet<QByteArray> without{"vfat", "msdos", "exfat", "ntfs",   "ntfs3", "fuseblk", "cifs",
                                          "smb3", "smbfs", "9p",    "vboxsf", "drvfs", "prl_fs"};
    return !without.contains(QStorageInfo(path).fileSystemType());
}

#ifdef Q_OS_UNIX

/// A file or folder as it was opened, for the system's own calls. Never what a link leads to.
class Handle {
public:
    explicit Handle(const QString& path)
        : m_path(path),
          m_handle(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)),
          m_error(errno)
    {
        m_isKnown = m_handle >= 0 && fstat(m_handle, &m_status) == 0;
    }
    ~Handle()
    {
        if (m_handle >= 0)
            close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Handle)

    int number() const { return m_handle; }
    bool isFolder() const { return m_isKnown && S_ISDIR(m_status.st_mode); }
    bool isFile() const { return m_isKnown && S_ISREG(m_status.st_mode); }
    bool isAbsent() const { return m_handle < 0 && m_error == ENOENT; }

    /// Why it is not used, whatever is in it.
    std::optional<TrustFileFault> fault() const
    {
        if (m_handle < 0 && m_error == ELOOP)
            return TrustFileFault{Kind::Link, m_path, {}, {}};
        if (!m_isKnown)
            return cannotRead(m_path, QString::fromLocal8Bit(strerror(m_error)));
        if (isForeign())
            return TrustFileFault{Kind::AnotherOwner, m_path, {}, {}};
        if ((m_status.st_mode & (S_IWGRP | S_IWOTH)) != 0 && hasModes(m_path))
            return TrustFileFault{Kind::WritableByOthers, m_path, {}, {}};
        return std::nullopt;
    }
    /// Nobody else may read or write it any more; what is somebody else's stays as it is.
    std::optional<TrustFileFault> narrow(mode_t mode) const
    {
        const std::optional<TrustFileFault> found = fault();
        if (found && found->kind != Kind::WritableByOthers)
            return found;
        if ((m_status.st_mode & 07777) != mode && fchmod(m_handle, mode) != 0 && found)
            return found;
        return std::nullopt;
    }

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
    bool isForeign() const
    {
        return m_status.st_uid != geteuid() && m_status.st_uid != 0 && hasModes(m_path);
    }

    QString m_path;
    int m_handle;
    int m_error;
    bool m_isKnown = false;
    struct stat m_status = {};
};

constexpr auto Unfinished = ".unfinished"_L1;

/// The drafts of programs that were ended as they wrote. After an hour nobody is still at them.
void removeLeftovers(const QString& folder)
{
    constexpr qint64 hour = 3600;
    for (const QFileInfo& each : QDir(folder).entryInfoList({u"*.??????"_s + Unfinished}, QDir::Files | QDir::Hidden)) {
        if (each.lastModified().secsTo(QDateTime::currentDateTime()) >= hour)
            QFile::remove(each.filePath());
    }
}

/// A file beside the one it becomes.
struct Draft {
    QString path;
    std::optional<TrustFileFault> fault;
};

Draft draftOf(const TrustFileText& text)
{
    QTemporaryFile file(text.path + u".XXXXXX"_s + Unfinished); // made with mode 0600
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
    return Handle(draft.path).isOnDisk() &&
           std::rename(QFile::encodeName(draft.path).constData(), QFile::encodeName(path).constData()) == 0;
}

#endif

bool isLink(const QString& path)
{
    return QFileInfo(path).isSymLink();
}

Result<QByteArray, TrustFileFault> readToItsEnd(QFile& file, const QString& path, qint64 largest)
{
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFile::NoError)
        return cannotRead(path, file.errorString());
    if (bytes.size() > largest)
        return TrustFileFault{Kind::Damaged, path, {}, {}};
    return bytes;
}

} // namespace

#ifdef Q_OS_UNIX

std::optional<TrustFileFault> trustFolderFault(const QString& folder)
{
    const Handle handle(folder);
    if (handle.isAbsent())
        return std::nullopt;
    if (const auto fault = handle.fault())
        return fault->kind == Kind::CannotRead ? cannotRead(folder) : *fault;
    if (!handle.isFolder() || access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0)
        return cannotRead(folder);
    return std::nullopt;
}

Result<QByteArray, TrustFileFault> readTrustFile(const QString& path, qint64 largest)
{
    const Handle handle(path);
    if (handle.number() >= 0 && !handle.isFile())
        return cannotRead(path, noPlainFile());
    if (const auto fault = handle.fault())
        return *fault;
    QFile file;
    if (!file.open(handle.number(), QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(path, file.errorString());
    return readToItsEnd(file, path, largest);
}

std::optional<TrustFileFault> closeTrustFolder(const QString& folder)
{
    const Handle handle(folder);
    return handle.number() >= 0 && !handle.isFolder() ? cannotRead(folder) : handle.narrow(S_IRWXU);
}

std::optional<TrustFileFault> closeTrustFile(const QString& path)
{
    const Handle handle(path);
    return handle.number() >= 0 && !handle.isFile() ? cannotRead(path, noPlainFile()) : handle.narrow(S_IRUSR | S_IWUSR);
}

#else

std::optional<TrustFileFault> trustFolderFault(const QString& folder)
{
    const QFileInfo info(folder);
    if (isLink(folder))
        return TrustFileFault{Kind::Link, folder, {}, {}};
    return info.exists() && !(info.isDir() && info.isReadable()) ? std::optional(cannotRead(folder)) : std::nullopt;
}

Result<QByteArray, TrustFileFault> readTrustFile(const QString& path, qint64 largest)
{
    if (isLink(path))
        return TrustFileFault{Kind::Link, path, {}, {}};
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return cannotRead(path, noPlainFile());
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file.errorString());
    return readToItsEnd(file, path, largest);
}

std::optional<TrustFileFault> closeTrustFolder(const QString& folder)
{
    return trustFolderFault(folder);
}

std::optional<TrustFileFault> closeTrustFile(const QString& path)
{
    return isLink(path) ? std::optional(TrustFileFault{Kind::Link, path, {}, {}}) : std::nullopt;
}

#endif

std::optional<TrustFileFault> makeTrustFolder(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.exists() && !isLink(folder) &&
        !(QDir().mkpath(QFileInfo(dir.absolutePath()).path()) && QDir().mkdir(dir.absolutePath(), FolderMode)) &&
        !dir.exists())
        return cannotWrite(folder);
    // One that is there may be readable by others; one that they may write in is not made to look proper.
    const auto fault = trustFolderFault(folder);
    return fault ? fault : closeTrustFolder(folder);
}

std::optional<TrustFileFault> writeTrustFile(const QString& path, const QByteArray& bytes)
{
    if (isLink(path))
        return TrustFileFault{Kind::Link, path, {}, {}};
#ifdef Q_OS_UNIX
    removeLeftovers(QFileInfo(path).path());
    Draft draft = draftOf({path, bytes});
    if (!draft.fault && !becomes(draft, path)) {
        draft.fault = cannotWrite(path);
        QFile::remove(draft.path);
    }
    Handle(QFileInfo(path).path()).isOnDisk(); // the name as well, where the system knows how
    return draft.fault;
#else
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    file.setPermissions(FileMode);
    if (file.write(bytes) != bytes.size() || !file.commit()) // commit flushes to the disk before it renames
        return cannotWrite(path, file.errorString());
    return std::nullopt;
#endif
}

QList<std::optional<TrustFileFault>> writeTrustFiles(const QList<TrustFileText>& files)
{
    QList<std::optional<TrustFileFault>> faults;
#ifdef Q_OS_UNIX
    if (!files.isEmpty())
        removeLeftovers(QFileInfo(files.first().path).path());
    QList<Draft> drafts;
    for (const TrustFileText& file : files) {
        drafts << draftOf(file);
        if (!drafts.last().fault)
            Handle(drafts.last().path).begin();
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        Draft& draft = drafts[i];
        if (!draft.fault && (QFileInfo::exists(files[i].path) || isLink(files[i].path) || !becomes(draft, files[i].path))) {
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
