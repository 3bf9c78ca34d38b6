#pragma once

#include <QHostInfo>
#include <QString>

#include <functional>

class QObject;

namespace stationer {

/// Finds the addresses of a host name. The answer comes once and from the event loop, and not after `waiting` is gone.
using Resolver =
    std::function<void(const QString& host, QObject& waiting, std::function<void(const QHostInfo& info)> answer)>;

/// The one that all programs of this computer ask.
void systemResolver(const QString& host, QObject& waiting, std::function<void(const QHostInfo& info)> answer);

} // namespace stationer
