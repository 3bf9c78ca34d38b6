#include "app/cli/secretsfile.h"

#include "app/cli/secretinput.h"
#include "app/cli/texts.h"

#include <QFileInfo>

namespace stationer {

using namespace Qt::StringLiterals;

Result<SecretsFile, ExitStatus> SecretsFile::read(const QString& path, const Console& console)
{
    const auto bytes = readSecretInput(path, console);
    if (!bytes)
        return bytes.error();
    SecretsFile file;
    int number = 0;
    for (QByteArray line : bytes.value().split('\n')) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        const QByteArrayList fields = line.split('\t');
        const bool namesFile = fields.size() > 2 && fields[1].startsWith('/');
        const QByteArray slotPath = fields.value(namesFile ? 1 : 0);
        if (fields.size() < 2 || !slotPath.startsWith('/')) {
            console.complain(Texts::tr("%1, line %2: it is not [FILE<TAB>]PATH<TAB>PASSWORD.").arg(shown(path)).arg(number));
            return ExitStatus::Usage;
        }
        const qsizetype passwordAt = (namesFile ? fields[0].size() + 1 : 0) + slotPath.size() + 1;
        file.m_lines += Line{namesFile ? QFileInfo(QString::fromUtf8(fields[0])).absoluteFilePath() : QString(),
                             QString::fromUtf8(slotPath), Secret(line.sliced(passwordAt))};
    }
    return file;
}

std::optional<Secret> SecretsFile::find(const QString& stationFile, const QString& slotPath) const
{
    const QString absolute = QFileInfo(stationFile).absoluteFilePath();
    std::optional<Secret> ofAnyFile;
    for (const Line& line : m_lines) {
        if (line.slotPath != slotPath)
            continue;
        if (line.stationFile == absolute)
            return line.password;
        if (line.stationFile.isEmpty() && !ofAnyFile)
            ofAnyFile = line.password;
    }
    return ofAnyFile;
}

Secret withoutFinalLineBreak(QByteArray bytes)
{
    if (bytes.endsWith("\r\n"))
        bytes.chop(2);
    else if (bytes.endsWith('\n'))
        bytes.chop(1);
    return Secret(std::move(bytes));
}

} // namespace stationer
