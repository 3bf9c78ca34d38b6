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

bool hasSignedIn(const Report& report)
{
    return report.record(Stage::Login) && report.record(Stage::Login)->status == StageStatus::Passed;
}

QString listedNetwork()
{
    return QCoreApplication::translate("diagnosis", "It may be on a list of networks that send unwanted mail, or no mail "
                                                    "server's. Hand the mail in at the provider's own server, with a "
                                                    "sign-in.");
}

QString anotherHelloName()
{
    return QCoreApplication::translate("diagnosis", "It does not seem to like the name by which this computer introduces "
                                                    "itself (EHLO). Another EHLO name can be chosen for the test; the "
                                                    "station has a name of its own, which the server may take or not.");
}

Diagnosis signInWanted(const Report& report)
{
    const QString headline = QCoreApplication::translate("diagnosis", "The server takes mail only after a sign-in.");
    if (report.settings.account && !report.learnt.greeting.isEmpty() && mechanisms(report).isEmpty())
        return {headline,
                joined({serverWords(report), providerAdvice(report),
                        QCoreApplication::translate("diagnosis", "On this port it offers no way to sign in.")}),
                whereOneSignsIn(report),
                {Answer::FindSettings}};
    return {headline,
            joined({serverWords(report), providerAdvice(report),
                    QCoreApplication::translate("diagnosis", "Fill in Account and Password, and check that Use "
                                                             "Authentication is on where the sheet shows it.")}),
            submission(report),
            {Answer::EditAccount}};
}

Diagnosis ofMail(const Report& report, MailRefusal cause)
{
    switch (cause) {
    case MailRefusal::SignInWanted:
        if (isClear(report) && offers(report, "STARTTLS") && mechanisms(report).isEmpty())
            return ofMail(report, MailRefusal::EncryptionWanted);
        return signInWanted(report);
    case MailRefusal::EncryptionWanted:
        if (!isClear(report))
            return with(report,
                        QCoreApplication::translate("diagnosis",
                                                    "The server asks for encryption, although it is encrypted already."),
                        QCoreApplication::translate("diagnosis",
                                                    "Something in front of the mail server, such as a proxy or a load "
                                                    "balancer, may end the encryption, so that the server itself sees none. "
                                                    "Ask its owner."));
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server takes mail only over an encrypted connection."),
                    QCoreApplication::translate("diagnosis", "Switch encryption on, and test again."), encryption(report));
    case MailRefusal::HelloNameRefused:
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server refused the name that this computer goes by."),
                    anotherHelloName());
    case MailRefusal::RelayDenied:
        return with(
            report, QCoreApplication::translate("diagnosis", "The server does not pass mail on to this recipient."),
            hasSignedIn(report)
                ? QCoreApplication::translate("diagnosis", "The sign-in worked, but this account may not send to other "
                                                           "mail systems. Ask the server's owner to allow it.")
                : QCoreApplication::translate("diagnosis", "It does that after a sign-in, or for networks that its owner "
                                                           "has named. Fill in Account and Password, or ask the owner "
                                                           "to let the station's address relay."),
            hasSignedIn(report) ? QList<Remedy>() : submission(report));
    case MailRefusal::SenderRefused:
        return with(report, QCoreApplication::translate("diagnosis", "The server refused the sender's address."),
                    joined({QCoreApplication::translate("diagnosis", "Mail is sent in the name of Reply To, or of Account "
                                                                     "where that is empty."),
                            ownAddressAlone()}),
                    ownSender(report));
    case MailRefusal::RecipientRefused:
        return with(report, QCoreApplication::translate("diagnosis", "The server refused the recipient."),
                    QCoreApplication::translate("diagnosis", "The sender was taken. Check the recipient's address; some "
                                                             "servers may look at the sender and the network only at this "
                                                             "point, so read what it said."));
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
                    listedNetwork(), submission(report));
    case MailRefusal::Greylisted:
        return with(report, QCoreApplication::translate("diagnosis", "The server asks to come again later."),
                    QCoreApplication::translate("diagnosis",
                                                "Many servers turn a new sender away for some minutes, as junk mail seldom "
                                                "comes twice. The account may be fine. Test again in five to fifteen "
                                                "minutes."));
    case MailRefusal::NotNow:
        return with(report, QCoreApplication::translate("diagnosis", "The server cannot take mail just now."), tryLater());
    case MailRefusal::MessageRefused:
        return with(report,
                    report.stage == Stage::Message
                        ? QCoreApplication::translate("diagnosis", "The server refused the test message.")
                        : QCoreApplication::translate("diagnosis", "The server did not go on with the mail."),
                    QCoreApplication::translate("diagnosis", "Sender and recipients were taken. It may not like what the "
                                                             "message holds, or who sends it."));
    }
    Q_UNREACHABLE();
}

Diagnosis mailRefused(const Report& report)
{
    const Reading<MailRefusal> reading = mailRefusal(replyOf(report));
    Diagnosis diagnosis = ofMail(report, reading.cause);
    diagnosis.certainty = reading.certainty;
    return diagnosis;
}

