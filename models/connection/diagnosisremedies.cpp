#include "connection/diagnosiscases.h"

#include "catalogue/portrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

QString switchText(bool isOn)
{
    return isOn ? u"true"_s : u"false"_s;
}

QString modeLabel(SecurityMode mode)
{
    switch (mode) {
    case SecurityMode::None:
        return QCoreApplication::translate("diagnosis", "Set no encryption");
    case SecurityMode::StartTls:
        return QCoreApplication::translate("diagnosis", "Set Use Start Tls");
    case SecurityMode::Ssl:
        return QCoreApplication::translate("diagnosis", "Set Use Ssl");
    }
    Q_UNREACHABLE();
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
    remedy.set = {{u"useSsl"_s, switchText(mode == SecurityMode::Ssl)},
                  {u"useStartTls"_s, switchText(mode == SecurityMode::StartTls)}};
    const bool staysAutomatic = report.settings.isAutomaticPort && port == standardPort(report.settings.protocol, mode);
    if (!staysAutomatic)
        remedy.set.insert(u"port"_s, QString::number(port));
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
    return {{QCoreApplication::translate("diagnosis", "Set port %1").arg(port), {{u"port"_s, QString::number(port)}}}};
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
    return {QCoreApplication::translate("diagnosis", "Use %1").arg(shownText(host.toUtf8(), 80)), {{u"hostname"_s, host}}};
}

Remedy store(Protocol protocol)
{
    //: A button that sets the account's Store to %1, IMAP or POP3
    return {QCoreApplication::translate("diagnosis", "Set Store to %1").arg(nameOfProtocol(protocol)),
            {{u"store"_s, QString(nameOf(protocol))}}};
}

} // namespace stationer::diagnosis
