#include "app/demo/demoserver.h"

#include "app/demo/demolistener.h"

#include <QDateTime>
#include <QHostAddress>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr int portsToTry = 20;

/// Listens on one free port for IPv4 and, where this computer has it, for IPv6: a name such as `localhost` leads to either.
bool listenOnBoth(QTcpServer& v4, QTcpServer& v6)
{
    for (int attempt = 0; attempt < portsToTry; ++attempt) {
        if (!v4.listen(QHostAddress::LocalHost))
            return false;
        if (v6.listen(QHostAddress::LocalHostIPv6, v4.serverPort()) ||
            v6.serverError() != QAbstractSocket::AddressInUseError)
            return true;
        v4.close();
    }
    return v4.listen(QHostAddress::LocalHost);
}

} // namespace

DemoServer::DemoServer(QObject* parent) : QObject(parent), m_login{u"demo@localhost"_s, u"demo"_s} {}

DemoServer::~DemoServer() = default;

bool DemoServer::start()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_authority = DemoAuthority::make(now);
    const auto valid = m_authority ? m_authority->issue(now.addDays(-1), now.addDays(90)) : std::nullopt;
    const auto expired = m_authority ? m_authority->issue(now.addDays(-95), now.addDays(-5)) : std::nullopt;
    if (!valid || !expired) {
        m_errorText = u"OpenSSL made no certificate"_s;
        return false;
    }
    for (const DemoProtocol protocol : {DemoProtocol::Smtp, DemoProtocol::Imap, DemoProtocol::Pop3})
        for (const DemoMode mode : {DemoMode::None, DemoMode::StartTls, DemoMode::Ssl})
            if (listen(protocol, mode, *valid) == 0)
                return false;
    m_expiredPort = listen(DemoProtocol::Smtp, DemoMode::Ssl, *expired);
    return m_expiredPort != 0;
}

QString DemoServer::host() const
{
    return u"localhost"_s;
}

quint16 DemoServer::port(DemoProtocol protocol, DemoMode mode) const
{
    for (const auto& listener : m_listeners)
        if (listener->protocol() == protocol && listener->mode() == mode)
            return listener->serverPort();
    return 0;
}

QByteArray DemoServer::rootPem() const
{
    return m_authority ? m_authority->rootPem() : QByteArray();
}

quint16 DemoServer::listen(DemoProtocol protocol, DemoMode mode, const DemoIdentity& identity)
{
    auto v4 = std::make_unique<DemoListener>(protocol, mode, identity, m_login);
    auto v6 = std::make_unique<DemoListener>(protocol, mode, identity, m_login);
    if (!listenOnBoth(*v4, *v6)) {
        m_errorText = v4->errorString();
        return 0;
    }
    const quint16 port = v4->serverPort();
    for (const auto& listener : {v4.get(), v6.get()})
        connect(listener, &DemoListener::loggedIn, this, &DemoServer::loggedIn);
    m_listeners.push_back(std::move(v4));
    m_listeners.push_back(std::move(v6));
    return port;
}

} // namespace stationer
