#include "trust/chainverification.h"

#include "trust/pathcheck.h"
#include "trust/trustanchors.h"
#include "trust/verifyerror.h"

#include <QSet>

#include <openssl/evp.h>

#include <algorithm>
#include <chrono>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds LongestReuse{60};
constexpr int MostOtherPaths = 16;

void add(ChainVerification& result, TrustError error, int depth, const QString& detail)
{
    const bool isKnown = std::any_of(result.errors.cbegin(), result.errors.cend(), [&](const TrustFinding& known) {
        return known.error == error && known.depth == depth;
    });
    if (!isKnown)
        result.errors << TrustFinding{error, depth, detail};
}

bool has(const ChainVerification& result, TrustError error, int depth)
{
    return std::any_of(result.errors.cbegin(), result.errors.cend(),
                       [&](const TrustFinding& one) { return one.error == error && one.depth == depth; });
}

// A certificate that is no CA has not the purpose of one either.
void dropEchoes(ChainVerification& result)
{
    result.errors.removeIf([&](const TrustFinding& one) {
        return one.error == TrustError::WrongPurpose && one.depth > 0 && has(result, TrustError::NotACa, one.depth);
    });
}

bool isAnchored(const ChainVerification& result)
{
    return !result.path.empty() && std::none_of(result.errors.cbegin(), result.errors.cend(), [&](const TrustFinding& one) {
        return one.error == TrustError::SelfSigned || one.error == TrustError::UnknownRoot ||
               one.error == TrustError::MissingIssuer || one.error == TrustError::BadSignature ||
               (one.error == TrustError::WrongPurpose && one.depth + 1 == int(result.path.size()));
    });
}

void compareDates(ChainVerification& result, time_t now)
{
    for (int depth = 0; depth < int(result.path.size()); ++depth) {
        X509* certificate = result.path[size_t(depth)].get();
        // ASN1_TIME_cmp_time_t answers -2 for a time that cannot be read, which OpenSSL reports on every path that is whole.
        if (ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate), now) == -1)
            add(result, TrustError::Expired, depth, u"certificate has expired"_s);
        if (ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), now) == 1)
            add(result, TrustError::NotYetValid, depth, u"certificate is not yet valid"_s);
    }
}

void checkLeaf(ChainVerification& result, X509* leaf)
{
    EVP_PKEY* key = X509_get0_pubkey(leaf);
    switch (key ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
    case EVP_PKEY_EC:
    case EVP_PKEY_ED25519:
    case EVP_PKEY_ED448:
        break;
    default:
        add(result, TrustError::WeakKey, 0, u"the key is neither RSA nor EC nor EdDSA"_s);
    }
    // OpenSSL takes a certificate that names itself as issuer for self-signed without checking.
    if (has(result, TrustError::SelfSigned, 0) && (!key || X509_verify(leaf, key) != 1))
        add(result, TrustError::BadSignature, 0, u"certificate signature failure"_s);
}

// A code is about one certificate only, whatever may be thought of it elsewhere on the path. What strictness minds is a
// remark.
void takeComplaints(ChainVerification& result, const CheckedPath& path)
{
    for (const Complaint& complaint : path.complaints) {
        // A root that its settings reject is known, though OpenSSL goes on as if it were not.
        if (complaint.code == X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN &&
            path.complaints.contains({X509_V_ERR_CERT_REJECTED, complaint.depth}))
            continue;
        if (const auto error = meaningOf(complaint.code))
            add(result, *error, complaint.depth, words(complaint));
    }
    for (const Complaint& complaint : path.strict)
        result.remarks << QString::number(complaint.depth) + u": "_s + words(complaint);
    result.remarks.removeDuplicates();
}

// Who signs is a CA by its basicConstraints; a trusted root of version 1 cannot say so. OpenSSL asks less of the last one:
// there it takes keyCertSign or nsCertType alone, and version 1 though nobody trusts it.
void checkIssuers(ChainVerification& result, const CheckedPath& path)
{
    constexpr int ByBasicConstraints = 1;
    constexpr int SelfSignedOfVersion1 = 3;
    for (int depth = 1; depth < int(path.certificates.size()); ++depth) {
        const int kind = X509_check_ca(path.certificates[size_t(depth)].get());
        const bool isAnchor = depth + 1 == int(path.certificates.size()) && depth >= path.fromServer;
        if (kind != ByBasicConstraints && !(kind == SelfSignedOfVersion1 && isAnchor))
            add(result, TrustError::NotACa, depth, u"invalid CA certificate"_s);
    }
}

// OpenSSL lets an extension pass that it cannot read, where no other check minds.
void checkExtensions(ChainVerification& result)
{
    for (int depth = 0; depth < int(result.path.size()); ++depth) {
        if (X509_get_extension_flags(result.path[size_t(depth)].get()) & EXFLAG_INVALID)
            add(result, TrustError::Malformed, depth, u"invalid or inconsistent certificate extension"_s);
    }
}

