#pragma once

#include "handover/handoverfacts.h"
#include "station/document.h"
#include "trust/knownstation.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace stationer {

/// Where the facts of a station's handover are known.
struct HandoverSources {
    const Document& document;
    QString file; ///< absolute; empty where it was not saved yet
    FileChange change;
    const HandoverFile& kept;
    const AllowedHosts& hosts;
    QList<Endpoint> unneeded; ///< rows of those that are no longer needed (judge.h)
    const UserTrustStore& roots;
    const KnownStation& station;
    std::function<QList<TestNote>(const QString& path)> tests;
    QDateTime now = QDateTime::currentDateTimeUtc();
};

HandoverFacts handoverFacts(const HandoverSources& sources);
/// Of a document as its file has it. It takes a look at all of it.
FileChange fileChange(const HandoverFile& kept, const Document& document);
/// The slots in which the file differs from its base.
QList<ChangedSlot> changedSlots(const Document& base, const Document& now);
/// Roots that are in no file yet are written beside the trust files, for the station to import. Nobody here trusts them for
/// that.
std::optional<TrustFileFault> placeRoots(HandoverFacts& facts, const TrustFolder& folder);

} // namespace stationer
