#pragma once

#include "handover/handoveritem.h"
#include "trust/exemption.h"
#include "trust/trustfolder.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <functional>
#include <optional>

namespace stationer {

/// That an item was done; for the fact that it was from, and no other.
struct HandoverTick {
    HandoverKind kind = HandoverKind::Retest;
    QByteArray fact;
    QDateTime when; ///< UTC

    bool operator==(const HandoverTick&) const = default;
};

/// An exemption that was here, and is needed no more.
struct PrunedHost {
    Endpoint host; ///< host normalised
    QByteArray sha256;

    bool operator==(const PrunedHost&) const = default;
};

/// What the handover keeps of a station in `handover.json` beside its trust files: what was ticked, the rows of Allowed
/// Hosts that were removed as needless and not ticked yet, and the base, which is the station's XML before Stationer's first
/// change.
struct HandoverFile {
    static constexpr qsizetype MostRows = 1'000;              ///< ticks and pruned hosts each, the latest
    static constexpr qsizetype LargestXml = 16 * 1024 * 1024; ///< of a base that is kept; of a larger one the hash alone
    static constexpr qint64 LargestFile = 24 * 1024 * 1024;

    QList<HandoverTick> ticks;
    QList<PrunedHost> pruned;
    QByteArray baseSha256;     ///< empty: there is no base
    QByteArray packedBase;     ///< station/packedxml.h; empty where the base is too large
    QList<QByteArray> written; ///< the hashes of what Stationer wrote since, the one before the last and the last

    static std::optional<HandoverFile> read(const QJsonObject& object);
    QJsonObject write() const;

    /// That Stationer is about to write `after` where there was `before`; bytes that are not its own make a new base.
    void noteSaving(const QByteArray& before, const QByteArray& after);
    /// Whether this is what Stationer made of the base.
    bool isOurs(const QByteArray& xml) const;
    std::optional<QByteArray> base() const;          ///< nothing where there is none, or it is too large to be kept
    void notePruned(const QList<AllowedHost>& rows); ///< those that were approved
    void tick(const HandoverItem& item, bool isDone);

    bool operator==(const HandoverFile&) const = default;
};

/// Nothing of it where there is no file. What somebody else may have put there is a fault.
Result<HandoverFile, TrustFileFault> readHandover(const TrustFolder& folder);
/// Under a lock, on what the file holds then.
std::optional<TrustFileFault> changeHandover(const TrustFolder& folder, const std::function<void(HandoverFile&)>& change);

} // namespace stationer
