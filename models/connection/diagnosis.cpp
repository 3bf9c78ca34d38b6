#include "connection/diagnosis.h"

#include "connection/diagnosiscases.h"

#include <QCoreApplication>

#include <chrono>

namespace stationer {

namespace {

Diagnosis ofOutcome(const Report& report)
{
    using namespace diagnosis;
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

/// An attempt that failed, or that got no answer in a time in which the other address would have answered many times over.
bool isDead(const ConnectAttempt& attempt, const ConnectAttempt& winner)
{
    using namespace std::chrono_literals;
    if (attempt.succeeded)
        return false;
    return !attempt.error.isEmpty() || (attempt.duration >= 200ms && attempt.duration >= 5 * winner.duration);
}

/// Said beside any outcome: the first address that a station may try is a dead one.
QString deadIpv6(const Report& report)
{
    for (const ConnectAttempt& winner : report.attempts) {
        if (!winner.succeeded || winner.address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        for (const ConnectAttempt& attempt : report.attempts)
            if (attempt.address.protocol() == QAbstractSocket::IPv6Protocol && isDead(attempt, winner))
                return QCoreApplication::translate("diagnosis",
                                                   "The server's IPv6 address %1 did not answer, its IPv4 address %2 did. A "
                                                   "station that tries IPv6 first waits in vain.")
                    .arg(attempt.address.toString(), winner.address.toString());
    }
    return {};
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

} // namespace

QString Diagnosis::cause() const
{
    return body.isEmpty() ? headline : headline + QLatin1Char(' ') + body;
}

Diagnosis diagnose(const Report& report)
{
    Diagnosis diagnosis = report.dialled ? ofTunnel(report) : ofOutcome(report);
    diagnosis.body = diagnosis::joined({diagnosis.body, deadIpv6(report)});
    return diagnosis;
}

} // namespace stationer
