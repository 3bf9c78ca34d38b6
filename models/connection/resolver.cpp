#include "connection/resolver.h"

#include <QObject>

namespace stationer {

void systemResolver(const QString& host, QObject& waiting, std::function<void(const QHostInfo& info)> answer)
{
    QHostInfo::lookupHost(host, &waiting, std::move(answer));
}

} // namespace stationer
