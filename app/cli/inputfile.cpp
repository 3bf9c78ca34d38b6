#include "app/cli/inputfile.h"

#include "app/cli/texts.h"

#include <QFile>

namespace stationer {

namespace {

constexpr qint64 largestInput = 16 * 1024 * 1024;

} // namespace

Result<QByteArray, ExitStatus> readInput(const QString& path, const Console& console)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        console.complain(Texts::tr("%1 cannot be read (%2).").arg(shown(path), shown(file.errorString())));
        return ExitStatus::CannotRead;
    }
    QByteArray bytes = file.read(largestInput + 1);
    if (file.error() != QFile::NoError) {
        console.complain(Texts::tr("%1 cannot be read (%2).").arg(shown(path), shown(file.errorString())));
        return ExitStatus::CannotRead;
    }
    if (bytes.size() > largestInput) {
        console.complain(Texts::tr("%1 is too large to be what is asked for.").arg(shown(path)));
        return ExitStatus::CannotRead;
    }
    return bytes;
}

} // namespace stationer
