#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSsl>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QSslSocket;

namespace stationer::testing {

class TestCertificate;

/// What a scripted server does, one after the other, on each connection. `%t` in what it says is the tag of the IMAP
/// command under way: the first word of the last line heard that has several.
struct Say {
    QByteArray bytes;
};
struct Echo { ///< what it makes of the last line heard
    std::function<QByteArray(const QByteArray& heard)> said;
};
struct Drip { ///< one byte at a time
    QByteArray bytes;
    std::chrono::milliseconds interval{1};
};
struct Flood { ///< the same bytes for ever
    QByteArray bytes;
};
struct Hear {}; ///< waits for one line
struct Pause {
    std::chrono::milliseconds time;
};
struct Encrypt {
}; ///< the server's side of a handshake; at the beginning it makes a port that speaks TLS from the first byte
struct Close {};
struct Reset {};   ///< closes with RST
struct Silence {}; ///< goes on listening and says nothing more
using Act = std::variant<Say, Echo, Drip, Flood, Hear, Pause, Encrypt, Close, Reset, Silence>;
using Script = QList<Act>;

/// What one connection sent, apart by what was in the clear.
struct Heard {
    QByteArray clear;
    QByteArray encrypted;
};

/// An in-process server that follows a script, for faults that no real server produces. It records all that it hears.
/// After its script a connection stays open and silent.
class FaultServer : public QObject {
    Q_OBJECT
public:
    explicit FaultServer(Script script, const QHostAddress& address = QHostAddress::LocalHost, quint16 port = 0);
    ~FaultServer() override;

    /// Another script for the connections from this one on, counted from 0.
    void setScript(int connection, Script script);
    void setIdentity(const QList<QSslCertificate>& chain, const QSslKey& key);
    void setIdentity(const TestCertificate& certificate);
    /// Asks for a client certificate of this authority and answers any other, or none, with the alert of RFC 8446,
    /// section 6.2.
    void letInOnly(const TestCertificate& authority);
    void setProtocol(QSsl::SslProtocol protocol, const QByteArray& backendMaximum = {});

    bool isListening() const { return m_server.isListening(); }
    quint16 port() const { return m_server.serverPort(); }
    int connections() const { return int(m_sessions.size()); }
    Heard heard(int connection) const;
    /// Whether these bytes came on any connection, encrypted or not.
    bool hasHeard(QByteArrayView bytes) const;
    bool hasHeardInTheClear(QByteArrayView bytes) const;
    /// How many connections have ended.
    int closedConnections() const;

private:
    class Session;
    class Server : public QTcpServer {
    public:
        explicit Server(FaultServer* owner) : m_owner(owner) {}
        void incomingConnection(qintptr descriptor) override;

    private:
        FaultServer* m_owner;
    };

    const Script& scriptOf(int connection) const;

    Server m_server;
    QList<std::pair<int, Script>> m_scripts;
    QList<QSslCertificate> m_chain;
    QSslKey m_key;
    QSslCertificate m_clientAuthority;
    QSsl::SslProtocol m_protocol = QSsl::SecureProtocols;
    QByteArray m_backendMaximum;
    std::vector<std::unique_ptr<Session>> m_sessions;
};

} // namespace stationer::testing
