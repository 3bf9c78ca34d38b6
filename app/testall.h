#pragma once

#include "connection/batch.h"
#include "rows/accountrow.h"
#include "secrets/keyring.h"
#include "station/slotid.h"
#include "trust/allowedhosts.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace stationer {

class AccountTests;
class LastTests;
class OpenStation;

/// The connection tests of many accounts of the open station in one run, several at once on the program's own event loop.
/// It asks nobody anything: a password comes from the key ring or the account is tested without signing in, and a challenge is
/// only recorded.
///
///   start ──▶ passwords asked of the key ring, several at once ──▶ testing ──▶ finished
///     ▲                                                              │
///     └────────── more accounts join the run by another start ◀──────┘
///
/// A report that was cancelled takes no other's place: what an account had before, it keeps. What is learnt about Allowed Hosts
/// is noted every few seconds and at the end, not with every test: each time the whole list is written.
class TestAll : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        LastTests& lastTests;
        KeyRing& keyRing;
        AccountTests& tests;
    };
    explicit TestAll(const Rooms& rooms, QObject* parent = nullptr);
    ~TestAll() override;

    void setLimits(const Limits& limits) { m_limits = limits; }
    /// Those that are in the run already are not begun twice.
    void start(const QList<SlotId>& accounts);
    void cancel(); ///< what runs ends at once, the rest does not begin
    bool isRunning() const { return !m_states.isEmpty(); }

signals:
    void stateChanged(const QList<stationer::SlotId>& accounts, stationer::RunState state);
    void progressed(int done, int total);
    void finished(bool isCancelled); ///< once a run, after the last report

private:
    struct Asked {
        SlotId account = SlotId::None;
        std::optional<Secret> password;
    };
    struct Asking; ///< the passwords of the accounts of one start()
    void ask(const std::shared_ptr<Asking>& asking);
    void launch(const QList<Asked>& accounts);
    void onFinished(SlotId account, const Report& report);
    void leave(SlotId account);
    void dropAll();
    void noteUses();

    Rooms m_rooms;
    Limits m_limits;
    std::vector<LaterPtr<TestBatch>> m_batches; ///< one a start(); they go when the run ends
    QHash<SlotId, RunState> m_states;           ///< of those that are still to come or being tested
    QList<HostUse> m_uses;                      ///< learnt, not yet noted
    QTimer m_note;
    quint64 m_run = 0; ///< answers of the key ring to an earlier run are not heard
    int m_total = 0;
    bool m_isCancelled = false;
};

} // namespace stationer
