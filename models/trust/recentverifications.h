#pragma once

#include "trust/certificatefacts.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace stationer {

struct ChainVerification;

/// The chains verified lately against one set of anchors. A fleet's accounts mostly sit on a handful of servers, whose
/// chains need not be verified a thousand times. It belongs to the anchors and goes with them.
class RecentVerifications {
public:
    std::shared_ptr<const ChainVerification> find(const CertificateChain& chain, qint64 moment);
    void keep(const CertificateChain& chain, const std::shared_ptr<const ChainVerification>& verification);

private:
    std::mutex m_mutex;
    QHash<CertificateChain, std::shared_ptr<const ChainVerification>> m_kept;
};

} // namespace stationer
