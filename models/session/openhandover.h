#pragma once

#include "handover/handoverfacts.h"
#include "handover/handoversheet.h"
#include "station/slotid.h"
#include "trust/trustfolder.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace stationer {

class AllowedHosts;
class OpenStation;
class TestNotes;
class TrustEdits;
class UnneededHosts;
class UserTrustStore;
struct KnownStation;

/// What remains to be done on the station that is open: it follows the station, its trust and its tests, and keeps in
/// `handover.json` beside the trust files what cannot be found out again. For a station not saved yet it keeps it in memory.
class OpenHandover : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        AllowedHosts& hosts;
        UserTrustStore& roots;
        UnneededHosts& unneeded;
        TrustEdits& edits;
        TestNotes& tests;
        std::function<KnownStation()> known; ///< what was told of the station itself
    };
    explicit OpenHandover(const Rooms& rooms);

    std::optional<TrustFileFault> open(const TrustFolder& folder);
    std::optional<TrustFileFault> reload();
    /// Goes on in another folder, which gets what is known here where it knows nothing.
    std::optional<TrustFileFault> saveAs(const TrustFolder& folder);

    void lookSoon();             ///< something that it does not follow has changed
    HandoverSheet sheet() const; ///< as it is now; roots that are in no file yet are written beside the trust files for it
    /// How many items are open, as they were found last: of the station where it is the root, of an account, of nothing
    /// else.
    int openItems(SlotId component) const;
    void tick(const HandoverItem& item, bool isDone);

signals:
    void changed();
    void faulted(const stationer::TrustFileFault& fault);

private:
    void look();
    void lookAtFile();
    void noteSaving(const QString& path);
    void change(const std::function<void(HandoverFile&)>& change);
    HandoverFacts facts() const;

    Rooms m_rooms;
    TrustFolder m_folder;
    HandoverFile m_kept;
    FileChange m_change;                         ///< of the file as saved
    std::function<void(HandoverFile&)> m_saving; ///< what is to be noted once the file has its place
    OpenItems m_open;
    QTimer m_soon;
};

} // namespace stationer
