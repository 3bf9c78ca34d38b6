#include "app/demo/demolistener.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace stationer {

namespace {

constexpr qint64 longestLine = 8 * 1024;

QSslConfiguration tlsOf(const DemoIdentity& identity)
{
    QList<QSslCertificate> chain;
    for (const QByteArray& pem : identity.chainPem)
        chain += QSslCertificate(pem, QSsl::Pem);
    QSslConfiguration tls;
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec, QSsl::Pem));
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // it asks its clients for no certificate
    return tls;
}

} // namespace

DemoListener::DemoListener(DemoProtocol protocol, DemoMode mode, const DemoIdentity& identity, DemoLogin login)
    : m_protocol(protocol), m_mode(mode), m_login(std::move(login)), m_tls(tlsOf(identity))
{
}

void DemoListener::incomingConnection(qintptr descriptor)
{
    auto* const socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSslConfiguration(m_tls);
    socket->setReadBufferSize(longestLine);
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    converse(socket, makeDemoSession(m_protocol, m_mode, m_login));
}

void DemoListener::converse(QSslSocket* socket, const std::shared_ptr<DemoSession>& session)
{
    // In mode ssl the greeting waits for the handshake; after STARTTLS nothing is greeted again.
    connect(socket, &QSslSocket::encrypted, socket, [this, socket, session] {
        session->encrypted();
        if (m_mode == DemoMode::Ssl)
            socket->write(session->greeting().bytes);
    });
    connect(socket, &QSslSocket::readyRead, socket, [this, socket, session] { readLines(socket, *session); });
    if (m_mode == DemoMode::Ssl)
        socket->startServerEncryption();
    else
        socket->write(session->greeting().bytes);
}

void DemoListener::readLines(QSslSocket* socket, DemoSession& session)
{
    while (socket->canReadLine()) {
        QByteArray line = socket->readLine(longestLine);
        line.chop(line.endsWith("\r\n") ? 2 : 1);
        const DemoReply reply = session.on(line);
        socket->write(reply.bytes);
        if (reply.loggedIn)
            emit loggedIn(m_protocol, m_mode);
        if (reply.closes) {
            socket->disconnectFromHost();
            return;
        }
        if (reply.startsTls) {
            socket->readAll(); // plain text sent ahead must not count as encrypted
            socket->startServerEncryption();
            return;
        }
    }
    if (socket->bytesAvailable() >= longestLine)
        socket->abort();
}

} // namespace stationer
