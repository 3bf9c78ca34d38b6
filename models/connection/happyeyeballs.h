#pragma once

#include "connection/deletelater.h"
#include "connection/racingsocket.h"
#include "connection/report.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace stationer {

/// Reaches one of several addresses by racing them (RFC 8305): the families in turn, one attempt every `attemptDelay`, the
/// next at once when one fails. The first to connect is kept, the others are closed; every attempt is reported. The one
/// address that a station would connect to is tried to its end, beside the conversation that goes on, and closed as soon as
/// it answers. TLS starts on the winner, if at all; its libraries are loaded while the first attempt is on its way.
class HappyEyeballs : public QObject {
    Q_OBJECT
public:
    HappyEyeballs(const QList<QHostAddress>& addresses, quint16 port, std::chrono::milliseconds attemptDelay,
                  QObject* parent = nullptr);

    void start();
    /// Closes what is still trying; those attempts failed for `error`.
    void giveUp(const QString& error);
    LaterPtr<QSslSocket> takeWinner();      ///< after connected(), once
    QList<ConnectAttempt> attempts() const; ///< those that began, in the order they began

signals:
    void connected();
    void failed(); ///< no address is left

private:
    struct Racer {
        LaterPtr<QTcpSocket> socket;
        ConnectAttempt attempt;
        std::chrono::steady_clock::time_point began;
    };

    void launch();
    void attempt(const QHostAddress& address);
    void settle();
    void prepareWinner();
    void onConnected(std::size_t racer);
    void onFailed(std::size_t racer);
    void close(Racer& racer, const QString& error);

    QList<QHostAddress> m_waiting;
    QHostAddress m_stations;
    quint16 m_port;
    QTimer m_next;
    std::vector<Racer> m_racers;
    LaterPtr<QSslSocket> m_winner; ///< not connected before the race is over
    bool m_isDecided = false;      ///< one has connected
    bool m_isOver = false;
};

/// The one address that a station connects to: the resolver's first, IPv4 before IPv6.
QHostAddress stationsAddress(const QList<QHostAddress>& addresses);

/// The addresses without repetition, IPv6 and IPv4 in turn, beginning with the family of the first (RFC 8305, section 4).
QList<QHostAddress> interleaved(const QList<QHostAddress>& addresses);

} // namespace stationer
