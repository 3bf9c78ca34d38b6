#include "connection/happyeyeballs.h"

#include <algorithm>

namespace stationer {

HappyEyeballs::HappyEyeballs(const QList<QHostAddress>& addresses, quint16 port, std::chrono::milliseconds attemptDelay,
                             QObject* parent)
    : QObject(parent), m_waiting(interleaved(addresses)), m_stations(stationsAddress(addresses)), m_port(port)
{
    m_next.setSingleShot(true);
    m_next.setInterval(attemptDelay);
    connect(&m_next, &QTimer::timeout, this, &HappyEyeballs::launch);
}

void HappyEyeballs::start()
{
    QMetaObject::invokeMethod(this, &HappyEyeballs::launch, Qt::QueuedConnection);
}

void HappyEyeballs::launch()
{
    if (m_isOver || m_isDecided)
        return;
    if (m_waiting.isEmpty()) {
        const bool isAnyTrying = std::ranges::any_of(m_racers, [](const Racer& racer) { return racer.socket != nullptr; });
        if (!isAnyTrying) {
            m_isOver = true;
            emit failed();
        }
        return;
    }
    attempt(m_waiting.takeFirst());
    if (m_isOver || m_isDecided)
        return;
    if (!m_waiting.isEmpty())
        m_next.start();
    QMetaObject::invokeMethod(this, &HappyEyeballs::prepareWinner, Qt::QueuedConnection);
}

void HappyEyeballs::attempt(const QHostAddress& address)
{
    const std::size_t index = m_racers.size();
    m_racers.push_back({makeRacingSocket(this), {address, false, {}, {}}, std::chrono::steady_clock::now()});
    QTcpSocket* socket = m_racers.back().socket.get();
    connect(socket, &QTcpSocket::connected, this, [this, index] { onConnected(index); });
    // Queued: on loopback a refusal can come from within connectToHost().
    connect(
        socket, &QTcpSocket::errorOccurred, this, [this, index] { onFailed(index); }, Qt::QueuedConnection);
    socket->connectToHost(address, m_port);
}

void HappyEyeballs::prepareWinner()
{
    if (!m_winner && !m_isOver)
        m_winner = makeSocket(this);
}

void HappyEyeballs::onConnected(std::size_t index)
{
    Racer& racer = m_racers[index];
    if (m_isOver || !racer.socket)
        return;
    if (m_isDecided) {
        racer.attempt.succeeded = true;
        return close(racer, {});
    }
    racer.attempt.duration = std::chrono::steady_clock::now() - racer.began;
    prepareWinner();
    if (!takeConnection(racer.socket, m_winner)) {
        QMetaObject::invokeMethod(
            this, [this, index] { onFailed(index); }, Qt::QueuedConnection);
        return;
    }
    racer.attempt.succeeded = true;
    m_winner->setSocketOption(QAbstractSocket::LowDelayOption, 1); // only a connected socket takes it
    settle();
    QMetaObject::invokeMethod(this, &HappyEyeballs::connected, Qt::QueuedConnection);
}

/// One has won; the others go, but for the station's.
void HappyEyeballs::settle()
{
    m_isDecided = true;
    m_next.stop();
    bool isTried = false;
    for (Racer& racer : m_racers) {
        const bool isStations = racer.attempt.address == m_stations;
        isTried = isTried || isStations;
        if (racer.socket && !isStations)
            close(racer, {});
    }
    if (!isTried)
        attempt(m_stations);
}

void HappyEyeballs::onFailed(std::size_t index)
{
    Racer& racer = m_racers[index];
    if (m_isOver || !racer.socket)
        return;
    close(racer, racer.socket->errorString());
    m_next.stop();
    launch();
}

void HappyEyeballs::giveUp(const QString& error)
{
    m_isOver = true;
    m_next.stop();
    for (Racer& racer : m_racers)
        if (racer.socket)
            close(racer, error);
}

void HappyEyeballs::close(Racer& racer, const QString& error)
{
    racer.attempt.error = error;
    racer.attempt.duration = std::chrono::steady_clock::now() - racer.began;
    racer.socket->disconnect(this);
    racer.socket->abort();
    racer.socket.reset();
}

LaterPtr<QSslSocket> HappyEyeballs::takeWinner()
{
    return std::move(m_winner);
}

QList<ConnectAttempt> HappyEyeballs::attempts() const
{
    QList<ConnectAttempt> attempts;
    for (const Racer& racer : m_racers)
        attempts.append(racer.attempt);
    return attempts;
}

QHostAddress stationsAddress(const QList<QHostAddress>& addresses)
{
    const auto ipv4 = std::ranges::find(addresses, QAbstractSocket::IPv4Protocol, &QHostAddress::protocol);
    if (ipv4 != addresses.end())
        return *ipv4;
    return addresses.isEmpty() ? QHostAddress() : addresses.first();
}

QList<QHostAddress> interleaved(const QList<QHostAddress>& addresses)
{
    QList<QHostAddress> preferred, other, result;
    for (const QHostAddress& address : addresses) {
        QList<QHostAddress>& family = address.protocol() == addresses.first().protocol() ? preferred : other;
        if (!family.contains(address))
            family.append(address);
    }
    while (!preferred.isEmpty() || !other.isEmpty()) {
        if (!preferred.isEmpty())
            result.append(preferred.takeFirst());
        if (!other.isEmpty())
            result.append(other.takeFirst());
    }
    return result;
}

} // namespace stationer
