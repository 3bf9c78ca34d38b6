#pragma once

#include <QByteArray>
#include <QString>

namespace stationer {

/// The first words of a TLS handshake, spelt by hand to learn which version a server would choose, down to SSL 3.0, which no
/// library speaks any more (RFC 7568). Nothing is encrypted with it: after the server's first words the connection ends.

/// A ClientHello (RFC 5246, section 7.4.1.2) that offers TLS 1.2 at best, and ciphers old and new.
QByteArray plainClientHello(const QString& host);
/// The version that a ServerHello chose, `SSLv3`, `TLSv1.0`, `TLSv1.1` or `TLSv1.2`; empty where the bytes begin none.
QString versionOfServerHello(QByteArrayView bytes);
/// How many bytes of an answer it takes to tell.
inline constexpr qsizetype serverHelloStart = 11;

/// What a server says before it waits for the client's answer, as far as it has come. Up to TLS 1.2 that is readable.
struct ServerFlight {
    bool wantsCertificate = false; ///< CertificateRequest (RFC 5246, section 7.4.4)
    bool isWhole = false;          ///< nothing more that matters will come
};
ServerFlight serverFlightOf(QByteArrayView bytes);

} // namespace stationer
