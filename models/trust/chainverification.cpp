#include "trust/chainverification.h"

#include "trust/hostname.h"
#include "trust/trustanchors.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <variant>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

struct Remark {};  ///< only strict RFC 5280 checking minds
struct Ignored {}; ///< says nothing that another finding does not say, or is judged here
using Meaning = std::variant<TrustError, Remark, Ignored>;

Meaning meaningOf(int code, X509* certificate)
{
    switch (code) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return TrustError::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return TrustError::UnknownRoot;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        return TrustError::MissingIssuer;
    // Follows from the missing issuer.
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return Ignored{};

    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
    case X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH:
        return TrustError::BadSignature;

    // The dates are compared in verifyChain(): OpenSSL skips some certificates of an incomplete chain, and it ends a
    // validity one second early (RFC 5280, 4.1.2.5: through notAfter, inclusive).
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return Ignored{};
    case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD:
    case X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD:
    case X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY:
    case X509_V_ERR_INVALID_EXTENSION:
        return TrustError::Malformed;

    case X509_V_ERR_INVALID_CA:
        // Strict checking minds version 1 roots and the like as well, which are CAs all the same.
        return X509_check_ca(certificate) == 0 ? Meaning(TrustError::NotACa) : Meaning(Remark{});
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_INVALID_NON_CA:
        return TrustError::NotACa;
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_CERT_REJECTED:
    case X509_V_ERR_KEYUSAGE_NO_DIGITAL_SIGNATURE:
        return TrustError::WrongPurpose;
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_CERT_CHAIN_TOO_LONG:
        return TrustError::PathLength;

    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_EC_KEY_EXPLICIT_PARAMS:
        return TrustError::WeakKey;
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return TrustError::WeakSignature;

    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
    case X509_V_ERR_SUBTREE_MINMAX:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX:
    case X509_V_ERR_UNSUPPORTED_NAME_SYNTAX:
        return TrustError::NameConstraint;
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
        return TrustError::UnknownCriticalExtension;

    case X509_V_ERR_PATHLEN_INVALID_FOR_NON_CA:
    case X509_V_ERR_PATHLEN_WITHOUT_KU_KEY_CERT_SIGN:
    case X509_V_ERR_KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA:
    case X509_V_ERR_CA_BCONS_NOT_CRITICAL:
    case X509_V_ERR_CA_CERT_MISSING_KEY_USAGE:
    case X509_V_ERR_EXTENSIONS_REQUIRE_VERSION_3:
    case X509_V_ERR_ISSUER_NAME_EMPTY:
    case X509_V_ERR_SUBJECT_NAME_EMPTY:
    case X509_V_ERR_EMPTY_SUBJECT_ALT_NAME:
    case X509_V_ERR_EMPTY_SUBJECT_SAN_NOT_CRITICAL:
    case X509_V_ERR_SIGNATURE_ALGORITHM_INCONSISTENCY:
    case X509_V_ERR_MISSING_AUTHORITY_KEY_IDENTIFIER:
    case X509_V_ERR_AUTHORITY_KEY_IDENTIFIER_CRITICAL:
    case X509_V_ERR_MISSING_SUBJECT_KEY_IDENTIFIER:
    case X509_V_ERR_SUBJECT_KEY_IDENTIFIER_CRITICAL:
        return Remark{};
    default:
        return TrustError::Other;
    }
}

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

void drop(ChainVerification& result, TrustError error, int depth)
{
    result.errors.removeIf([&](const TrustFinding& one) { return one.error == error && one.depth == depth; });
}

void compareDates(ChainVerification& result, time_t now)
{
    for (int depth = 0; depth < int(result.built.size()); ++depth) {
        X509* certificate = result.built[size_t(depth)].get();
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

Owned<X509> certificateFor(const QString& host)
{
    Owned<X509> certificate(X509_new());
    const QByteArray bytes = host.toLatin1();
    const Owned<GENERAL_NAMES> names(GENERAL_NAMES_new());
    GENERAL_NAME* name = GENERAL_NAME_new();
    ASN1_IA5STRING* text = ASN1_IA5STRING_new();
    ASN1_STRING_set(text, bytes.constData(), int(bytes.size()));
    GENERAL_NAME_set0_value(name, GEN_DNS, text);
    sk_GENERAL_NAME_push(names.get(), name);
    X509_add1_ext_i2d(certificate.get(), NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT);
    // NAME_CONSTRAINTS_check reads the names from what OpenSSL has noted of a certificate.
    X509_check_purpose(certificate.get(), -1, 0);
    return certificate;
}

} // namespace

ChainVerification verifyChain(X509* leaf, const std::vector<Owned<X509>>& sent, const TrustAnchors& anchors,
                              const QDateTime& now)
{
    ChainVerification result;
    struct FreeStack { // the certificates in it are not its own
        void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    };
    const std::unique_ptr<STACK_OF(X509), FreeStack> untrusted(sk_X509_new_null());
    for (const Owned<X509>& certificate : sent) {
        if (certificate)
            sk_X509_push(untrusted.get(), certificate.get());
    }
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    if (!X509_STORE_CTX_init(context.get(), anchors.data().store(), leaf, untrusted.get())) {
        add(result, TrustError::Other, 0, u"out of memory"_s);
        return result;
    }
    const time_t moment = time_t(now.toSecsSinceEpoch());
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_auth_level(parameters, 2);
    X509_VERIFY_PARAM_set_time(parameters, moment);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_X509_STRICT);
    X509_STORE_CTX_set_ex_data(context.get(), findingsIndex(), &result);
    X509_STORE_CTX_set_verify_cb(context.get(), note);
    const int isVerified = X509_verify_cert(context.get());
    ERR_clear_error();
    // The callback lets everything pass, so anything else is a failure inside, such as memory.
    if (isVerified != 1)
        add(result, TrustError::Other, 0,
            QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))));

    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509* certificate = sk_X509_value(chain, i);
        X509_up_ref(certificate);
        result.built.emplace_back(certificate);
    }
    compareDates(result, moment);
    checkLeaf(result, leaf);
    // A certificate that is no CA has not the purpose of one either.
    for (int depth = 1; depth < int(result.built.size()); ++depth) {
        if (has(result, TrustError::NotACa, depth))
            drop(result, TrustError::WrongPurpose, depth);
    }
    result.isAnchored =
        !result.built.empty() && std::none_of(result.errors.cbegin(), result.errors.cend(), [](const auto& one) {
            return one.error == TrustError::SelfSigned || one.error == TrustError::UnknownRoot ||
                   one.error == TrustError::MissingIssuer || one.error == TrustError::BadSignature;
        });
    result.remarks.removeDuplicates();
    return result;
}

bool isPermitted(const ChainVerification& verification, const QString& normalisedHost)
{
    if (isIpAddress(normalisedHost) || verification.built.size() < 2)
        return true;
    Owned<X509> alone; // a certificate for the host and nothing else, made when a CA has constraints
    for (size_t depth = 1; depth < verification.built.size(); ++depth) {
        X509* ca = verification.built[depth].get();
        const Owned<NAME_CONSTRAINTS> constraints(
            static_cast<NAME_CONSTRAINTS*>(X509_get_ext_d2i(ca, NID_name_constraints, nullptr, nullptr)));
        if (!constraints)
            continue;
        if (!alone)
            alone = certificateFor(normalisedHost);
        const int answer = NAME_CONSTRAINTS_check(alone.get(), constraints.get());
        ERR_clear_error();
        if (answer == X509_V_ERR_EXCLUDED_VIOLATION)
            return false;
    }
    return true;
}

} // namespace stationer
