#include "reports.h"

#include "catalogue/portrules.h"
#include "connection/stagedetail.h"
#include "diagnosis/diagnosis.h"
#include "mail/transcript.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

Stage stageOf(Phase phase)
{
    switch (phase) {
    case Phase::Greeting:
        return Stage::Greeting;
    case Phase::StartTls:
        return Stage::StartTls;
    case Phase::Capabilities:
        return Stage::Capabilities;
    case Phase::Login:
        return Stage::Login;
    case Phase::Envelope:
        return Stage::Envelope;
    case Phase::Message:
        return Stage::Message;
    }
    Q_UNREACHABLE();
}

/// What a test against the server of a transcript reports.
Report reportOf(const Transcript& transcript, Protocol protocol, int port)
{
    const DialogueGoal goal = goalOf(transcript, protocol);
    const std::unique_ptr<Dialogue> dialogue = makeDialogue(goal, countedTags());
    Phase phase = Phase::Greeting;
    std::optional<DialogueFailure> failure;
    const auto take = [&](const Steps& steps) {
        for (const Step& step : steps) {
            if (const auto* entered = std::get_if<Enter>(&step))
                phase = entered->phase;
            if (const auto* failed = std::get_if<Fail>(&step))
                failure = failed->failure;
        }
    };
    take(dialogue->connected());
    for (const Transcript::Line& line : transcript.lines) {
        if (line.who == 'S' || line.who == 'L' || line.who == 'E')
            take(dialogue->on(line.text));
        if (line.who == 'T')
            take(dialogue->encrypted());
    }
    Report made =
        report(failure ? outcomeOf(failure->fault) : Outcome::Succeeded, stageOf(phase), goal.security, protocol, port);
    made.settings.account = goal.account;
    made.failure = failure;
    made.learnt = dialogue->learnt();
    return made;
}

bool offered(const Report& made, const QByteArray& name)
{
    return std::ranges::any_of(made.learnt.capabilitiesBeforeTls,
                               [&name](const QByteArray& one) { return one.toUpper().startsWith(name); });
}

/// The guard's rules, looked at from outside.
void checkRemedies(const Report& made)
{
    const ConnectionSettings& settings = made.settings;
    const bool isSsl = settings.security == SecurityMode::Ssl;
    const bool isStartTls = settings.security == SecurityMode::StartTls;
    for (const Remedy& remedy : diagnose(made).remedies) {
        const QMap<QString, QString>& set = remedy.set;
        const QByteArray what = (remedy.label + u" after "_s + nameOf(made.outcome)).toUtf8();
        const bool ssl = set.value(u"useSsl"_s, isSsl ? u"true"_s : u"false"_s) == u"true"_s;
        const bool startTls = set.value(u"useStartTls"_s, isStartTls ? u"true"_s : u"false"_s) == u"true"_s;
        const int port = set.value(u"port"_s, QString::number(settings.server.port)).toInt();
        const QString host = set.value(u"hostname"_s, settings.server.host);
        const bool isElsewhere = set.contains(u"store"_s) || set.contains(u"replyTo"_s) || host != settings.server.host;
        const bool isSame = ssl == isSsl && startTls == isStartTls && port == settings.server.port && !isElsewhere &&
                            !set.contains(u"tlsMinProtocol"_s);
        QVERIFY2(!isSame || made.outcome == Outcome::SettingInvalid, what);
        QVERIFY2(ssl || startTls || settings.security == SecurityMode::None, what);
        QVERIFY2(set.value(u"tlsMinProtocol"_s) != u"tlsv1"_s && set.value(u"tlsMinProtocol"_s) != u"tlsv1_1"_s, what);
        QVERIFY2(!host.startsWith(u"localhost"_s) && !host.startsWith(u"127."_s), what);
        QVERIFY2(!host.contains(u"protection.outlook"_s) || port == settings.server.port || port == 25, what);
        const bool isHeard = settings.security != SecurityMode::Ssl && !made.learnt.greeting.isEmpty();
        if (!isHeard || port != settings.server.port || isElsewhere)
            continue;
        QVERIFY2(!ssl || made.outcome == Outcome::WrongMode, what);
        QVERIFY2(!startTls || offered(made, "STARTTLS") || offered(made, "STLS") ||
                     made.learnt.capabilitiesBeforeTls.isEmpty(),
                 what);
    }
}

} // namespace