Diagnosis ofInbox(const Report& report, InboxRefusal cause)
{
    const QString headline =
        QCoreApplication::translate("diagnosis", "The server took the sign-in, and did not open the inbox.");
    switch (cause) {
    case InboxRefusal::NotSaid:
        return with(report, headline,
                    QCoreApplication::translate("diagnosis", "It may be that the user name opens no mailbox, or that "
                                                             "reading mail this way is not allowed for it. Ask the server's "
                                                             "owner."));
    case InboxRefusal::IdentityWanted:
        return with(report, headline,
                    QCoreApplication::translate("diagnosis",
                                                "Some servers open it only after the program has told who it is (the IMAP "
                                                "command ID), which a station does not do. POP3 may work: try that Store, "
                                                "or use a mailbox of another provider."));
    case InboxRefusal::NotConnected:
        if (report.credential == Credential::Token)
            return with(report, headline,
                        QCoreApplication::translate(
                            "diagnosis",
                            "It took the token, and opens no mailbox for it. Most likely the app has no permission "
                            "for this mailbox. In Exchange Online PowerShell: Add-MailboxPermission -Identity %1 "
                            "-User … -AccessRights FullAccess, with the app's service principal as the user. The "
                            "user name has to be the mailbox's own address.")
                            .arg(userName(report)));
        return with(report, headline,
                    QCoreApplication::translate(
                        "diagnosis", "It knows the user name, and connects it to no mailbox. The user name may be an alias "
                                     "or a shared mailbox's, or IMAP may be switched off for it, or it may be too busy. "
                                     "Ask its administrator for the mailbox's own sign-in name."));
    case InboxRefusal::AccessSwitchedOff:
        return with(report, headline,
                    QCoreApplication::translate(
                        "diagnosis", "Access by %1 seems to be switched off for this mailbox. Switch it on in the "
                                     "mailbox's settings on the provider's web page, or ask the server's owner.")
                        .arg(shownName(report.settings.protocol)));
    case InboxRefusal::MailboxInUse:
        return with(report, headline,
                    QCoreApplication::translate("diagnosis",
                                                "Someone else may be reading it: most likely the station itself "
                                                "or a mail program. Wait a minute and test again."));
    case InboxRefusal::NotNow:
        return with(report, headline, tryLater());
    }
    Q_UNREACHABLE();
}

Diagnosis inboxRefused(const Report& report)
{
    const Reading<InboxRefusal> reading = inboxRefusal(replyOf(report));
    Diagnosis diagnosis = ofInbox(report, reading.cause);
    diagnosis.certainty = reading.certainty;
    return diagnosis;
}

/// FTP greets as SMTP does; what it says tells them apart.
bool isFtp(const Report& report)
{
    const QByteArray words = report.learnt.greeting.toUpper();
    return words.contains("FTP") && !words.contains("SMTP");
}

Diagnosis ofDoor(const Report& report, const QString& headline, DoorRefusal cause)
{
    switch (cause) {
    case DoorRefusal::HelloNameRefused:
        return with(report, headline, anotherHelloName());
    case DoorRefusal::TooManyConnections:
        return with(report, headline,
                    QCoreApplication::translate("diagnosis", "It has too many connections from here already. Other stations "
                                                             "and mail programs count as well. Wait a few minutes and test "
                                                             "again."));
    case DoorRefusal::NetworkDistrusted:
        return sendsMail(report.settings.protocol) ? with(report, headline, listedNetwork(), submission(report))
                                                   : with(report, headline, askOwner());
    case DoorRefusal::NotNow:
        return with(report, headline,
                    QCoreApplication::translate("diagnosis", "That is for now: try again in a few minutes."));
    case DoorRefusal::NotSaid:
        return with(report, headline, askOwner(),
                    sendsMail(report.settings.protocol) ? submission(report) : QList<Remedy>());
    }
    Q_UNREACHABLE();
}

Diagnosis turnedAway(const Report& report, const QString& headline)
{
    const Reading<DoorRefusal> reading = doorRefusal(replyOf(report));
    Diagnosis diagnosis = ofDoor(report, headline, reading.cause);
    diagnosis.certainty = reading.certainty;
    return diagnosis;
}

Diagnosis helloRefused(const Report& report)
{
    if (sendsMail(report.settings.protocol) && isFtp(report))
        return {
            QCoreApplication::translate("diagnosis", "On port %1 answers a server for files (FTP), but SMTP is expected.")
                .arg(portOf(report)),
            serverWords(report),
            usualPort(report),
            {Answer::FindSettings}};
    return turnedAway(report, QCoreApplication::translate("diagnosis", "The server refused to go on after the greeting."));
}

} // namespace

Diagnosis serverRefused(const Report& report)
{
    switch (report.stage) {
    case Stage::Envelope:
    case Stage::Message:
    case Stage::Arrival: // see notSeen()
        return sendsMail(report.settings.protocol) ? mailRefused(report) : inboxRefused(report);
    case Stage::Login:
        return with(report,
                    QCoreApplication::translate("diagnosis", "The server ended the conversation during the sign-in."),
                    QCoreApplication::translate("diagnosis", "Wait a few minutes before the next test."));
    case Stage::Settings:
    case Stage::Token:
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
    return turnedAway(report, QCoreApplication::translate("diagnosis", "The server answers, but turns this computer away."));
}

} // namespace stationer::diagnosis
