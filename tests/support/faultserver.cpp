#include "support/faultserver.h"

#include "support/certificates.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace stationer::testing {

namespace {

template <class... Functions>
struct Match : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Match(Functions...) -> Match<Functions...>;

} // namespace

/// One connection and where it is in its script.
class FaultServer::Session : public QObject {
public:
    Session(qintptr descriptor, Script script, QSslConfiguration configuration) : m_script(std::move(script))
    {
        m_socket.setSocketDescriptor(descriptor);
        m_socket.setSslConfiguration(configuration);
        connect(&m_socket, &QSslSocket::readyRead, this, &Session::read);
        connect(&m_socket, &QSslSocket::encrypted, this, [this] {
            m_isHandshaking = false;
            step();
        });
        connect(&m_socket, &QSslSocket::bytesWritten, this, [this] { flood(); });
        connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, [this] { flood(); });
        connect(&m_socket, &QSslSocket::disconnected, this, [this] { m_isClosed = true; });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Session::onTimer);
        QMetaObject::invokeMethod(this, &Session::step, Qt::QueuedConnection);
    }
    ~Session() override { m_socket.disconnect(this); }

    Heard heard;
    bool isClosed() const { return m_isClosed; }

private:
    void read()
    {
        const bool isHello = !m_isHearing && !m_socket.isEncrypted() && m_next < m_script.size() &&
                             std::holds_alternative<Encrypt>(m_script.at(m_next));
        if (isHello) // what comes now is for the handshake
            return;
        const QByteArray bytes = m_socket.readAll();
        (m_socket.isEncrypted() ? heard.encrypted : heard.clear) += bytes;
        m_input += bytes;
        if (m_isHearing)
            hear();
    }

    void hear()
    {
        const qsizetype end = m_input.indexOf('\n');
        m_isHearing = end < 0;
        if (m_isHearing)
            return;
        if (const QByteArrayList words = m_input.first(end).trimmed().split(' '); words.size() > 1)
            m_tag = words.first();
        m_last = m_input.first(end).trimmed();
        m_input.remove(0, end + 1);
        step();
    }

    void step()
    {
        while (m_next < m_script.size()) {
            const Act act = m_script.at(m_next++);
            const bool goesOn =
                std::visit(Match{[this](const Say& say) {
                                     m_socket.write(tagged(say.bytes));
                                     m_socket.flush();
                                     return true;
                                 },
                                 [this](const Echo& echo) {
                                     m_socket.write(tagged(echo.said(m_last)));
                                     m_socket.flush();
                                     return true;
                                 },
                                 [this](const Drip& drip) {
                                     m_drip = {tagged(drip.bytes), drip.interval};
                                     m_timer.start(drip.interval);
                                     return false;
                                 },
                                 [this](const Flood& endless) {
                                     m_flood = tagged(endless.bytes);
                                     flood();
                                     return false;
                                 },
                                 [this](const Hear&) {
                                     m_isHearing = true;
                                     QMetaObject::invokeMethod(this, &Session::hear, Qt::QueuedConnection);
                                     return false;
                                 },
                                 [this](const Pause& pause) {
                                     m_timer.start(pause.time);
                                     return false;
                                 },
                                 [this](const Encrypt&) {
                                     m_isHandshaking = true;
                                     m_socket.startServerEncryption();
                                     return false;
                                 },
                                 [this](const Close&) {
                                     m_socket.disconnectFromHost();
                                     return false;
                                 },
                                 [this](const Reset&) {
                                     const linger now{1, 0};
                                     setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
                                     m_socket.abort();
                                     return false;
                                 },
                                 [](const Silence&) { return false; }},
                           act);
            if (!goesOn)
                return;
        }
    }

    QByteArray tagged(QByteArray bytes) const { return bytes.replace("%t", m_tag); }

    void onTimer()
    {
        if (m_drip.bytes.isEmpty())
            return step();
        m_socket.write(m_drip.bytes.first(1));
        m_socket.flush();
        m_drip.bytes.remove(0, 1);
        if (m_drip.bytes.isEmpty())
            return step();
        m_timer.start(m_drip.interval);
    }

    void flood()
    {
        if (!m_flood.isEmpty() && m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < 64 * 1024)
            m_socket.write(m_flood);
    }

    QSslSocket m_socket;
    Script m_script;
    qsizetype m_next = 0;
    QByteArray m_input, m_last, m_tag, m_flood;
    Drip m_drip;
    QTimer m_timer;
    bool m_isHearing = false;
    bool m_isHandshaking = false;
    bool m_isClosed = false;
};

