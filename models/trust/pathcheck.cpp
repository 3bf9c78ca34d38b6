#include "trust/pathcheck.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

namespace stationer {

namespace {

int complaintsIndex()
{
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

// Notes what OpenSSL minds and lets it go on: all that is wrong is wanted, not the first of it.
int note(int isFine, X509_STORE_CTX* context)
{
    if (isFine)
        return 1;
    auto& complaints = *static_cast<QList<Complaint>*>(X509_STORE_CTX_get_ex_data(context, complaintsIndex()));
    complaints << Complaint{X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)};
    // An error that stays set is said again in the place of a missing or unknown issuer.
    X509_STORE_CTX_set_error(context, X509_V_OK);
    return 1;
}

int passSignatures(X509_STORE_CTX* /*context*/)
{
    return 1;
}

} // namespace

QString words(const Complaint& complaint)
{
    return QString::fromLatin1(X509_verify_cert_error_string(complaint.code));
}

CheckedPath checkedPath(X509* leaf, const std::vector<X509*>& sent, X509_STORE* store, time_t moment)
{
    struct FreeStack { // the certificates in it are not its own
        void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    };
    const std::unique_ptr<STACK_OF(X509), FreeStack> untrusted(sk_X509_new_null());
    for (X509* const certificate : sent)
        sk_X509_push(untrusted.get(), certificate);
    const auto check = [&](unsigned long flags, X509_STORE_CTX_verify_fn verifying, QList<Complaint>& complaints) {
        Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
        if (!X509_STORE_CTX_init(context.get(), store, leaf, untrusted.get())) {
            complaints << Complaint{X509_V_ERR_OUT_OF_MEM, 0};
            return context;
        }
        X509_STORE_CTX_set_default(context.get(), "ssl_server");
        X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
        X509_VERIFY_PARAM_set_auth_level(parameters, 2);
        X509_VERIFY_PARAM_set_time(parameters, moment);
        X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_TRUSTED_FIRST | flags);
        // The common name is no host name, so that no name constraint holds for it either.
        X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
        X509_STORE_CTX_set_ex_data(context.get(), complaintsIndex(), &complaints);
        X509_STORE_CTX_set_verify_cb(context.get(), note);
        if (verifying)
            X509_STORE_CTX_set_verify(context.get(), verifying);
        // The callback lets everything pass, so anything but 1 is a failure inside, such as memory.
        if (X509_verify_cert(context.get()) != 1)
            complaints << Complaint{X509_V_ERR_UNSPECIFIED, 0};
        return context;
    };
    CheckedPath path;
    const Owned<X509_STORE_CTX> context = check(0, nullptr, path.complaints);
    const STACK_OF(X509)* const chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509* const certificate = sk_X509_value(chain, i);
        X509_up_ref(certificate);
        path.certificates.emplace_back(certificate);
    }
    path.fromServer = chain ? X509_STORE_CTX_get_num_untrusted(context.get()) : 0;
    // Strictness makes nothing right: what only it minds is known by what is minded without it.
    check(X509_V_FLAG_X509_STRICT, passSignatures, path.strict);
    path.strict.removeIf([&](const Complaint& one) { return path.complaints.contains(one); });
    ERR_clear_error();
    return path;
}

} // namespace stationer
