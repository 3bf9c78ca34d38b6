#include "catalogue/accountslots.h"
#include "diagnosis/cases.h"
#include "diagnosis/stagewords.h"

#include "catalogue/portrules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

QString addresses(const Report& report)
{
    QStringList texts;
    for (const ConnectAttempt& attempt : report.attempts)
        if (const QString text = attempt.address.toString(); !texts.contains(text))
            texts += text;
    return texts.join(u", "_s);
}

bool isRefused(const Report& report)
{
    return !report.attempts.isEmpty() &&
           std::all_of(report.attempts.begin(), report.attempts.end(),
                       [](const auto& attempt) { return attempt.error.contains("refused"_L1, Qt::CaseInsensitive); });
}

bool isSmtpRelayPort(const Report& report)
{
    return sendsMail(report.settings.protocol) &&
           portOf(report) == standardPort(report.settings.protocol, SecurityMode::None);
}

QString blockedPort(const Report& report)
{
    if (!isSmtpRelayPort(report))
        return {};
    return QCoreApplication::translate(
        "diagnosis", "Many networks block port 25 for everything that is not a mail server itself. Programs "
                     "that hand in mail use port 465 with Use Ssl, or port 587 with Use Start Tls.");
}

QList<Remedy> otherPorts(const Report& report)
{
    if (isSmtpRelayPort(report))
        return {modeOnItsPort(report, SecurityMode::Ssl), modeOnItsPort(report, SecurityMode::StartTls)};
    return usualPort(report);
}

/// A web server waits to be spoken to.
QString webPort(const Report& report)
{
    const int port = portOf(report);
    if (port != 443 && port != 8443 && port != 80 && port != 8080)
        return {};
    return QCoreApplication::translate("diagnosis", "Port %1 usually is a web server's.").arg(port);
}

/// Whether the name servers were asked at all, or an address was typed.
bool isAddress(const Report& report)
{
    return !QHostAddress(report.settings.server.host).isNull();
}

} // namespace

Diagnosis settingInvalid(const Report& report)
{
    Diagnosis diagnosis;
    diagnosis.body = QCoreApplication::translate("diagnosis", "The test did not start, and nothing was sent.");
    if (!report.settingFault) {
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "A value has a character that cannot be sent to a mail server.");
        return diagnosis;
    }
    diagnosis.headline = describe(*report.settingFault);
    if (report.alarm)
        return diagnosis; // what is to be set may be another component's
    switch (report.settingFault->kind) {
    case SettingFault::Kind::PortZero:
    case SettingFault::Kind::OutOfRange:
        if (report.settingFault->slot == portSlot) {
            const int port = standardPort(report.settings.protocol, report.settings.security);
            diagnosis.remedies = {
                {QCoreApplication::translate("diagnosis", "Set port %1").arg(port), {{portSlot, QString::number(port)}}}};
        }
        break;
    case SettingFault::Kind::BothSwitches:
        diagnosis.remedies = {modeOnItsPort(report, SecurityMode::Ssl), modeOnItsPort(report, SecurityMode::StartTls)};
        break;
    case SettingFault::Kind::Missing:
    case SettingFault::Kind::BadValue:
    case SettingFault::Kind::ForbiddenCharacter:
    case SettingFault::Kind::BadHost:
    case SettingFault::Kind::NotAnAccount:
    case SettingFault::Kind::NobodySignsIn:
    case SettingFault::Kind::NoSuchAccount:
    case SettingFault::Kind::AccountDisabled:
    case SettingFault::Kind::NotOutgoing:
    case SettingFault::Kind::NoRecipients:
    case SettingFault::Kind::NoAddress:
    case SettingFault::Kind::NoSender:
        break;
    }
    return diagnosis;
}

Diagnosis hostNotFound(const Report& report)
{
    return {QCoreApplication::translate("diagnosis", "There is no server named «%1».").arg(shownHost(report)),
            QCoreApplication::translate(
                "diagnosis", "The name servers that this computer asks do not know the name. Check the Hostname for "
                             "typing mistakes. A name that only the site's own network knows can be tested from "
                             "there alone."),
            {},
            {Answer::EditAccount}};
}

Diagnosis unreachable(const Report& report)
{
    const QString tried = addresses(report);
    Diagnosis diagnosis;
    if (isRefused(report)) {
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "The computer %1 is there, but no service answers on port %2.")
                .arg(shownHost(report), QString::number(portOf(report)));
        diagnosis.body =
            QCoreApplication::translate("diagnosis", "Either the port is wrong, or the mail service is not running.");
    } else {
        diagnosis.headline = QCoreApplication::translate("diagnosis", "This computer cannot reach %1 on port %2.")
                                 .arg(shownHost(report), QString::number(portOf(report)));
        diagnosis.body = QCoreApplication::translate(
            "diagnosis", "Check that this computer is on the network, and that Hostname and Port "
                         "are right.");
    }
    if (!tried.isEmpty())
        //: %1 is a list of network addresses
        diagnosis.body += u' ' + QCoreApplication::translate("diagnosis", "Tried: %1.").arg(tried);
    diagnosis.body = joined({diagnosis.body, blockedPort(report)});
    diagnosis.remedies = otherPorts(report);
    diagnosis.answers = {Answer::FindSettings};
    return diagnosis;
}

