#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/reply.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

/// What Exchange Online calls the permission of a client for this protocol.
QLatin1StringView roleFor(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return "SMTP.SendAsApp"_L1;
    case Protocol::Imap:
        return "IMAP.AccessAsApp"_L1;
    case Protocol::Pop3:
        return "POP.AccessAsApp"_L1;
    }
    Q_UNREACHABLE();
}

bool isOfMicrosoft(const TokenClaims& claims)
{
    return claims.issuer.startsWith("https://sts.windows.net/"_L1) ||
           claims.issuer.startsWith("https://login.microsoftonline.com/"_L1);
}

bool isForExchange(const TokenClaims& claims)
{
    return claims.audience.contains("outlook.office"_L1) ||
           claims.audience.contains("00000002-0000-0ff1-ce00-000000000000"_L1);
}

Diagnosis refusedBecause(const Report& report, const QString& headline, const QString& advice, Certainty certainty)
{
    return {headline, joined({whatIsFine(report), signedInAs(report), tokenErrorWords(report), advice}), {}, {}, certainty};
}

/// SMTP AUTH is off, by Exchange's own words: for the company, or for the mailbox.
std::optional<Diagnosis> smtpAuthOff(const Report& report)
{
    const QByteArray words = report.failure ? report.failure->serverText.toLower() : QByteArray();
    if (!words.contains("smtpclientauthentication is disabled"))
        return std::nullopt;
    if (words.contains("for the mailbox"))
        return refusedBecause(
            report, QCoreApplication::translate("diagnosis", "«Authenticated SMTP» is switched off for this mailbox."),
            QCoreApplication::translate("diagnosis",
                                        "In the Microsoft 365 admin center: Users ▸ Active users ▸ the mailbox's "
                                        "user ▸ Mail ▸ Manage email apps ▸ Authenticated SMTP. It needs a while "
                                        "to take effect."),
            Certainty::Known);
    return refusedBecause(
        report, QCoreApplication::translate("diagnosis", "«Authenticated SMTP» is switched off for the whole company."),
        QCoreApplication::translate("diagnosis", "In the Exchange admin center: Settings ▸ Mail flow ▸ «Turn off SMTP AUTH "
                                                 "protocol for your organization»; or for this mailbox alone, which goes "
                                                 "first, in the Microsoft 365 admin center: Users ▸ Active users ▸ Mail ▸ "
                                                 "Manage email apps ▸ Authenticated SMTP."),
        Certainty::Known);
}

/// What the token itself lacks.
std::optional<Diagnosis> lackOfToken(const Report& report)
{
    if (!report.token || !report.token->claims || !isOfMicrosoft(*report.token->claims))
        return std::nullopt;
    const TokenClaims& claims = *report.token->claims;
    if (!isForExchange(claims))
        return refusedBecause(report, QCoreApplication::translate("diagnosis", "The token is not for mail."),
                              QCoreApplication::translate("diagnosis", "It is for «%1». The scope has to be "
                                                                       "https://outlook.office365.com/.default.")
                                  .arg(shownText(claims.audience.toUtf8(), 200)),
                              Certainty::Known);
    const QString role = roleFor(report.settings.protocol);
    if (claims.roles.contains(role))
        return std::nullopt;
    return refusedBecause(report, QCoreApplication::translate("diagnosis", "The token lacks the permission %1.").arg(role),
                          QCoreApplication::translate(
                              "diagnosis",
                              "In the Microsoft Entra admin center: App registrations ▸ the app ▸ API permissions ▸ Add "
                              "a permission ▸ APIs my organization uses ▸ Office 365 Exchange Online ▸ Application "
                              "permissions ▸ %1; then «Grant admin consent». A delegated permission does not count.")
                              .arg(role),
                          Certainty::Known);
}

/// The token is in order, and Exchange does not know its app, or the mailbox is not the app's.
std::optional<Diagnosis> mailboxClosed(const Report& report)
{
    if (!report.token || !report.token->claims || !isOfMicrosoft(*report.token->claims))
        return std::nullopt;
    return refusedBecause(
        report, QCoreApplication::translate("diagnosis", "The mail server refused a token that is in order."),
        QCoreApplication::translate(
            "diagnosis", "Most likely Exchange does not know the app, or the mailbox is not open to it. In Exchange Online "
                         "PowerShell: New-ServicePrincipal -AppId … -ObjectId … (the Object ID under Entra ▸ Enterprise "
                         "applications, not the one under App registrations), then Add-MailboxPermission -Identity %1 -User "
                         "… -AccessRights FullAccess. The user name has to be the mailbox's own address.")
            .arg(userName(report)),
        Certainty::Likely);
}

} // namespace

QString tokenErrorWords(const Report& report)
{
    const QByteArray& raw = report.learnt.tokenError;
    if (raw.trimmed().isEmpty())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(raw).object();
    QStringList parts;
    for (const QLatin1StringView name : {"status"_L1, "error_description"_L1, "schemes"_L1, "scope"_L1})
        if (const QString value = object.value(name).toVariant().toString(); !value.isEmpty())
            parts += u"%1 %2"_s.arg(name, shownText(value.toUtf8(), 200));
    //: %1 is what a mail server says of a token that it refuses, such as «status 400, scope https://mail.google.com/»
    return QCoreApplication::translate("diagnosis", "Of the token it said: «%1».")
        .arg(parts.isEmpty() ? shownText(raw, 200) : parts.join(u", "_s));
}

std::optional<Diagnosis> tokenAtMailServer(const Report& report)
{
    if (auto off = smtpAuthOff(report))
        return off;
    if (auto lack = lackOfToken(report))
        return lack;
    return mailboxClosed(report);
}

} // namespace stationer::diagnosis
