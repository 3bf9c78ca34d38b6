#pragma once

#include "connection/report.h"
#include "terms/stationprofile.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// What a station would meet with the settings that a test was made with.
enum class Forecast { Passes, Fails, Unknown };
QLatin1StringView nameOf(Forecast forecast); ///< `passes`, `fails`, `unknown`

/// What is known of the station itself, which nobody here can ask.
struct StationFacts {
    StationProfile profile = StationProfile::Password;
    /// The certificates of its own trust stores, in DER; nothing where they are not known.
    std::optional<QList<QByteArray>> roots;
};

/// What brings the answer that a reason lacks, or mends it.
enum class StationAnswer {
    None,
    GiveStores, ///< the station's own trust stores
    GiveName,   ///< its host name
    TestSending,
    HandOver, ///< what is to be done on the station itself
};

/// Why. A reason that only remarks changes no verdict: it says what the verdict leaves open.
struct StationReason {
    enum class Weight { Fails, Unknown, Remark };
    Weight weight = Weight::Remark;
    QLatin1StringView code;
    QString text; ///< one sentence or two, translated
    StationAnswer answer = StationAnswer::None;
};

struct StationVerdict {
    StationProfile profile = StationProfile::Password;
    Forecast forecast = Forecast::Unknown;
    QList<StationReason> reasons; ///< the weightiest first
};

/// What to do about what decides the verdict; None where it passes, or where nothing can be done from here.
StationAnswer answerTo(const StationVerdict& verdict);

/// What the station would meet, by what the test measured. A function of its arguments alone; it decides nothing about what
/// this program trusts or sends. What a station does is held to JavaMail 1.6 on OpenJDK, as measured; no station was asked.
StationVerdict predict(const Report& report, const StationFacts& station);

/// One kind of reason, for whoever checks the table or explains it.
struct StationReasonKind {
    QLatin1StringView code;
    StationReason::Weight weight;
    const char* held;   ///< what is held against what
    const char* source; ///< who does so, and whether that was measured
};
QList<StationReasonKind> stationReasonKinds();

} // namespace stationer
