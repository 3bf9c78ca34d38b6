#include "catalogue/accountslots.h"
#include "diagnosis/cases.h"

#include "catalogue/portrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

std::optional<Protocol> mailProtocol(Service service)
{
    switch (service) {
    case Service::Smtp:
        return Protocol::Smtp;
    case Service::Imap:
        return Protocol::Imap;
    case Service::Pop3:
        return Protocol::Pop3;
    case Service::Http:
    case Service::Ssh:
    case Service::Tls:
    case Service::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool isIncoming(Protocol protocol)
{
    return !sendsMail(protocol);
}

QString ports(Protocol protocol)
{
    QStringList numbers;
    for (const SecurityMode mode : allSecurityModes)
        if (const QString number = QString::number(standardPort(protocol, mode)); !numbers.contains(number))
            numbers += number;
    return numbers.join(u", "_s);
}

} // namespace

Diagnosis wrongMode(const Report& report)
{
    const SecurityMode speaks = report.speaks.value_or(SecurityMode::Ssl);
    const int port = portOf(report);
    if (speaks == SecurityMode::Ssl)
        return {
            QCoreApplication::translate("diagnosis", "Port %1 expects encryption from the first byte, but Use Ssl is off.")
                .arg(port),
            QCoreApplication::translate("diagnosis", "Server and network are fine."),
            {modeOnThisPort(report, SecurityMode::Ssl)},
            {Answer::FindSettings}};

    Diagnosis diagnosis;
    diagnosis.answers = {Answer::FindSettings};
    diagnosis.headline =
        QCoreApplication::translate("diagnosis", "Port %1 starts unencrypted, but Use Ssl is on.").arg(port);
    if (speaks == SecurityMode::StartTls) {
        diagnosis.body = QCoreApplication::translate("diagnosis", "The server offers Use Start Tls here.");
        diagnosis.remedies = {modeOnThisPort(report, SecurityMode::StartTls)};
        return diagnosis;
    }
    // Nobody is talked into a connection without encryption: another port is.
    diagnosis.body =
        QCoreApplication::translate("diagnosis", "The server offers no encryption here. Use Ssl usually means port %1.")
            .arg(standardPort(report.settings.protocol, SecurityMode::Ssl));
    diagnosis.remedies = usualPort(report);
    return diagnosis;
}

Diagnosis wrongService(const Report& report)
{
    const Service service = report.answeredBy.value_or(Service::Unknown);
    const Protocol wanted = report.settings.protocol;
    const std::optional<Protocol> other = mailProtocol(service);
    Diagnosis diagnosis;
    //: %2 is such as «a web server», %3 is SMTP, IMAP or POP3
    diagnosis.headline = QCoreApplication::translate("diagnosis", "On port %1 answers %2, but %3 is expected.")
                             .arg(portOf(report))
                             .arg(nameOfService(service), shownName(wanted));
    QStringList body{
        QCoreApplication::translate("diagnosis", "The usual ports for %1 are %2.").arg(shownName(wanted), ports(wanted))};
    diagnosis.remedies = usualPort(report);
    if (other && isIncoming(*other) && isIncoming(wanted)) {
        body += QCoreApplication::translate("diagnosis", "If this port is right, the account's Store should be %1.")
                    .arg(shownName(*other));
        Remedy remedy = store(*other);
        remedy.set.insert(portSlot,
                          QString::number(portOf(report))); // known to be right, so it must not move with the Store
        diagnosis.remedies += remedy;
    } else if (other) {
        body +=
            QCoreApplication::translate("diagnosis", "Outgoing and incoming mail often have servers of their own: check the "
                                                     "Hostname too.");
    }
    diagnosis.body = joined(body);
    diagnosis.answers = {Answer::FindSettings};
    diagnosis.certainty = service == Service::Unknown ? Certainty::Unknown : Certainty::Known;
    return diagnosis;
}

Diagnosis protocolBroken(const Report& report)
{
    const bool isGreeting = report.stage == Stage::Greeting;
    return {
        isGreeting ? QCoreApplication::translate("diagnosis", "What answers on port %1 did not greet as an %2 server does.")
                         .arg(portOf(report))
                         .arg(shownName(report.settings.protocol))
                   : QCoreApplication::translate("diagnosis", "The server gave an answer that %1 does not have.")
                         .arg(shownName(report.settings.protocol)),
        joined({serverWords(report),
                report.failure
                    ? QString()
                    : QCoreApplication::translate("diagnosis", "The answer was longer than any that makes sense."),
                QCoreApplication::translate("diagnosis",
                                            "Either another service listens there, or something on the way changes what is "
                                            "said. The test stopped to be safe.")}),
        isGreeting ? usualPort(report) : QList<Remedy>(), isGreeting ? QList{Answer::FindSettings} : QList<Answer>(),
        Certainty::Unknown};
}

} // namespace stationer::diagnosis
