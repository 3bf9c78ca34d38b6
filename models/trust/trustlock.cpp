#include "trust/trustlock.h"

#include "trust/trustfilefault.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <chrono>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds LongestWait = 2s;
constexpr std::chrono::milliseconds ShortestPause = 2ms, LongestPause = 12ms;

} // namespace

TrustLock::TrustLock(const QString& path)
    : m_path(path)
#ifndef Q_OS_UNIX
      ,
      m_file(path)
#endif
{
    // Waited for here in short steps: who writes often would keep the others out, were the pauses to grow.
    const QDeadlineTimer deadline(LongestWait);
    for (;;) {
        take();
        if (m_isHeld || !m_isAnothers || deadline.hasExpired())
            return;
        QThread::msleep(QRandomGenerator::global()->bounded(quint32(ShortestPause.count()), quint32(LongestPause.count())));
    }
}

#ifdef Q_OS_UNIX

// The system takes the lock from a program that ends; whoever holds it removes the file, so that one who has waited for a
// file that is gone has to look again.
void TrustLock::take()
{
    const QByteArray path = QFile::encodeName(m_path);
    m_file = ::open(path.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool isLocked = m_file >= 0 && flock(m_file, LOCK_EX | LOCK_NB) == 0;
    m_isAnothers = m_file >= 0 && (isLocked || errno == EWOULDBLOCK || errno == EINTR);
    struct stat mine = {}, there = {};
    m_isHeld = isLocked && fstat(m_file, &mine) == 0 && lstat(path.constData(), &there) == 0 &&
               mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
    if (!m_isHeld && m_file >= 0)
        close(std::exchange(m_file, -1));
}

TrustLock::~TrustLock()
{
    if (!m_isHeld)
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    close(m_file);
}

#else

void TrustLock::take()
{
    m_isHeld = m_file.tryLock(0);
    m_isAnothers = m_file.error() == QLockFile::LockFailedError;
}

TrustLock::~TrustLock() = default;

#endif

QString TrustLock::whyNot() const
{
    return m_isAnothers ? QCoreApplication::translate("trust", "another program is writing it") : obstacleAt(m_path);
}

} // namespace stationer
