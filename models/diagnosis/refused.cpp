#include "catalogue/accountslots.h"
#include "diagnosis/cases.h"
#include "diagnosis/providers.h"
#include "diagnosis/refusal.h"

#include "catalogue/portrules.h"
#include "connection/showntext.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer::diagnosis {

namespace {

Diagnosis with(const Report& report, const QString& headline, const QString& advice, const QList<Remedy>& remedies = {})
{
    const QString known = providerAdvice(report);
    return {headline, joined({serverWords(report), known.isEmpty() ? advice : known}), remedies};
}

QString tryLater()
{
    return QCoreApplication::translate("diagnosis", "Wait a few minutes and test again.");
}

QString askOwner()
{
    return QCoreApplication::translate("diagnosis", "Ask the server's owner whether connections from here are allowed.");
}

/// From the port where servers hand mail to each other to those where programs hand it in.
QList<Remedy> submission(const Report& report)
{
    if (portOf(report) != standardPort(Protocol::Smtp, SecurityMode::None))
        return {};
    return {modeOnItsPort(report, SecurityMode::StartTls), modeOnItsPort(report, SecurityMode::Ssl)};
}

/// The sender was the Reply To where there is one; the account's own address is the one that most servers allow.
QList<Remedy> ownSender(const Report& report)
{
    const QString own = report.settings.account.value_or(QString());
    if (!own.contains(u'@') || report.settings.replyTo.isEmpty() || report.settings.replyTo == own)
        return {};
    //: A button that sets Reply To to %1, an address
    return {{QCoreApplication::translate("diagnosis", "Set Reply To to %1").arg(shownText(own.toUtf8(), 80)),
             {{replyToSlot, own}}}};
}

QString ownAddressAlone()
{
    return QCoreApplication::translate("diagnosis", "Many servers let an account send from its own address alone, and to "
                                                    "strangers only after a sign-in.");
}

Diagnosis mailRefused(const Report& report)
{
    const DialogueFailure failure = report.failure.value_or(DialogueFailure());
    const bool hasSignedIn = report.record(Stage::Login) && report.record(Stage::Login)->status == StageStatus::Passed;
    switch (mailRefusal(failure)) {
    case MailRefusal::SignInWanted:
        return {QCoreApplication::translate("diagnosis", "The server takes mail only after a sign-in."),
                joined({serverWords(report), providerAdvice(report),
                        QCoreApplication::translate("diagnosis",
                                                    "Fill in Account and Password, and check that Use Authentication is "
                                                    "on where the sheet shows it.")}),
                submission(report),
                {Answer::EditAccount}};
    case MailRefusal::EncryptionWanted:
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server takes mail only over an encrypted connection."),
                    QCoreApplication::translate("diagnosis", "Switch encryption on, and test again."),
                    isClear(report) ? encryption(report) : QList<Remedy>());
    case MailRefusal::RelayDenied:
        return with(
            report, QCoreApplication::translate("diagnosis", "The server does not pass mail on to this recipient."),
            hasSignedIn
                ? QCoreApplication::translate("diagnosis", "The sign-in worked, but this account may not send to other "
                                                           "mail systems. Ask the server's owner to allow it.")
                : QCoreApplication::translate("diagnosis", "It does that after a sign-in, or for networks that its owner "
                                                           "has named. Fill in Account and Password, or ask the owner "
                                                           "to let the station's address relay."),
            hasSignedIn ? QList<Remedy>() : submission(report));
    case MailRefusal::SenderRefused:
        return with(report, QCoreApplication::translate("diagnosis", "The server refused the sender's address."),
                    joined({QCoreApplication::translate("diagnosis", "Mail is sent in the name of Reply To, or of Account "
                                                                     "where that is empty."),
                            ownAddressAlone()}),
                    ownSender(report));
    case MailRefusal::RecipientUnknown:
        return with(report, QCoreApplication::translate("diagnosis", "The server does not know the recipient."),
                    QCoreApplication::translate("diagnosis",
                                                "The sender was taken. Check the recipient's address for typing "
                                                "mistakes."));
    case MailRefusal::MailboxFull:
        return with(report, QCoreApplication::translate("diagnosis", "The recipient's mailbox is full."),
                    QCoreApplication::translate("diagnosis", "The account works. Ask the recipient to make room."));
    case MailRefusal::TooLarge:
        return with(
            report, QCoreApplication::translate("diagnosis", "The message is larger than the server takes."),
            QCoreApplication::translate("diagnosis", "The account works. Ask the server's owner for the largest size."));
    case MailRefusal::LimitReached:
        return with(report, QCoreApplication::translate("diagnosis", "The account has sent as much as the server allows."),
                    QCoreApplication::translate(
                        "diagnosis", "Wait until the limit starts anew, often the next day. Keep the station below "
                                     "it by Max Sendable Per Day."));
    case MailRefusal::NetworkDistrusted:
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server does not trust the network this comes from."),
                    QCoreApplication::translate("diagnosis",
                                                "It is on a list of networks that send unwanted mail, or no mail server's. "
                                                "Hand the mail in at the provider's own server, with a sign-in."),
                    submission(report));
    case MailRefusal::Greylisted:
        return with(report, QCoreApplication::translate("diagnosis", "The server asks to come again later."),
                    QCoreApplication::translate("diagnosis",
                                                "Many servers turn a new sender away for some minutes, as junk mail seldom "
                                                "comes twice. The account is fine. Test again in five to fifteen minutes."));
    case MailRefusal::NotNow:
        return with(report, QCoreApplication::translate("diagnosis", "The server cannot take mail just now."), tryLater());
    case MailRefusal::Other:
        return with(report,
                    report.stage == Stage::Message
                        ? QCoreApplication::translate("diagnosis", "The server refused the test message.")
                        : QCoreApplication::translate("diagnosis", "The server refused the sender or a recipient."),
                    ownAddressAlone());
    }
    Q_UNREACHABLE();
}