Diagnosis timedOut(const Report& report)
{
    const QString host = shownHost(report);
    switch (report.stage) {
    case Stage::Settings:
    case Stage::Resolve:
        return {QCoreApplication::translate("diagnosis", "The name servers did not answer in time."),
                isAddress(report) ? QString()
                                  : QCoreApplication::translate(
                                        "diagnosis", "So the address of «%1» is not known. Check that this computer "
                                                     "is on the network, and its name server (DNS) settings.")
                                        .arg(host),
                {}};
    case Stage::Token:
        return {QCoreApplication::translate("diagnosis", "The token did not come in time."),
                QCoreApplication::translate("diagnosis",
                                            "Either who gives it does not answer, or a firewall on the way swallows the "
                                            "connection. HTTPS has to be let through, from the station too."),
                {}};
    case Stage::Connect:
        return {QCoreApplication::translate("diagnosis", "Nothing answers at %1, port %2.")
                    .arg(host, QString::number(portOf(report))),
                joined({QCoreApplication::translate(
                            "diagnosis", "Not even a refusal came back. Usually a firewall on the way swallows the "
                                         "connection, or Hostname or Port is wrong."),
                        blockedPort(report)}),
                otherPorts(report),
                {Answer::FindSettings}};
    case Stage::Greeting:
        return {QCoreApplication::translate("diagnosis", "The server took the connection on port %1 and then said nothing.")
                    .arg(portOf(report)),
                joined({QCoreApplication::translate(
                            "diagnosis", "A mail server speaks first. Either it is overloaded, or something else answers on "
                                         "this port, or a firewall holds its words back."),
                        webPort(report)}),
                usualPort(report),
                {Answer::FindSettings}};
    case Stage::StartTls:
    case Stage::Tls:
    case Stage::Identity:
        return {QCoreApplication::translate("diagnosis", "The encrypted connection was not set up in time."),
                joined({QCoreApplication::translate("diagnosis",
                                                    "The server took the connection and then fell silent. A firewall that "
                                                    "inspects encrypted connections does that, and so does an overloaded "
                                                    "server."),
                        credentialNotSent(report)}),
                {}};
    case Stage::Capabilities:
        return {QCoreApplication::translate("diagnosis", "The server stopped answering."),
                QCoreApplication::translate("diagnosis", "It greeted, but did not say what it can do. Try again later."),
                {}};
    case Stage::Login:
        return {QCoreApplication::translate("diagnosis", "The server did not answer the sign-in in time."),
                QCoreApplication::translate(
                    "diagnosis", "Some servers wait longer after every refused sign-in. Wait a few minutes and test "
                                 "again."),
                {}};
    case Stage::Envelope:
    case Stage::Message:
    case Stage::Arrival: // see notSeen()
        if (!hasSignedIn(report))
            return {
                QCoreApplication::translate("diagnosis", "The server stopped answering."),
                QCoreApplication::translate("diagnosis", "Test again. If it happens every time, ask the server's owner."),
                {}};
        return {QCoreApplication::translate("diagnosis", "The server stopped answering after the sign-in."),
                QCoreApplication::translate("diagnosis", "Signing in works. Try again later."),
                {}};
    }
    Q_UNREACHABLE();
}

Diagnosis connectionLost(const Report& report)
{
    switch (report.stage) {
    case Stage::Token:
        return {QCoreApplication::translate("diagnosis", "The connection broke before a token came."),
                QCoreApplication::translate("diagnosis",
                                            "Test again. If it happens every time, look for a proxy or a firewall "
                                            "on the way that does not let HTTPS through."),
                {}};
    case Stage::Settings:
    case Stage::Resolve:
    case Stage::Connect:
    case Stage::Greeting:
        return {QCoreApplication::translate("diagnosis", "The server hung up without a word."),
                QCoreApplication::translate("diagnosis",
                                            "It took the connection on port %1 and closed it again. Often it takes no "
                                            "connections from this network, or another service listens there.")
                    .arg(portOf(report)),
                usualPort(report),
                {Answer::FindSettings}};
    case Stage::StartTls:
    case Stage::Tls:
    case Stage::Identity:
        return {QCoreApplication::translate("diagnosis", "The connection broke while encryption was being set up."),
                joined({QCoreApplication::translate("diagnosis",
                                                    "The server, or a firewall on the way, closed it without saying why."),
                        credentialNotSent(report)}),
                {}};
    case Stage::Capabilities:
        return {QCoreApplication::translate("diagnosis", "The server hung up in the middle of the conversation."),
                QCoreApplication::translate("diagnosis", "Test again. If it happens every time, ask the server's owner."),
                {}};
    case Stage::Login:
        return {QCoreApplication::translate("diagnosis", "The server hung up during the sign-in."),
                QCoreApplication::translate(
                    "diagnosis", "Some servers do so after too many refused sign-ins, or where they do not like a "
                                 "sign-in from here. Wait a few minutes before the next test."),
                {}};
    case Stage::Envelope:
    case Stage::Message:
    case Stage::Arrival: // see notSeen()
        if (!hasSignedIn(report))
            return {
                QCoreApplication::translate("diagnosis", "The server hung up in the middle of the conversation."),
                QCoreApplication::translate("diagnosis", "Test again. If it happens every time, ask the server's owner."),
                {}};
        return {QCoreApplication::translate("diagnosis", "The server hung up after the sign-in."),
                QCoreApplication::translate("diagnosis", "Signing in works. Test again, or ask the server's owner."),
                {}};
    }
    Q_UNREACHABLE();
}

Diagnosis cancelled(const Report& report)
{
    return {QCoreApplication::translate("diagnosis", "The test was cancelled."),
            //: %1 is a stage such as «Connect»
            QCoreApplication::translate("diagnosis", "It had come as far as: %1.").arg(labelOf(report.stage)),
            {}};
}

} // namespace stationer::diagnosis
