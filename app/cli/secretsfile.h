#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "terms/result.h"
#include "terms/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// A file of passwords, one a line: `[FILE<TAB>]PATH<TAB>PASSWORD`. Only its owner may read it, else it is refused. Where
/// the second of three fields begins with `/`, the first is a station file; else the password holds the tab.
class SecretsFile {
public:
    static Result<SecretsFile, ExitStatus> read(const QString& path, const Console& console);

    /// A line that names the file goes before one that does not.
    std::optional<Secret> find(const QString& stationFile, const QString& slotPath) const;

private:
    struct Line {
        QString stationFile; ///< absolute; empty: any
        QString slotPath;
        Secret password;
    };
    QList<Line> m_lines;
};

/// The password in a file or on standard input, without one final line break.
Secret withoutFinalLineBreak(QByteArray bytes);

} // namespace stationer
