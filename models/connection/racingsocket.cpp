#include "connection/racingsocket.h"

#include <QNetworkProxy>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace stationer {

namespace {

constexpr qint64 mostUnread = 64 * 1024;

} // namespace

LaterPtr<QSslSocket> makeSocket(QObject* parent)
{
    LaterPtr<QSslSocket> socket(new QSslSocket(parent));
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setReadBufferSize(mostUnread);
    return socket;
}

#ifdef Q_OS_UNIX

LaterPtr<QTcpSocket> makeRacingSocket(QObject* parent)
{
    LaterPtr<QTcpSocket> socket(new QTcpSocket(parent));
    socket->setProxy(QNetworkProxy::NoProxy);
    return socket;
}

bool takeConnection(LaterPtr<QTcpSocket>& racing, LaterPtr<QSslSocket>& encrypting)
{
    const int descriptor = ::fcntl(int(racing->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    if (!encrypting->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return false;
    }
    encrypting->setReadBufferSize(mostUnread); // the plain socket inside it is new
    racing->disconnect();
    racing->abort(); // closes its own descriptor; the connection stays
    racing.reset();
    return true;
}

#else

LaterPtr<QTcpSocket> makeRacingSocket(QObject* parent)
{
    return LaterPtr<QTcpSocket>(makeSocket(parent).release());
}

bool takeConnection(LaterPtr<QTcpSocket>& racing, LaterPtr<QSslSocket>& encrypting)
{
    encrypting.reset(qobject_cast<QSslSocket*>(racing.release()));
    return true;
}

#endif

} // namespace stationer
