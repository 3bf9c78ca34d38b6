#pragma once

#include "connection/clientidentity.h"
#include "connection/report.h"
#include "mail/dialogue.h"
#include "terms/tlsversion.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace stationer {

/// The client's side of one TLS handshake on a connected socket, within a deadline. It verifies nothing and sends nothing
/// into TLS: what comes after encrypted() is for the judge to decide. One of its three signals comes, once, never from
/// within start().
class Handshake : public QObject {
    Q_OBJECT
public:
    enum class Failure {
        NotTls, ///< the peer answers in another language
        Closed, ///< the connection ended
        Refused ///< TLS, but no agreement
    };
    Q_ENUM(Failure)

    Handshake(QSslSocket* socket, TlsVersion minimum, std::chrono::milliseconds deadline, QObject* parent = nullptr);

    /// What to show where the server asks for a certificate; before start().
    void identifyBy(const std::optional<ClientIdentity>& identity) { m_identity = identity; }
    /// The host is what the server is asked for by name (RFC 6066, section 3); an address is not sent.
    void start(const QString& host);
    TlsFacts facts() const;
    ChannelFacts channel() const;
    CertificateChain chain() const; ///< as the server sent it

signals:
    void encrypted();
    void failed(stationer::Handshake::Failure failure, const QString& libraryText);
    void timedOut();

private:
    void onError(QAbstractSocket::SocketError error);
    void end();

    QSslSocket* m_socket;
    TlsVersion m_minimum;
    std::optional<ClientIdentity> m_identity;
    QTimer m_deadline;
    bool m_isOver = false;
};

} // namespace stationer
