#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "prediction/stationverdict.h"
#include "trust/knownstation.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// What is known of the stations of a run, each by its `.security` folder: what was given on the command line, which is kept
/// there, and what was given before.
class KnownStations {
public:
    explicit KnownStations(const Console& console) : m_console(console) {}

    /// Reads the stores that were given; each fault is said.
    ExitStatus take(const QStringList& stores, const std::optional<QString>& passwordPath);

    /// The given stores count for it and are kept with it; no folder: they count for this run alone.
    const KnownStation& at(const TrustFolder& folder);
    ExitStatus status() const { return m_status; } ///< of what could not be read or kept, which was said

private:
    const Console& m_console;
    QList<GivenStore> m_given;
    QHash<QString, KnownStation> m_known;
    ExitStatus m_status = ExitStatus::Done;
};

} // namespace stationer
