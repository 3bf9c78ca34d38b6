#include "connection/outcome.h"

#include <QString>

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return "succeeded"_L1;
    case Outcome::SettingInvalid:
        return "settingInvalid"_L1;
    case Outcome::HostNotFound:
        return "hostNotFound"_L1;
    case Outcome::Unreachable:
        return "unreachable"_L1;
    case Outcome::TimedOut:
        return "timedOut"_L1;
    case Outcome::WrongMode:
        return "wrongMode"_L1;
    case Outcome::WrongService:
        return "wrongService"_L1;
    case Outcome::GreetingRefused:
        return "greetingRefused"_L1;
    case Outcome::StartTlsMissing:
        return "startTlsMissing"_L1;
    case Outcome::StartTlsRefused:
        return "startTlsRefused"_L1;
    case Outcome::StartTlsInjected:
        return "startTlsInjected"_L1;
    case Outcome::TlsFailed:
        return "tlsFailed"_L1;
    case Outcome::CertificateChallenged:
        return "certificateChallenged"_L1;
    case Outcome::CertificateRejected:
        return "certificateRejected"_L1;
    case Outcome::PreAuthenticated:
        return "preAuthenticated"_L1;
    case Outcome::CapabilityMissing:
        return "capabilityMissing"_L1;
    case Outcome::LoginForbidden:
        return "loginForbidden"_L1;
    case Outcome::LoginRejected:
        return "loginRejected"_L1;
    case Outcome::ServerRefused:
        return "serverRefused"_L1;
    case Outcome::ProtocolBroken:
        return "protocolBroken"_L1;
    case Outcome::ConnectionLost:
        return "connectionLost"_L1;
    case Outcome::Cancelled:
        return "cancelled"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
