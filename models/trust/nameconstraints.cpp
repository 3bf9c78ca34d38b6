#include "trust/nameconstraints.h"

#include "trust/hostname.h"

#include <openssl/err.h>

namespace stationer {

namespace {

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

bool isPermitted(const std::vector<Owned<X509>>& path, const QString& normalisedHost)
{
    if (isIpAddress(normalisedHost) || path.size() < 2)
        return true;
    Owned<X509> alone; // a certificate for the host and nothing else, made when a CA has constraints
    for (size_t depth = 1; depth < path.size(); ++depth) {
        X509* ca = path[depth].get();
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
