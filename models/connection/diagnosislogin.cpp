#include "connection/diagnosiscases.h"
#include "connection/diagnosisproviders.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

QString user(const Report& report)
{
    return shownText(report.settings.account.value_or(QString()).toUtf8(), 120);
}

bool isClear(const Report& report)
{
    return report.settings.security == SecurityMode::None;
}

/// From mode none to what the server has shown that it can do, else to what it usually can.
QList<Remedy> encryption(const Report& report)
{
    if (offers(report, "STARTTLS") || offers(report, "STLS"))
        return {modeOnThisPort(report, SecurityMode::StartTls)};
    return {modeOnItsPort(report, SecurityMode::Ssl)};
}

QString offeredMechanisms(const Report& report)
{
    const bool isEncrypted = report.tls.has_value();
    const QByteArrayList& names = isEncrypted ? report.learnt.mechanismsAfterTls : report.learnt.mechanismsBeforeTls;
    if (names.isEmpty())
        return {};
    //: %1 is a list of mechanisms such as GSSAPI, NTLM
    return QCoreApplication::translate("diagnosis", "It offers: %1.").arg(shownText(names.join(", "), 200));
}

/// The code says that the password was not even looked at.
bool isForNow(const DialogueFailure& failure)
{
    return failure.code.startsWith('4') || failure.code.contains("UNAVAILABLE") || failure.code.contains("SYS/TEMP") ||
           failure.code.contains("INUSE") || failure.code.contains("IN-USE") || failure.code.contains("LOGIN-DELAY");
}

bool reached(const Report& report, Stage stage)
{
    const StageRecord* record = report.record(stage);
    return record && record->status == StageStatus::Passed;
}

} // namespace

Diagnosis succeeded(const Report& report)
{
    Diagnosis diagnosis;
    const bool isSignedIn = reached(report, Stage::Login);
    if (reached(report, Stage::Message))
        diagnosis.headline = QCoreApplication::translate("diagnosis", "It works: the server took the test message.");
    else if (reached(report, Stage::Envelope))
        diagnosis.headline =
            report.settings.protocol == Protocol::Smtp
                ? QCoreApplication::translate("diagnosis", "It works: the server takes mail from this account.")
                : QCoreApplication::translate("diagnosis", "It works: the server lets this account read its inbox.");
    else if (isSignedIn)
        diagnosis.headline = QCoreApplication::translate("diagnosis", "It works: signed in as «%1».").arg(user(report));
    else
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The server answers as it should.");

    QStringList body;
    if (isClear(report)) {
        body += isSignedIn
                    ? QCoreApplication::translate("diagnosis", "Not encrypted: the password crossed the network readable.")
                    : QCoreApplication::translate("diagnosis", "Not encrypted.");
        diagnosis.remedies = encryption(report);
    } else {
        body += QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine.");
    }
    if (report.trust && report.trust->verdict == Verdict::Exempted)
        body += QCoreApplication::translate(
            "diagnosis", "The certificate passed by an exemption in Allowed Hosts; replace it with the root CA "
                         "when you can.");
    if (!isSignedIn)
        body +=
            report.settings.account
                ? QCoreApplication::translate("diagnosis", "Signing in was not tested.")
                : QCoreApplication::translate("diagnosis", "Signing in was not tested, as the account has no user name.");
    diagnosis.body = joined(body);
    return diagnosis;
}

Diagnosis capabilityMissing(const Report& report)
{
    if (report.stage == Stage::Envelope || report.stage == Stage::Message)
        return {
            QCoreApplication::translate("diagnosis", "The server cannot take an address with letters beyond plain ASCII."),
            QCoreApplication::translate("diagnosis", "Signing in works. Use addresses without accents or umlauts."),
            {}};
    return {QCoreApplication::translate("diagnosis", "The server offers no way to sign in that can be used here."),
            joined({offeredMechanisms(report),
                    QCoreApplication::translate("diagnosis",
                                                "Stations sign in with a user name and a password (PLAIN or LOGIN). Ask the "
                                                "server's owner to allow one of them for this account."),
                    passwordNotSent()}),
            {}};
}

