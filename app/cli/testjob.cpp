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
    const auto passwordOf = [this](qsizetype index, const auto& found) {
        if (const auto settings = keptToken(m_found.targets[index]))
            return m_grants.find(m_found.targets[index], *settings, [found](const std::optional<TokenGrant>& grant) {
                found({.secret = {}, .isIndispensable = true, .grant = grant});
            });
        m_passwords.find(m_found.targets[index], [found](const std::optional<Secret>& secret) {
            found({.secret = secret, .isIndispensable = true}); // which was said; the others that are missing are said too
        });
    };
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
    return {.profile = m_options.stationProfile.value_or(usual),
            .roots = station.roots(),
            .isHostNameGiven = !m_options.ehloName.isEmpty() || !station.hostName.isEmpty()};
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
    const ExitStatus status = grade(report, verdict);
    m_unproven += status == ExitStatus::Done && verdict.forecast == Forecast::Unknown ? 1 : 0;
    m_status = graver(m_status, status);
    m_passed += status == ExitStatus::Done ? 1 : 0;
    m_challenged += status == ExitStatus::Challenge ? 1 : 0;
    m_failed += status == ExitStatus::TestFailed ? 1 : 0;
    if (!isHeard && !std::exchange(m_isAbandoned, true))
        m_run->cancel(); // whoever reads the reports has gone, and no server is asked for nobody
}

TestSubject TestJob::subjectOf(const TestTarget& target)
{
    TestSubject subject{.order = {}, .judge = {}, .fault = target.fault};
    TestOrder& order = subject.order;
    order = usualOrder(target.settings, target.alarmRecipient);
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
    if (order.ehloName.isEmpty())
        order.ehloName = m_stations.at(folderAt(target.trustFolder)).hostName.toUtf8();
    if (!m_options.recipient.isEmpty())
        order.recipient = m_options.recipient;
    if (order.depth == Depth::Message)
        order.message = TestMessage::now(target.station, target.settings, order.recipient).toBytes();
    subject.grant = m_grants.of(target);
    subject.needsPassword =
        target.settings.account && m_options.depth != Depth::Connect && m_passwords.areNeeded() && !subject.grant;
    return subject;
}

void TestJob::end()
{
    for (auto& [folder, trust] : m_trust) {
        trust.uses().write();
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
