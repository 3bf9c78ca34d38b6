#include "trust/judge.h"

#include "trust/chainverification.h"
#include "trust/derslices.h"
#include "trust/hostname.h"
#include "trust/nameconstraints.h"
#include "trust/trustanchors.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Trusted:
        return "trusted"_L1;
    case Verdict::Exempted:
        return "exempted"_L1;
    case Verdict::Challenged:
        return "challenged"_L1;
    case Verdict::Rejected:
        return "rejected"_L1;
    }
    return "challenged"_L1;
}

QLatin1StringView nameOf(TrustStore store)
{
    switch (store) {
    case TrustStore::System:
        return "system"_L1;
    case TrustStore::User:
        return "user"_L1;
    case TrustStore::Given:
        return "given"_L1;
    }
    return "given"_L1;
}

CertificateChain Judgement::sentChain() const
{
    CertificateChain chain;
    for (const CertificateFacts& certificate : sent)
        chain << certificate.der;
    return chain;
}

bool has(const Judgement& judgement, TrustError error)
{
    return std::any_of(judgement.errors.cbegin(), judgement.errors.cend(),
                       [&](const TrustFinding& one) { return one.error == error; });
}

namespace {

// All names that the accepted certificate had are in this one: whoever got it signed owns them too.
bool hasNamesOf(const AllowedHost& row, const CertificateFacts& leaf)
{
    const auto accepted = row.chain.isEmpty() ? std::nullopt : certificateFacts(row.chain.first());
    if (!accepted || (accepted->dnsNames.isEmpty() && accepted->ipAddresses.isEmpty()))
        return false;
    const QSet<QString> dns(leaf.dnsNames.cbegin(), leaf.dnsNames.cend());
    const QSet<QString> addresses(leaf.ipAddresses.cbegin(), leaf.ipAddresses.cend());
    return std::all_of(accepted->dnsNames.cbegin(), accepted->dnsNames.cend(),
                       [&](auto& name) { return dns.contains(name); }) &&
           std::all_of(accepted->ipAddresses.cbegin(), accepted->ipAddresses.cend(),
                       [&](auto& address) { return addresses.contains(address); });
}

// Whether the row speaks about this certificate.
bool isAbout(const AllowedHost& row, const CertificateFacts& leaf)
{
    if (!row.sha256.isEmpty() && row.sha256 == leaf.sha256)
        return true;
    switch (row.binding) {
    case Binding::Certificate:
        return false;
    case Binding::PublicKey:
        return !row.publicKeySha256.isEmpty() && row.publicKeySha256 == leaf.publicKeySha256;
    case Binding::NameOnly:
        return hasNamesOf(row, leaf);
    }
    return false;
}

bool isInForce(const AllowedHost& row, const QDateTime& now)
{
    switch (row.scope) {
    case Scope::Session:
    case Scope::UntilDeleted:
        return true;
    case Scope::UntilDate:
        return row.expires.isValid() && now < row.expires;
    }
    return false;
}

bool accepts(const AllowedHost& row, const QList<TrustFinding>& errors)
{
    return std::all_of(errors.cbegin(), errors.cend(), [&](const TrustFinding& one) {
        return row.errors.contains(one.error) && (row.binding != Binding::NameOnly || one.error == TrustError::HostMismatch);
    });
}

// The answers, in this order:
//   row rejects this very certificate     → Rejected
//   no errors                             → Trusted
//   row approves it, holds, accepts all   → Exempted
//   anything else                         → Challenged
Verdict verdictOf(const Judgement& judgement, bool isAboutThis, const QDateTime& now)
{
    if (judgement.row && isAboutThis && judgement.row->approval == Approval::Rejected)
        return Verdict::Rejected;
    if (judgement.errors.isEmpty())
        return Verdict::Trusted;
    if (judgement.row && isAboutThis && judgement.row->approval == Approval::Approved && isInForce(*judgement.row, now) &&
        accepts(*judgement.row, judgement.errors))
        return Verdict::Exempted;
    return Verdict::Challenged;
}

} // namespace

