#include "items/trustcell.h"

#include "rows/certificateend.h"
#include "terms/dates.h"

#include <QCoreApplication>

namespace stationer {

QString TrustCell::shown() const
{
    if (!text.isEmpty())
        return text;
    if (sort.typeId() != QMetaType::QDateTime)
        return sort.toString();
    const QDateTime when = sort.toDateTime();
    return shownDay(when);
}

QString TrustCell::told() const
{
    if (sort.typeId() != QMetaType::QDateTime)
        return shown();
    const QDateTime when = sort.toDateTime();
    return toldMoment(when.toLocalTime());
}

TrustState validityOf(const CertificateSketch& certificate, const QDateTime& now)
{
    if (certificate.notAfter < now)
        return {Badge::Failed, QCoreApplication::translate("trust", "expired")};
    if (certificate.notBefore > now)
        return {Badge::Failed, QCoreApplication::translate("trust", "not yet valid")};
    const qint64 days = now.daysTo(certificate.notAfter);
    if (days == 0)
        return {Badge::Warning, QCoreApplication::translate("trust", "ends today")};
    if (days == 1)
        return {Badge::Warning, QCoreApplication::translate("trust", "ends tomorrow")};
    if (days <= urgentDays)
        //: The certificate ends within a week; %1 is at least 2
        return {Badge::Warning, QCoreApplication::translate("trust", "ends in %1 days: urgent").arg(days)};
    if (days <= nearDays)
        return {Badge::Warning, QCoreApplication::translate("trust", "ends in %1 days: soon").arg(days)};
    if (days <= soonDays)
        return {Badge::Warning, QCoreApplication::translate("trust", "ends in %1 days").arg(days)};
    return {Badge::Passed, QCoreApplication::translate("trust", "valid")};
}

} // namespace stationer
