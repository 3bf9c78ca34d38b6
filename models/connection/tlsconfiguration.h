#pragma once

#include "connection/clientidentity.h"
#include "terms/tlsversion.h"

#include <QSslConfiguration>
#include <QString>

#include <optional>

class QSslSocket;

namespace stationer {

/// What every socket is given before a handshake: no roots and no verification of Qt's own (the judge decides once the
/// handshake is done), no session that could be resumed, and no version below the least that is wanted. A client certificate
/// is shown where the server asks for one.
QSslConfiguration tlsConfiguration(TlsVersion minimum, const std::optional<ClientIdentity>& identity = std::nullopt);

/// The version of an encrypted socket's session, `TLSv1.3`.
QString tlsVersionOf(const QSslSocket& socket);

/// Whether OpenSSL's words for a failed handshake mean that the peer does not speak TLS at all.
bool saysNoTls(const QString& libraryText);

/// Whether they are an alert about the certificate of this side (RFC 8446, section 6.2): none was shown, or the one shown is
/// not taken. With TLS 1.3 it comes when the handshake is already done here.
bool saysClientCertificate(const QString& libraryText);

} // namespace stationer
