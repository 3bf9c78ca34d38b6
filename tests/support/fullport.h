#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace stationer::testing {

/// A port of 127.0.0.98 that takes no further connection: one listener whose backlog is full, so that an attempt gets no
/// answer at all.
class FullPort {
public:
    FullPort()
    {
        m_server.setListenBacklogSize(0);
        m_server.listen(QHostAddress(QStringLiteral("127.0.0.98")));
        m_server.pauseAccepting();
        m_port = m_server.serverPort();
        for (int i = 0; i < 8; ++i) {
            m_fillers.push_back(std::make_unique<QTcpSocket>());
            m_fillers.back()->connectToHost(m_server.serverAddress(), m_port);
            m_fillers.back()->waitForConnected(50);
        }
    }
    quint16 port() const { return m_port; }

private:
    QTcpServer m_server;
    std::vector<std::unique_ptr<QTcpSocket>> m_fillers;
    quint16 m_port = 0;
};

} // namespace stationer::testing
