#include "connection/sourceaddress.h"

#include <QNetworkProxy>
#include <QUdpSocket>

namespace stationer {

QHostAddress sourceAddress(const QHostAddress& destination)
{
    constexpr quint16 anyPort = 9; // discard (RFC 863); connecting sends no datagram
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(destination, anyPort);
    return socket.state() == QAbstractSocket::ConnectedState ? socket.localAddress() : QHostAddress();
}

} // namespace stationer
