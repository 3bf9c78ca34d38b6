#include "diagnosis/cases.h"
#include "diagnosis/providers.h"
#include "diagnosis/refusal.h"
#include "mail/sasl.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer::diagnosis {

namespace {

/// Whether it signs in with a provider's tokens and nothing else (RFC 7628).
bool offersTokensAlone(const Report& report)
{
    const QByteArrayList& names = mechanisms(report);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [](const QByteArray& name) {
        const QByteArray upper = name.toUpper();
        return upper == "XOAUTH2" || upper == "OAUTHBEARER" || upper == "XOAUTH";
    });
}

QString saysNothingOfIt(const Report& report)
{
    switch (report.credential) {
    case Credential::Password:
        return QCoreApplication::translate("diagnosis", "That says nothing about the password.");
    case Credential::Token:
        return QCoreApplication::translate("diagnosis", "That says nothing about the token.");
    case Credential::ClientCertificate:
        return QCoreApplication::translate("diagnosis", "That says nothing about the client certificate.");
    }
    Q_UNREACHABLE();
}

/// What was tried and what came, and then what to do.
Diagnosis refused(const Report& report, const QString& headline, const QString& advice)
{
    const QString known = providerAdvice(report);
    return {headline, joined({whatIsFine(report), signedInAs(report), known.isEmpty() ? advice : known}), {}};
}

Diagnosis wrongPassword(const Report& report)
{
    Diagnosis diagnosis{
        QCoreApplication::translate("diagnosis", "The server refused the user name or password."),
        joined({whatIsFine(report), signedInAs(report),
                QCoreApplication::translate("diagnosis", "Many servers want the whole e-mail address."),
                QCoreApplication::translate("diagnosis",
                                            "Tested with the password typed here, not with the one in the station file.")}),
        {},
        {Answer::EnterPassword, Answer::EditAccount}};
    if (const QString advice = providerAdvice(report); !advice.isEmpty())
        diagnosis.body += u'\n' + advice;
    return diagnosis;
}

} // namespace

Diagnosis capabilityMissing(const Report& report)
{
    if (report.stage == Stage::Envelope || report.stage == Stage::Message)
        return {
            QCoreApplication::translate("diagnosis", "The server cannot take an address with letters beyond plain ASCII."),
            QCoreApplication::translate("diagnosis", "Signing in works. Use addresses without accents or umlauts."),
            {}};
    if (report.credential != Credential::Password)
        return credentialUnusable(report);
    if (offersTokensAlone(report))
        return {QCoreApplication::translate("diagnosis", "The server takes no passwords, only a provider's tokens."),
                joined({whatIsOffered(report),
                        QCoreApplication::translate("diagnosis",
                                                    "Stations sign in with a user name and a password (PLAIN or LOGIN). Ask "
                                                    "the provider for an app password, or use a relay inside the company."),
                        credentialNotSent(report)}),
                {}};
    return {QCoreApplication::translate("diagnosis", "The server offers no way to sign in that can be used here."),
            joined({whatIsOffered(report),
                    QCoreApplication::translate("diagnosis",
                                                "Stations sign in with a user name and a password (PLAIN or LOGIN). Ask the "
                                                "server's owner to allow one of them for this account."),
                    credentialNotSent(report)}),
            {}};
}

Diagnosis loginForbidden(const Report& report)
{
    // With an answer from the server the sign-in was on its way already.
    const bool wasSent = report.failure && !report.failure->code.isEmpty();
    const bool isReadable = isClear(report) && !hidesPassword(report.learnt.mechanism);
    const QString sent =
        !wasSent ? credentialNotSent(report)
        : isReadable
            ? report.credential == Credential::Token
                  ? QCoreApplication::translate("diagnosis", "The token had crossed the network readable by then.")
                  : QCoreApplication::translate("diagnosis", "The password had crossed the network readable by then.")
            : QString();
    if (isClear(report))
        return {report.credential == Credential::Password
                    ? QCoreApplication::translate("diagnosis",
                                                  "The server takes no password over a connection that is not encrypted.")
                    : QCoreApplication::translate("diagnosis",
                                                  "The server lets nobody sign in over a connection that is not encrypted."),
                joined({sent, serverWords(report),
                        QCoreApplication::translate("diagnosis", "Switch encryption on, and test again.")}),
                encryption(report),
                {Answer::FindSettings}};
    Diagnosis diagnosis;
    diagnosis.headline =
        QCoreApplication::translate("diagnosis", "The server lets nobody sign in on port %1.").arg(portOf(report));
    diagnosis.body = joined(
        {sent, serverWords(report),
         QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine. Often signing in is "
                                                  "meant for another port, or this server takes mail without it.")});
    diagnosis.remedies = usualPort(report);
    if (sendsMail(report.settings.protocol))
        for (const SecurityMode mode : {SecurityMode::Ssl, SecurityMode::StartTls})
            if (mode != report.settings.security)
                diagnosis.remedies += modeOnItsPort(report, mode);
    diagnosis.answers = {Answer::FindSettings};
    return diagnosis;
}

