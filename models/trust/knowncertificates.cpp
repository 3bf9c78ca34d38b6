#include "trust/knowncertificates.h"

#include <QCryptographicHash>

namespace stationer {

namespace {

constexpr qsizetype MostCertificates = 256;
constexpr qsizetype LargestKept = 16 * 1024; ///< a larger one is nobody's usual issuer

} // namespace

KnownCertificates::Known readCertificate(const QByteArray& der)
{
    KnownCertificates::Known known;
    known.x509 = x509OfDer(der);
    if (known.x509) {
        known.facts = factsOf(known.x509.get(), der);
        return known;
    }
    known.facts.der = der;
    known.facts.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
    return known;
}

std::shared_ptr<const KnownCertificates::Known> KnownCertificates::read(const QByteArray& der)
{
    {
        const std::lock_guard lock(m_mutex);
        if (auto known = m_known.value(der))
            return known;
    }
    auto known = std::make_shared<const Known>(readCertificate(der));
    if (der.size() > LargestKept)
        return known;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= MostCertificates)
        m_known.clear();
    m_known.insert(der, known);
    return known;
}

} // namespace stationer
