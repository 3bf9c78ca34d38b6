#include "app/cli/secretinput.h"

#include "app/cli/inputfile.h"
#include "app/cli/texts.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace stationer {

Privacy privacyOf(const QFile& opened)
{
#ifdef Q_OS_UNIX
    struct stat about {};
    if (fstat(opened.handle(), &about) != 0)
        return Privacy::OpenToOthers;
    const bool isFile = S_ISREG(about.st_mode);
    if (isFile && about.st_uid != geteuid() && about.st_uid != 0)
        return Privacy::OfAnother;
    // The shell's pipes are for their owner alone; a named one may let others read what comes through.
    if ((isFile || S_ISFIFO(about.st_mode)) && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Privacy::OpenToOthers;
#endif
    return Privacy::Private;
}

ExitStatus refuseUnlessPrivate(Privacy privacy, const QString& path, const Console& console)
{
    switch (privacy) {
    case Privacy::Private:
        return ExitStatus::Done;
    case Privacy::OpenToOthers:
        console.complain(Texts::tr("%1 holds a secret and is open to others: chmod 600 it first.").arg(shown(path)));
        return ExitStatus::Usage;
    case Privacy::OfAnother:
        console.complain(Texts::tr("%1 holds a secret and belongs to another user: put it into a file of your own first.")
                             .arg(shown(path)));
        return ExitStatus::Usage;
    }
    Q_UNREACHABLE();
}

Result<QByteArray, ExitStatus> readSecretInput(const QString& path, const Console& console)
{
    QFile file(path);
    if (!openInput(file, console))
        return ExitStatus::CannotRead;
    const ExitStatus refused = refuseUnlessPrivate(privacyOf(file), path, console);
    return refused == ExitStatus::Done ? readInput(file, console) : refused;
}

} // namespace stationer
