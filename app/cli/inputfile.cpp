#include "app/cli/inputfile.h"

#include "app/cli/texts.h"

#include <QDeadlineTimer>

#include <chrono>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 largestInput = 16 * 1024 * 1024;

#ifdef Q_OS_UNIX

constexpr std::chrono::milliseconds longestWaitForWriter = 5s;

/// Opening a named pipe waits for somebody who writes into it, for good where nobody does. What the shell hands over, as
/// `<(…)` does, is open already and may take its time.
bool isNamedPipe(const QByteArray& path)
{
    struct stat about {};
    return !path.startsWith("/dev/") && !path.startsWith("/proc/") && stat(path.constData(), &about) == 0 &&
           S_ISFIFO(about.st_mode);
}

bool openPipe(QFile& file, const QByteArray& path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    pollfd waiting{descriptor, POLLIN, 0};
    if (poll(&waiting, 1, int(longestWaitForWriter.count())) != 1) {
        close(descriptor);
        return false;
    }
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}

#endif

} // namespace

bool openInput(QFile& file, const Console& console)
{
#ifdef Q_OS_UNIX
    if (const QByteArray path = QFile::encodeName(file.fileName()); isNamedPipe(path)) {
        if (openPipe(file, path))
            return true;
        console.complain(Texts::tr("%1 cannot be read (nobody writes into this pipe).").arg(shown(file.fileName())));
        return false;
    }
#endif
    if (file.open(QIODevice::ReadOnly))
        return true;
    console.complain(Texts::tr("%1 cannot be read (%2).").arg(shown(file.fileName()), shown(file.errorString())));
    return false;
}

Result<QByteArray, ExitStatus> readInput(const QString& path, const Console& console)
{
    QFile file(path);
    if (!openInput(file, console))
        return ExitStatus::CannotRead;
    return readInput(file, console);
}

Result<QByteArray, ExitStatus> readInput(QFile& opened, const Console& console)
{
    QByteArray bytes = opened.read(largestInput + 1);
    const QString path = opened.fileName();
    if (opened.error() != QFile::NoError) {
        console.complain(Texts::tr("%1 cannot be read (%2).").arg(shown(path), shown(opened.errorString())));
        return ExitStatus::CannotRead;
    }
    if (bytes.size() > largestInput) {
        console.complain(Texts::tr("%1 is too large to be what is asked for.").arg(shown(path)));
        return ExitStatus::CannotRead;
    }
    return bytes;
}

} // namespace stationer
