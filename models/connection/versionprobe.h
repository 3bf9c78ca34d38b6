#pragma once

#include "connection/counterprobe.h"

namespace stationer {

/// Asks a server that speaks TLS which version it has at best, on a connection of its own, after a handshake failed. It
/// sends one hello, reads the first words of the answer and hangs up: no credential, nothing encrypted. answered() comes
/// once.
///
///     ask() ─ mode ssl ──────────────────────────▶ Asking ──the first words──▶ answered
///        └─── mode starttls ─▶ Talking ──go-ahead──┘ └──no TLS, closed, the deadline──▶ answered, empty
class VersionProbe : public QObject {
    Q_OBJECT
public:
    VersionProbe(const CounterProbe::Target& target, const DialogueGoal& goal, const Limits& limits,
                 std::chrono::milliseconds bound, QObject* parent = nullptr);

    void ask();

signals:
    /// The version as versionOfServerHello() names it, and whether the server wants a client certificate.
    void answered(const QString& version, bool wantsCertificate);

private:
    void talk();
    void sayHello();
    void read();
    void end();

    CounterProbe::Target m_target;
    DialogueGoal m_goal;
    Limits m_limits;
    Transcript m_transcript;
    LaterPtr<QSslSocket> m_socket;
    LaterPtr<Exchange> m_exchange;
    QTimer m_deadline;
    QByteArray m_bytes;
    bool m_hasAsked = false;
    bool m_isOver = false;
};

} // namespace stationer
