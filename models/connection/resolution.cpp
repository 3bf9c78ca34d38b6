#include "connection/resolution.h"

namespace stationer {

Resolution::Resolution(std::chrono::milliseconds deadline, std::chrono::milliseconds slowAfter, Resolver resolver,
                       QObject* parent)
    : QObject(parent), m_resolver(std::move(resolver))
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    connect(&m_slow, &QTimer::timeout, this, &Resolution::slow);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp();
        emit timedOut({});
    });
}

void Resolution::start(const QString& host)
{
    if (const std::optional<QHostAddress> literal = literalAddress(host)) {
        QMetaObject::invokeMethod(
            this,
            [this, address = *literal] {
                if (!m_isOver)
                    emit resolved({address});
            },
            Qt::QueuedConnection);
        return;
    }
    m_isPending = true;
    m_slow.start();
    m_deadline.start();
    m_resolver(host, *this, [this](const QHostInfo& info) {
        m_isPending = false;
        if (m_isOver)
            return;
        const bool wasSlow = !m_slow.isActive();
        giveUp();
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
            emit resolved(info.addresses());
        else if (info.error() != QHostInfo::HostNotFound && wasSlow)
            emit timedOut(info.errorString());
        else
            emit failed(info.errorString());
    });
}

void Resolution::giveUp()
{
    m_isOver = true;
    m_slow.stop();
    m_deadline.stop();
}

std::optional<QHostAddress> literalAddress(const QString& host)
{
    QString bare = host;
    if (bare.startsWith(u'[') && bare.endsWith(u']'))
        bare = bare.sliced(1, bare.size() - 2);
    QHostAddress address;
    if (address.setAddress(bare))
        return address;
    return std::nullopt;
}

} // namespace stationer
