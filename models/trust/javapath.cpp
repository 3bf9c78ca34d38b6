#include "trust/javapath.h"

#include <openssl/x509_vfy.h>

namespace stationer {

namespace {

// An anchor by its names, its key and what others refer to it by.
Owned<X509> bareAnchor(X509* anchor)
{
    Owned<X509> made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    X509_set_subject_name(made.get(), X509_get_subject_name(anchor));
    X509_set_issuer_name(made.get(), X509_get_issuer_name(anchor));
    X509_set_serialNumber(made.get(), const_cast<ASN1_INTEGER*>(X509_get0_serialNumber(anchor)));
    X509_set_pubkey(made.get(), X509_get0_pubkey(anchor));
    ASN1_TIME_set_string(X509_getm_notBefore(made.get()), "19500101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(made.get()), "99991231235959Z");
    BASIC_CONSTRAINTS* const authority = BASIC_CONSTRAINTS_new();
    authority->ca = 0xFF;
    X509_add1_ext_i2d(made.get(), NID_basic_constraints, authority, 1, X509V3_ADD_DEFAULT);
    BASIC_CONSTRAINTS_free(authority);
    const int identifier = X509_get_ext_by_NID(anchor, NID_subject_key_identifier, -1);
    if (identifier >= 0)
        X509_add_ext(made.get(), X509_get_ext(anchor, identifier), -1);
    return made;
}

int codesIndex()
{
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

// All that is wrong is wanted, not the first of it.
int noteCode(int isFine, X509_STORE_CTX* context)
{
    if (!isFine) {
        auto& codes = *static_cast<QList<int>*>(X509_STORE_CTX_get_ex_data(context, codesIndex()));
        codes << X509_STORE_CTX_get_error(context);
        X509_STORE_CTX_set_error(context, X509_V_OK);
    }
    return 1;
}

} // namespace

JavaPath javaPath(X509* leaf, const std::vector<X509*>& issuers, const std::vector<X509*>& anchors, time_t moment)
{
    struct FreeStack { // the certificates in it are not its own
        void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    };
    const Owned<X509_STORE> store(X509_STORE_new());
    for (X509* const anchor : anchors)
        X509_STORE_add_cert(store.get(), bareAnchor(anchor).get());
    const std::unique_ptr<STACK_OF(X509), FreeStack> others(sk_X509_new_null());
    for (X509* const issuer : issuers)
        sk_X509_push(others.get(), issuer);
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), leaf, others.get());
    X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_auth_level(parameters, 0); // Java's own limits are lower
    X509_VERIFY_PARAM_set_time(parameters, moment);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    JavaPath path;
    X509_STORE_CTX_set_ex_data(context.get(), codesIndex(), &path.codes);
    X509_STORE_CTX_set_verify_cb(context.get(), noteCode);
    X509_verify_cert(context.get());
    const STACK_OF(X509)* const chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509_up_ref(sk_X509_value(chain, i));
        path.certificates.emplace_back(sk_X509_value(chain, i));
    }
    if (chain && X509_STORE_CTX_get_num_untrusted(context.get()) < sk_X509_num(chain)) {
        path.anchor = std::move(path.certificates.back());
        path.certificates.pop_back();
    }
    return path;
}

} // namespace stationer
