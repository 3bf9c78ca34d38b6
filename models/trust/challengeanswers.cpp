#include "trust/challengeanswers.h"

#include "trust/hostname.h"
#include "trust/importer.h"

#include <algorithm>

namespace stationer {

AllowedHost unansweredRow(const Judgement& judgement, const Endpoint& host, const QDateTime& now)
{
    AllowedHost row;
    row.host = {normalisedHost(host.host).value_or(host.host), host.port};
    row.created = now;
    row.chain = judgement.sentChain();
    if (!judgement.sent.isEmpty()) {
        row.sha256 = judgement.sent.first().sha256;
        row.publicKeySha256 = judgement.sent.first().publicKeySha256;
    }
    for (const TrustFinding& finding : judgement.errors) {
        if (!row.errors.contains(finding.error))
            row.errors << finding.error;
    }
    return row;
}

AllowedHost acceptedRow(const Judgement& judgement, const Endpoint& host, const Acceptance& how, const QDateTime& now)
{
    AllowedHost row = unansweredRow(judgement, host, now);
    row.approval = Approval::Approved;
    row.scope = how.scope;
    row.binding = how.binding;
    if (how.scope == Scope::UntilDate)
        row.expires = how.expires;
    if (how.binding == Binding::NameOnly)
        row.errors = {TrustError::HostMismatch};
    return row;
}

bool hasOnly(const Judgement& judgement, TrustError error)
{
    return !judgement.errors.isEmpty() && std::all_of(judgement.errors.cbegin(), judgement.errors.cend(),
                                                      [&](const TrustFinding& one) { return one.error == error; });
}

std::optional<Endpoint> acceptedElsewhere(const QList<AllowedHost>& rows, const QByteArray& sha256, const Endpoint& host)
{
    const Endpoint here{normalisedHost(host.host).value_or(host.host), host.port};
    const AllowedHost* last = nullptr;
    for (const AllowedHost& row : rows)
        if (row.approval == Approval::Approved && !sha256.isEmpty() && row.sha256 == sha256 && row.host != here &&
            (!last || row.created > last->created))
            last = &row;
    return last ? std::optional(last->host) : std::nullopt;
}

std::optional<RootOffer> rootOffer(const Judgement& judgement, const QDateTime& now)
{
    if (judgement.built.isEmpty() || has(judgement, TrustError::SelfSigned))
        return std::nullopt;
    const CertificateFacts& last = judgement.built.last();
    if (has(judgement, TrustError::MissingIssuer))
        return RootOffer{std::nullopt, last.issuerName};
    if (!has(judgement, TrustError::UnknownRoot) || judgement.built.size() < 2)
        return std::nullopt;
    RootOffer offer{std::nullopt, last.commonName.isEmpty() ? last.issuerName : last.commonName};
    if (last.der != judgement.sent.first().der && isImportableRoot(last, now))
        offer.sent = last;
    return offer;
}

} // namespace stationer
