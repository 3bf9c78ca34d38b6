// What keeps memory out of core dumps: prctl(2), setrlimit(2) and core(5). The one file here that is for Linux and other
// Unixes alone; elsewhere it does nothing.

#include "secrets/coredump.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QFile>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace stationer {

namespace {

bool isLeftAlone()
{
#ifdef NDEBUG
    return false;
#else
    return qEnvironmentVariableIsSet("STATIONER_DUMPABLE");
#endif
}

} // namespace

void refuseDumps()
{
    if (isLeftAlone())
        return;
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#else
    leaveNoMemoryInCores();
#endif
}

void leaveNoMemoryInCores()
{
    if (isLeftAlone())
        return;
    // Children inherit both. The program starts none itself; the hard limit stays, so that one of the desktop's can have
    // cores.
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &limit);
    }
#ifdef Q_OS_LINUX
    QFile filter(QStringLiteral("/proc/self/coredump_filter"));
    if (filter.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        filter.write("0");
#endif
}

} // namespace stationer

#else

namespace stationer {

void refuseDumps() {}
void leaveNoMemoryInCores() {}

} // namespace stationer

#endif
