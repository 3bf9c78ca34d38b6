#pragma once

#include "connection/settings.h"
#include "handover/handoverfile.h"
#include "handover/handoveritem.h"
#include "testing/testhistory.h"
#include "trust/exemption.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace stationer {

/// Who vouched in tests, and where its certificate is.
struct KnownRoot {
    QByteArray sha256;
    QString name;
    QString file; ///< absolute; empty where it is in none yet
    QByteArray der;
    bool isUsers = false; ///< of the User Trust Store

    bool operator==(const KnownRoot&) const = default;
};

/// Whether the file was changed by us since its base, and in what; nothing in particular where the base is too large to be
/// kept.
struct FileChange {
    bool isOurs = false;
    QList<ChangedSlot> changes;
};

/// What is known here that a station has to be told, or given.
struct HandoverFacts {
    QString file; ///< absolute; empty where it was not saved yet
    FileChange change;

    struct Account {
        QString path;
        std::optional<ConnectionSettings> settings; ///< nothing: its values make none
        QList<TestNote> tests;
    };
    QList<Account> accounts; ///< all, in the order of the file

    QList<AllowedHost> approved;             ///< the exemptions in force that are needed
    QList<PrunedHost> unneeded;              ///< those that are not, be they here still or removed
    QHash<QByteArray, KnownRoot> roots;      ///< of the stores here, by fingerprint; those of `voucherOf` at least
    std::optional<QSet<QByteArray>> trusted; ///< the fingerprints in the station's own stores; nothing: not known
    QList<HandoverTick> ticks;
};

/// The latest test of the account, with the server that it has now, in which the judge was asked, where somebody vouched in
/// it.
std::optional<TestNote::Voucher> voucherOf(const HandoverFacts::Account& account);

/// What remains to be done, in the order in which it is done: each from a fact, and gone when the fact is gone.
QList<HandoverItem> handoverItems(const HandoverFacts& facts);

} // namespace stationer