Diagnosis loginRejected(const Report& report)
{
    const DialogueFailure failure = report.failure.value_or(DialogueFailure());
    const bool isPassword = report.credential == Credential::Password;
    Diagnosis diagnosis;
    switch (loginRefusal(failure)) {
    case LoginRefusal::WrongPassword:
        return isPassword ? wrongPassword(report) : credentialRefused(report);
    case LoginRefusal::EncryptionWanted:
        if (isClear(report))
            return loginForbidden(report);
        return isPassword ? wrongPassword(report) : credentialRefused(report);
    case LoginRefusal::MailboxInUse:
        return refused(report, QCoreApplication::translate("diagnosis", "Someone else is reading this mailbox just now."),
                       QCoreApplication::translate("diagnosis",
                                                   "It lets one reader in at a time: most likely the station itself or a "
                                                   "mail program. Nothing is wrong with the sign-in. Wait a minute and "
                                                   "test again."));
    case LoginRefusal::TooManyConnections:
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server has too many connections from here already."),
            joined({saysNothingOfIt(report),
                    QCoreApplication::translate("diagnosis", "Other stations and mail programs count as well. Wait a few "
                                                             "minutes and test again.")}));
    case LoginRefusal::TooManyFailures:
        if (!isPassword)
            return refused(report,
                           QCoreApplication::translate(
                               "diagnosis", "After too many refused sign-ins the server lets nobody try for a while."),
                           QCoreApplication::translate("diagnosis", "Wait an hour and test once."));
        diagnosis =
            refused(report,
                    QCoreApplication::translate("diagnosis",
                                                "After too many wrong passwords the server lets nobody try for a while."),
                    QCoreApplication::translate(
                        "diagnosis", "A station that polls with an old password keeps the door shut: disable its account "
                                     "there. Wait an hour, make sure of the password, and test once."));
        diagnosis.answers = {Answer::EnterPassword};
        return diagnosis;
    case LoginRefusal::TooSoon:
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server wants a longer pause between two sign-ins."),
            joined({saysNothingOfIt(report),
                    QCoreApplication::translate("diagnosis", "Wait a few minutes and test again. The station runs into the "
                                                             "same: give it a longer Pollrate.")}));
    case LoginRefusal::AccountDisabled:
        return refused(report, QCoreApplication::translate("diagnosis", "The server has locked this account."),
                       QCoreApplication::translate("diagnosis",
                                                   "Ask the mail server's owner to unlock it. Often a station that polls "
                                                   "with an old password is the cause, and locks it again."));
    case LoginRefusal::PasswordExpired:
        if (!isPassword)
            return credentialRefused(report);
        diagnosis = refused(report, QCoreApplication::translate("diagnosis", "The account's password has run out."),
                            QCoreApplication::translate("diagnosis", "Ask the mail server's owner for a new one, and for "
                                                                     "one that does not run out: a station cannot change "
                                                                     "it by itself."));
        diagnosis.answers = {Answer::EnterPassword};
        return diagnosis;
    case LoginRefusal::AccessSwitchedOff:
        //: %1 is SMTP, IMAP or POP3
        return refused(report,
                       QCoreApplication::translate("diagnosis", "The account may not be used by %1.")
                           .arg(nameOfProtocol(report.settings.protocol)),
                       QCoreApplication::translate("diagnosis", "Switch it on in the mailbox's settings on the provider's "
                                                                "web page, or ask the mail server's owner to."));
    case LoginRefusal::NotAuthorised:
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server knows this account, but does not let it in."),
            isPassword
                ? QCoreApplication::translate("diagnosis", "The password is right, a permission is missing. Ask the mail "
                                                           "server's owner.")
                : QCoreApplication::translate("diagnosis", "A permission is missing. Ask the mail server's owner."));
    case LoginRefusal::OtherMechanismWanted:
        if (!isPassword)
            return credentialRefused(report);
        diagnosis = refused(
            report, QCoreApplication::translate("diagnosis", "The server wants another way to sign in for this account."),
            QCoreApplication::translate("diagnosis", "That is often an app password in the place of the usual one. Ask the "
                                                     "mail server's owner."));
        diagnosis.answers = {Answer::EnterPassword};
        return diagnosis;
    case LoginRefusal::NotNow:
        return refused(report,
                       isPassword
                           ? QCoreApplication::translate("diagnosis", "The server could not check the password just now.")
                           : QCoreApplication::translate("diagnosis", "The server could not check the sign-in just now."),
                       joined({saysNothingOfIt(report),
                               QCoreApplication::translate("diagnosis", "Wait a few minutes and test again.")}));
    }
    Q_UNREACHABLE();
}

} // namespace stationer::diagnosis
