#include "app/cli/pem.h"

namespace stationer {

using namespace Qt::StringLiterals;

std::optional<CertificateChain> chainOfPem(const QByteArray& pem)
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----"_ba;
    const QByteArray end = "-----END CERTIFICATE-----"_ba;
    CertificateChain chain;
    for (qsizetype at = pem.indexOf(begin); at >= 0; at = pem.indexOf(begin, at)) {
        const qsizetype bodyAt = at + begin.size();
        const qsizetype bodyEnd = pem.indexOf(end, bodyAt);
        if (bodyEnd < 0)
            return std::nullopt;
        const auto der = QByteArray::fromBase64Encoding(pem.mid(bodyAt, bodyEnd - bodyAt).simplified().replace(' ', ""),
                                                        QByteArray::AbortOnBase64DecodingErrors);
        if (!der)
            return std::nullopt;
        chain += der.decoded;
        at = bodyEnd + end.size();
    }
    return chain.isEmpty() ? std::nullopt : std::optional(chain);
}

} // namespace stationer
