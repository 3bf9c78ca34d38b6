#include "trust/currentanchors.h"

namespace stationer {

CurrentAnchors::CurrentAnchors(UserTrustStore& roots, Make make) : m_roots(roots), m_make(std::move(make)) {}

TrustAnchors CurrentAnchors::now()
{
    m_roots.reload(); // what is wrong with a file there is said by who shows the store
    const QByteArray systemStamp = systemRootsStamp();
    QList<QByteArray> userDer = m_roots.ders();
    if (!m_anchors || systemStamp != m_systemStamp || userDer != m_userDer) {
        m_systemStamp = systemStamp;
        m_userDer = std::move(userDer);
        m_anchors = m_make(m_userDer);
    }
    return *m_anchors;
}

} // namespace stationer
