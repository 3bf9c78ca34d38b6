#include "app/cli/testjob.h"

#include "app/cli/texts.h"
#include "connection/testmessage.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

ExitStatus statusOf(Outcome outcome)
{
    if (outcome == Outcome::Succeeded)
        return ExitStatus::Done;
    return outcome == Outcome::CertificateChallenged ? ExitStatus::Challenge : ExitStatus::TestFailed;
}

} // namespace

TestJob::TestJob(TestOptions options, TestTargets targets, Console& console)
    : m_options(std::move(options)), m_found(std::move(targets)), m_console(console), m_passwords(console),
      m_secrets(m_found.targets.size()), m_status(m_found.status)
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
    return std::any_of(m_batches.begin(), m_batches.end(),
                       [](const Batch& batch) { return batch.tests && batch.tests->hasPendingLookup(); });
}

void TestJob::findPassword(qsizetype index)
{
    const auto isNeeded = [this](const TestTarget& target) {
        return !target.fault && target.settings.account && m_options.depth != Depth::Connect;
    };
    while (index < m_found.targets.size() && !isNeeded(m_found.targets[index]))
        ++index;
    if (index == m_found.targets.size())
        return makeBatches();
    m_passwords.find(m_found.targets[index], [this, index](const std::optional<Secret>& secret) {
        if (!secret) {
            m_status = graver(m_status, ExitStatus::Usage);
            return end();
        }
        m_secrets[index] = *secret;
        // One after the other through the event loop: a thousand given passwords are no thousand frames of stack.
        QMetaObject::invokeMethod(
            this, [this, index] { findPassword(index + 1); }, Qt::QueuedConnection);
    });
}

void TestJob::makeBatches()
{
    for (qsizetype i = 0; i < m_found.targets.size(); ++i) {
        const TestTarget& target = m_found.targets[i];
        if (target.fault) {
            take(ConnectionTest::refused(*target.fault, target.settings), i, nullptr);
            continue;
        }
        auto batch = std::find_if(m_batches.begin(), m_batches.end(),
                                  [&](const Batch& made) { return made.trust->folder() == target.trustFolder; });
        if (batch == m_batches.end()) {
            m_batches.emplace_back();
            batch = std::prev(m_batches.end());
            batch->trust = std::make_unique<StationTrust>(target.trustFolder, m_options.accept, m_console);
            m_status = graver(m_status, batch->trust->status());
        }
        batch->targets += i;
        batch->orders += orderOf(target, m_secrets[i]);
    }
    runBatch(0);
}

void TestJob::runBatch(size_t index)
{
    if (index == m_batches.size())
        return end();
    Batch& batch = m_batches[index];
    batch.tests = std::make_unique<TestBatch>(batch.orders, m_options.jobs, batch.trust->judge(), m_options.limits);
    connect(batch.tests.get(), &TestBatch::testFinished, this, [this, index](qsizetype order, const Report& report) {
        take(report, m_batches[index].targets[order], m_batches[index].trust.get());
    });
    connect(batch.tests.get(), &TestBatch::resolvingSlowly, this, [this, index](qsizetype order) {
        const TestTarget& target = m_found.targets[m_batches[index].targets[order]];
        m_console.note(Texts::tr("The address of %1 is still being looked up.").arg(shown(target.settings.server.host)));
    });
    connect(batch.tests.get(), &TestBatch::finished, this, [this, index] { runBatch(index + 1); });
    batch.tests->start();
}

void TestJob::take(const Report& report, qsizetype targetIndex, StationTrust* trust)
{
    const TestTarget& target = m_found.targets[targetIndex];
    m_console.write(reportFormat(m_options.format)(report, {target.file, target.trustFolder}));
    m_console.flush(); // each as it ends
    if (trust)
        trust->noteUse(report, m_console);
    const ExitStatus status = statusOf(report.outcome);
    m_status = graver(m_status, status);
    m_passed += status == ExitStatus::Done ? 1 : 0;
    m_challenged += status == ExitStatus::Challenge ? 1 : 0;
    m_failed += status == ExitStatus::TestFailed ? 1 : 0;
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
    if (m_options.format == OutputFormat::Text && m_passed + m_challenged + m_failed > 1)
        m_console.print(Texts::tr("%1 passed, %2 challenged, %3 failed.").arg(m_passed).arg(m_challenged).arg(m_failed));
    emit finished(m_status);
}

} // namespace stationer