FaultServer::FaultServer(Script script, const QHostAddress& address, quint16 port)
    : m_server(this), m_scripts{{0, std::move(script)}}
{
    m_server.listen(address, port);
}

FaultServer::~FaultServer() = default;

void FaultServer::setScript(int connection, Script script)
{
    m_scripts.append({connection, std::move(script)});
}

void FaultServer::setIdentity(const QList<QSslCertificate>& chain, const QSslKey& key)
{
    m_chain = chain;
    m_key = key;
}

void FaultServer::setIdentity(const TestCertificate& certificate)
{
    const QByteArray keyPem = certificate.keyPem();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa})
        if (const QSslKey key(keyPem, algorithm); !key.isNull())
            setIdentity({QSslCertificate(certificate.der(), QSsl::Der)}, key);
}

void FaultServer::letInOnly(const TestCertificate& authority)
{
    m_clientAuthority = QSslCertificate(authority.der(), QSsl::Der);
}

void FaultServer::setProtocol(QSsl::SslProtocol protocol, const QByteArray& backendMaximum)
{
    m_protocol = protocol;
    m_backendMaximum = backendMaximum;
}

const Script& FaultServer::scriptOf(int connection) const
{
    const Script* script = &m_scripts.first().second;
    for (const auto& [first, other] : m_scripts)
        if (connection >= first)
            script = &other;
    return *script;
}

Heard FaultServer::heard(int connection) const
{
    return connection < connections() ? m_sessions[std::size_t(connection)]->heard : Heard{};
}

bool FaultServer::hasHeard(QByteArrayView bytes) const
{
    return hasHeardInTheClear(bytes) ||
           std::ranges::any_of(m_sessions, [&](const auto& session) { return session->heard.encrypted.contains(bytes); });
}

bool FaultServer::hasHeardInTheClear(QByteArrayView bytes) const
{
    return std::ranges::any_of(m_sessions, [&](const auto& session) { return session->heard.clear.contains(bytes); });
}

int FaultServer::closedConnections() const
{
    return int(std::ranges::count_if(m_sessions, [](const auto& session) { return session->isClosed(); }));
}

void FaultServer::Server::incomingConnection(qintptr descriptor)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!m_owner->m_clientAuthority.isNull()) {
        configuration.setCaCertificates({m_owner->m_clientAuthority});
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setHandshakeMustInterruptOnError(true);
        configuration.setMissingCertificateIsFatal(true);
    }
    configuration.setLocalCertificateChain(m_owner->m_chain);
    configuration.setPrivateKey(m_owner->m_key);
    configuration.setProtocol(m_owner->m_protocol);
    if (!m_owner->m_backendMaximum.isEmpty()) {
        configuration.setProtocol(QSsl::AnyProtocol);
        configuration.setBackendConfigurationOption("MinProtocol"_ba, "TLSv1"_ba);
        configuration.setBackendConfigurationOption("MaxProtocol"_ba, m_owner->m_backendMaximum);
        configuration.setBackendConfigurationOption("CipherString"_ba, "ALL@SECLEVEL=0"_ba);
    }
    m_owner->m_sessions.push_back(
        std::make_unique<Session>(descriptor, m_owner->scriptOf(m_owner->connections()), configuration));
}

} // namespace stationer::testing
