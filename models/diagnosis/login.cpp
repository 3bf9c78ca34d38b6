#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/mechanismwords.h"
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

/// What else was offered. One attempt is made, for every refused one may lock the account.
QString notTried(const Report& report)
{
    QByteArrayList names;
    for (const MechanismNote& note : report.learnt.mechanismNotes)
        if (note.fate == MechanismFate::Weaker || note.fate == MechanismFate::NotTheStations ||
            note.fate == MechanismFate::NotChosen)
            names += note.name;
    if (names.isEmpty())
        return {};
    //: %1 is a list of mechanisms such as PLAIN, LOGIN
    return QCoreApplication::translate("diagnosis", "Also offered, and not tried: %1.")
        .arg(shownText(names.join(", "), 200));
}

/// What was tried and what came, and then what to do.
Diagnosis refused(const Report& report, const QString& headline, const QString& advice, const QList<Answer>& answers = {})
{
    const QString known = providerAdvice(report);
    return {headline,
            joined({whatIsFine(report), signedInAs(report), notTried(report), known.isEmpty() ? advice : known}),
            {},
            answers};
}

Diagnosis notSaid(const Report& report)
{
    const QString whatSignsIn =
        report.credential == Credential::Password
            ? QCoreApplication::translate("diagnosis", "That need not be the password: the server does not say why.")
            : QCoreApplication::translate("diagnosis", "The server does not say why.");
    return refused(report, QCoreApplication::translate("diagnosis", "The server did not accept the sign-in."),
                   joined({whatSignsIn,
                           QCoreApplication::translate("diagnosis", "Ask the mail server's owner what its answer means.")}),
                   {Answer::EnterPassword, Answer::EditAccount});
}

/// A station signs in by another one that is offered; whether that works is not known where this one was refused.
bool isNotTheStationsWay(const Report& report)
{
    return hidesPassword(report.learnt.mechanism) && offersOneOfStations(report);
}

Diagnosis otherWayThanTheStations(const Report& report)
{
    return refused(report,
                   //: %1 is a mechanism such as CRAM-MD5
                   QCoreApplication::translate("diagnosis", "The server did not accept the sign-in by %1.")
                       .arg(shownText(report.learnt.mechanism, 40)),
                   QCoreApplication::translate(
                       "diagnosis",
                       "A station does not sign in so, but by LOGIN, PLAIN or a command with the password. Some "
                       "servers offer a way that they are not set up for, so the password may be right: choose "
                       "the station's way for the next test."),
                   {Answer::EnterPassword, Answer::EditAccount});
}

Diagnosis wrongPassword(const Report& report)
{
    if (isNotTheStationsWay(report))
        return otherWayThanTheStations(report);
    Diagnosis diagnosis{
        QCoreApplication::translate("diagnosis", "The server refused the user name or password."),
        joined({whatIsFine(report), signedInAs(report), notTried(report),
                QCoreApplication::translate("diagnosis", "Many servers want the whole e-mail address."),
                report.settings.hasStoredPassword
                    ? QCoreApplication::translate(
                          "diagnosis", "Tested with the password typed here, not with the one in the station file.")
                    : QString()}),
        {},
        {Answer::EnterPassword, Answer::EditAccount}};
    if (const QString advice = providerAdvice(report); !advice.isEmpty())
        diagnosis.body += u'\n' + advice;
    return diagnosis;
}

/// Inside TLS the server asks for TLS: what took the encryption off is not the server that asks.
Diagnosis encryptionWantedInsideIt(const Report& report)
{
    return refused(
        report,
        QCoreApplication::translate("diagnosis", "The server asks for encryption, although it is encrypted already."),
        joined({saysNothingOfIt(report),
                QCoreApplication::translate("diagnosis",
                                            "Something in front of the mail server, such as a proxy or a load balancer, may "
                                            "end the encryption, so that the server itself sees none. Ask its owner.")}));
}

Diagnosis mechanismRefused(const Report& report)
{
    const QByteArray used = report.learnt.mechanism;
    return refused(report,
                   used.isEmpty() ? QCoreApplication::translate("diagnosis", "The server refused the way to sign in.")
                                  //: %1 is a mechanism such as PLAIN
                                  : QCoreApplication::translate("diagnosis", "The server refused %1 as a way to sign in.")
                                        .arg(shownText(used, 40)),
                   joined({saysNothingOfIt(report),
                           QCoreApplication::translate(
                               "diagnosis", "It may offer a way that is not set up, or not for this account. Ask the mail "
                                            "server's owner which way to sign in is switched on.")}));
}

} // namespace

