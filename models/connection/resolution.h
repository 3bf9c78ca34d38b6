#pragma once

#include "connection/resolver.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

namespace stationer {

/// One look-up of a host's addresses; an IP literal is its own answer. It does not stop the resolver: a look-up that
/// was given up stays pending until that answers, and holds the process's exit for as long.
class Resolution : public QObject {
    Q_OBJECT
public:
    Resolution(std::chrono::milliseconds deadline, std::chrono::milliseconds slowAfter, Resolver resolver = systemResolver,
               QObject* parent = nullptr);

    void start(const QString& host);
    void giveUp(); ///< nothing is signalled any more
    bool isPending() const { return m_isPending; }

signals:
    void resolved(const QList<QHostAddress>& addresses); ///< in the resolver's order, at least one
    void failed(const QString& error);                   ///< there is no such host
    void slow();                                         ///< no answer yet, after `slowAfter`
    void timedOut(const QString& error); ///< the deadline passed, or the resolver gave up waiting for its name servers

private:
    Resolver m_resolver;
    QTimer m_slow;
    QTimer m_deadline;
    bool m_isPending = false;
    bool m_isOver = false;
};

/// The address that a host is, where it is one; brackets around IPv6 are allowed.
std::optional<QHostAddress> literalAddress(const QString& host);

} // namespace stationer
