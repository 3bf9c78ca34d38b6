#include "connection/handshake.h"

#include "connection/promptacks.h"
#include "connection/tlsconfiguration.h"
#include "trust/hostname.h"
#include "trust/serverendpoint.h"

#include <QSslCertificate>
#include <QSslCipher>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// The name that the server is told (RFC 6066, section 3), as a station tells it: none without a dot or with an underscore.
/// So both are shown the same certificate.
QString serverNameFor(const QString& host)
{
    const QString name = normalisedHost(host).value_or(host);
    return name.contains(u'.') && !name.contains(u'_') ? name : QString();
}

} // namespace

Handshake::Handshake(QSslSocket* socket, TlsVersion minimum, std::chrono::milliseconds deadline, QObject* parent)
    : QObject(parent), m_socket(socket), m_minimum(minimum)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end();
        emit timedOut();
    });
}

void Handshake::start(const QString& host)
{
    if (m_socket->bytesAvailable() > 0) {
        // Text came before the handshake. It would be read afterwards as if it had been encrypted.
        QMetaObject::invokeMethod(
            this, [this] { emit failed(Failure::NotTls, {}); }, Qt::QueuedConnection);
        return;
    }
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        // It closed before this; the socket says nothing more of it.
        QMetaObject::invokeMethod(
            this, [this] { emit failed(Failure::Closed, m_socket->errorString()); }, Qt::QueuedConnection);
        return;
    }
    m_deadline.start();
    m_socket->setSslConfiguration(tlsConfiguration(m_minimum, m_identity));
    m_socket->setPeerVerifyName(serverNameFor(host)); // the judge verifies by the host as typed
    // Queued: a socket may be closed from within a slot here, and must not be while it is in the middle of a handshake.
    connect(
        m_socket, &QSslSocket::encrypted, this,
        [this] {
            if (m_isOver)
                return;
            end();
            acknowledgePromptly(*m_socket); // session tickets come next
            emit encrypted();
        },
        Qt::QueuedConnection);
    connect(m_socket, &QSslSocket::errorOccurred, this, &Handshake::onError, Qt::QueuedConnection);
    m_socket->startClientEncryption();
}

void Handshake::onError(QAbstractSocket::SocketError error)
{
    if (m_isOver)
        return;
    end();
    const QString text = m_socket->errorString();
    if (error != QAbstractSocket::SslHandshakeFailedError)
        emit failed(Failure::Closed, text);
    else
        emit failed(saysNoTls(text) ? Failure::NotTls : Failure::Refused, text);
}

void Handshake::end()
{
    m_isOver = true;
    m_deadline.stop();
    m_socket->disconnect(this);
}

TlsFacts Handshake::facts() const
{
    return {tlsVersionOf(*m_socket), m_socket->sessionCipher().name()};
}

/// The binding is for TLS 1.2: version 1.3 has another (RFC 9266), which Qt cannot tell, and what is older is not worth it.
ChannelFacts Handshake::channel() const
{
    const QString version = tlsVersionOf(*m_socket);
    const bool canBind = version == "TLSv1.2"_L1;
    return {version.toLatin1(), canBind ? serverEndPoint(m_socket->peerCertificate().toDer()) : std::nullopt};
}

CertificateChain Handshake::chain() const
{
    CertificateChain chain;
    for (const QSslCertificate& certificate : m_socket->peerCertificateChain())
        chain.append(certificate.toDer());
    return chain;
}

} // namespace stationer
