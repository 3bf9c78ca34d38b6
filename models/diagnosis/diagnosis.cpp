#include "diagnosis/diagnosis.h"

#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/mechanismwords.h"

#include <QCoreApplication>

namespace stationer {

namespace {

Diagnosis ofOutcome(const Report& report)
{
    using namespace diagnosis;
    if (report.stage == Stage::Arrival && report.outcome != Outcome::Succeeded && report.outcome != Outcome::Cancelled)
        return notSeen(report);
    switch (report.outcome) {
    case Outcome::Succeeded:
        return succeeded(report);
    case Outcome::SettingInvalid:
        return settingInvalid(report);
    case Outcome::HostNotFound:
        return hostNotFound(report);
    case Outcome::Unreachable:
        return unreachable(report);
    case Outcome::TimedOut:
        return timedOut(report);
    case Outcome::WrongMode:
        return wrongMode(report);
    case Outcome::WrongService:
        return wrongService(report);
    case Outcome::GreetingRefused:
        return greetingRefused(report);
    case Outcome::StartTlsMissing:
        return startTlsMissing(report);
    case Outcome::StartTlsRefused:
        return startTlsRefused(report);
    case Outcome::StartTlsInjected:
        return startTlsInjected(report);
    case Outcome::TlsFailed:
        return tlsFailed(report);
    case Outcome::CertificateChallenged:
        return certificateChallenged(report);
    case Outcome::CertificateRejected:
        return certificateRejected(report);
    case Outcome::PreAuthenticated:
        return preAuthenticated(report);
    case Outcome::CapabilityMissing:
        return capabilityMissing(report);
    case Outcome::LoginForbidden:
        return loginForbidden(report);
    case Outcome::LoginRejected:
        return loginRejected(report);
    case Outcome::ServerRefused:
        return serverRefused(report);
    case Outcome::ProtocolBroken:
        return protocolBroken(report);
    case Outcome::ConnectionLost:
        return connectionLost(report);
    case Outcome::Cancelled:
        return cancelled(report);
    }
    Q_UNREACHABLE();
}

/// Said last of all, whatever else there is to say.
bool endsWithPassword(Outcome outcome)
{
    return outcome == Outcome::CertificateChallenged || outcome == Outcome::CertificateRejected ||
           outcome == Outcome::TlsFailed;
}

/// What ends without a word says nothing of why.
bool isSilent(Outcome outcome)
{
    return outcome == Outcome::TimedOut || outcome == Outcome::ConnectionLost || outcome == Outcome::Unreachable;
}

/// Before anybody answered, where it dialled is what to speak of, and no property of the account mends that.
Diagnosis ofTunnel(Report report)
{
    if (report.stage > Stage::Connect)
        return ofOutcome(report);
    report.settings.server = *report.dialled;
    Diagnosis diagnosis = ofOutcome(report);
    diagnosis.remedies.clear();
    return diagnosis;
}

/// Where no token came, who gives tokens is whom to speak of; no property of the account mends that.
Diagnosis ofToken(Report report)
{
    if (!report.token || !report.token->fault) // it was waited for, or cancelled
        return ofOutcome(report);
    if (!diagnosis::isOnTheWayToToken(report))
        return diagnosis::tokenNotFetched(report);
    report.settings.server = report.judgedServer();
    report.settings.security = SecurityMode::Ssl;
    Diagnosis diagnosis = ofOutcome(report);
    diagnosis.remedies.clear();
    diagnosis.body = diagnosis::joined(
        //: %1 is a host and port
        {QCoreApplication::translate("diagnosis",
                                     "This is about %1, where the token is fetched, and not about the mail server.")
             .arg(shownText(report.settings.server.toString().toUtf8(), 255)),
         diagnosis.body});
    return diagnosis;
}

} // namespace

QLatin1StringView nameOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Known:
        return QLatin1StringView("known");
    case Certainty::Likely:
        return QLatin1StringView("likely");
    case Certainty::Unknown:
        return QLatin1StringView("unknown");
    }
    Q_UNREACHABLE();
}

QString Diagnosis::cause() const
{
    return body.isEmpty() ? headline : headline + QLatin1Char(' ') + body;
}

Diagnosis diagnose(const Report& report)
{
    Diagnosis diagnosis = report.stage == Stage::Token ? ofToken(report)
                          : report.dialled             ? ofTunnel(report)
                                                       : ofOutcome(report);
    if (isSilent(report.outcome) && &report.decisive() == &report)
        diagnosis.certainty = Certainty::Unknown;
    diagnosis.remedies.removeIf([&report](const Remedy& remedy) { return !diagnosis::stands(remedy, report); });
    QStringList paragraphs = diagnosis::notes(report);
    const QString certainty = diagnosis::inWords(diagnosis.certainty);
    const bool isSaid = diagnosis.body.contains(certainty); // by what came of the look for a message
    paragraphs.prepend(diagnosis::joined({diagnosis.body, isSaid ? QString() : certainty}));
    paragraphs += whyCertificateWasNotUsed(report);
    if (endsWithPassword(report.outcome) && report.stage != Stage::Arrival)
        paragraphs += diagnosis::credentialNotSent(report);
    paragraphs.removeAll(QString());
    diagnosis.body = paragraphs.join(u'\n');
    return diagnosis;
}

} // namespace stationer