Diagnosis inboxRefused(const Report& report)
{
    const bool isLater = report.failure && isForNow(*report.failure);
    return with(report, QCoreApplication::translate("diagnosis", "The server did not let the inbox be opened."),
                isLater ? tryLater()
                        : QCoreApplication::translate("diagnosis",
                                                      "Signing in works. Ask the server's owner to look at the mailbox."));
}

/// FTP greets as SMTP does; what it says tells them apart.
bool isFtp(const Report& report)
{
    const QByteArray words = report.learnt.greeting.toUpper();
    return words.contains("FTP") && !words.contains("SMTP");
}

Diagnosis helloRefused(const Report& report)
{
    const DialogueFailure failure = report.failure.value_or(DialogueFailure());
    const QString headline = QCoreApplication::translate("diagnosis", "The server refused to go on after the greeting.");
    if (sendsMail(report.settings.protocol) && isFtp(report))
        return {
            QCoreApplication::translate("diagnosis", "On port %1 answers a server for files (FTP), but SMTP is expected.")
                .arg(portOf(report)),
            serverWords(report),
            usualPort(report),
            {Answer::FindSettings}};
    if (isForNow(failure))
        return with(report, headline, tryLater());
    const QByteArray words = failure.serverText.toLower();
    if (words.contains("helo") || words.contains("ehlo") || words.contains("hostname") || words.contains("fully-qualified"))
        return with(report, headline,
                    QCoreApplication::translate(
                        "diagnosis", "It does not like the name by which this computer introduces itself. Another "
                                     "EHLO name can be chosen for the test; the station has a name of its own."));
    return with(report, headline, askOwner());
}

} // namespace

Diagnosis serverRefused(const Report& report)
{
    switch (report.stage) {
    case Stage::Envelope:
    case Stage::Message:
        return sendsMail(report.settings.protocol) ? mailRefused(report) : inboxRefused(report);
    case Stage::Login:
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server ended the conversation during the sign-in."),
                    QCoreApplication::translate("diagnosis", "Wait a few minutes before the next test."));
    case Stage::Settings:
    case Stage::Resolve:
    case Stage::Connect:
    case Stage::Greeting:
    case Stage::StartTls:
    case Stage::Tls:
    case Stage::Identity:
    case Stage::Capabilities:
        return helloRefused(report);
    }
    Q_UNREACHABLE();
}

Diagnosis greetingRefused(const Report& report)
{
    const DialogueFailure failure = report.failure.value_or(DialogueFailure());
    const QString headline = QCoreApplication::translate("diagnosis", "The server answers, but turns this computer away.");
    if (isTooManyConnections(failure))
        return with(report, headline,
                    QCoreApplication::translate("diagnosis", "It has too many connections from here already. Other stations "
                                                             "and mail programs count as well. Wait a few minutes and test "
                                                             "again."));
    if (sendsMail(report.settings.protocol) && isNetworkDistrusted(failure))
        return with(report, headline,
                    QCoreApplication::translate("diagnosis",
                                                "It is on a list of networks that send unwanted mail, or no mail server's. "
                                                "Hand the mail in at the provider's own server, with a sign-in."),
                    submission(report));
    if (isForNow(failure))
        return with(report, headline,
                    QCoreApplication::translate("diagnosis", "That is for now: try again in a few minutes."));
    return with(report, headline,
                joined({QCoreApplication::translate("diagnosis", "Port and protocol are right."), askOwner()}),
                sendsMail(report.settings.protocol) ? submission(report) : QList<Remedy>());
}

} // namespace stationer::diagnosis
