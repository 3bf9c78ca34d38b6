#include "rows/certificateend.h"

#include "connection/report.h"
#include "terms/dates.h"
#include "trust/firsttoend.h"

#include <QCoreApplication>

namespace stationer {

std::optional<CertificateEnd> certificateEnd(const Report& report, const QDateTime& now)
{
    const CertificateFacts* const first = report.trust ? firstToEnd(*report.trust) : nullptr;
    if (!first)
        return std::nullopt;
    return CertificateEnd{.name = first->commonName.isEmpty() ? first->subject : first->commonName,
                          .subject = first->subject,
                          .issuer = first->issuer,
                          .notAfter = first->notAfter,
                          .days = now.daysTo(first->notAfter),
                          .isEnded = first->notAfter < now};
}

QString CertificateEnd::text() const
{
    if (isEnded && days == 0)
        return QCoreApplication::translate("accounts", "expired today");
    if (days < -1)
        return QCoreApplication::translate("accounts", "expired %n days ago", nullptr, int(-days));
    if (days == -1)
        return QCoreApplication::translate("accounts", "expired yesterday");
    if (days == 0)
        return QCoreApplication::translate("accounts", "ends today");
    if (days == 1)
        return QCoreApplication::translate("accounts", "1 day left");
    return QCoreApplication::translate("accounts", "%n days left", nullptr, int(days));
}

QString CertificateEnd::brief() const
{
    if (isEnded)
        //: A badge in the Nav tree, as short as can be: the certificate has ended
        return QCoreApplication::translate("accounts", "expired", "badge");
    if (days == 0)
        //: A badge in the Nav tree, as short as can be: the certificate ends today
        return QCoreApplication::translate("accounts", "today", "badge");
    //: A badge in the Nav tree, as short as can be: the days that a certificate has left
    return QCoreApplication::translate("accounts", "%1 d", "badge").arg(days);
}

QString CertificateEnd::toolTip() const
{
    return QCoreApplication::translate("accounts", "%1: valid until %2").arg(name, shownDay(notAfter));
}

Badge CertificateEnd::badge() const
{
    if (isEnded)
        return Badge::Failed;
    if (days <= urgentDays)
        return Badge::Fault;
    if (days <= nearDays)
        return Badge::Warning;
    return days <= soonDays ? Badge::Info : Badge::None;
}

} // namespace stationer
