#pragma once

#include "connection/report.h"
#include "support/certificates.h"

#include <chrono>

namespace stationer::testing {

// Reports of tests that a station with the root of the server would repeat.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr Stage everyStage[] = {Stage::Settings, Stage::Resolve, Stage::Connect,  Stage::Greeting,
                                       Stage::StartTls, Stage::Tls,     Stage::Identity, Stage::Capabilities,
                                       Stage::Login,    Stage::Envelope};

/// Who signed the certificate of the server.
inline const TestCa& root()
{
    static const TestCa ca;
    return ca;
}

/// A test of bob at mail.acme.example in mode ssl that passed up to this stage, and signed in as a station does.
inline Report passed(Protocol protocol, Stage last)
{
    Report report;
    report.settings.protocol = protocol;
    report.settings.security = SecurityMode::Ssl;
    report.settings.server = {u"mail.acme.example"_s, 465};
    report.settings.account = u"bob"_s;
    report.introducedAs = "station.acme.example";
    report.outcome = Outcome::Succeeded;
    report.stage = last;
    report.began = QDateTime::currentDateTimeUtc();
    for (const Stage stage : everyStage)
        report.stages += StageRecord{stage, stage <= last ? StageStatus::Passed : StageStatus::Skipped, 0ns, 5ms, {}};
    report.addresses = {QHostAddress(u"192.0.2.7"_s)};
    report.attempts = {{report.addresses.first(), true, {}, 5ms}};
    report.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
    Judgement judged;
    judged.verdict = Verdict::Trusted;
    judged.store = TrustStore::System;
    judged.sent = {*certificateFacts(root().issueFor(u"mail.acme.example"_s).der())};
    report.trust = judged;
    switch (protocol) {
    case Protocol::Smtp:
        report.learnt.capabilitiesAfterTls = {"AUTH PLAIN LOGIN"};
        report.learnt.mechanismsAfterTls = {"PLAIN", "LOGIN"};
        report.learnt.mechanism = "LOGIN";
        break;
    case Protocol::Imap:
        report.learnt.capabilitiesAfterTls = {"IMAP4rev1", "AUTH=PLAIN"};
        report.learnt.mechanismsAfterTls = {"PLAIN"};
        report.learnt.mechanism = "PLAIN";
        break;
    case Protocol::Pop3:
        report.learnt.capabilitiesAfterTls = {"USER", "SASL PLAIN"};
        report.learnt.mechanismsAfterTls = {"USER", "PLAIN"};
        report.learnt.mechanism = "USER";
        break;
    }
    return report;
}

/// The envelope passed too.
inline Report mails()
{
    return passed(Protocol::Smtp, Stage::Envelope);
}

} // namespace stationer::testing
