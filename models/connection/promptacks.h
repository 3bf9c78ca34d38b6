#pragma once

class QAbstractSocket;

namespace stationer {

/// Has the next bytes from the peer acknowledged at once. A server that holds back its reply until what it sent before is
/// acknowledged (RFC 896), session tickets after a handshake for instance, would otherwise wait for the 40 ms by which Linux
/// delays an acknowledgement (RFC 9293, section 3.8.6.3). The system forgets it when something is sent, so what waits to be
/// sent is sent first. No acknowledgement is hastened on systems that cannot be told so.
void acknowledgePromptly(QAbstractSocket& socket);

} // namespace stationer
