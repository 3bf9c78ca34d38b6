#pragma once

#include "prediction/stationverdict.h"
#include "trust/knownstation.h"

#include <QObject>

#include <optional>

namespace stationer {

/// What the user told of the open station itself, kept beside its trust files: its own trust stores and its host name. What
/// a test means for the station is judged by them; nothing here is trusted for them.
class StationStores : public QObject {
    Q_OBJECT
public:
    using QObject::QObject; ///< nothing is known

    /// What is known in this folder; empty: nothing, and what is given is kept in memory.
    std::optional<TrustFileFault> open(const TrustFolder& folder);
    std::optional<TrustFileFault> reload() { return open(m_folder); }
    /// Goes on in another folder, which keeps what it has and gets what is known here.
    std::optional<TrustFileFault> saveAs(const TrustFolder& folder);

    const KnownStation& known() const { return m_known; }
    std::optional<TrustFileFault> set(const KnownStation& station); ///< counts even where it could not be written

    StationVerdict verdictOf(const Report& report) const;

signals:
    void changed(); ///< every verdict may be another one now

private:
    void take(const KnownStation& station);

    TrustFolder m_folder;
    KnownStation m_known;
    StationFacts m_facts;
};

} // namespace stationer
