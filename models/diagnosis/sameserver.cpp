#include "diagnosis/sameserver.h"

#include "connection/showntext.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer {

std::optional<QHostAddress> answeredAddress(const Report& report)
{
    std::optional<QHostAddress> answered;
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            answered = attempt.address;
    return answered;
}

bool leadsToAnswered(const Report& report, const QList<QHostAddress>& found)
{
    const std::optional<QHostAddress> answered = answeredAddress(report);
    return answered && found.contains(*answered) &&
           (answered->isLoopback() || std::ranges::none_of(found, &QHostAddress::isLoopback));
}

QString leadsElsewhere(const QString& host)
{
    return QCoreApplication::translate("diagnosis",
                                       "%1 does not lead to the server that answered. The host name stays as it is.")
        .arg(shownText(host.toUtf8(), 60));
}

} // namespace stationer
