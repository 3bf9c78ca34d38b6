#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <optional>

namespace stationer {

/// What can be wrong with a certificate chain.
enum class TrustError {
    Expired,
    NotYetValid,
    HostMismatch,
    SelfSigned,
    UnknownRoot,
    MissingIssuer,
    NotACa,
    WrongPurpose,
    WeakKey,
    WeakSignature,
    NameConstraint,
    PathLength,
    UnknownCriticalExtension,
    BadSignature,
    Malformed,
    Other,
};

/// The code on the command line, in JSON and in allowed-hosts.json: `expired`, `notYetValid`, `hostMismatch` …
QLatin1StringView nameOf(TrustError error);
std::optional<TrustError> trustErrorNamed(QStringView name);

/// An error and the certificate it is about: 0 is the server's own, counting up towards the root.
struct TrustFinding {
    TrustError error = TrustError::Other;
    int depth = 0;
    QString detail; ///< the library's words, for «details» only

    bool operator==(const TrustFinding&) const = default;
};

} // namespace stationer
