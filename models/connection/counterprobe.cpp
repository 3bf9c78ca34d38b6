#include "connection/counterprobe.h"

#include "connection/happyeyeballs.h"
#include "mail/protocols.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// As many as tell one service from another.
constexpr qsizetype firstBytes = 64;

} // namespace

CounterProbe::CounterProbe(const Target& target, const DialogueGoal& goal, const Limits& limits,
                           std::chrono::milliseconds bound, QObject* parent)
    : QObject(parent), m_target(target), m_limits(limits), m_transcript(std::chrono::steady_clock::now())
{
    m_goal.protocol = goal.protocol;
    m_goal.security = SecurityMode::StartTls; // asks for STARTTLS and goes no further; it has no credential to give
    m_goal.depth = Depth::Connect;
    m_goal.ehloName = goal.ehloName;
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(bound);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(asFar()); });
    m_nudge.setSingleShot(true);
    connect(&m_nudge, &QTimer::timeout, this, &CounterProbe::nudge);
}

void CounterProbe::connectSocket()
{
    m_handshake.reset();
    m_exchange.reset();
    m_hasConnected = false;
    m_socket = makeSocket(this);
}

void CounterProbe::askTls()
{
    handshake(TlsVersion::Tls10); // any version shows that it is TLS
}

void CounterProbe::askInside(const CertificateChain& settled, TlsVersion minimum)
{
    m_settled = settled;
    handshake(minimum);
}

void CounterProbe::handshake(TlsVersion minimum)
{
    connectSocket();
    m_deadline.start();
    QSslSocket* socket = m_socket.get();
    m_handshake.reset(new Handshake(socket, minimum, m_limits.tls, this));
    connect(m_handshake.get(), &Handshake::encrypted, this, &CounterProbe::onEncrypted);
    connect(m_handshake.get(), &Handshake::failed, this, &CounterProbe::onTlsFailed);
    connect(m_handshake.get(), &Handshake::timedOut, this, [this] { end({}); });
    connect(
        socket, &QSslSocket::connected, this,
        [this, socket] {
            if (!m_isOver && socket == m_socket.get())
                m_handshake->start(m_target.host);
        },
        Qt::QueuedConnection);
    watchConnect();
}

/// A server that greets says which it is without being asked. That it is TLS is known by now, so it does not get long for
/// that.
void CounterProbe::onEncrypted()
{
    if (m_isOver)
        return;
    m_isInside = true;
    connect(m_socket.get(), &QSslSocket::readyRead, this, &CounterProbe::readInside, Qt::QueuedConnection);
    connect(
        m_socket.get(), &QSslSocket::disconnected, this, [this] { readInside(), end(asFar()); }, Qt::QueuedConnection);
    if (m_settled && m_handshake->chain() != *m_settled)
        return end({}); // not the server that was judged: nothing goes to it
    if (m_settled)
        nudge();
    else
        m_deadline.start(std::min(m_deadline.remainingTimeAsDuration(), m_deadline.intervalAsDuration() / 3));
    readInside(); // something may have come with the handshake
}

void CounterProbe::readInside()
{
    if (m_isOver || !m_socket->isOpen())
        return;
    m_inside += m_socket->read(firstBytes - m_inside.size());
    if (m_inside.size() == firstBytes || m_inside.contains('\n'))
        end(asFar());
}

void CounterProbe::onTlsFailed(Handshake::Failure failure)
{
    if (m_settled)
        return end({}); // it spoke TLS a moment ago
    switch (failure) {
    case Handshake::Failure::NotTls:
        m_nudgesAtOnce = true;
        return askPlain();
    case Handshake::Failure::Closed:
        return end({});
    case Handshake::Failure::Refused:
        return end({Service::Tls, SecurityMode::Ssl}); // a refusal in TLS is TLS
    }
}

void CounterProbe::askPlain()
{
    connectSocket();
    if (!m_deadline.isActive())
        m_deadline.start();
    connect(m_socket.get(), &QSslSocket::connected, this, &CounterProbe::listen, Qt::QueuedConnection);
    watchConnect();
}

/// Connects, and ends where even that fails.
void CounterProbe::watchConnect()
{
    QSslSocket* socket = m_socket.get();
    connect(
        socket, &QSslSocket::errorOccurred, this,
        [this, socket] {
            if (socket == m_socket.get() && !m_hasConnected)
                end({});
        },
        Qt::QueuedConnection);
    connect(socket, &QSslSocket::connected, this, [this] { m_hasConnected = true; });
    socket->connectToHost(m_target.address, m_target.port);
}

void CounterProbe::listen()
{
    if (m_isOver)
        return;
    m_exchange.reset(new Exchange(m_socket.get(), makeDialogue(m_goal), m_goal, m_limits, &m_transcript, this));
    connect(m_exchange.get(), &Exchange::heard, &m_nudge, &QTimer::stop);
    connect(m_exchange.get(), &Exchange::startTlsWanted, this, [this] { end(asHeard(SecurityMode::StartTls)); });
    connect(m_exchange.get(), &Exchange::succeeded, this, [this] { end(asHeard(SecurityMode::StartTls)); });
    connect(m_exchange.get(), &Exchange::failed, this, &CounterProbe::onFailed);
    connect(m_exchange.get(), &Exchange::broke, this, [this](Outcome outcome) {
        if (outcome == Outcome::WrongMode)
            end({Service::Tls, SecurityMode::Ssl});
        else
            end(m_exchange->learnt().greeting.isEmpty() ? Finding{} : asHeard(SecurityMode::StartTls));
    });
    m_exchange->begin();
    if (m_nudgesAtOnce)
        nudge();
    else
        m_nudge.start(m_deadline.remainingTimeAsDuration() / 3);
}

/// Some services speak only when spoken to. QUIT is a word that may be said in the clear.
void CounterProbe::nudge()
{
    m_socket->write("QUIT\r\n"_ba);
}

void CounterProbe::onFailed(const DialogueFailure& failure)
{
    switch (failure.fault) {
    case Fault::WrongService:
        return end({failure.service.value_or(Service::Unknown), std::nullopt});
    case Fault::StartTlsMissing:
    case Fault::StartTlsRefused:
    case Fault::PreAuthenticated:
        return end(asHeard(SecurityMode::None));
    case Fault::GreetingRefused:
    case Fault::CapabilityMissing:
    case Fault::LoginForbidden:
    case Fault::LoginRejected:
    case Fault::ServerRefused:
    case Fault::ProtocolBroken:
    case Fault::BadArgument:
        // It is our protocol in the clear; whether STARTTLS is there was not learnt. The safer mode is the one to try.
        return end(asHeard(SecurityMode::StartTls));
    }
}

CounterProbe::Finding CounterProbe::asFar() const
{
    if (!m_isInside)
        return m_exchange && m_exchange->hasHeard() ? asHeard(SecurityMode::StartTls) : Finding{};
    const Service service = serviceOf(m_inside);
    if (service != Service::Unknown && service != serviceOf(m_goal.protocol))
        return {service, std::nullopt};
    return m_settled ? Finding{} : Finding{Service::Tls, SecurityMode::Ssl};
}

CounterProbe::Finding CounterProbe::asHeard(SecurityMode speaks) const
{
    return {serviceOf(m_goal.protocol), speaks};
}

void CounterProbe::end(const Finding& finding)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_deadline.stop();
    m_nudge.stop();
    m_handshake.reset();
    if (m_exchange)
        m_exchange->stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    emit answered(finding);
}

Service serviceOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return Service::Smtp;
    case Protocol::Imap:
        return Service::Imap;
    case Protocol::Pop3:
        return Service::Pop3;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
