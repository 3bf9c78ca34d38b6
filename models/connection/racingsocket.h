#pragma once

#include "connection/deletelater.h"

#include <QSslSocket>

namespace stationer {

/// The sockets that race for a host's addresses. They only connect: one that can encrypt has the system's TLS libraries
/// loaded first, and the first packet would wait for that. Where a connection cannot change hands, they encrypt themselves.
LaterPtr<QTcpSocket> makeRacingSocket(QObject* parent);

/// A socket that speaks for a test alone: no proxy, and not more than 64 KiB of unread bytes.
LaterPtr<QSslSocket> makeSocket(QObject* parent);

/// Has `encrypting` go on with the connection of `racing`, which is let go of. To be called at once when `racing` has
/// connected, before it reads what the server says. False where the system has no room for it; `racing` is then as it was.
bool takeConnection(LaterPtr<QTcpSocket>& racing, LaterPtr<QSslSocket>& encrypting);

} // namespace stationer
