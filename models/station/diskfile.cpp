// POSIX: what Qt has no words for (O_EXCL beside the target, fchown, fsync of a folder, hard links) is said here and only
// here. Elsewhere QSaveFile does what it can.

#include "station/diskfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

#include <system_error>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// After each of these somebody may have given up: a slow network folder has sent one in less than a second.
constexpr qsizetype diskPiece = qsizetype(256) * 1024;

} // namespace

#ifdef Q_OS_UNIX

namespace {

QString words(int error)
{
    return QString::fromStdString(std::generic_category().message(error));
}

SaveFault notWritten(int error)
{
    return {SaveFault::Kind::CannotWrite, words(error), error == EACCES || error == EPERM || error == EROFS};
}

QByteArray native(const QString& path)
{
    return QFile::encodeName(path);
}

FileStamp stampOf(const struct stat& status)
{
#ifdef Q_OS_DARWIN
    const timespec& time = status.st_mtimespec;
#else
    const timespec& time = status.st_mtim;
#endif
    return {qint64(status.st_size),
            QDateTime::fromMSecsSinceEpoch(qint64(time.tv_sec) * 1000 + time.tv_nsec / 1000000, Qt::UTC),
            int(time.tv_nsec % 1000000), quint64(status.st_ino)};
}

/// An open file that is closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

constexpr auto unfinished = ".saving"_L1;

/// What is before the random part in the names of files that are to take the target's place.
QString nameBeside(const QString& target)
{
    const QFileInfo info(target);
    return u"%1/.%2."_s.arg(info.path(), info.fileName().left(60));
}

QString backupBeside(const QString& temporary)
{
    return temporary + u'~';
}

/// What a program left there that was ended as it wrote. After an hour nobody is still at it.
void removeLeftovers(const QString& target)
{
    constexpr qint64 hour = 3600;
    const QString begin = nameBeside(target);
    const QDir folder(QFileInfo(target).path());
    for (const QFileInfo& each : folder.entryInfoList({u".*"_s + unfinished}, QDir::Files | QDir::Hidden)) {
        if (!each.filePath().startsWith(begin) || each.lastModified().secsTo(QDateTime::currentDateTime()) < hour)
            continue;
        ::unlink(native(backupBeside(each.filePath())).constData());
        ::unlink(native(each.filePath()).constData());
    }
}

/// A file that is removed again unless it takes another's place.
class Temporary {
public:
    /// Under a name that nobody else will think of.
    explicit Temporary(const QString& target)
        : Temporary(target, nameBeside(target) + QString::number(QRandomGenerator::system()->generate64(), 36) + unfinished)
    {
    }
    Temporary(const QString& target, const QString& path) : m_target(native(target)), m_name(path), m_path(native(path)) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() { ::unlink(m_path.constData()); }

