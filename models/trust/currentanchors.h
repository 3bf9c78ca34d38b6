#pragma once

#include "trust/truststores.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace stationer {

/// The anchors of this moment: the System Trust Store and a station's User Trust Store as they are on the disk now, whoever
/// changed them. They are made anew only where one of the two was changed, so that asking before every connection is cheap.
class CurrentAnchors {
public:
    using Make = std::function<TrustAnchors(const QList<QByteArray>& userDer)>;

    /// `make` lets stations with the same roots share anchors, and with them what those verified lately. `roots` outlives this.
    explicit CurrentAnchors(UserTrustStore& roots, Make make = TrustAnchors::systemAnd);

    TrustAnchors now();

private:
    UserTrustStore& m_roots;
    Make m_make;
    QByteArray m_systemStamp;
    QList<QByteArray> m_userDer;
    std::optional<TrustAnchors> m_anchors;
};

} // namespace stationer
