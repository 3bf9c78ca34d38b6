#pragma once

#include <QLatin1StringView>

namespace stationer {

/// How a connection test ended: a closed set, without text of its own.
enum class Outcome {
    Succeeded,
    SettingInvalid,
    HostNotFound,
    Unreachable,
    TimedOut,
    WrongMode,
    WrongService,
    GreetingRefused,
    StartTlsMissing,
    StartTlsRefused,
    StartTlsInjected,
    TlsFailed,
    CertificateChallenged,
    CertificateRejected,
    PreAuthenticated,
    CapabilityMissing,
    LoginForbidden,
    LoginRejected,
    ServerRefused,
    ProtocolBroken,
    ConnectionLost,
    Cancelled,
};

/// The name in JSON: `succeeded`, `settingInvalid`, `hostNotFound` …
QLatin1StringView nameOf(Outcome outcome);

} // namespace stationer