    const QString& name() const { return m_name; }
    const char* path() const { return m_path.constData(); }
    /// Creates it with these bytes, flushed to disk; like the file `like` that `model` is of, if there is one. The answer is
    /// an errno, or 0.
    int write(const QList<QByteArray>& pieces, const struct stat* model, const QString& like) const;
    int takePlace() const { return ::rename(m_path.constData(), m_target.constData()) == 0 ? 0 : errno; }

private:
    QByteArray m_target;
    QString m_name;
    QByteArray m_path;
};

/// Access lists, labels and what else stands beside a file, as far as the file system and our rights go. It comes after the
/// mode, which would narrow an access list.
void copyAttributes(const QByteArray& from, int to)
{
#ifdef Q_OS_LINUX
    const ssize_t room = ::listxattr(from.constData(), nullptr, 0);
    if (room <= 0)
        return;
    QByteArray names(room, '\0');
    names.truncate(std::max<ssize_t>(::listxattr(from.constData(), names.data(), size_t(names.size())), 0));
    for (const QByteArray& name : names.split('\0')) {
        const ssize_t size = name.isEmpty() ? -1 : ::getxattr(from.constData(), name.constData(), nullptr, 0);
        if (size < 0)
            continue;
        QByteArray value(size, '\0');
        if (::getxattr(from.constData(), name.constData(), value.data(), size_t(size)) == size)
            (void)::fsetxattr(to, name.constData(), value.constData(), size_t(size), 0);
    }
#else
    Q_UNUSED(from)
    Q_UNUSED(to)
#endif
}

int Temporary::write(const QList<QByteArray>& pieces, const struct stat* model, const QString& like) const
{
    Descriptor file(::open(path(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, model ? 0600 : 0666));
    if (!file.isOpen())
        return errno;
    if (model) {
        // The owner stays where we may say so; else at least the group.
        if (::fchown(file.number(), model->st_uid, model->st_gid) != 0 &&
            (errno == EIO || (::fchown(file.number(), uid_t(-1), model->st_gid) != 0 && errno == EIO)))
            return errno;
        if (::fchmod(file.number(), model->st_mode & 07777) != 0)
            return errno;
        copyAttributes(native(like), file.number());
    }
    for (const QByteArray& bytes : pieces) {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t written = ::write(file.number(), bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
            if (written < 0 && errno != EINTR)
                return errno;
            at += std::max<ssize_t>(written, 0);
        }
    }
    if (::fsync(file.number()) != 0)
        return errno;
    return file.close() ? 0 : errno;
}

/// Where writing to `path` ends up: behind symbolic links, also one whose end is not there yet.
QString followed(QString path)
{
    for (int links = 0; links < 40; ++links) {
        const QFileInfo info(path);
        if (!info.isSymLink())
            break;
        path = QDir::isAbsolutePath(info.symLinkTarget()) ? info.symLinkTarget() : info.dir().filePath(info.symLinkTarget());
    }
    return path;
}

int keepAsBackup(const QString& target, const struct stat& status, const std::optional<QByteArray>& backup,
                 const QString& temporary)
{
    const Temporary copy(target + u".bak"_s, backupBeside(temporary));
    if (backup) {
        if (const int error = copy.write({*backup}, &status, target))
            return error;
    } else if (::link(native(target).constData(), copy.path()) != 0) {
        ReadingProgress alone;
        const auto opened = diskfile::open(target);
        const auto bytes = opened ? diskfile::contents(*opened.value().file, status.st_size, alone) : opened.error();
        if (!bytes)
            return EIO;
        if (const int error = copy.write({bytes.value()}, &status, target))
            return error;
    }
    return copy.takePlace();
}

void flushFolder(const QString& target)
{
    const Descriptor folder(::open(native(QFileInfo(target).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.number());
}

} // namespace

FileStamp FileStamp::of(const QString& path)
{
    struct stat status = {};
    return ::stat(native(path).constData(), &status) == 0 ? stampOf(status) : FileStamp();
}

Result<diskfile::Opened, OpenFault> diskfile::open(const QString& path)
{
    const auto fault = [](int error) { return OpenFault{OpenFault::Kind::CannotRead, 0, 0, words(error)}; };
    const int number = ::open(native(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (number < 0)
        return fault(errno);
    Opened opened{std::make_unique<QFile>(), {}};
    struct stat status = {};
    if (::fstat(number, &status) != 0 || !S_ISREG(status.st_mode)) {
        const int error = S_ISDIR(status.st_mode) ? EISDIR : S_ISREG(status.st_mode) ? errno : EINVAL;
        ::close(number);
        return fault(error);
    }
    opened.stamp = stampOf(status);
    opened.file->open(number, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    return opened;
}

std::optional<SaveFault> diskfile::replace(const QString& path, const QList<QByteArray>& pieces, Former former,
                                           const std::optional<QByteArray>& backup)
{
    const QString target = followed(path);
    struct stat status = {};
    const bool isThere = ::stat(native(target).constData(), &status) == 0;
    if (isThere && !S_ISREG(status.st_mode))
        return notWritten(S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    if (isThere && ::access(native(target).constData(), W_OK) != 0)
        return notWritten(errno);
    removeLeftovers(target);
    const Temporary temporary(target);
    if (const int error = temporary.write(pieces, isThere ? &status : nullptr, target))
        return notWritten(error);
    if (isThere && (former == Former::LinkedAsBackup || backup)) {
        if (const int error = keepAsBackup(target, status, backup, temporary.name()))
            return notWritten(error);
    }
    if (const int error = temporary.takePlace())
        return notWritten(error);
    flushFolder(target);
    return std::nullopt;
}

bool diskfile::flush(QFile& file)
{
    return file.flush() && ::fsync(file.handle()) == 0;
}

bool diskfile::takePlace(const QString& path, const QString& of)
{
    if (std::rename(QFile::encodeName(path).constData(), QFile::encodeName(of).constData()) != 0)
        return false;
    flushFolder(of);
    return true;
}

#else

bool diskfile::flush(QFile& file)
{
    return file.flush();
}

bool diskfile::takePlace(const QString& path, const QString& of)
{
    return (!QFile::exists(of) || QFile::remove(of)) && QFile::rename(path, of);
}

FileStamp FileStamp::of(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() ? FileStamp{info.size(), info.lastModified(), 0, 0} : FileStamp();
}

Result<diskfile::Opened, OpenFault> diskfile::open(const QString& path)
{
    Opened opened{std::make_unique<QFile>(path), FileStamp::of(path)};
    if (!QFileInfo(path).isFile() || !opened.file->open(QIODevice::ReadOnly))
        return OpenFault{OpenFault::Kind::CannotRead, 0, 0, opened.file->errorString()};
    return opened;
}

std::optional<SaveFault> diskfile::replace(const QString& path, const QList<QByteArray>& pieces, Former former,
                                           const std::optional<QByteArray>& backup)
{
    const auto fault = [](const QFileDevice& file) {
        return SaveFault{SaveFault::Kind::CannotWrite, file.errorString(), file.error() == QFileDevice::PermissionsError};
    };
    const QString kept = path + u".bak"_s;
    if (QFileInfo::exists(path) && (former == Former::LinkedAsBackup || backup)) {
        QSaveFile copy(kept);
        const auto original = backup ? *backup : [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        if (!copy.open(QIODevice::WriteOnly) || copy.write(original) != original.size() || !copy.commit())
            return fault(copy);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fault(file);
    for (const QByteArray& bytes : pieces) {
        if (file.write(bytes) != bytes.size())
            return fault(file);
    }
    return file.commit() ? std::nullopt : std::optional(fault(file));
}

#endif

Result<QByteArray, OpenFault> diskfile::contents(QFile& file, qint64 limit, ReadingProgress& progress)
{
    if (file.size() > limit)
        return OpenFault{OpenFault::Kind::TooLarge, 0, 0, {}};
    progress.noteFileSize(file.size());
    const auto unread = [&file] { return OpenFault{OpenFault::Kind::CannotRead, 0, 0, file.errorString()}; };
    if (!file.seek(0))
        return unread();
    QByteArray bytes(qsizetype(file.size()), Qt::Uninitialized);
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (progress.isCancelled())
            return OpenFault{OpenFault::Kind::Cancelled, 0, 0, {}};
        const qint64 got = file.read(bytes.data() + at, std::min(diskPiece, bytes.size() - at));
        if (got < 0)
            return unread();
        if (got == 0)
            break;
        at += got;
        progress.advance(at, bytes.size());
    }
    bytes.truncate(at);
    return bytes;
}

} // namespace stationer
