#pragma once

#include "app/demo/democertificate.h"
#include "app/demo/demosession.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>

class QSslSocket;

namespace stationer {

/// One port of the demo server: it accepts connections and drives a session on each. The sockets are its children.
class DemoListener : public QTcpServer {
    Q_OBJECT
public:
    DemoListener(DemoProtocol protocol, DemoMode mode, const DemoIdentity& identity, DemoLogin login);

    DemoProtocol protocol() const { return m_protocol; }
    DemoMode mode() const { return m_mode; }

signals:
    void loggedIn(stationer::DemoProtocol protocol, stationer::DemoMode mode);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void converse(QSslSocket* socket, const std::shared_ptr<DemoSession>& session);
    void readLines(QSslSocket* socket, DemoSession& session);

    DemoProtocol m_protocol;
    DemoMode m_mode;
    DemoLogin m_login;
    QSslConfiguration m_tls;
};

} // namespace stationer
