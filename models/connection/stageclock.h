#pragma once

#include "connection/stage.h"
#include "terms/depth.h"
#include "terms/securitymode.h"

#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace stationer {

/// The stages of one test as they happen: which one runs, when it began, how it ended. At the end it tells all of them, in
/// their order, each exactly once. It knows no time of its own.
class StageClock {
public:
    using Moment = std::chrono::nanoseconds; ///< since the test began

    StageClock() = default;
    /// Stages that few tests have.
    struct Extras {
        bool isTokenFetched = false;
        bool isArrivalAwaited = false;
    };
    StageClock(SecurityMode security, Depth depth, bool signsIn, Extras extras);
    StageClock(SecurityMode security, Depth depth, bool signsIn) : StageClock(security, depth, signsIn, Extras()) {}

    std::optional<Stage> current() const { return m_current; }
    void begin(Stage stage, Moment at);
    /// Ends the current stage.
    StageRecord end(StageStatus status, Moment at, const QString& detail);
    /// All stages; those that were not reached name the one that failed.
    QList<StageRecord> records(Moment at) const;
    /// Where the test is, or was last.
    Stage last() const { return m_last; }

private:
    QList<Stage> course() const; ///< in the order they happen
    QString whyUnused(Stage stage) const;

    SecurityMode m_security = SecurityMode::None;
    Depth m_depth = Depth::Connect;
    bool m_signsIn = false;
    Extras m_extras;
    std::optional<Stage> m_current;
    std::optional<Stage> m_failed;
    Stage m_last = Stage::Settings;
    Moment m_began{};
    QMap<Stage, StageRecord> m_records;
};

} // namespace stationer
