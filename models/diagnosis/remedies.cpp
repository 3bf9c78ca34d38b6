#include "catalogue/accountslots.h"
#include "catalogue/change.h"
#include "diagnosis/cases.h"

#include "catalogue/portrules.h"
#include "connection/showntext.h"

#include <QCoreApplication>

namespace stationer::diagnosis {

namespace {

QString modeLabel(SecurityMode mode)
{
    if (mode == SecurityMode::None)
        return QCoreApplication::translate("diagnosis", "Set no encryption");
    //: A button; %1 is Use Ssl or Use Start Tls
    return QCoreApplication::translate("diagnosis", "Set %1").arg(labelOf(mode));
}

/// The port is always named: the coupling would move a standard port that is known to be right.
Remedy modeRemedy(const Report& report, SecurityMode mode, int port)
{
    Remedy remedy;
    remedy.label = modeLabel(mode);
    if (port != portOf(report)) {
        //: %1 is such as «Set Use Ssl»
        remedy.label = QCoreApplication::translate("diagnosis", "%1, port %2").arg(remedy.label).arg(port);
    }
    const bool staysAutomatic = report.settings.isAutomaticPort && port == standardPort(report.settings.protocol, mode);
    for (const Assignment& each : staysAutomatic ? assignmentsFor(mode) : assignmentsFor(mode, port))
        remedy.set.insert(each.slot, each.value.value_or(QString()));
    return remedy;
}

} // namespace

Remedy modeOnThisPort(const Report& report, SecurityMode mode)
{
    return modeRemedy(report, mode, portOf(report));
}

Remedy modeOnItsPort(const Report& report, SecurityMode mode)
{
    return modeRemedy(report, mode, standardPort(report.settings.protocol, mode));
}

QList<Remedy> usualPort(const Report& report)
{
    const int port = standardPort(report.settings.protocol, report.settings.security);
    if (port == portOf(report))
        return {};
    return {{QCoreApplication::translate("diagnosis", "Set port %1").arg(port), {{portSlot, QString::number(port)}}}};
}

QList<Remedy> whereOneSignsIn(const Report& report)
{
    QList<Remedy> remedies = isClear(report) ? QList<Remedy>() : usualPort(report);
    if (sendsMail(report.settings.protocol))
        for (const SecurityMode mode : {SecurityMode::Ssl, SecurityMode::StartTls})
            if (mode != report.settings.security)
                remedies += modeOnItsPort(report, mode);
    return remedies;
}

QList<Remedy> encryption(const Report& report)
{
    if (offers(report, "STARTTLS") || offers(report, "STLS"))
        return {modeOnThisPort(report, SecurityMode::StartTls)};
    return {modeOnItsPort(report, SecurityMode::Ssl)};
}

Remedy hostName(const QString& host)
{
    //: A button that sets the Hostname to %1
    return {QCoreApplication::translate("diagnosis", "Use %1").arg(shownText(host.toUtf8(), 80)), {{hostnameSlot, host}}};
}

Remedy store(Protocol protocol)
{
    //: A button that sets the account's Store to %1, IMAP or POP3
    return {QCoreApplication::translate("diagnosis", "Set Store to %1").arg(shownName(protocol)),
            {{storeSlot, QString(nameOf(protocol))}}};
}

} // namespace stationer::diagnosis
