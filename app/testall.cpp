#include "app/testall.h"

#include "app/accounttests.h"
#include "rows/accountrow.h"
#include "session/lasttests.h"
#include "session/openstation.h"

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr int readsAtOnce = 16;
/// Many accounts are often on one server, and servers limit the connections of one computer (Dovecot: 10).
constexpr int testsAtOnce = 8;
constexpr auto betweenNotes = 3s;

} // namespace

struct TestAll::Asking {
    QList<Asked> accounts;
    qsizetype next = 0;
    qsizetype answered = 0;
    bool isClosed = false; ///< the key ring; the rest is not asked for: no pile of prompts
};

TestAll::TestAll(const Rooms& rooms, QObject* parent) : QObject(parent), m_rooms(rooms)
{
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, this, &TestAll::dropAll);
    m_note.setSingleShot(true);
    m_note.setInterval(betweenNotes);
    connect(&m_note, &QTimer::timeout, this, &TestAll::noteUses);
}

TestAll::~TestAll()
{
    noteUses(); // the program may end in the middle of a run
}

void TestAll::noteUses()
{
    m_note.stop();
    m_rooms.tests.noteTrust(std::exchange(m_uses, {}));
}

void TestAll::start(const QList<SlotId>& accounts)
{
    if (!m_rooms.station.isOpen())
        return;
    if (!isRunning()) {
        ++m_run;
        m_total = 0;
        m_isCancelled = false;
        m_batches.clear();
    }
    const auto asking = std::make_shared<Asking>();
    QList<SlotId> joining;
    for (const SlotId account : accounts) {
        if (m_states.contains(account) || !m_rooms.station.document().exists(account))
            continue;
        m_states.insert(account, RunState::Waiting);
        asking->accounts += Asked{account, std::nullopt};
        joining += account;
    }
    if (joining.isEmpty())
        return;
    m_total += int(joining.size());
    emit stateChanged(joining, RunState::Waiting);
    emit progressed(m_total - int(m_states.size()), m_total);
    ask(asking);
}

void TestAll::ask(const std::shared_ptr<Asking>& asking)
{
    while (asking->next < asking->accounts.size() && asking->next - asking->answered < readsAtOnce) {
        const qsizetype index = asking->next++;
        const SlotId account = asking->accounts[index].account;
        const auto settings = settingsOf(m_rooms.station.document(), account);
        const std::optional<SecretPlace> place = m_rooms.tests.placeOf(account);
        if (asking->isClosed || !place || !settings || !m_rooms.tests.choices(account).needsPassword(settings.value())) {
            ++asking->answered;
            continue;
        }
        m_rooms.keyRing.read(*place, this, [this, asking, index, run = m_run](const KeyRingAnswer& answer) {
            ++asking->answered;
            asking->isClosed =
                asking->isClosed || answer.state == KeyRingState::Locked || answer.state == KeyRingState::Silent;
            asking->accounts[index].password = answer.secret;
            if (run == m_run && isRunning())
                ask(asking);
        });
    }
    if (asking->answered == asking->accounts.size())
        launch(asking->accounts);
}

void TestAll::launch(const QList<Asked>& asked)
{
    QList<TestOrder> orders;
    QList<SlotId> accounts;
    QList<std::pair<SlotId, SettingFault>> faulty;
    for (const Asked& each : asked) {
        if (!m_states.contains(each.account))
            continue;
        if (!m_rooms.station.document().exists(each.account)) {
            leave(each.account);
            continue;
        }
        Result<TestOrder, SettingFault> order = m_rooms.tests.orderFor(each.account, each.password);
        if (!order) {
            faulty.emplaceBack(each.account, order.error());
            continue;
        }
        orders += std::move(order).value();
        accounts += each.account;
    }
    // The stores of the moment of each test: an import while it runs holds for those that are still to come.
    const ChainJudge judge = [this](const CertificateChain& chain, const Endpoint& server) {
        return m_rooms.tests.judgeNow()(chain, server);
    };
    if (!orders.isEmpty()) {
        LaterPtr<TestBatch> batch(new TestBatch(std::move(orders), testsAtOnce, judge, m_limits));
        connect(batch.get(), &TestBatch::testBegan, this, [this, accounts](qsizetype index) {
            m_states.insert(accounts[index], RunState::Testing);
            emit stateChanged({accounts[index]}, RunState::Testing);
        });
        connect(batch.get(), &TestBatch::testFinished, this,
                [this, accounts](qsizetype index, const Report& report) { onFinished(accounts[index], report); });
        m_batches.push_back(std::move(batch));
        m_batches.back()->start();
    }
    const quint64 run = m_run;
    for (const auto& [account, fault] : faulty)
        if (run == m_run && m_states.contains(account))
            onFinished(account, m_rooms.tests.refusalOf(account, fault));
}

void TestAll::onFinished(SlotId account, const Report& report)
{
    const bool isLost = report.outcome == Outcome::Cancelled;
    const bool hadBegun = m_states.value(account) == RunState::Testing;
    if (m_rooms.station.isOpen() && m_rooms.station.document().exists(account)) {
        m_uses += usesIn(report);
        if (!m_uses.isEmpty() && !m_note.isActive())
            m_note.start();
        if (!isLost || (hadBegun && !m_rooms.lastTests.report(account)))
            m_rooms.lastTests.record(account, report);
    }
    leave(account);
}

void TestAll::leave(SlotId account)
{
    if (!m_states.remove(account))
        return;
    emit stateChanged({account}, RunState::Idle);
    emit progressed(m_total - int(m_states.size()), m_total);
    if (isRunning())
        return;
    noteUses();
    emit finished(m_isCancelled);
}

void TestAll::cancel()
{
    if (!isRunning())
        return;
    m_isCancelled = true;
    const quint64 run = m_run;
    for (std::size_t i = 0; i < m_batches.size(); ++i)
        m_batches[i]->cancel();
    // Those whose passwords were still being asked for.
    QList<SlotId> waiting;
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it)
        if (it.value() == RunState::Waiting)
            waiting += it.key();
    for (const SlotId account : std::as_const(waiting))
        if (run == m_run)
            leave(account);
}

void TestAll::dropAll()
{
    const bool wasRunning = isRunning();
    const QList<SlotId> left = m_states.keys();
    ++m_run;
    m_states.clear();
    m_batches.clear();
    noteUses(); // in the list of the station that they are about
    m_isCancelled = wasRunning;
    if (!wasRunning)
        return;
    emit stateChanged(left, RunState::Idle);
    emit finished(true);
}

} // namespace stationer
