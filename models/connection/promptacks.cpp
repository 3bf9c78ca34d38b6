#include "connection/promptacks.h"

#include <QAbstractSocket>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace stationer {

void acknowledgePromptly(QAbstractSocket& socket)
{
    socket.flush();
#ifdef Q_OS_LINUX
    const int on = 1;
    if (socket.socketDescriptor() >= 0)
        ::setsockopt(int(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
}

} // namespace stationer
