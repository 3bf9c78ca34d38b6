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

QString headline(const Report& report)
{
    if (reached(report, Stage::Message))
        return QCoreApplication::translate("diagnosis", "It works: the server took the test message.");
    if (reached(report, Stage::Envelope))
        return sendsMail(report.settings.protocol)
                   ? QCoreApplication::translate("diagnosis", "It works: the server takes mail from this account.")
                   : QCoreApplication::translate("diagnosis", "It works: the server lets this account read its inbox.");
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
    if (isClear(report)) {
        body += notEncrypted(report);
        diagnosis.remedies = encryption(report);
    } else {
        body += QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine.");
    }
    if (report.trust && report.trust->verdict == Verdict::Exempted)
        body += exemption(*report.trust);
    if (!isSignedIn)
        body +=
            report.settings.account
                ? QCoreApplication::translate("diagnosis", "Signing in was not tested.")
                : QCoreApplication::translate("diagnosis", "Signing in was not tested, as the account has no user name.");
    if (provesOnlyThisProgram(report))
        body += provesOnlyThisProgramText(report);
    diagnosis.body = joined(body);
    return diagnosis;
}

} // namespace stationer::diagnosis
