#include "trust/chainverification.h"

#include "trust/trustanchors.h"
#include "trust/verifyerror.h"

#include <QSet>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <chrono>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds LongestReuse{60};
constexpr int MostOtherPaths = 16;

int findingsIndex()
{
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

void add(ChainVerification& result, TrustError error, int depth, const QString& detail)
{
    const bool isKnown = std::any_of(result.errors.cbegin(), result.errors.cend(), [&](const TrustFinding& known) {
        return known.error == error && known.depth == depth;
    });
    if (!isKnown)
        result.errors << TrustFinding{error, depth, detail};
}

// Notes what OpenSSL found and lets it go on: all that is wrong is wanted, not the first of it.
int note(int isFine, X509_STORE_CTX* context)
{
    if (isFine)
        return 1;
    auto& result = *static_cast<ChainVerification*>(X509_STORE_CTX_get_ex_data(context, findingsIndex()));
    const int code = X509_STORE_CTX_get_error(context);
    const int depth = X509_STORE_CTX_get_error_depth(context);
    const QString words = QString::fromLatin1(X509_verify_cert_error_string(code));
    const Meaning meaning = meaningOf(code, X509_STORE_CTX_get_current_cert(context));
    if (const auto* error = std::get_if<TrustError>(&meaning))
        add(result, *error, depth, words);
    else if (std::holds_alternative<Remark>(meaning))
        result.remarks << QString::number(depth) + u": "_s + words;
    return 1;
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
    result.remarks.removeDuplicates();
}

bool isAnchored(const ChainVerification& result)
{
    return !result.path.empty() && std::none_of(result.errors.cbegin(), result.errors.cend(), [](const TrustFinding& one) {
        return one.error == TrustError::SelfSigned || one.error == TrustError::UnknownRoot ||
               one.error == TrustError::MissingIssuer || one.error == TrustError::BadSignature;
    });
}

void compareDates(ChainVerification& result, time_t now)
{
    for (int depth = 0; depth < int(result.path.size()); ++depth) {
        X509* certificate = result.path[size_t(depth)].get();
        // ASN1_TIME_cmp_time_t answers -2 for a time that cannot be read, which OpenSSL has reported.
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

// What OpenSSL says about the path from the leaf. The sent certificates that are none, and those in `without`, are left out.
void verifyPath(ChainVerification& result, const std::vector<Owned<X509>>& sent, const QSet<X509*>& without,
                X509_STORE* store, time_t moment)
{
    struct FreeStack { // the certificates in it are not its own
        void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    };
    const std::unique_ptr<STACK_OF(X509), FreeStack> untrusted(sk_X509_new_null());
    for (const Owned<X509>& certificate : sent) {
        if (certificate && !without.contains(certificate.get()))
            sk_X509_push(untrusted.get(), certificate.get());
    }
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    if (!X509_STORE_CTX_init(context.get(), store, sent.front().get(), untrusted.get())) {
        add(result, TrustError::Other, 0, u"out of memory"_s);
        return;
    }
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_auth_level(parameters, 2);
    X509_VERIFY_PARAM_set_time(parameters, moment);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_X509_STRICT);
    X509_STORE_CTX_set_ex_data(context.get(), findingsIndex(), &result);
    X509_STORE_CTX_set_verify_cb(context.get(), note);
    // The callback lets everything pass, so anything but 1 is a failure inside, such as memory.
    if (X509_verify_cert(context.get()) != 1)
        add(result, TrustError::Other, 0,
            QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))));
    ERR_clear_error();
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509* certificate = sk_X509_value(chain, i);
        X509_up_ref(certificate);
        result.path.emplace_back(certificate);
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
    verifyPath(result, sent, without, anchors.data().store(), moment);
    for (const Owned<X509>& certificate : result.path) {
        const auto known =
            std::find_if(sent.cbegin(), sent.cend(), [&](const auto& one) { return one.get() == certificate.get(); });
        result.built << (known != sent.cend() ? result.sent.at(known - sent.cbegin())
                                              : factsOf(certificate.get(), derOf(certificate.get())));
    }
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
