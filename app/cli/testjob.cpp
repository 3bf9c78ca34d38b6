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
      m_passwords(console, patienceOf(m_options.limits)), m_secrets(m_found.targets.size()),
      m_format(reportFormat(m_options.format)), m_status(m_found.status)
{
}

void TestJob::start()
{
    const ExitStatus taken = m_passwords.take(m_options.password);
    if (taken != ExitStatus::Done) {
        m_status = graver(m_status, taken);
        QMetaObject::invokeMethod(this, &TestJob::end, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { findPassword(0); }, Qt::QueuedConnection);
}

bool TestJob::holdsProcess() const
{
    return m_passwords.holdsProcess() || (m_tests && m_tests->hasPendingLookup());
}

void TestJob::findPassword(qsizetype index)
{
    const auto isNeeded = [this](const TestTarget& target) {
        return !target.fault && target.settings.account && m_options.depth != Depth::Connect;
    };
    while (index < m_found.targets.size() && !isNeeded(m_found.targets[index]))
        ++index;
    if (index == m_found.targets.size() && m_isPasswordMissing) {
        m_status = graver(m_status, ExitStatus::Usage);
        return end();
    }
    if (index == m_found.targets.size())
        return test();
    m_passwords.find(m_found.targets[index], [this, index](const std::optional<Secret>& secret) {
        m_isPasswordMissing = m_isPasswordMissing || !secret; // which was said; the others that are missing are said too
        m_secrets[index] = secret.value_or(Secret());
        // One after the other through the event loop: a thousand given passwords are no thousand frames of stack.
        QMetaObject::invokeMethod(
            this, [this, index] { findPassword(index + 1); }, Qt::QueuedConnection);
    });
}

void TestJob::test()
{
    for (const QString& file : std::as_const(m_found.unread))
        m_format->notRead(file);
    for (qsizetype i = 0; i < m_found.disabled.size(); ++i)
        m_format->leftOut(m_found.disabled[i].settings, originOf(m_found.disabled[i], m_found.targets.size() + i));
    QList<JudgedOrder> orders;
    for (qsizetype i = 0; i < m_found.targets.size(); ++i) {
        const TestTarget& target = m_found.targets[i];
        if (target.fault) {
            take(ConnectionTest::refused(*target.fault, target.settings), i, nullptr);
            continue;
        }
        orders.append({orderOf(target, m_secrets[i]), trustOf(target.trustFolder).judge()});
        m_tested += i;
    }
    m_tests = std::make_unique<TestBatch>(std::move(orders), m_options.jobs, m_options.limits);
    connect(m_tests.get(), &TestBatch::testFinished, this, [this](qsizetype order, const Report& report) {
        const qsizetype index = m_tested[order];
        take(report, index, &trustOf(m_found.targets[index].trustFolder));
    });
    connect(m_tests.get(), &TestBatch::resolvingSlowly, this, [this](qsizetype order) {
        const TestTarget& target = m_found.targets[m_tested[order]];
        m_console.note(Texts::tr("The address of %1 is still being looked up.").arg(shown(target.settings.server.host)));
    });
    connect(m_tests.get(), &TestBatch::finished, this, &TestJob::end);
    m_tests->start();
}

StationTrust& TestJob::trustOf(const QString& folder)
{
    const auto known = m_trust.find(folder);
    if (known != m_trust.end())
        return known->second;
    // Stations with the same roots share anchors, and with them what those verified lately.
    const auto anchorsOf = [this](const QList<QByteArray>& userDer) {
        if (QByteArray stamp = systemRootsStamp(); stamp != m_systemStamp) {
            m_systemStamp = std::move(stamp);
            m_anchors.clear();
        }
        const auto shared = m_anchors.constFind(userDer);
        return shared != m_anchors.cend() ? *shared : *m_anchors.insert(userDer, TrustAnchors::systemAnd(userDer));
    };
    // Whoever names the folder takes what is in it.
    const auto belief =
        m_options.trustFolder || m_options.isTrustAsItIs ? TrustFolder::Belief::AsItIs : TrustFolder::Belief::Recorded;
    const TrustFolder place(folder, TrustRecord::standardFolder(), belief);
    StationTrust& made = m_trust.try_emplace(folder, place, m_options.accept, m_console, anchorsOf).first->second;
    m_status = graver(m_status, made.status());
    return made;
}

void TestJob::take(const Report& report, qsizetype targetIndex, StationTrust* trust)
{
    const TestTarget& target = m_found.targets[targetIndex];
    m_console.write(m_format->ended(report, originOf(target, targetIndex)));
    const bool isHeard = m_console.flush(); // each as it ends
    if (trust)
        trust->noteUse(report);
    const ExitStatus status = statusOf(report.outcome);
    m_status = graver(m_status, status);
    m_passed += status == ExitStatus::Done ? 1 : 0;
    m_challenged += status == ExitStatus::Challenge ? 1 : 0;
    m_failed += status == ExitStatus::TestFailed ? 1 : 0;
    if (!isHeard && m_tests && !std::exchange(m_isAbandoned, true))
        m_tests->cancel(); // whoever reads the reports has gone, and no server is asked for nobody
}

TestOrder TestJob::orderOf(const TestTarget& target, const Secret& password) const
{
    TestOrder order;
    order.settings = target.settings;
    order.depth = m_options.depth.value_or(target.settings.account ? Depth::Login : Depth::Connect);
    const bool isToken = m_options.password.source == GivenPassword::Source::TokenFile;
    (isToken ? order.token : order.password) = password;
    order.clientIdentity = m_passwords.clientIdentity();
    order.dial = m_options.dial;
    order.mechanism = m_options.mechanism;
    order.ehloName = m_options.ehloName;
    order.recipient = m_options.recipient;
    if (order.depth == Depth::Message)
        order.message = TestMessage::now(target.station, target.settings, order.recipient).toBytes();
    return order;
}

void TestJob::end()
{
    for (auto& [folder, trust] : m_trust) {
        trust.writeUses();
        m_status = graver(m_status, trust.status());
    }
    if (m_tests) // else nothing was tested
        m_console.write(m_format->end());
    if (m_options.format == TestFormat::Text && m_passed + m_challenged + m_failed > 1)
        m_console.print(Texts::tr("%1 passed, %2 challenged, %3 failed.").arg(m_passed).arg(m_challenged).arg(m_failed));
    emit finished(m_status);
}

} // namespace stationer
