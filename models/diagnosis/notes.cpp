#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/certificatewords.h"

#include <QCoreApplication>

#include <chrono>

namespace stationer::diagnosis {

namespace {

/// An attempt that failed, or that got no answer in a time in which the other address would have answered twice.
bool isDead(const ConnectAttempt& attempt, const ConnectAttempt& winner)
{
    using namespace std::chrono_literals;
    if (attempt.succeeded)
        return false;
    return !attempt.error.isEmpty() || (attempt.duration >= 200ms && attempt.duration >= 2 * winner.duration);
}

/// The first address that a station may try is a dead one.
QString deadIpv6(const Report& report)
{
    for (const ConnectAttempt& winner : report.attempts) {
        if (!winner.succeeded || winner.address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        for (const ConnectAttempt& attempt : report.attempts)
            if (attempt.address.protocol() == QAbstractSocket::IPv6Protocol && isDead(attempt, winner))
                return QCoreApplication::translate("diagnosis",
                                                   "The server's IPv6 address %1 did not answer, its IPv4 address %2 did. A "
                                                   "station that tries IPv6 first waits in vain.")
                    .arg(attempt.address.toString(), winner.address.toString());
    }
    return {};
}

/// Something else than the server signs its certificates here. Where this computer believes it, the station may not.
QString scanner(const Report& report)
{
    return report.trust ? scannerHint(issuerOf(*report.trust)) : QString();
}

/// What the server wants a person to see, whatever else came (RFC 9051, section 7.1).
QString alerts(const Report& report)
{
    QStringList sentences;
    for (const QByteArray& alert : report.learnt.alerts)
        if (!report.failure || report.failure->serverText != alert) // said there already
            //: %1 is the server's own text
            sentences += QCoreApplication::translate("diagnosis", "The server wants this to be read: «%1».")
                             .arg(shownText(alert, 300));
    return joined(sentences);
}

QString maskedByFirewall(const Report& report)
{
    if (!isMasked(report))
        return {};
    return QCoreApplication::translate(
        "diagnosis", "The server's words arrive overwritten with asterisks or X's: a firewall on the way "
                     "inspects SMTP and hides the offer. Ask its owner to switch that off for this server.");
}

} // namespace

QStringList notes(const Report& report)
{
    QStringList all{recipientsAnswered(report), tokenRemarks(report), alerts(report),
                    maskedByFirewall(report),   scanner(report),      deadIpv6(report)};
    all.removeAll(QString());
    return all;
}

} // namespace stationer::diagnosis
