#pragma once

#include "connection/counterprobe.h"

namespace stationer {

/// Asks a server that speaks TLS which version it has at best, up to TLS 1.2, on a connection of its own. It
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
    /// Whether the answer was that the server has none of the versions in the hello, TLS 1.2 at best (RFC 5246,
    /// section 7.2.2).
    bool isVersionRefused() const;

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
