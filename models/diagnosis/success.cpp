#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/mechanismwords.h"
#include "mail/sasl.h"

#include <QCoreApplication>

namespace stationer::diagnosis {

namespace {

bool reached(const Report& report, Stage stage)
{
    const StageRecord* record = report.record(stage);
    return record && record->status == StageStatus::Passed;
}

/// A relay: it offers no way to sign in, and a station then hands its mail in without.
bool takesMailWithoutSignIn(const Report& report)
{
    return sendsMail(report.settings.protocol) && report.settings.account && mechanisms(report).isEmpty() &&
           !reached(report, Stage::Login) && (reached(report, Stage::Envelope) || reached(report, Stage::Message));
}

/// Whose word the certificate passed by. What the station's own stores make of it is the station's verdict.
QString whoVouched(const Report& report)
{
    if (!report.trust || report.trust->verdict != Verdict::Trusted)
        return {};
    return QCoreApplication::translate(
        "diagnosis", "A trust store of this computer vouched for the certificate; the station has trust stores "
                     "of its own.");
}

QString certificateEnd(const Report& report)
{
    const QDateTime end = report.trust && !report.trust->sent.isEmpty() ? report.trust->sent.first().notAfter : QDateTime();
    if (!end.isValid() || end < report.began)
        return {};
    const qint64 days = report.began.daysTo(end);
    return days == 1 ? QCoreApplication::translate("diagnosis", "The certificate ends in 1 day.")
                     : QCoreApplication::translate("diagnosis", "The certificate ends in %1 days.").arg(days);
}

/// A sign-in that passed proves no sending.
bool isSendingOpen(const Report& report)
{
    return sendsMail(report.settings.protocol) && reached(report, Stage::Login) && !reached(report, Stage::Envelope) &&
           !reached(report, Stage::Message);
}

/// A recipient that was put off for now.
QString putOff(const Report& report)
{
    if (report.learnt.putOff.isEmpty())
        return {};
    //: %1 is what the server said
    return QCoreApplication::translate(
               "diagnosis", "The server put the mail off for now, as it often does with senders that it does not know "
                            "yet (greylisting): «%1».")
        .arg(shownText(report.learnt.putOff, 200));
}

QString headline(const Report& report)
{
    if (reached(report, Stage::Arrival))
        return QCoreApplication::translate("diagnosis", "It works: the alarm's mail arrived.");
    if (reached(report, Stage::Message))
        return QCoreApplication::translate("diagnosis", "It works: the server took the test message.");
    if (takesMailWithoutSignIn(report))
        return QCoreApplication::translate("diagnosis", "It works: the server takes mail without a sign-in.");
    if (!report.learnt.putOff.isEmpty())
        return QCoreApplication::translate("diagnosis", "Signing in works. The server put the mail off for now.");
    if (reached(report, Stage::Envelope))
        return sendsMail(report.settings.protocol)
                   ? QCoreApplication::translate("diagnosis", "It works: the server takes mail from this account.")
                   : QCoreApplication::translate("diagnosis", "It works: the server lets this account read its inbox.");
    if (isSendingOpen(report))
        return QCoreApplication::translate("diagnosis", "Signing in works. Sending was not tested.");
    if (reached(report, Stage::Login))
        return QCoreApplication::translate("diagnosis", "It works: signed in as «%1».").arg(userName(report));
    return QCoreApplication::translate("diagnosis", "The server answers as it should.");
}

/// What the network could read of a test without encryption.
QString notEncrypted(const Report& report)
{
    if (!reached(report, Stage::Login))
        return QCoreApplication::translate("diagnosis", "Not encrypted.");
    if (report.credential == Credential::Token)
        return QCoreApplication::translate("diagnosis", "Not encrypted: the token crossed the network readable.");
    if (hidesPassword(report.learnt.mechanism))
        //: %1 is a mechanism such as SCRAM-SHA-256
        return QCoreApplication::translate("diagnosis",
                                           "Not encrypted: %1 hid the password in this test, but from a station "
                                           "that signs in with PLAIN or LOGIN it crosses the network readable.")
            .arg(QString::fromLatin1(report.learnt.mechanism));
    return QCoreApplication::translate("diagnosis", "Not encrypted: the password crossed the network readable.");
}

/// What let a certificate pass that no root CA vouches for. An exemption of this run is in no file.
QString exemption(const Judgement& judged)
{
    if (judged.row && judged.row->scope == Scope::Session)
        return QCoreApplication::translate("diagnosis",
                                           "The certificate was accepted for this run only; replace it with the "
                                           "root CA when you can.");
    return QCoreApplication::translate("diagnosis",
                                       "The certificate passed by an exemption in Allowed Hosts; replace it with "
                                       "the root CA when you can.");
}

} // namespace

Diagnosis succeeded(const Report& report)
{
    Diagnosis diagnosis;
    diagnosis.headline = headline(report);
    const bool isSignedIn = reached(report, Stage::Login);
    QStringList body;
    if (isSendingOpen(report))
        body += QCoreApplication::translate("diagnosis", "Signed in as «%1».").arg(userName(report));
    const bool isRelay = takesMailWithoutSignIn(report);
    if (isRelay)
        body +=
            QCoreApplication::translate("diagnosis", "It offers no way to sign in on this port, so user name and password "
                                                     "were not tested. A station sends here without a sign-in, too, and "
                                                     "they do no harm.");
    if (isClear(report)) {
        body += notEncrypted(report);
        if (!isRelay || offers(report, "STARTTLS")) // what takes mail so on this port need not have another
            diagnosis.remedies = encryption(report);
    } else {
        body += QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine.");
    }
    if (report.trust && report.trust->verdict == Verdict::Exempted)
        body += exemption(*report.trust);
    const bool isInboxOpened = reached(report, Stage::Envelope) || report.learnt.inboxOpensForWriting;
    if (isSignedIn && !sendsMail(report.settings.protocol) && !isInboxOpened)
        body += QCoreApplication::translate("diagnosis", "The inbox was not opened.");
    if (!isSignedIn && !isRelay)
        body +=
            report.settings.account
                ? QCoreApplication::translate("diagnosis", "Signing in was not tested.")
                : QCoreApplication::translate("diagnosis", "Signing in was not tested, as the account has no user name.");
    body += putOff(report);
    if (provesOnlyThisProgram(report))
        body += provesOnlyThisProgramText(report);
    if (reached(report, Stage::Arrival))
        body += whereSeen(report);
    body += QStringList{certificateEnd(report), whoVouched(report)};
    if (isSendingOpen(report))
        diagnosis.answers = {Answer::TestSending};
    diagnosis.body = joined(body);
    return diagnosis;
}

} // namespace stationer::diagnosis
