#include "prediction/seen.h"

#include "connection/happyeyeballs.h"
#include "connection/stagelabel.h"
#include "trust/hostname.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer::prediction {

namespace {

/// A wait of the test, with the stage in which it was.
struct Wait {
    std::chrono::nanoseconds time{};
    Stage stage = Stage::Connect;
};

/// The longest that the server let the test wait for a reply, one that never came among them. Each of them a station waits
/// for by itself. A stage that is one wait counts whole: connecting, the handshake.
Wait longestWait(const Report& report)
{
    Wait longest;
    const auto take = [&longest](std::chrono::nanoseconds time, Stage stage) {
        if (time > longest.time)
            longest = {time, stage};
    };
    const auto stageAt = [&report](std::chrono::nanoseconds at) {
        Stage stage = Stage::Greeting;
        for (const StageRecord& record : report.stages)
            if (record.status != StageStatus::Skipped && record.begin <= at)
                stage = record.stage;
        return stage;
    };
    for (const StageRecord& record : report.stages)
        if (record.stage == Stage::Connect || record.stage == Stage::Tls)
            take(record.duration, record.stage);
    std::chrono::nanoseconds last{};
    if (const StageRecord* const greeting = report.record(Stage::Greeting))
        last = greeting->begin;
    for (const TranscriptLine& line : report.transcript) {
        if (line.direction == TranscriptLine::Direction::FromServer)
            take(line.at - last, stageAt(last));
        last = std::max(last, line.at);
    }
    if (report.outcome == Outcome::TimedOut && report.stage >= Stage::Greeting && report.stage != Stage::Arrival)
        take(report.duration - last, report.stage);
    return longest;
}

const ConnectAttempt* attemptAtStations(const Seen& seen)
{
    const QHostAddress address = stationsAddress(seen.report.addresses);
    const auto found = std::ranges::find(seen.report.attempts, address, &ConnectAttempt::address);
    return found == seen.report.attempts.end() ? nullptr : &*found;
}

bool hasConnected(const Seen& seen)
{
    return seen.passed(Stage::Connect) && !seen.report.dialled;
}

bool isName(const Seen& seen)
{
    const auto host = normalisedHost(seen.report.settings.server.host);
    return host && !isIpAddress(*host);
}

} // namespace

Met slowReply(const Seen& seen)
{
    const std::chrono::nanoseconds patience = seen.report.settings.connectionTimeout;
    const Wait longest = longestWait(seen.report);
    // Where the test gave up, it did so at its own deadline, which may be the station's but for a moment.
    const auto enough = seen.failedWith(Outcome::TimedOut) ? patience - patience / 20 : patience;
    if (!sendsMail(seen.protocol()) || patience.count() <= 0 || longest.time < enough)
        return std::nullopt;
    const auto seconds = [](std::chrono::nanoseconds time) {
        return QString::number(double(time.count()) / 1e9, 'f', time < std::chrono::seconds(10) ? 1 : 0);
    };
    return QStringList{labelOf(longest.stage), seconds(longest.time), seconds(patience)};
}

Met otherAddress(const Seen& seen)
{
    return seen.report.dialled && seen.report.outcome != Outcome::SettingInvalid
               ? QStringList{seen.report.dialled->toString()}
               : Met();
}

Met firstAddressFails(const Seen& seen)
{
    const ConnectAttempt* const attempt = attemptAtStations(seen);
    const bool fails = hasConnected(seen) && attempt && !attempt->succeeded && !attempt->error.isEmpty();
    return fails ? QStringList{attempt->address.toString(), attempt->error} : Met();
}

Met firstAddressNotTried(const Seen& seen)
{
    const ConnectAttempt* const attempt = attemptAtStations(seen);
    const bool isOpen = hasConnected(seen) && !seen.report.addresses.isEmpty() &&
                        (!attempt || (!attempt->succeeded && attempt->error.isEmpty()));
    return isOpen ? QStringList{stationsAddress(seen.report.addresses).toString()} : Met();
}

Met internationalName(const Seen& seen)
{
    const QString& host = seen.report.settings.server.host;
    const bool isForeign = std::ranges::any_of(host, [](QChar c) { return c.unicode() > 0x7f; });
    return isForeign && isName(seen) ? QStringList{*normalisedHost(host)} : Met();
}

Met trailingDot(const Seen& seen)
{
    return isName(seen) && seen.report.settings.server.host.endsWith(u'.') ? QStringList() : Met();
}

} // namespace stationer::prediction
