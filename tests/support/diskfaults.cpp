// Faults of the disk, laid before a program with LD_PRELOAD. Every call on a file under STATIONER_DISK_UNDER is counted and
// told in STATIONER_DISK_LOG, as «MICROSECONDS CALL PATH»; number STATIONER_DISK_AT meets STATIONER_DISK_FAULT:
//   kill      the program is gone before the call, or after half of a write
//   power     and what it had not flushed is gone with it
//   clock:N   the program goes on, and is gone N microseconds later
//   short     a write takes half of its bytes
//   full      a write takes half of its bytes, and no write after it takes any
//   N         the call fails with this errno; a close has closed nevertheless

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

/// A file that was written: a descriptor of our own for it, and how much of it was flushed.
struct Written {
    int descriptor;
    struct stat flushed;
} written[256];
int writtenCount = 0;

template <class Call>
Call* real(Call*, const char* name)
{
    return reinterpret_cast<Call*>(dlsym(RTLD_NEXT, name));
}
#define REAL(call) real(&::call, #call)

const char* setting(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? value : "";
}

bool isFault(const char* kind)
{
    return std::strncmp(setting("STATIONER_DISK_FAULT"), kind, std::strlen(kind)) == 0;
}

const char* pathOf(int descriptor)
{
    static thread_local char itself[32], path[PATH_MAX];
    std::snprintf(itself, sizeof itself, "/proc/self/fd/%d", descriptor);
    path[std::max<ssize_t>(readlink(itself, path, sizeof path - 1), 0)] = '\0';
    return path;
}

/// A file is about to be written, or all of it was flushed.
void note(int descriptor, bool isFlushed)
{
    struct stat now = {};
    fstat(descriptor, &now);
    Written* const found =
        std::find_if(written, written + writtenCount, [&](const Written& one) { return one.flushed.st_ino == now.st_ino; });
    const bool isKnown = found != written + writtenCount;
    char itself[32];
    std::snprintf(itself, sizeof itself, "/proc/self/fd/%d", descriptor);
    if (isKnown && isFlushed)
        found->flushed = now;
    else if (!isKnown && !isFlushed && writtenCount < 256)
        written[writtenCount++] = {REAL(open)(itself, O_WRONLY | O_CLOEXEC), now};
}

void die()
{
    for (const Written* one = written; isFault("power") && one != written + writtenCount; ++one)
        (void)!REAL(ftruncate)(one->descriptor, one->flushed.st_size);
    kill(getpid(), SIGKILL);
}

void dieIn(long microseconds)
{
    sigevent gone = {};
    gone.sigev_notify = SIGEV_SIGNAL;
    gone.sigev_signo = SIGKILL;
    timer_t timer = {};
    const itimerspec moment = {{}, {microseconds / 1000000, microseconds % 1000000 * 1000 + 1}};
    timer_create(CLOCK_MONOTONIC, &gone, &timer);
    timer_settime(timer, 0, &moment, nullptr);
}

constexpr int elsewhere = INT_MIN;

/// Counts a call. The answer is how many calls it comes after the one that meets the fault, or that its file is elsewhere.
int count(const char* call, const char* path)
{
    const char* const under = setting("STATIONER_DISK_UNDER");
    if (*under == '\0' || std::strncmp(path, under, std::strlen(under)) != 0)
        return elsewhere;
    static std::atomic<int> calls = 0;
    static const int at = std::atoi(setting("STATIONER_DISK_AT"));
    static const int log = REAL(open)(setting("STATIONER_DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    dprintf(log, "%lld %s %s\n", now.tv_sec * 1000000LL + now.tv_nsec / 1000, call, path);
    const int after = ++calls - at;
    if (after == 0 && isFault("clock:"))
        dieIn(std::atol(setting("STATIONER_DISK_FAULT") + 6));
    return at > 0 ? after : -1;
}

/// Whether a call that is no write fails, with errno set.
bool fails(const char* call, const char* path)
{
    const int before = errno;
    const bool isMet = count(call, path) == 0;
    if (isMet && (isFault("kill") || isFault("power")))
        die();
    const int error = isMet ? std::atoi(setting("STATIONER_DISK_FAULT")) : 0;
    errno = error != 0 ? error : before;
    return error != 0;
}

} // namespace

#define FAULTY(call, path, parameters, ...)                                                                                 \
    extern "C" int call parameters                                                                                          \
    {                                                                                                                       \
        return fails(#call, path) ? -1 : REAL(call)(__VA_ARGS__);                                                           \
    }
FAULTY(rename, to, (const char* from, const char* to) noexcept, from, to)
FAULTY(renameat2, to, (int one, const char* from, int two, const char* to, unsigned how) noexcept, one, from, two, to, how)
FAULTY(link, to, (const char* from, const char* to) noexcept, from, to)
FAULTY(linkat, to, (int one, const char* from, int two, const char* to, int how) noexcept, one, from, two, to, how)
FAULTY(unlink, path, (const char* path) noexcept, path)
FAULTY(mkdir, path, (const char* path, mode_t mode) noexcept, path, mode)
FAULTY(chmod, path, (const char* path, mode_t mode) noexcept, path, mode)
FAULTY(fchmod, pathOf(file), (int file, mode_t mode) noexcept, file, mode)
FAULTY(fchown, pathOf(file), (int file, uid_t user, gid_t group) noexcept, file, user, group)
FAULTY(flock, pathOf(file), (int file, int how) noexcept, file, how)

extern "C" {
int open(const char* path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = va_arg(more, mode_t);
    va_end(more);
    const bool isNew = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return fails(isNew ? "create" : "open", path) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char*, int, ...) __attribute__((alias("open")));

int fsync(int file)
{
    if (fails("flush", pathOf(file)))
        return -1;
    note(file, true); // and nobody waits for the disk itself
    return 0;
}
int fdatasync(int) __attribute__((alias("fsync")));

int close(int file)
{
    const bool isBad = fails("close", pathOf(file));
    const int error = errno;
    const int closed = REAL(close)(file);
    errno = isBad ? error : errno;
    return isBad ? -1 : closed;
}

ssize_t read(int file, void* bytes, size_t size)
{
    return fails("read", pathOf(file)) ? -1 : REAL(read)(file, bytes, size);
}

ssize_t write(int file, const void* bytes, size_t size)
{
    const int after = count("write", pathOf(file));
    if (after != elsewhere)
        note(file, false);
    if (after < 0 || isFault("clock:") || (after > 0 && !isFault("full")))
        return REAL(write)(file, bytes, size);
    const int error = isFault("full") ? ENOSPC : std::atoi(setting("STATIONER_DISK_FAULT"));
    const bool takesHalf = after == 0 && size > 1 && (error == 0 || isFault("full"));
    const ssize_t taken = takesHalf ? REAL(write)(file, bytes, size / 2) : -1;
    if (isFault("kill") || isFault("power"))
        die();
    errno = takesHalf ? errno : error;
    return taken;
}
}
