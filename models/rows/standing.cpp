#include "rows/standing.h"

#include "diagnosis/stagewords.h"
#include "trust/hostname.h"

#include <QCoreApplication>

namespace stationer {

Standing standingOf(const Report& report)
{
    switch (badgeOf(report.outcome)) {
    case Badge::Passed:
    case Badge::PassedHere:
        return isWithoutSignIn(report) ? Standing::WithoutSignIn : Standing::Passed;
    case Badge::Challenged:
        return Standing::ToReview;
    case Badge::Failed:
    case Badge::Warning:
    case Badge::Fault:
        return Standing::Failed;
    case Badge::None:
    case Badge::Info:
    case Badge::Open:
        return Standing::Untested;
    }
    Q_UNREACHABLE();
}

bool isWithoutSignIn(const Report& report)
{
    return report.outcome == Outcome::Succeeded && report.depth == Depth::Connect && report.settings.account;
}

QString endOf(const Report& report)
{
    return isWithoutSignIn(report) ? QCoreApplication::translate("accounts", "reached, password needed")
                                   : labelOf(report.outcome);
}

QString challengeOf(const Report& tested)
{
    const Report& report = tested.decisive();
    if (report.outcome != Outcome::CertificateChallenged || !report.trust)
        return {};
    const Endpoint server = report.judgedServer();
    const QByteArray leaf = report.trust->sent.isEmpty() ? QByteArray() : report.trust->sent.first().sha256;
    return Endpoint{normalisedHost(server.host).value_or(server.host), server.port}.toString() + u' ' +
           QString::fromLatin1(leaf);
}

Badge badgeOf(const Report& report)
{
    return isWithoutSignIn(report) ? Badge::Info : badgeOf(report.outcome);
}

Badge badgeOf(Forecast forecast)
{
    switch (forecast) {
    case Forecast::Passes:
        return Badge::Passed;
    case Forecast::Fails:
        return Badge::Failed;
    case Forecast::Unknown:
        return Badge::Open;
    }
    Q_UNREACHABLE();
}

Badge badgeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return Badge::Passed;
    case Outcome::CertificateChallenged:
        return Badge::Challenged;
    case Outcome::Cancelled:
        return Badge::None;
    case Outcome::SettingInvalid:
    case Outcome::HostNotFound:
    case Outcome::Unreachable:
    case Outcome::TimedOut:
    case Outcome::WrongMode:
    case Outcome::WrongService:
    case Outcome::GreetingRefused:
    case Outcome::StartTlsMissing:
    case Outcome::StartTlsRefused:
    case Outcome::StartTlsInjected:
    case Outcome::TlsFailed:
    case Outcome::CertificateRejected:
    case Outcome::PreAuthenticated:
    case Outcome::CapabilityMissing:
    case Outcome::LoginForbidden:
    case Outcome::LoginRejected:
    case Outcome::ServerRefused:
    case Outcome::ProtocolBroken:
    case Outcome::ConnectionLost:
        return Badge::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
