#pragma once

#include "app/demo/democertificate.h"
#include "app/demo/demosession.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace stationer {

class DemoListener;

/// The mail server inside the program, for newcomers without a mail server at hand: SMTP, IMAP and POP3 on free loopback
/// ports, each in all three modes, with a certificate of an authority that nobody knows. It sends the server's certificate
/// and the root, so that the root can be imported from the chain. One more SMTP listener, in mode ssl, shows a certificate
/// that ran out. It lives in the caller's thread and its event loop, and closes every connection when it goes.
class DemoServer : public QObject {
    Q_OBJECT
public:
    explicit DemoServer(QObject* parent = nullptr);
    ~DemoServer() override;

    /// Makes the certificates and listens. False: errorText() says why, in the operating system's words.
    bool start();
    QString errorText() const { return m_errorText; }

    QString host() const; ///< `localhost`; `127.0.0.1` and, where the computer has it, `::1` answer as well
    quint16 port(DemoProtocol protocol, DemoMode mode) const; ///< 0 before start()
    quint16 expiredPort() const { return m_expiredPort; }     ///< SMTP, mode ssl, a certificate that ran out
    const DemoLogin& login() const { return m_login; }        ///< the one user; any other is refused
    QByteArray rootPem() const;                               ///< the unknown authority's certificate

signals:
    void loggedIn(stationer::DemoProtocol protocol, stationer::DemoMode mode);

private:
    quint16 listen(DemoProtocol protocol, DemoMode mode, const DemoIdentity& identity); ///< the port, 0 where it failed

    DemoLogin m_login;
    std::optional<DemoAuthority> m_authority;
    std::vector<std::unique_ptr<DemoListener>> m_listeners;
    quint16 m_expiredPort = 0;
    QString m_errorText;
};

} // namespace stationer
