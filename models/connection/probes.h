#pragma once

#include "connection/connectiontest.h"
#include "connection/counterprobe.h"
#include "connection/deletelater.h"
#include "connection/versionprobe.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace stationer {

/// What is asked of a port beside the connection that is tested: the other way round while it stays silent or after it fell
/// away, and which TLS version it has after a handshake failed. It finds out and concludes; the test's connection is not its
/// own.
///
///     watchSilence(), watchSilenceInside() ─ nothing for Limits::counterProbe ─▶ Asking beside the test
///           └─ settle(): the server answered ─▶ idle
///     Asking beside the test ─ another mode or service ─▶ concluded
///           └─ no hint, or as set ─▶ idle
///     askInstead() ─▶ Asking ─ another mode or service ─▶ concluded
///                       └─ no hint ─▶ the fallback: TlsFailed ─▶ askVersion(), any other ─▶ concluded
///     askVersion() ─▶ Asking which version ─▶ concluded: TlsFailed
///     askBelowTls13() ─▶ Asking which version ─▶ concluded: Succeeded
class Probes : public QObject {
    Q_OBJECT
public:
    /// How the test ends.
    struct Conclusion {
        Outcome outcome = Outcome::ConnectionLost;
        QString detail;
        std::optional<Service> answeredBy;  ///< what the port turned out to be
        std::optional<SecurityMode> speaks; ///< our own protocol in another mode
        QString serverTls;                  ///< the best version that it has
        bool wantsCertificate = false;      ///< it asks for a client certificate
    };

    Probes(const ConnectionSettings& settings, const CounterProbe::Target& target, const DialogueGoal& goal,
           const Limits& limits, QObject* parent = nullptr);

    void watchSilence();
    void watchSilenceInside(const CertificateChain& settled); ///< of TLS, once this chain settled the server's identity
    void settle();                                            ///< the server answered: there is nothing to ask
    /// In place of a connection that fell away; the fallback where that finds nothing.
    void askInstead(Outcome fallback, const QString& detail);
    void askVersion(const QString& detail);
    void askBelowTls13(); ///< after a pass, which nothing takes back

signals:
    void concluded(const stationer::Probes::Conclusion& conclusion);

private:
    void ask(std::chrono::milliseconds bound);
    void onAnswered(const CounterProbe::Finding& finding);

    SecurityMode m_security;
    Protocol m_protocol;
    TlsVersion m_tlsMinimum;
    CounterProbe::Target m_target;
    DialogueGoal m_goal;
    Limits m_limits;
    std::optional<Conclusion> m_fallback;      ///< only where the connection fell away
    std::optional<CertificateChain> m_settled; ///< once the silence is one inside TLS
    LaterPtr<CounterProbe> m_counter;
    LaterPtr<VersionProbe> m_version;
    QTimer m_silence;
};

} // namespace stationer