// The dates at which a certificate becomes valid or invalid bound the time for which this answer is the answer.
void boundTime(ChainVerification& result, qint64 moment)
{
    result.from = moment - LongestReuse.count();
    result.until = moment + LongestReuse.count();
    for (const QList<CertificateFacts>* list : {&result.sent, &result.built}) {
        for (const CertificateFacts& facts : *list) {
            for (const qint64 change : {facts.notBefore.toSecsSinceEpoch(), facts.notAfter.toSecsSinceEpoch() + 1}) {
                if (change <= moment)
                    result.from = std::max(result.from, change);
                else
                    result.until = std::min(result.until, change);
            }
        }
    }
}

// One path, judged. `begun` knows what was sent.
ChainVerification judgedPath(const ChainVerification& begun, const std::vector<Owned<X509>>& sent,
                             const QSet<X509*>& without, const TrustAnchors& anchors, time_t moment)
{
    ChainVerification result;
    result.sent = begun.sent;
    result.errors = begun.errors;
    std::vector<X509*> others;
    for (const Owned<X509>& certificate : sent) {
        if (certificate && !without.contains(certificate.get()))
            others.push_back(certificate.get());
    }
    CheckedPath path = checkedPath(sent.front().get(), others, anchors.data().store(), moment);
    takeComplaints(result, path);
    checkIssuers(result, path);
    result.path = std::move(path.certificates);
    for (const Owned<X509>& certificate : result.path) {
        const auto known =
            std::find_if(sent.cbegin(), sent.cend(), [&](const auto& one) { return one.get() == certificate.get(); });
        result.built << (known != sent.cend() ? result.sent.at(known - sent.cbegin())
                                              : factsOf(certificate.get(), derOf(certificate.get())));
    }
    checkExtensions(result);
    compareDates(result, moment);
    checkLeaf(result, sent.front().get());
    dropEchoes(result);
    return result;
}

// Whether there is another certificate of the same name, by which a path might go instead.
bool hasTwin(X509* certificate, const std::vector<Owned<X509>>& sent, const TrustAnchors& anchors)
{
    const X509_NAME* name = X509_get_subject_name(certificate);
    return std::any_of(sent.cbegin() + 1, sent.cend(),
                       [&](const auto& other) {
                           return other && other.get() != certificate &&
                                  X509_NAME_cmp(X509_get_subject_name(other.get()), name) == 0;
                       }) ||
           anchors.data().knows(name);
}

// OpenSSL follows one path and does not turn back. Where CAs have signed each other crosswise and that path fails, those who
// have a twin are left out one after the other, until a path is without fault; else the first one's faults are the answer.
ChainVerification bestPath(const ChainVerification& begun, const std::vector<Owned<X509>>& sent, const TrustAnchors& anchors,
                           time_t moment)
{
    ChainVerification first = judgedPath(begun, sent, {}, anchors, moment);
    if (first.errors.isEmpty())
        return first;
    const auto twinsIn = [&](const ChainVerification& result) {
        QList<X509*> twins;
        for (size_t depth = 1; depth < result.path.size(); ++depth) {
            X509* const certificate = result.path[depth].get();
            const bool isSent =
                std::any_of(sent.cbegin() + 1, sent.cend(), [&](const auto& one) { return one.get() == certificate; });
            if (isSent && hasTwin(certificate, sent, anchors))
                twins << certificate;
        }
        return twins;
    };
    QList<QSet<X509*>> toTry;
    for (X509* const twin : twinsIn(first))
        toTry << QSet<X509*>{twin};
    for (int tries = 0; tries < MostOtherPaths && tries < toTry.size(); ++tries) {
        const QSet<X509*> without = toTry[tries];
        ChainVerification other = judgedPath(begun, sent, without, anchors, moment);
        if (other.errors.isEmpty())
            return other;
        for (X509* const twin : twinsIn(other))
            toTry << (without | QSet<X509*>{twin});
    }
    return first;
}

std::shared_ptr<const ChainVerification> verified(const CertificateChain& chain, const TrustAnchors& anchors, qint64 moment)
{
    auto result = std::make_shared<ChainVerification>();
    std::vector<Owned<X509>> sent;
    for (const QByteArray& der : chain) {
        if (sent.empty()) { // the server's own: seldom the same again
            auto leaf = readCertificate(der);
            sent.push_back(std::move(leaf.x509));
            result->sent << leaf.facts;
        } else {
            const auto issuer = anchors.data().known.read(der);
            if (issuer->x509)
                X509_up_ref(issuer->x509.get());
            sent.emplace_back(issuer->x509.get());
            result->sent << issuer->facts;
        }
        if (!sent.back())
            add(*result, TrustError::Malformed, int(sent.size()) - 1, u"not a certificate"_s);
    }
    if (chain.isEmpty())
        add(*result, TrustError::Malformed, 0, u"no certificate was sent"_s);
    else if (sent.front()) {
        *result = bestPath(*result, sent, anchors, time_t(moment));
        if (isAnchored(*result))
            result->store = anchors.data().storeOf(result->path.back().get());
    }
    boundTime(*result, moment);
    return result;
}

} // namespace

std::shared_ptr<const ChainVerification> verifyChain(const CertificateChain& chain, const TrustAnchors& anchors,
                                                     const QDateTime& now)
{
    const qint64 moment = now.toSecsSinceEpoch();
    RecentVerifications& recent = anchors.data().recent;
    if (auto known = recent.find(chain, moment))
        return known;
    auto result = verified(chain, anchors, moment);
    recent.keep(chain, result);
    return result;
}

} // namespace stationer
