#include "trust/javatrust.h"

#include "trust/derslices.h"
#include "trust/javachecks.h"
#include "trust/javanames.h"
#include "trust/javapath.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <vector>

namespace stationer {

namespace {

using Fault = JavaTrustFault;

constexpr qsizetype MostSent = 10; ///< jdk.tls.maxCertificateChainLength

bool isSameName(const X509_NAME* one, const X509_NAME* other)
{
    return X509_NAME_cmp(one, other) == 0;
}

bool hasSigned(X509* issuer, X509* certificate)
{
    EVP_PKEY* const key = X509_get0_pubkey(issuer);
    return isSameName(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) && key &&
           X509_verify(certificate, key) == 1;
}

void takeCodes(const QList<int>& codes, JavaFaults& faults)
{
    for (const int code : codes) {
        switch (code) {
        case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
        case X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH:
            faults.add(Fault::BadSignature);
            break;
        case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        case X509_V_ERR_INVALID_CA:
            faults.add(Fault::NotACa);
            break;
        case X509_V_ERR_PATH_LENGTH_EXCEEDED:
            faults.add(Fault::PathLength);
            break;
        case X509_V_ERR_PERMITTED_VIOLATION:
        case X509_V_ERR_EXCLUDED_VIOLATION:
        case X509_V_ERR_SUBTREE_MINMAX:
        case X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
        case X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX:
        case X509_V_ERR_UNSUPPORTED_NAME_SYNTAX:
            faults.add(Fault::NameConstraint);
            break;
        case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD:
        case X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD:
        case X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY:
            faults.add(Fault::Malformed);
            break;
        default: // about an end of the path, or what is looked at here
            break;
        }
    }
}

/// Those of the sent issuers by which a path can lead from the leaf to an anchor: OpenSSL follows one path and does not turn
/// back. Those with a fault are left out where it goes without; all where no path leads there.
std::vector<X509*> issuersToGoBy(const std::vector<Owned<X509>>& sent, const std::vector<X509*>& anchors, time_t moment)
{
    const auto leading = [&](bool isFaultTaken) {
        std::vector<X509*> found;
        const auto leads = [&](X509* certificate) {
            const auto isAbove = [&](X509* issuer) { return hasSigned(issuer, certificate); };
            return std::any_of(anchors.begin(), anchors.end(), isAbove) || std::any_of(found.begin(), found.end(), isAbove);
        };
        std::vector<X509*> left;
        for (auto one = sent.begin() + 1; one != sent.end(); ++one) {
            JavaFaults faults;
            checkIssuer(one->get(), moment, faults);
            if (isFaultTaken || faults.all().isEmpty())
                left.push_back(one->get());
        }
        for (auto next = left.begin(); (next = std::find_if(left.begin(), left.end(), leads)) != left.end();
             left.erase(next))
            found.push_back(*next);
        if (!leads(sent.front().get()))
            found.clear();
        return found;
    };
    std::vector<X509*> issuers = leading(false);
    if (issuers.empty())
        issuers = leading(true);
    if (issuers.empty())
        std::transform(sent.begin() + 1, sent.end(), std::back_inserter(issuers), [](const auto& one) { return one.get(); });
    return issuers;
}

/// Those certificates of the station by whose name one was sent that it issued. Of thousands no others are decoded.
std::vector<Owned<X509>> namedIssuers(const std::vector<Owned<X509>>& sent, const QList<QByteArray>& station)
{
    std::vector<Owned<X509>> anchors;
    for (const QByteArray& der : station) {
        const auto slices = slicesOf(der);
        if (!slices)
            continue;
        const auto* at = reinterpret_cast<const unsigned char*>(slices->subject.data());
        const Owned<X509_NAME> subject(d2i_X509_NAME(nullptr, &at, long(slices->subject.size())));
        const bool isNamed = subject && std::any_of(sent.begin(), sent.end(), [&](const auto& one) {
                                 return X509_NAME_cmp(subject.get(), X509_get_issuer_name(one.get())) == 0;
                             });
        Owned<X509> anchor = isNamed ? readByJava(der) : nullptr;
        if (anchor)
            anchors.push_back(std::move(anchor));
    }
    return anchors;
}

void checkPath(const std::vector<Owned<X509>>& sent, const QList<QByteArray>& station, time_t moment,
               JavaKeyExchange exchange, JavaFaults& faults)
{
    const std::vector<Owned<X509>> named = namedIssuers(sent, station);
    std::vector<X509*> anchors;
    bool hasStranger = false;
    for (const Owned<X509>& one : named) {
        if (std::none_of(sent.begin(), sent.end(), [&](const auto& below) { return hasSigned(one.get(), below.get()); }))
            continue;
        if (isAnchorForJava(one.get()))
            anchors.push_back(one.get());
        else
            hasStranger = true;
    }
    const JavaPath path = javaPath(sent.front().get(), issuersToGoBy(sent, anchors, moment), anchors, moment);
    takeCodes(path.codes, faults);
    if (path.anchor) {
        checkKey(X509_get0_pubkey(path.anchor.get()), faults);
    } else {
        X509* const last = path.certificates.empty() ? sent.front().get() : path.certificates.back().get();
        const bool isKnownByName = std::any_of(named.begin(), named.end(), [&](const auto& one) {
            return isSameName(X509_get_subject_name(one.get()), X509_get_issuer_name(last));
        });
        if (hasStranger)
            faults.add(Fault::NotACa);
        else if (isKnownByName || hasSigned(last, last))
            faults.add(Fault::UnknownRoot);
        else
            faults.add(Fault::MissingIntermediate);
    }
    for (const Owned<X509>& certificate : path.certificates) {
        if (certificate.get() != sent.front().get())
            checkIssuer(certificate.get(), moment, faults);
    }
    checkLeaf(sent.front().get(), moment, exchange, faults);
}

} // namespace

JavaTrust javaTrust(const CertificateChain& sent, const QString& host, const QDateTime& now,
                    const QList<QByteArray>& stationCertificates, JavaKeyExchange exchange)
{
    std::vector<Owned<X509>> chain;
    for (const QByteArray& der : sent) {
        if (auto certificate = readByJava(der))
            chain.push_back(std::move(certificate));
    }
    if (chain.empty() || qsizetype(chain.size()) < sent.size())
        return {JavaTrust::Verdict::Fails, {Fault::Malformed}, false};
    JavaFaults faults;
    checkSignature(chain.front().get(), faults);
    if (sent.size() > MostSent)
        faults.add(Fault::ChainTooLong);
    else if (!stationCertificates.contains(sent.front()))
        checkPath(chain, stationCertificates, now.toSecsSinceEpoch(), exchange, faults);
    JavaTrust trust;
    trust.isNamedByJava8 = isNamedByJava8(chain.front().get(), host);
    const bool isNamedByJavaMails = isNamedByJavaMail(chain.front().get(), host);
    if (!trust.isNamedByJava8 && !isNamedByJavaMails)
        faults.add(Fault::NameMismatch);
    ERR_clear_error();
    trust.faults = faults.all();
    if (!trust.faults.isEmpty())
        trust.verdict = JavaTrust::Verdict::Fails;
    else if (trust.isNamedByJava8 != isNamedByJavaMails)
        trust.verdict = JavaTrust::Verdict::Unknown;
    return trust;
}

} // namespace stationer
