#pragma once

#include "trust/truststores.h"

#include <QByteArray>
#include <QCache>
#include <QList>

namespace stationer {

/// The anchors of this moment: the System Trust Store and a station's User Trust Store as they are on the disk now, whoever
/// changed them. They are made anew only where one of the two was changed, so that asking before every connection is cheap,
/// and stations with the same roots share them, and with them what those verified lately. One of it does for a program.
class CurrentAnchors {
public:
    TrustAnchors of(UserTrustStore& roots);

private:
    QByteArray m_systemStamp;
    QCache<QList<QByteArray>, TrustAnchors> m_known{64}; ///< by the user's roots; most stations have none
};

} // namespace stationer
