#pragma once

#include "connection/arrivalwatch.h"
#include "connection/connectiontest.h"
#include "connection/deletelater.h"
#include "connection/exchange.h"
#include "connection/handshake.h"
#include "connection/happyeyeballs.h"
#include "connection/probes.h"
#include "connection/resolution.h"
#include "connection/stageclock.h"
#include "connection/transcript.h"

#include <QTimer>

namespace stationer {

/// The course of one test: it puts the parts in their order and turns what they say into stages and an outcome. It speaks no
/// protocol, handles no bytes and verifies no certificate itself. Its signals are the test's, always from the event loop.
///
///     Idle ─start()─▶ [Fetching ─▶] Resolving ─▶ Connecting ─┬─ none, starttls ─▶ Talking ─succeeded─▶ Ended
///                                              │                    │    ▲
///                                              │           StartTls ▼    │ judged
///                                              └────── ssl ───▶ Encrypting
///     Talking (nothing heard yet), Encrypting (ssl) ─the connection fails─▶ Probing ─the probe answers─▶ Ended
///     Encrypting, Probing ─the handshake failed, and it was TLS─▶ Probing (which version it has) ─▶ Ended
///     Talking ─succeeded, and the message is to be seen─▶ Awaiting ─it is there─▶ Ended
///     Talking ─succeeded by TLS 1.3, and what is below matters─▶ Probing (which version it has) ─▶ Ended
///     every state ─a fault, a deadline, cancel()─▶ Ended
///
/// In Talking and Encrypting a probe may run beside the connection when that stays silent.
class ConnectionTest::Course {
public:
    Course(ConnectionTest* test, TestOrder testOrder, ChainJudge chainJudge, Limits testLimits, Resolver resolver);

    void start();
    void cancel();
    void finish(Outcome outcome, const QString& detail = {});

    bool hasPendingLookup() const { return m_resolution.isPending() || (m_arrival && m_arrival->hasPendingLookup()); }

private:
    enum class State { Idle, Fetching, Resolving, Connecting, Talking, Encrypting, Probing, Awaiting, Ended };

    std::chrono::nanoseconds now() const { return std::chrono::steady_clock::now() - m_began; }
    void enter(Stage stage);
    void pass();
    void pass(const QString& detail);
    void tell(const StageRecord& record);
    void take(const FetchedToken& fetched);
    void resolve();
    void connectTo(const QList<QHostAddress>& addresses);
    void onConnected();
    void talk();
    void onBroke(Outcome outcome, const QString& libraryText);
    void onFailed(const DialogueFailure& failure);
    void encrypt();
    void onTlsFailed(Handshake::Failure failure, const QString& libraryText);
    void judge();
    void hangUp();
    void onSucceeded();
    void askBelowTls13();
    void sayGoodbye();
    void awaitArrival();
    void probeInstead(Outcome fallback, const QString& detail);
    void probeVersion(const QString& detail);
    void nameSource();
    void conclude(const Probes::Conclusion& conclusion);
    Stage stageOf(Phase phase) const;

    ConnectionTest* q;
    TestOrder m_order;
    ChainJudge m_judge;
    Limits m_limits;
    DialogueGoal m_goal;
    Report m_report;
    std::chrono::steady_clock::time_point m_began;
    StageClock m_clock;
    Transcript m_transcript;
    State m_state = State::Idle;
    bool m_isCancelled = false;
    std::optional<std::chrono::nanoseconds> m_passedAt; ///< nothing takes that back
    ChannelFacts m_channel;                             ///< of the encrypted one, once there is one
    bool m_isSecured = false;                           ///< encrypted, and the identity is settled
    Resolver m_resolver;
    Resolution m_resolution;
    LaterPtr<HappyEyeballs> m_eyeballs;
    LaterPtr<QSslSocket> m_socket;
    LaterPtr<Exchange> m_exchange;
    LaterPtr<Handshake> m_handshake;
    LaterPtr<Probes> m_probes; ///< of the address that took the connection
    LaterPtr<ArrivalWatch> m_arrival;
    QHostAddress m_address;
    quint16 m_port = 0;
    QTimer m_connect;
    QTimer m_whole;
};

} // namespace stationer
