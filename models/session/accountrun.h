#pragma once

#include "rows/accountrow.h"
#include "session/accountorders.h"

#include <QHash>
#include <QList>

#include <vector>

namespace stationer {

class LastTests;

/// As PasswordSource, of accounts of the open station.
using AccountPasswordSource = std::function<void(SlotId account, std::function<void(const FoundPassword&)> found)>;

/// A run of tests over accounts of the open station, from one to all of them; more may join while it goes on. Its reports
/// are the accounts' last tests; what they show of Allowed Hosts is noted. A report that was cancelled takes no other's
/// place in a run of many: what an account had before, it keeps.
class AccountRun : public QObject {
    Q_OBJECT
public:
    enum class Size { One, Many };
    struct Rooms {
        OpenStation& station;
        LastTests& lastTests;
        AccountOrders& orders;
    };
    AccountRun(Size size, const Rooms& rooms, QObject* parent = nullptr);

    /// Those that are in the run already are not begun twice.
    void start(const QList<SlotId>& accounts, AccountPasswordSource passwords,
               const std::optional<AccountOrders::Errand>& errand = std::nullopt);
    void cancel(); ///< what runs ends at once, the rest does not begin
    bool isRunning() const { return !m_states.isEmpty(); }
    bool holds(SlotId account) const { return m_states.contains(account); }

signals:
    void stateChanged(const QList<stationer::SlotId>& accounts, stationer::RunState state);
    void progressed(int done, int total);
    void began(stationer::SlotId account, const stationer::Endpoint& server, stationer::Depth depth);
    void stageBegan(stationer::Stage stage); ///< of the one test that runs, where the run is of one
    void stageEnded(const stationer::StageRecord& record);
    void resolvingSlowly();
    void reported(stationer::SlotId account, const stationer::Report& report); ///< and noted
    void finished(bool isCancelled);                                           ///< once a run, after the last report

private:
    void connectRun(TestRun& run, const QList<SlotId>& accounts);
    void take(SlotId account, const Report& report);
    void leave(const QList<SlotId>& accounts);
    void endWhenEmpty();
    void dropAll();

    Size m_size;
    Rooms m_rooms;
    std::vector<LaterPtr<TestRun>> m_runs; ///< one a start(); they go when the next run begins
    QHash<SlotId, RunState> m_states;      ///< of those that are still to come or being tested
    int m_total = 0;
    bool m_isCancelled = false;
    bool m_isOver = true;
};

} // namespace stationer