/// A remedy changes something, contradicts nothing that was just seen, and weakens nothing.
class RemediesTest : public QObject {
    Q_OBJECT
private slots:
    void noTranscriptLeadsToARemedyThatDoesNotStand()
    {
        int played = 0;
        for (const Protocol protocol : allProtocols) {
            const QDir folder(QStringLiteral(STATIONER_TESTS "/transcripts/") + nameOf(protocol));
            for (const QString& name : folder.entryList({u"*.txt"_s}))
                for (const int port : {25, 143, 110, 465, 587, 2525})
                    for (const QString& host : {u"mail.acme.example"_s, u"acme.mail.protection.outlook.com"_s}) {
                        Report made = reportOf(readTranscript(folder.filePath(name)), protocol, port);
                        made.settings.server.host = host;
                        checkRemedies(made);
                        if (QTest::currentTestFailed())
                            QFAIL(qPrintable(name));
                        ++played;
                    }
        }
        QVERIFY(played > 1000);
    }

    void noReportLeadsToARemedyThatDoesNotStand()
    {
        for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome)
            for (int stage = 0; stage <= int(Stage::Message); ++stage)
                for (const SecurityMode mode : allSecurityModes)
                    for (const Protocol protocol : allProtocols)
                        for (const int port : {standardPort(protocol, mode), 25, 2525})
                            for (const QString& name : {u"smtp.acme.example"_s, u"localhost"_s}) {
                                Report made = report(Outcome(outcome), Stage(stage), mode, protocol, port);
                                made.speaks = mode == SecurityMode::Ssl ? SecurityMode::StartTls : SecurityMode::Ssl;
                                made.serverTls = u"TLSv1.0"_s;
                                if (made.outcome == Outcome::CertificateChallenged) {
                                    made.trust = challenged(TrustError::HostMismatch).trust;
                                    made.trust->sent.first().dnsNames = {name};
                                }
                                checkRemedies(made);
                                if (QTest::currentTestFailed())
                                    return;
                            }
    }

    void aRelayIsNotTalkedIntoEncryptionThatItDoesNotHave()
    {
        Report made = report(Outcome::Succeeded, Stage::Envelope, SecurityMode::None, Protocol::Smtp, 25);
        for (StageRecord& record : made.stages)
            if (record.stage == Stage::Login)
                record.status = StageStatus::Skipped;
        made.learnt.greeting = "220 relay";
        made.learnt.capabilitiesBeforeTls = {"SIZE"};
        QCOMPARE(diagnose(made).headline, u"It works: the server takes mail without a sign-in."_s);
        QVERIFY(diagnose(made).remedies.isEmpty());
        made.learnt.capabilitiesBeforeTls = {"STARTTLS"};
        QCOMPARE(diagnose(made).remedies.first().label, u"Set Use Start Tls"_s);
    }

    void aMailExchangerHasNoOtherPort()
    {
        Report made = report(Outcome::TimedOut, Stage::Connect, SecurityMode::None, Protocol::Smtp, 25);
        QCOMPARE(diagnose(made).remedies.size(), 2);
        for (const QString& host : {u"acme-example.mail.protection.outlook.com"_s, u"MX1.acme.example"_s}) {
            made.settings.server.host = host;
            QVERIFY(diagnose(made).remedies.isEmpty());
        }
    }
};

STATIONER_TEST(RemediesTest)
#include "remedies_test.moc"