Diagnosis capabilityMissing(const Report& report)
{
    if (report.stage == Stage::Envelope || report.stage == Stage::Message)
        return {
            QCoreApplication::translate("diagnosis", "The server cannot take an address with letters beyond plain ASCII."),
            hasSignedIn(report)
                ? QCoreApplication::translate("diagnosis", "Signing in works. Use addresses without accents or umlauts.")
                : QCoreApplication::translate("diagnosis", "Use addresses without accents or umlauts."),
            {}};
    if (report.credential != Credential::Password)
        return credentialUnusable(report);
    if (offersTokensAlone(report))
        return {QCoreApplication::translate("diagnosis", "The server takes no passwords, only a provider's tokens."),
                joined({whatIsOffered(report),
                        QCoreApplication::translate("diagnosis",
                                                    "Up to 4.12 a station signs in with a user name and a password "
                                                    "(PLAIN or LOGIN); from 4.13 on an Email Authenticator can fetch a "
                                                    "token. Ask the provider for access by token or an app password, or use "
                                                    "a relay inside the company."),
                        credentialNotSent(report)}),
                {}};
    return {QCoreApplication::translate("diagnosis", "The server offers no way to sign in that can be used here."),
            joined({whatIsOffered(report),
                    QCoreApplication::translate(
                        "diagnosis", "With a password a station signs in by PLAIN or LOGIN. Ask the server's owner to "
                                     "allow one of them for this account."),
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
    if (wasSent)
        return encryptionWantedInsideIt(report);
    Diagnosis diagnosis;
    diagnosis.headline =
        QCoreApplication::translate("diagnosis", "The server lets nobody sign in on port %1.").arg(portOf(report));
    diagnosis.body = joined(
        {sent, serverWords(report),
         QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine. Often signing in is "
                                                  "meant for another port, or this server takes mail without it.")});
    diagnosis.remedies = whereOneSignsIn(report);
    diagnosis.answers = {Answer::FindSettings};
    return diagnosis;
}

namespace {

Diagnosis ofRefusal(const Report& report, const Reading<LoginRefusal>& reading)
{
    const bool isPassword = report.credential == Credential::Password;
    switch (reading.cause) {
    case LoginRefusal::NotSaid:
        return notSaid(report);
    case LoginRefusal::WrongPassword:
        if (isPassword && reading.certainty != Certainty::Known && !providerAdvice(report).isEmpty())
            return notSaid(report); // the provider may well mean something else
        return isPassword ? wrongPassword(report) : credentialRefused(report);
    case LoginRefusal::MechanismRefused:
        return mechanismRefused(report);
    case LoginRefusal::EncryptionWanted:
        return isClear(report) ? loginForbidden(report) : encryptionWantedInsideIt(report);
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
        return refused(
            report,
            QCoreApplication::translate("diagnosis", "After too many attempts the server lets nobody sign in for a while."),
            isPassword
                ? QCoreApplication::translate("diagnosis", "Whether the password is right was not looked at. A station that "
                                                           "polls with an old one may keep the door shut: disable its "
                                                           "account there. Wait an hour, make sure of the password, and "
                                                           "test once.")
                : QCoreApplication::translate("diagnosis", "Wait an hour and test once."),
            isPassword ? QList{Answer::EnterPassword} : QList<Answer>());
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
        return refused(report, QCoreApplication::translate("diagnosis", "The account's password has run out."),
                       QCoreApplication::translate("diagnosis", "Ask the mail server's owner for a new one, and for "
                                                                "one that does not run out: a station cannot change "
                                                                "it by itself."),
                       {Answer::EnterPassword});
    case LoginRefusal::AccessSwitchedOff:
        //: %1 is SMTP, IMAP or POP3
        return refused(report,
                       QCoreApplication::translate("diagnosis", "The account may not be used by %1.")
                           .arg(shownName(report.settings.protocol)),
                       QCoreApplication::translate("diagnosis", "Switch it on in the mailbox's settings on the provider's "
                                                                "web page, or ask the mail server's owner to."));
    case LoginRefusal::NotAuthorised:
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server knows this account, but does not let it in."),
            isPassword && reading.certainty == Certainty::Known
                ? QCoreApplication::translate("diagnosis", "The password is right, a permission is missing. Ask the mail "
                                                           "server's owner.")
                : QCoreApplication::translate("diagnosis", "A permission is missing. Ask the mail server's owner."));
    case LoginRefusal::OtherMechanismWanted:
        if (!isPassword)
            return credentialRefused(report);
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server wants another way to sign in for this account."),
            QCoreApplication::translate("diagnosis", "That is often an app password in the place of the usual one. Ask the "
                                                     "mail server's owner."),
            {Answer::EnterPassword});
    case LoginRefusal::OtherPasswordWanted:
        if (!isPassword)
            return credentialRefused(report);
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server wants a password made for mail programs."),
            QCoreApplication::translate("diagnosis", "Make an app password or authorization code on the mailbox's web page, "
                                                     "and use it in the place of the usual password."),
            {Answer::EnterPassword});
    case LoginRefusal::BrowserWanted:
        return refused(report, QCoreApplication::translate("diagnosis", "The server wants a sign-in by web browser first."),
                       joined({saysNothingOfIt(report),
                               QCoreApplication::translate(
                                   "diagnosis", "It may take the sign-in for a robot's or for a stranger's. Sign in to the "
                                                "mailbox on the provider's web page in a browser, confirm what it asks, and "
                                                "test again. It may still want an app password.")}));
    case LoginRefusal::PolicyForbids:
        return refused(report, QCoreApplication::translate("diagnosis", "A rule of the server forbids this sign-in."),
                       joined({saysNothingOfIt(report),
                               QCoreApplication::translate(
                                   "diagnosis", "It may be about the network or the place that the sign-in comes from, or "
                                                "about passwords as such. Ask the mail server's administrator.")}));
    case LoginRefusal::AdministratorWanted:
        return refused(
            report, QCoreApplication::translate("diagnosis", "The server sends to its administrator."),
            joined({saysNothingOfIt(report), QCoreApplication::translate("diagnosis", "Ask the mail server's owner.")}));
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

} // namespace

Diagnosis loginRejected(const Report& report)
{
    if (report.credential == Credential::Token)
        if (const auto known = tokenAtMailServer(report))
            return *known;
    const Reading<LoginRefusal> reading = loginRefusal(replyOf(report));
    Diagnosis diagnosis = ofRefusal(report, reading);
    const bool isBlamedOnAnotherWay = reading.cause == LoginRefusal::WrongPassword && isNotTheStationsWay(report);
    diagnosis.certainty = isBlamedOnAnotherWay ? Certainty::Unknown : reading.certainty;
    return diagnosis;
}

} // namespace stationer::diagnosis