Judgement judge(const CertificateChain& chain, const QString& host, const QDateTime& now, const TrustAnchors& anchors,
                const std::optional<AllowedHost>& row)
{
    const auto verification = verifyChain(chain, anchors, now);
    Judgement judgement;
    judgement.row = row;
    judgement.sent = verification->sent;
    judgement.built = verification->built;
    judgement.errors = verification->errors;
    judgement.remarks = verification->remarks;
    if (judgement.built.isEmpty()) // no leaf to speak of
        return judgement;
    const CertificateFacts& leaf = judgement.sent.first();
    const std::optional<QString> name = normalisedHost(host);
    if (!name || !matches(leaf, *name))
        judgement.errors << TrustFinding{TrustError::HostMismatch, 0, u"no alternative name is this host's"_s};
    else if (!has(judgement, TrustError::NameConstraint) && !isPermitted(verification->path, *name))
        judgement.errors << TrustFinding{TrustError::NameConstraint, 0, u"the host is excluded by a CA"_s};
    std::stable_sort(judgement.errors.begin(), judgement.errors.end(), [](const TrustFinding& a, const TrustFinding& b) {
        return a.depth != b.depth ? a.depth < b.depth : a.error < b.error;
    });

    const bool isAboutThis = row && isAbout(*row, leaf);
    judgement.verdict = verdictOf(judgement, isAboutThis, now);
    judgement.isIdentityChanged = judgement.verdict == Verdict::Challenged && row && !row->sha256.isEmpty() && !isAboutThis;
    if (judgement.verdict == Verdict::Trusted || judgement.verdict == Verdict::Exempted)
        judgement.store = verification->store;
    return judgement;
}

bool isNoLongerNeeded(const AllowedHost& row, const TrustAnchors& anchors, const QDateTime& now)
{
    const auto isTrusted = [&](const CertificateChain& chain) {
        return !chain.isEmpty() && judge(chain, row.host.host, now, anchors).verdict == Verdict::Trusted;
    };
    return row.approval != Approval::Rejected && (isTrusted(row.chain) || isTrusted(row.verifiedChain));
}

QList<AllowedHost> noLongerNeeded(const QList<AllowedHost>& rows, const TrustAnchors& anchors, const QDateTime& now,
                                  const std::atomic<bool>* isCancelled)
{
    // A chain verifies only where one of its issuers is an anchor's name. That is asked first, once for each issuer.
    QHash<QByteArray, bool> isAnchor;
    const auto mayVerify = [&](const CertificateChain& chain) {
        return std::any_of(chain.cbegin(), chain.cend(), [&](const QByteArray& der) {
            const auto slices = slicesOf(der);
            if (!slices)
                return false;
            const QByteArray issuer = slices->issuer.toByteArray();
            const auto known = isAnchor.constFind(issuer);
            return known != isAnchor.cend() ? *known : *isAnchor.insert(issuer, anchors.data().knows(issuer));
        });
    };
    // One chain serves many hosts and ports: those with the same are judged one after the other, so that it is verified
    // once.
    QHash<CertificateChain, QList<qsizetype>> byChain;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (isCancelled && *isCancelled)
            return {};
        if (mayVerify(rows[at].chain) || mayVerify(rows[at].verifiedChain))
            byChain[rows[at].chain] << at;
    }
    QList<qsizetype> places;
    for (const QList<qsizetype>& alike : std::as_const(byChain)) {
        for (const qsizetype at : alike) {
            if (isCancelled && *isCancelled)
                return {};
            if (isNoLongerNeeded(rows[at], anchors, now))
                places << at;
        }
    }
    std::sort(places.begin(), places.end());
    QList<AllowedHost> found;
    for (const qsizetype at : std::as_const(places))
        found << rows[at];
    return found;
}

} // namespace stationer
