#include "app/cli/testjob.h"

#include "app/cli/texts.h"
#include "connection/testmessage.h"

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

ExitStatus statusOf(Outcome outcome)
{
    if (outcome == Outcome::Succeeded)
        return ExitStatus::Done;
    return outcome == Outcome::CertificateChallenged ? ExitStatus::Challenge : ExitStatus::TestFailed;
}

/// The bound of a whole test bounds the question for its password.
KeyRingPatience patienceOf(const Limits& limits)
{
    KeyRingPatience patience;
    if (limits.whole.count() > 0) {
        patience.service = std::min(patience.service, limits.whole);
        patience.person = std::min(patience.person, limits.whole);
    }
    return patience;
}

ReportOrigin originOf(const TestTarget& target, qsizetype position)
{
    return {target.file, target.trustFolder, target.distinctStation, position};
}

} // namespace

TestJob::TestJob(TestOptions options, TestTargets targets, Console& console)
    : m_options(std::move(options)), m_found(std::move(targets)), m_console(console),
      m_passwords(console, patienceOf(m_options.limits)), m_grants(console, patienceOf(m_options.limits)),
      m_stations(console), m_format(reportFormat(m_options.format, m_options.withTranscript)), m_status(m_found.status)
{
}

void TestJob::start()
{
    const ExitStatus taken = graver(graver(m_passwords.take(m_options.password), m_grants.take(m_options.grant)),
                                    m_stations.take(m_options.stationRoots, m_options.stationRootsPasswordPath));
    m_status = graver(m_status, taken);
    QMetaObject::invokeMethod(this, taken == ExitStatus::Done ? &TestJob::run : &TestJob::end, Qt::QueuedConnection);
}

bool TestJob::holdsProcess() const
{
    return m_passwords.holdsProcess() || m_grants.holdsProcess() || (m_run && m_run->hasPendingLookup());
}

void TestJob::run()
{
    QList<TestSubject> subjects;
    for (const TestTarget& target : std::as_const(m_found.targets))
        subjects += subjectOf(target);
    const auto passwordOf = [this](qsizetype index, const auto& found) { findPasswords(m_found.targets[index], found); };
    TestRun::Ways ways{m_options.jobs, 1, m_options.limits};
    if (m_options.limits.whole.count() > 0)
        ways.tokens.whole = m_options.limits.whole;
    m_run = std::make_unique<TestRun>(std::move(subjects), passwordOf, ways);
    connect(m_run.get(), &TestRun::testing, this, &TestJob::beginReports);
    connect(m_run.get(), &TestRun::reported, this, [this](qsizetype index, const Report& report) { take(report, index); });
    connect(m_run.get(), &TestRun::resolvingSlowly, this, [this](qsizetype index) {
        const QString& host = m_found.targets[index].settings.server.host;
        m_console.note(Texts::tr("The address of %1 is still being looked up.").arg(shown(host)));
    });
    connect(m_run.get(), &TestRun::finished, this, &TestJob::end);
    m_run->start();
}

void TestJob::beginReports()
{
    m_hasTested = true;
    for (const TestTarget& target : std::as_const(m_found.targets))
        if (!target.fault)
            trustOf(target.trustFolder); // which says what is wrong with it, before the first report
    for (const QString& file : std::as_const(m_found.unread))
        m_format->notRead(file);
    for (qsizetype i = 0; i < m_found.disabled.size(); ++i)
        m_format->leftOut(m_found.disabled[i].settings, originOf(m_found.disabled[i], m_found.targets.size() + i));
}

/// Whoever names the folder takes what is in it.
TrustFolder TestJob::folderAt(const QString& path) const
{
    const auto belief =
        m_options.trustFolder || m_options.isTrustAsItIs ? TrustFolder::Belief::AsItIs : TrustFolder::Belief::Recorded;
    return {path, TrustRecord::standardFolder(), belief};
}

StationTrust& TestJob::trustOf(const QString& folder)
{
    const auto known = m_trust.find(folder);
    if (known != m_trust.end())
        return known->second;
    StationTrust& made = m_trust.try_emplace(folder, folderAt(folder), m_options.accept, m_console, m_anchors).first->second;
    m_status = graver(m_status, made.status());
    return made;
}

/// How a token is asked for, as it is kept for the account, where nothing else was given to sign in with.
std::optional<TokenSettings> TestJob::keptToken(const TestTarget& target)
{
    using Source = GivenPassword::Source; // a file of secrets is for those that have a password
    const Source given = m_options.password.source;
    const bool isGiven = (given != Source::None && given != Source::Secrets) || m_grants.areGiven();
    return isGiven ? std::nullopt : m_grants.kept(target, folderAt(target.trustFolder));
}

StationFacts TestJob::factsOf(const TestTarget& target)
{
    const KnownStation& station = m_stations.at(folderAt(target.trustFolder));
    const bool isByToken = !m_passwords.token().isEmpty() || m_grants.areGiven() || keptToken(target);
    const StationProfile usual = isByToken ? StationProfile::OAuth : StationProfile::Password;
    return {.profile = m_options.stationProfile.value_or(usual), .roots = station.roots()};
}

/// What a test is worth to the script: where it asks for it, what would fail on the station fails.
ExitStatus TestJob::grade(const Report& report, const StationVerdict& verdict) const
{
    if (m_options.isStationGraded && verdict.forecast == Forecast::Fails)
        return ExitStatus::TestFailed;
    return statusOf(report.outcome);
}

