#pragma once

#include "terms/endpoint.h"
#include "trust/certificatefacts.h"
#include "trust/trusterror.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

enum class Approval { Unanswered, Approved, Rejected };
/// How long an approval holds.
enum class Scope { Session, UntilDate, UntilDeleted };
/// What an approval binds to beside host and port.
enum class Binding { Certificate, PublicKey, NameOnly };

/// One row of Allowed Hosts: the user's answer to a certificate challenge, or that there is none yet.
/// It holds for this host (normalised) and port, this certificate (or key) and the errors accepted; fewer still pass.
struct AllowedHost {
    Endpoint host; ///< host normalised
    Approval approval = Approval::Unanswered;
    Scope scope = Scope::UntilDeleted;
    Binding binding = Binding::Certificate;
    QByteArray sha256; ///< of the leaf, lower-case hex
    QByteArray publicKeySha256;
    QList<TrustError> errors; ///< accepted
    QDateTime created;
    QDateTime lastUsed; ///< invalid: never
    QDateTime expires;  ///< Scope::UntilDate
    QString note;
    CertificateChain chain; ///< as shown
    /// What the server has sent since, be it trusted without this row or another certificate than the one shown; empty where
    /// neither was seen, or the row was used after it.
    CertificateChain verifiedChain;

    bool operator==(const AllowedHost&) const = default;
};

} // namespace stationer
