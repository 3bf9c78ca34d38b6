#pragma once

#include "trust/broughttrust.h"
#include "trust/trustfolder.h"

#include <QObject>
#include <QString>

#include <optional>

namespace stationer {

class OpenStation;
class OpenHandover;
class StationStores;
class TestNotes;

/// The trust of the open station: its `.security` folder, which the stores follow, and what came in it that nobody has
/// answered yet.
class OpenTrust : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        AllowedHosts& hosts;
        UserTrustStore& roots;
        StationStores& stores;
        QString records;            ///< what is known of stations' trust folders; empty: nothing is recorded
        TestNotes* tests = nullptr; ///< nullptr: none are kept
        OpenHandover* handover = nullptr;
    };
    explicit OpenTrust(const Rooms& rooms);

    const TrustFolder& folder() const { return m_folder; }
    BroughtTrust brought() const;
    void look();  ///< another program may have changed the files
    void adopt(); ///< what came with the station is used
    void leave(); ///< it is not, and not asked about again
    /// Nothing about the folder of the station that is open is recorded: it goes with the program.
    void leaveUnrecorded();

signals:
    void entered();                         ///< another folder: what was done in the one before is past
    void broughtFound(const QString& what); ///< in words; empty: nothing any more
    void faulted(const QString& sentence);

private:
    TrustFolder stationsFolder() const;
    void open(const TrustFolder& folder);
    void enter(const TrustFolder& folder);
    void carryAlong();
    void answered(const std::optional<TrustFileFault>& fault);
    void report(const std::optional<TrustFileFault>& fault);

    Rooms m_rooms;
    TrustFolder m_folder;
    bool m_hasBroughtNotes = false;
    bool m_isReplacing = false;
};

} // namespace stationer
