#pragma once

#include "connection/connectiontest.h"
#include "connection/deletelater.h"
#include "connection/exchange.h"
#include "connection/handshake.h"
#include "mail/dialogue.h"

#include <QHostAddress>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <optional>

namespace stationer {

/// Asks a port the other way, on a connection of its own: with a TLS hello where plain text got no answer, with a plain read
/// where a TLS hello got none, or with a word where nothing came inside TLS. It says nothing beyond what may be said in the
/// clear before encryption, no credential ever. It judges no certificate: into TLS goes a word only to the server that was
/// judged already, known by its chain. answered() comes once.
///
///     askTls():    Hello ──TLS──▶ Inside ──another service's first line──▶ answered
///                    │              └──any other, or none──▶ answered(Tls)
///                    └──plain text──▶ Nudged ──a first line──▶ answered
///     askPlain():  Reading ──a first line──▶ answered
///                    └──a while──▶ Nudged
///     askInside(): Hello ──TLS, the same chain──▶ Inside, nudged ──another service's first line──▶ answered
class CounterProbe : public QObject {
    Q_OBJECT
public:
    /// What a port turned out to be; both empty where it gave no hint.
    struct Finding {
        std::optional<Service> service;
        std::optional<SecurityMode> speaks; ///< our own protocol in another mode
    };

    struct Target {
        QHostAddress address;
        quint16 port = 0;
        QString host; ///< the name that a TLS hello asks for
    };

    CounterProbe(const Target& target, const DialogueGoal& goal, const Limits& limits, std::chrono::milliseconds bound,
                 QObject* parent = nullptr);

    void askTls();
    void askPlain();
    /// Asks the server whose identity was settled by this chain, with TLS from this version up.
    void askInside(const CertificateChain& settled, TlsVersion minimum);

signals:
    void answered(const stationer::CounterProbe::Finding& finding);

private:
    void connectSocket();
    void watchConnect();
    void handshake(TlsVersion minimum);
    void onEncrypted();
    void readInside();
    void listen(); ///< by a dialogue that goes as far as STARTTLS
    void nudge();
    void onTlsFailed(Handshake::Failure failure);
    void onFailed(const DialogueFailure& failure);
    void end(const Finding& finding);
    Finding asHeard(SecurityMode speaks) const;
    Finding asFar() const; ///< where nothing more comes

    Target m_target;
    DialogueGoal m_goal;
    Limits m_limits;
    Transcript m_transcript;
    LaterPtr<QSslSocket> m_socket;
    LaterPtr<Handshake> m_handshake;
    LaterPtr<Exchange> m_exchange;
    QTimer m_deadline;
    QTimer m_nudge;
    std::optional<CertificateChain> m_settled; ///< of the server that may be nudged inside TLS
    QByteArray m_inside;                       ///< the first bytes that came inside TLS
    bool m_isInside = false;
    bool m_hasConnected = false;
    bool m_nudgesAtOnce = false;
    bool m_isOver = false;
};

/// The service that a protocol is.
Service serviceOf(Protocol protocol);

} // namespace stationer
