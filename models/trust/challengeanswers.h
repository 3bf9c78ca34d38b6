#pragma once

#include "trust/judge.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// The row that a challenge makes in Allowed Hosts, unanswered: what was shown, and every error that was found.
AllowedHost unansweredRow(const Judgement& judgement, const Endpoint& host, const QDateTime& now);

/// How the user accepts a certificate.
struct Acceptance {
    Scope scope = Scope::UntilDeleted;
    Binding binding = Binding::Certificate;
    QDateTime expires; ///< of Scope::UntilDate
};
/// The row that accepts exactly what was shown. For Binding::NameOnly the chain still has to verify: it accepts no other
/// error.
AllowedHost acceptedRow(const Judgement& judgement, const Endpoint& host, const Acceptance& how, const QDateTime& now);
/// Whether this is the only fault: of HostMismatch, Binding::NameOnly can be offered.
bool hasOnly(const Judgement& judgement, TrustError error);

/// Another host and port where the user accepted this very certificate; of several where that was done last.
std::optional<Endpoint> acceptedElsewhere(const QList<AllowedHost>& rows, const QByteArray& sha256, const Endpoint& host);

/// That a root CA can be imported against an unknown issuer; never for a self-signed leaf, even one marked as a CA.
struct RootOffer {
    std::optional<CertificateFacts> sent; ///< the root, where the server sent it; else it has to be got as a file
    QString name;                         ///< of the root or, where it was not sent, of the issuer that is missing
};
std::optional<RootOffer> rootOffer(const Judgement& judgement, const QDateTime& now);

} // namespace stationer
