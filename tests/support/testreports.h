#pragma once

#include "connection/report.h"
#include "support/certificates.h"

#include <chrono>

namespace stationer::testing {

/// A report of a test that signed in at mail.example:465, vouched for by this root; the server sent its own certificate
/// alone.
inline Report signedIn(const TestCa& ca, const QString& path = QStringLiteral("/Services/EmailService/Out"))
{
    using namespace std::chrono_literals;
    Report report;
    report.settings.path = path;
    report.settings.security = SecurityMode::Ssl;
    report.settings.server = {QStringLiteral("mail.example"), 465};
    report.settings.account = QStringLiteral("bob");
    report.depth = Depth::Login;
    report.outcome = Outcome::Succeeded;
    report.stage = Stage::Login;
    report.began = QDateTime::currentDateTimeUtc();
    report.duration = 212ms;
    for (const Stage stage : {Stage::Settings, Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::StartTls, Stage::Tls,
                              Stage::Identity, Stage::Capabilities, Stage::Login})
        report.stages += StageRecord{stage, StageStatus::Passed, 0ns, 1ms, QStringLiteral("detail from the server")};
    report.addresses = {QHostAddress(QStringLiteral("::9")), QHostAddress(QStringLiteral("192.0.2.7"))};
    report.attempts = {ConnectAttempt{report.addresses.last(), true, {}, 1ms}};
    report.learnt.mechanism = "PLAIN";
    report.learnt.greeting = "220 greeting from the server";
    report.libraryText = QStringLiteral("words of the library");
    report.transcript = {{TranscriptLine::Direction::FromServer, 0ns, QStringLiteral("text of the server"), true}};
    report.trust = Judgement{};
    report.trust->verdict = Verdict::Trusted;
    report.trust->store = TrustStore::User;
    report.trust->sent = {*certificateFacts(ca.issueFor(QStringLiteral("mail.example")).der())};
    report.trust->built = {report.trust->sent.first(), *certificateFacts(ca.der())};
    return report;
}

} // namespace stationer::testing