Diagnosis loginForbidden(const Report& report)
{
    // With an answer from the server the password was on its way already.
    const bool wasSent = report.failure && !report.failure->code.isEmpty();
    const QString sent =
        !wasSent ? passwordNotSent()
        : isClear(report)
            ? QCoreApplication::translate("diagnosis", "The password had crossed the network readable by then.")
            : QString();
    if (isClear(report))
        return {QCoreApplication::translate("diagnosis",
                                            "The server takes no password over a connection that is not encrypted."),
                joined({sent, serverWords(report),
                        QCoreApplication::translate("diagnosis", "Switch encryption on, and test again.")}),
                encryption(report)};
    Diagnosis diagnosis;
    diagnosis.headline =
        QCoreApplication::translate("diagnosis", "The server lets nobody sign in on port %1.").arg(portOf(report));
    diagnosis.body = joined(
        {sent, serverWords(report),
         QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine. Often signing in is "
                                                  "meant for another port, or this server takes mail without it.")});
    if (report.settings.protocol == Protocol::Smtp)
        for (const SecurityMode mode : {SecurityMode::Ssl, SecurityMode::StartTls})
            if (const Remedy remedy = modeOnItsPort(report, mode); mode != report.settings.security)
                diagnosis.remedies += remedy;
    diagnosis.remedies = usualPort(report) + diagnosis.remedies;
    return diagnosis;
}

Diagnosis loginRejected(const Report& report)
{
    const QString fine = isClear(report)
                             ? QCoreApplication::translate("diagnosis", "The connection is fine, though not encrypted.")
                             : QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine.");
    const QString words = serverLine(report);
    const QString signedIn =
        QCoreApplication::translate("diagnosis", "Signed in as «%1»; the server said: «%2».").arg(user(report), words);
    if (report.failure && isForNow(*report.failure))
        return {QCoreApplication::translate("diagnosis", "The server could not check the password just now."),
                joined({fine, signedIn,
                        QCoreApplication::translate(
                            "diagnosis", "That says nothing about the password. Wait a few minutes and test again.")}),
                {}};
    const bool isWholeAddress = user(report).contains(u'@');
    return {QCoreApplication::translate("diagnosis", "The server refused the user name or password."),
            joined({fine, signedIn, providerAdvice(report),
                    isWholeAddress ? QString()
                                   : QCoreApplication::translate("diagnosis", "Many servers want the whole e-mail address."),
                    QCoreApplication::translate(
                        "diagnosis", "Tested with the password typed here, not with the one in the station file.")}),
            {}};
}

Diagnosis serverRefused(const Report& report)
{
    Diagnosis diagnosis;
    QString advice;
    switch (report.stage) {
    case Stage::Envelope:
        diagnosis.headline = report.settings.protocol == Protocol::Smtp
                                 ? QCoreApplication::translate("diagnosis", "The server refused the sender or a recipient.")
                                 : QCoreApplication::translate("diagnosis", "The server did not let the inbox be opened.");
        advice = report.settings.protocol == Protocol::Smtp
                     ? QCoreApplication::translate(
                           "diagnosis", "Many servers let an account send from its own address alone, and to strangers "
                                        "only after a sign-in.")
                     : QCoreApplication::translate("diagnosis", "Ask the server's owner to look at the mailbox.");
        break;
    case Stage::Message:
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The server refused the test message.");
        advice = QCoreApplication::translate(
            "diagnosis", "Many servers let an account send from its own address alone, and to strangers only "
                         "after a sign-in.");
        break;
    case Stage::Login:
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "The server ended the conversation during the sign-in.");
        advice = QCoreApplication::translate("diagnosis", "Wait a few minutes before the next test.");
        break;
    case Stage::Settings:
    case Stage::Resolve:
    case Stage::Connect:
    case Stage::Greeting:
    case Stage::StartTls:
    case Stage::Tls:
    case Stage::Identity:
    case Stage::Capabilities:
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The server refused to go on after the greeting.");
        advice =
            QCoreApplication::translate("diagnosis", "Ask the server's owner whether connections from here are allowed.");
        break;
    }
    const QString known = providerAdvice(report);
    diagnosis.body = joined({serverWords(report), known.isEmpty() ? advice : known});
    return diagnosis;
}

} // namespace stationer::diagnosis
