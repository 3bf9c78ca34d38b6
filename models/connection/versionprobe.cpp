#include "connection/versionprobe.h"

#include "connection/happyeyeballs.h"
#include "connection/tlshello.h"
#include "mail/protocols.h"

using namespace Qt::StringLiterals;

namespace stationer {

VersionProbe::VersionProbe(const CounterProbe::Target& target, const DialogueGoal& goal, const Limits& limits,
                           std::chrono::milliseconds bound, QObject* parent)
    : QObject(parent), m_target(target), m_limits(limits), m_transcript(std::chrono::steady_clock::now())
{
    m_goal.protocol = goal.protocol;
    m_goal.security = goal.security;
    m_goal.depth = Depth::Connect; // as far as STARTTLS, and without a credential
    m_goal.ehloName = goal.ehloName;
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(bound);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(); });
}

void VersionProbe::ask()
{
    m_deadline.start();
    m_socket = makeSocket(this);
    connect(
        m_socket.get(), &QSslSocket::connected, this,
        [this] { m_goal.security == SecurityMode::StartTls ? talk() : sayHello(); }, Qt::QueuedConnection);
    connect(
        m_socket.get(), &QSslSocket::errorOccurred, this, [this] { read(), end(); }, Qt::QueuedConnection);
    m_socket->connectToHost(m_target.address, m_target.port);
}

void VersionProbe::talk()
{
    if (m_isOver)
        return;
    m_exchange.reset(new Exchange(m_socket.get(), makeDialogue(m_goal), m_goal, m_limits, &m_transcript, this));
    connect(m_exchange.get(), &Exchange::startTlsWanted, this, &VersionProbe::sayHello);
    connect(m_exchange.get(), &Exchange::succeeded, this, [this] { end(); });
    connect(m_exchange.get(), &Exchange::failed, this, [this] { end(); });
    connect(m_exchange.get(), &Exchange::broke, this, [this] { end(); });
    m_exchange->begin();
}

void VersionProbe::sayHello()
{
    if (m_isOver)
        return;
    m_hasAsked = true;
    connect(m_socket.get(), &QSslSocket::readyRead, this, &VersionProbe::read, Qt::QueuedConnection);
    m_socket->write(plainClientHello(m_target.host));
}

void VersionProbe::read()
{
    if (m_isOver || !m_hasAsked || !m_socket->isOpen())
        return;
    m_bytes += m_socket->read(m_limits.chainBytes - m_bytes.size());
    const bool mayAskForCertificate = versionOfServerHello(m_bytes) == u"TLSv1.2"_s && m_bytes.size() < m_limits.chainBytes;
    if (m_bytes.size() >= serverHelloStart && (!mayAskForCertificate || serverFlightOf(m_bytes).isWhole))
        end();
}

bool VersionProbe::isVersionRefused() const
{
    constexpr char alertRecord = 0x15, protocolVersion = 70;
    return m_bytes.size() >= 7 && m_bytes.at(0) == alertRecord && m_bytes.at(6) == protocolVersion;
}

void VersionProbe::end()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_deadline.stop();
    if (m_exchange)
        m_exchange->stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    emit answered(versionOfServerHello(m_bytes), serverFlightOf(m_bytes).wantsCertificate);
}

} // namespace stationer
