#pragma once

#include "terms/result.h"
#include "trust/javakeystore.h"
#include "trust/trustfolder.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// One of a station's own trust stores, as it was given: the certificates that it trusts.
struct GivenStore {
    QString name; ///< of the file that it was read from, without its folder
    KeyStoreKind kind = KeyStoreKind::Pem;
    QDateTime given; ///< UTC
    QList<StoredCertificate> trusted;

    bool operator==(const GivenStore&) const = default;
};

/// What the user told of the running station, which nobody here can ask: whom its own trust stores trust, and the name that
/// its computer says. For the station's verdict alone; nothing here is trusted for it. Kept as `station.json` beside the
/// trust files.
struct KnownStation {
    QList<GivenStore> stores;
    QString hostName; ///< empty: not known

    /// What all its stores trust; nothing where none was given.
    std::optional<QList<QByteArray>> roots() const;
    /// A store of the same name is replaced.
    void give(const GivenStore& store);

    bool operator==(const KnownStation&) const = default;
};

/// Nothing known where there is no file, and where the folder is none. What somebody else may have put there is a fault.
Result<KnownStation, TrustFileFault> readKnownStation(const TrustFolder& folder);
std::optional<TrustFileFault> writeKnownStation(const TrustFolder& folder, const KnownStation& station);

} // namespace stationer
