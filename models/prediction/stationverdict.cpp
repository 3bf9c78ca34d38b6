#include "prediction/stationverdict.h"

#include "prediction/reasons.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

Forecast forecastOf(const QList<StationReason>& reasons)
{
    Forecast forecast = Forecast::Passes;
    for (const StationReason& reason : reasons) {
        if (reason.weight == StationReason::Weight::Fails)
            return Forecast::Fails;
        if (reason.weight == StationReason::Weight::Unknown)
            forecast = Forecast::Unknown;
    }
    return forecast;
}

QString sentenceOf(const prediction::ReasonRow& row, const QStringList& arguments)
{
    QString sentence = QCoreApplication::translate("prediction", row.sentence);
    switch (arguments.size()) { // at once: an argument may hold a %1
    case 0:
        return sentence;
    case 1:
        return sentence.arg(arguments[0]);
    case 2:
        return sentence.arg(arguments[0], arguments[1]);
    case 3:
        return sentence.arg(arguments[0], arguments[1], arguments[2]);
    }
    Q_UNREACHABLE(); // no sentence has more
}

} // namespace

QLatin1StringView nameOf(Forecast forecast)
{
    switch (forecast) {
    case Forecast::Passes:
        return "passes"_L1;
    case Forecast::Fails:
        return "fails"_L1;
    case Forecast::Unknown:
        return "unknown"_L1;
    }
    Q_UNREACHABLE();
}

StationAnswer answerTo(const StationVerdict& verdict)
{
    for (const StationReason& reason : verdict.reasons)
        if (reason.weight == verdict.reasons.first().weight && reason.weight != StationReason::Weight::Remark &&
            reason.answer != StationAnswer::None)
            return reason.answer;
    return StationAnswer::None;
}

StationVerdict predict(const Report& report, const StationFacts& station)
{
    StationVerdict verdict{station.profile, Forecast::Unknown, {}};
    const prediction::Seen seen{report, station};
    const auto take = [&](bool lastResorts) {
        for (const prediction::ReasonRow& row : prediction::reasonRows())
            if (const prediction::Met met = row.isLastResort == lastResorts ? row.met(seen) : std::nullopt)
                verdict.reasons += StationReason{row.weight, QLatin1StringView(row.code), sentenceOf(row, *met), row.answer};
    };
    take(false);
    if (forecastOf(verdict.reasons) == Forecast::Passes)
        take(true);
    std::ranges::stable_sort(verdict.reasons, {}, &StationReason::weight);
    verdict.forecast = forecastOf(verdict.reasons);
    return verdict;
}

QList<StationReasonKind> stationReasonKinds()
{
    QList<StationReasonKind> kinds;
    for (const prediction::ReasonRow& row : prediction::reasonRows())
        kinds += StationReasonKind{QLatin1StringView(row.code), row.weight, row.held, row.source};
    return kinds;
}

} // namespace stationer
