#pragma once

// What the tests of the engine share: an order for a scripted server, one run to its end, and questions to its report.

#include "connection/connectiontest.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace stationer::testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr auto password = "correct horse battery";

inline Limits shortLimits()
{
    Limits limits;
    limits.resolve = 5s;
    limits.connect = 5s;
    limits.attemptDelay = 20ms;
    limits.tls = 5s;
    limits.greeting = 5s;
    limits.counterProbe = 400ms;
    limits.reply = 5s;
    limits.loginReply = 5s;
    return limits;
}

inline TestOrder order(const FaultServer& server, Protocol protocol, SecurityMode security)
{
    TestOrder order;
    order.settings.protocol = protocol;
    order.settings.security = security;
    order.settings.server = {u"127.0.0.1"_s, server.port()};
    order.settings.account = u"bob"_s;
    order.password = Secret(QByteArray(password));
    return order;
}

inline Judgement judgement(Verdict verdict)
{
    Judgement judgement;
    judgement.verdict = verdict;
    if (verdict == Verdict::Challenged)
        judgement.errors = {{TrustError::UnknownRoot, 0, {}}};
    return judgement;
}

/// Runs one test to its end.
inline Report run(const TestOrder& order, const Limits& limits = shortLimits(), Verdict verdict = Verdict::Trusted,
                  const std::function<void(const ConnectionTest&)>& watch = {})
{
    ConnectionTest test(
        order, [verdict](const CertificateChain&, const Endpoint&) { return judgement(verdict); }, limits);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    if (watch)
        watch(test);
    test.start();
    if (!finished.wait(20000)) // an event loop: what polls takes its time with every turn of a conversation
        qFatal("the test does not end");
    QTest::qWait(1); // a second finished() would come now
    if (finished.size() != 1)
        qFatal("finished() came %d times", int(finished.size()));
    return finished.first().first().value<Report>();
}

inline QByteArray plain(const QByteArray& user, const QByteArray& secret)
{
    return (QByteArray(1, '\0') + user + QByteArray(1, '\0') + secret).toBase64();
}

inline StageStatus status(const Report& report, Stage stage)
{
    for (const StageRecord& record : report.stages)
        if (record.stage == stage)
            return record.status;
    qFatal("a stage is missing");
}

inline QString detail(const Report& report, Stage stage)
{
    for (const StageRecord& record : report.stages)
        if (record.stage == stage)
            return record.detail;
    qFatal("a stage is missing");
}

inline QList<Stage> names(const Report& report)
{
    QList<Stage> names;
    for (const StageRecord& record : report.stages)
        names << record.stage;
    return names;
}

inline const QList<Stage> nineStages{Stage::Settings, Stage::Resolve,  Stage::Connect,      Stage::Greeting, Stage::StartTls,
                                     Stage::Tls,      Stage::Identity, Stage::Capabilities, Stage::Login};

inline QString outcomeText(const Report& report)
{
    return nameOf(report.outcome) + u" at "_s + nameOf(report.stage) + u": "_s + detail(report, report.stage);
}

#define COMPARE_END(report, expectedOutcome, expectedStage)                                                                 \
    do {                                                                                                                    \
        const Report compared = report;                                                                                     \
        QVERIFY2(compared.outcome == expectedOutcome && compared.stage == expectedStage,                                    \
                 qPrintable(outcomeText(compared)));                                                                        \
    } while (false)

inline const Script smtpBeforeTls{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"_ba},
                                  Hear{}};
inline const Script smtpLogin{
    Hear{}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{}, Say{"235 2.7.0 ok\r\n"_ba}, Hear{}, Say{"221 bye\r\n"_ba}};

} // namespace stationer::testing
