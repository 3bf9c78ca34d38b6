#include "trust/recentverifications.h"

#include "trust/chainverification.h"

namespace stationer {

namespace {

constexpr qsizetype MostChains = 64;

} // namespace

std::shared_ptr<const ChainVerification> RecentVerifications::find(const CertificateChain& chain, qint64 moment)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_kept.value(chain);
    return known && known->from <= moment && moment < known->until ? known : nullptr;
}

void RecentVerifications::keep(const CertificateChain& chain, const std::shared_ptr<const ChainVerification>& verification)
{
    const std::lock_guard lock(m_mutex);
    if (m_kept.size() >= MostChains)
        m_kept.clear();
    m_kept.insert(chain, verification);
}

} // namespace stationer
