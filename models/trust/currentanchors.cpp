#include "trust/currentanchors.h"

namespace stationer {

TrustAnchors CurrentAnchors::of(UserTrustStore& roots)
{
    roots.reload(); // what is wrong with a file there is said by who shows the store
    if (const QByteArray systemStamp = systemRootsStamp(); systemStamp != m_systemStamp) {
        m_systemStamp = systemStamp;
        m_known.clear();
    }
    const QList<QByteArray> userDer = roots.ders();
    if (const TrustAnchors* known = m_known.object(userDer))
        return *known;
    const TrustAnchors made = TrustAnchors::systemAnd(userDer);
    m_known.insert(userDer, new TrustAnchors(made));
    return made;
}

} // namespace stationer