void TestJob::take(const Report& report, qsizetype targetIndex)
{
    const TestTarget& target = m_found.targets[targetIndex];
    const StationVerdict verdict = predict(report, factsOf(target));
    m_console.write(m_format->ended(report, verdict, originOf(target, targetIndex)));
    const bool isHeard = m_console.flush(); // each as it ends
    if (!target.fault)
        trustOf(target.trustFolder).uses().note(report);
    if (!target.file.isEmpty() && !report.alarm) // what proves an alarm is about its recipient
        trustOf(target.trustFolder).note(TestNote::of(report, verdict.forecast));
    const ExitStatus status = grade(report, verdict);
    m_unproven += status == ExitStatus::Done && verdict.forecast == Forecast::Unknown ? 1 : 0;
    m_status = graver(m_status, status);
    m_passed += status == ExitStatus::Done ? 1 : 0;
    m_challenged += status == ExitStatus::Challenge ? 1 : 0;
    m_failed += status == ExitStatus::TestFailed ? 1 : 0;
    if (!isHeard && !std::exchange(m_isAbandoned, true))
        m_run->cancel(); // whoever reads the reports has gone, and no server is asked for nobody
}

bool TestJob::needsPassword(const TestTarget& target) const
{
    return target.settings.account && m_options.depth != Depth::Connect && m_passwords.areNeeded() && !m_grants.of(target);
}

/// That of the account, then that of the one in which its message is looked for. What is missing was said; the others that
/// are missing are said too.
void TestJob::findPasswords(const TestTarget& target, const std::function<void(const FoundPassword&)>& found)
{
    const auto look = [this, target, found](const FoundPassword& own) {
        if (!target.arrival || !needsPassword(*target.arrival))
            return found(own);
        m_passwords.find(*target.arrival, [found, own](const std::optional<Secret>& other) {
            found(other ? FoundPassword{own.secret, true, own.grant, *other}
                        : FoundPassword{.secret = {}, .isIndispensable = true});
        });
    };
    if (const auto settings = keptToken(target))
        m_grants.find(target, *settings, [look](const std::optional<TokenGrant>& grant) {
            look({.secret = {}, .isIndispensable = true, .grant = grant});
        });
    else if (needsPassword(target))
        m_passwords.find(target,
                         [look](const std::optional<Secret>& secret) { look({.secret = secret, .isIndispensable = true}); });
    else
        look({.secret = Secret(), .isIndispensable = true});
}

/// What proves an EmailRecipient's alarms. Its account and the one in which the message is looked for sign in with what was
/// given.
void TestJob::orderAlarm(TestOrder& order, const TestTarget& target) const
{
    order.alarm = target.alarm;
    order.depth = m_options.depth.value_or(Depth::Envelope);
    order.letsPutOff = false;
    if (order.depth != Depth::Message)
        return;
    order.message = alarmMessage(*target.alarm, target.settings, target.station);
    TestOrder look;
    look.settings = target.arrival->settings;
    look.depth = Depth::Envelope;
    look.sought = target.alarm->code;
    look.token = order.token;
    look.clientIdentity = order.clientIdentity;
    look.signIn = order.signIn;
    order.arrival = std::make_shared<const TestOrder>(std::move(look));
}

TestSubject TestJob::subjectOf(const TestTarget& target)
{
    TestSubject subject{.order = {}, .judge = {}, .fault = target.fault};
    TestOrder& order = subject.order;
    order = usualOrder(target.settings, target.alarmRecipient);
    if (target.alarm) {
        order.alarm = target.alarm;
        order.depth = m_options.depth.value_or(Depth::Envelope);
    }
    if (target.fault)
        return subject;
    subject.judge = [this, folder = target.trustFolder](const CertificateChain& chain, const Endpoint& host) {
        return trustOf(folder).judge()(chain, host);
    };
    if (m_options.depth) {
        order.depth = *m_options.depth;
        order.letsPutOff = false;
    }
    order.token = m_passwords.token();
    order.clientIdentity = m_passwords.clientIdentity();
    order.dial = m_options.dial;
    order.signIn = m_options.signIn;
    order.mechanism = m_options.mechanism;
    order.ehloName = m_options.ehloName;
    const KnownStation& station = m_stations.at(folderAt(target.trustFolder));
    if (order.ehloName.isEmpty())
        order.ehloName = station.hostName.toUtf8();
    order.asksForStation = station.roots().has_value();
    if (!m_options.recipient.isEmpty())
        order.recipient = m_options.recipient;
    if (target.alarm)
        orderAlarm(order, target);
    else if (order.depth == Depth::Message)
        order.message = TestMessage::now(target.station, target.settings, order.recipient).toBytes();
    subject.grant = m_grants.of(target);
    if (target.arrival)
        subject.arrivalGrant = m_grants.of(*target.arrival);
    subject.needsPassword = needsPassword(target) || (target.arrival && needsPassword(*target.arrival));
    return subject;
}

void TestJob::end()
{
    for (auto& [folder, trust] : m_trust) {
        trust.uses().write();
        trust.notes().write();
        m_status = graver(m_status, trust.status());
    }
    m_status = graver(m_status, graver(m_stations.status(), m_grants.status()));
    if (m_options.isStationGraded && m_unproven > 0)
        m_console.note(Texts::tr("Passed here, and not proven for the station: %1.").arg(m_unproven));
    if (m_hasTested)
        m_console.write(m_format->end());
    else if (m_run) // a password is missing
        m_status = graver(m_status, ExitStatus::Usage);
    if (m_options.format == TestFormat::Text && m_passed + m_challenged + m_failed > 1)
        m_console.print(Texts::tr("%1 passed, %2 challenged, %3 failed.").arg(m_passed).arg(m_challenged).arg(m_failed));
    emit finished(m_status);
}

} // namespace stationer
