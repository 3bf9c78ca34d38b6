#include "trust/trustsettings.h"

#include <openssl/err.h>

namespace stationer {

Owned<X509> x509WithSettings(const QByteArray& der)
{
    const auto* const start = reinterpret_cast<const unsigned char*>(der.constData());
    const unsigned char* at = start;
    Owned<X509> certificate(d2i_X509_AUX(nullptr, &at, long(der.size())));
    ERR_clear_error();
    if (at != start + der.size())
        certificate.reset();
    return certificate;
}

bool isRejectedForServers(X509* certificate)
{
    return X509_check_trust(certificate, X509_TRUST_SSL_SERVER, 0) == X509_TRUST_REJECTED;
}

} // namespace stationer
