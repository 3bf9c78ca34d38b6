#include "session/accountrun.h"

#include "session/lasttests.h"
#include "session/openstation.h"

#include <utility>

namespace stationer {

namespace {

constexpr int questionsAtOnce = 16;
/// Many accounts are often on one server, and servers limit the connections of one computer (Dovecot: 10).
constexpr int testsAtOnce = 8;

/// Whose passwords a test needs. An alarm's needs those of the account that sends and of the one in which it is looked for.
struct Askers {
    SlotId own = SlotId::None;
    SlotId arrival = SlotId::None;
};

bool signsInByPassword(const TestOrder& order)
{
    return order.settings.account && credentialOf(order) == Credential::Password;
}

Askers askersOf(const Document& document, SlotId tested, const TestOrder& order)
{
    if (!order.alarm)
        return {.own = tested};
    return {.own = signsInByPassword(order) ? document.find(order.settings.path) : SlotId::None,
            .arrival =
                order.arrival && signsInByPassword(*order.arrival) ? document.find(order.alarm->through) : SlotId::None};
}

/// The one, then the other; nothing is sent where the other is missing, as nobody would see it arrive.
void askFor(const Askers& askers, const AccountPasswordSource& passwords,
            const std::function<void(const FoundPassword&)>& found)
{
    const auto askArrival = [askers, passwords, found](const FoundPassword& own) {
        if (askers.arrival == SlotId::None || !own.secret)
            return found(own);
        passwords(askers.arrival, [own, found](const FoundPassword& other) {
            found({.secret = other.secret ? own.secret : std::nullopt,
                   .isIndispensable = own.isIndispensable || !other.secret,
                   .arrival = other.secret.value_or(Secret())});
        });
    };
    askers.own == SlotId::None ? askArrival({.secret = Secret()}) : passwords(askers.own, askArrival);
}

} // namespace

AccountRun::AccountRun(Size size, const Rooms& rooms, QObject* parent) : QObject(parent), m_size(size), m_rooms(rooms)
{
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, this, &AccountRun::dropAll);
}

void AccountRun::start(const QList<SlotId>& accounts, AccountPasswordSource passwords,
                       const std::optional<AccountOrders::Errand>& errand)
{
    if (!m_rooms.station.isOpen())
        return;
    const bool isJoined = isRunning();
    QList<SlotId> joining;
    QList<TestSubject> subjects;
    QList<Askers> askers;
    for (const SlotId account : accounts) {
        if (m_states.contains(account) || !m_rooms.station.document().exists(account))
            continue;
        m_states.insert(account, RunState::Waiting);
        joining += account;
        subjects += m_rooms.orders.subject(account, errand);
        askers += askersOf(m_rooms.station.document(), account, subjects.last().order);
    }
    if (joining.isEmpty())
        return;
    if (!isJoined) {
        m_total = 0;
        m_isCancelled = false;
        m_isOver = false;
        m_runs.clear();
    }
    m_total += int(joining.size());
    const auto passwordOf = [askers, passwords = std::move(passwords)](qsizetype subject, const auto& found) {
        askFor(askers[subject], passwords, found);
    };
    LaterPtr<TestRun> run(new TestRun(
        std::move(subjects), passwordOf,
        {m_size == Size::One ? 1 : testsAtOnce, questionsAtOnce, m_rooms.orders.limits, m_rooms.orders.resolver}));
    connectRun(*run, joining);
    TestRun* const started = run.get();
    m_runs.push_back(std::move(run));
    emit stateChanged(joining, RunState::Waiting);
    emit progressed(m_total - int(m_states.size()), m_total);
    started->start();
}

void AccountRun::connectRun(TestRun& run, const QList<SlotId>& accounts)
{
    connect(&run, &TestRun::began, this, [this, &run, accounts](qsizetype index) {
        const TestOrder& order = run.subject(index).order;
        m_states.insert(accounts[index], RunState::Testing);
        emit stateChanged({accounts[index]}, RunState::Testing);
        emit began(accounts[index], order.settings.server, order.depth);
    });
    connect(&run, &TestRun::reported, this,
            [this, accounts](qsizetype index, const Report& report) { take(accounts[index], report); });
    // Those whose passwords were still being asked for had no report.
    connect(&run, &TestRun::finished, this, [this, accounts] {
        leave(accounts);
        endWhenEmpty();
    });
    if (m_size == Size::Many)
        return;
    connect(&run, &TestRun::stageBegan, this, [this](qsizetype, Stage stage) { emit stageBegan(stage); });
    connect(&run, &TestRun::stageEnded, this, [this](qsizetype, const StageRecord& record) { emit stageEnded(record); });
    connect(&run, &TestRun::resolvingSlowly, this, &AccountRun::resolvingSlowly);
}

void AccountRun::take(SlotId account, const Report& report)
{
    if (!m_states.contains(account))
        return;
    const bool hadBegun = m_states.value(account) == RunState::Testing;
    if (m_rooms.station.document().exists(account)) {
        m_rooms.orders.uses().note(report);
        if (report.outcome != Outcome::Cancelled ||
            (hadBegun && (m_size == Size::One || !m_rooms.lastTests.report(account))))
            m_rooms.lastTests.record(account, report);
    }
    leave({account});
    emit reported(account, report);
    endWhenEmpty();
}

void AccountRun::leave(const QList<SlotId>& accounts)
{
    QList<SlotId> left;
    for (const SlotId account : accounts)
        if (m_states.remove(account))
            left += account;
    if (left.isEmpty())
        return;
    emit stateChanged(left, RunState::Idle);
    emit progressed(m_total - int(m_states.size()), m_total);
}

void AccountRun::endWhenEmpty()
{
    if (isRunning() || std::exchange(m_isOver, true))
        return;
    m_rooms.orders.uses().write();
    emit finished(m_isCancelled);
}

void AccountRun::cancel()
{
    if (!isRunning())
        return;
    m_isCancelled = true;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        m_runs[i]->cancel();
}

void AccountRun::dropAll()
{
    const QList<SlotId> left = m_states.keys();
    m_isCancelled = true;
    m_states.clear();
    m_runs.clear();
    if (left.isEmpty())
        return;
    emit stateChanged(left, RunState::Idle);
    endWhenEmpty();
}

} // namespace stationer
