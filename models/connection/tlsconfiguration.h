#pragma once

#include "terms/tlsversion.h"

#include <QSslConfiguration>
#include <QString>

class QSslSocket;

namespace stationer {

/// What every socket is given before a handshake: no roots and no verification of Qt's own (the judge decides once the
/// handshake is done), no session that could be resumed, and no version below the least that is wanted.
QSslConfiguration tlsConfiguration(TlsVersion minimum);

/// The version of an encrypted socket's session, `TLSv1.3`.
QString tlsVersionOf(const QSslSocket& socket);

/// Whether OpenSSL's words for a failed handshake mean that the peer does not speak TLS at all.
bool saysNoTls(const QString& libraryText);

} // namespace stationer
