#pragma once

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <chrono>

namespace stationer {

/// The stages of a connection test, always all and in this order. Token is there only where one is fetched. Envelope or
/// Message is the last one, and only where the depth asks for it; behind Message comes Arrival where the message is looked
/// for.
enum class Stage {
    Settings,
    Token, ///< where one is fetched
    Resolve,
    Connect,
    Greeting,
    StartTls,
    Tls,
    Identity,
    Capabilities,
    Login,
    Envelope,
    Message,
    Arrival
};

/// The name in JSON: `settings`, `token`, `resolve`, `connect`, `greeting`, `starttls`, `tls`, `identity`, `capabilities`,
/// `login` …
QLatin1StringView nameOf(Stage stage);

enum class StageStatus { Passed, Failed, Skipped };
QLatin1StringView nameOf(StageStatus status);

/// What became of one stage. The detail is raw and short: an address, a TLS version, a mechanism, the stage that failed
/// before it. Text from a server in it is plain text with controls made visible, cut to length.
struct StageRecord {
    Stage stage = Stage::Settings;
    StageStatus status = StageStatus::Skipped;
    std::chrono::nanoseconds begin{}; ///< since the test began
    std::chrono::nanoseconds duration{};
    QString detail;

    bool operator==(const StageRecord&) const = default;
};

} // namespace stationer
