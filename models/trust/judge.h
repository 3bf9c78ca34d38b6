#pragma once

#include "trust/certificatefacts.h"
#include "trust/exemption.h"
#include "trust/trusterror.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <atomic>
#include <optional>

namespace stationer {

class TrustAnchors;

enum class Verdict { Trusted, Exempted, Challenged, Rejected };
QLatin1StringView nameOf(Verdict verdict); ///< `trusted`, `exempted`, `challenged`, `rejected`

/// Which store holds the root that vouched.
enum class TrustStore { System, User, Given };
QLatin1StringView nameOf(TrustStore store); ///< `system`, `user`, `given`

/// The judge's answer. `errors` are all that was found, whatever the verdict: an exempted chain keeps the errors that were
/// accepted. `sent` is the chain as sent, `built` the path that was built, root last where there is one.
struct Judgement {
    Verdict verdict = Verdict::Challenged;
    std::optional<TrustStore> store; ///< who vouched, where the chain passes and ends in an anchor
    QList<TrustFinding> errors;
    QStringList remarks; ///< findings of strict RFC 5280 checking
    QList<CertificateFacts> sent;
    QList<CertificateFacts> built;
    std::optional<AllowedHost> row; ///< the Allowed Hosts row that was consulted, if there is one for this host and port
    bool isIdentityChanged = false; ///< that row was for another certificate

    CertificateChain sentChain() const; ///< as sent, the bytes alone
};

bool has(const Judgement& judgement, TrustError error);

/// Judges a server's certificate. `host` is as typed; `now` in any zone.
/// Chain building is OpenSSL's with purpose TLS server and security level 2; no partial chains; names by hostname.h.
/// The row of Allowed Hosts for this host and port, where given, can exempt the errors it accepts, or reject.
Judgement judge(const CertificateChain& chain, const QString& host, const QDateTime& now, const TrustAnchors& anchors,
                const std::optional<AllowedHost>& row = std::nullopt);

/// Whether the chain kept in this row, or the one the server has sent since, would be trusted without the row, which can
/// then go. A rejection stays needed.
bool isNoLongerNeeded(const AllowedHost& row, const TrustAnchors& anchors, const QDateTime& now);
/// Those of many rows, in their order; quick where few of them could be vouched for by anybody known. It may be asked on any
/// thread, and answers nothing once `isCancelled` is set: thousands of rows with a chain each take a second or two.
QList<AllowedHost> noLongerNeeded(const QList<AllowedHost>& rows, const TrustAnchors& anchors, const QDateTime& now,
                                  const std::atomic<bool>* isCancelled = nullptr);

} // namespace stationer
