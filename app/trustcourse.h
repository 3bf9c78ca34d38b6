#pragma once

#include "connection/report.h"
#include "session/trustedits.h"
#include "station/slotid.h"
#include "trust/allowedhosts.h"
#include "trust/currentanchors.h"
#include "trust/userkeystore.h"
#include "views/connection/owncertificates.h"
#include "views/trust/certificatemanager.h"
#include "views/trust/challengedialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace stationer {

class KeyRing;
class MainWindow;
class OpenStation;
class RootImport;
class UnneededHosts;
class Wishes;

/// Trust on its way between the station's folder, the stores and the user: the folder's stores follow the open station, and a
/// challenge becomes an answer in them. It tests nothing; whoever put a challenge before the user is told when it was answered.
class TrustCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        AllowedHosts& hosts;
        UserTrustStore& roots;
        UserKeyStore& keys;
        KeyRing& keyRing;
        Wishes& wishes;
        MainWindow& window;
        std::function<ChainJudge()> judge; ///< by the stores and exemptions of this moment
        QString keyFolder;                 ///< the user's keys, read when they are first looked at; empty: there are none
        QString trustRecords;              ///< what is known of stations' trust folders; empty: nothing is recorded
    };
    explicit TrustCourse(const Rooms& rooms);

    CertificateManager& manager();
    /// The User Key Store's, to choose from for a test.
    OwnCertificates ownCertificates();
    TrustEdits& edits() { return m_edits; }
    ChallengeDialog* challenge() const { return m_challenge; }
    /// Nothing about the folder of the station that is open is recorded: it goes with the program.
    void leaveUnrecorded();
    /// Puts the report's challenge before the user; while one is open, there is no other. `others` wait for the same answer.
    /// `answered` is called once the answer holds and another test would find it, never from within the dialog's own event; «Not Now» is none.
    void open(SlotId account, const Report& report, int others, std::function<void()> answered);

signals:
    void challengeOpened();

private:
    void openFolder();
    void openFolder(const TrustFolder& folder);
    void lookForBrought();
    void showBrought();
    void answerBrought(std::optional<TrustFileFault> (TrustFolder::*answer)() const);
    void openKeys();
    void carryAlong(const QString& path);
    void showManager(SlotId account);
    void importRoots(ChallengeDialog& dialog, const QList<CertificateFacts>& roots, const QString& wanted);
    TrustAnchors anchors(TrustRooms::Roots which);
    TrustRooms trustRooms();
    void settle();
    void checkNeeds();
    void offerCleaning(const QList<Endpoint>& unneeded);
    void clean(const QList<Endpoint>& offered);
    void signInWith(const ClientIdentity& identity, const QString& alias);

    Rooms m_rooms;
    OpenStation& m_station;
    AllowedHosts& m_hosts;
    UserTrustStore& m_roots;
    MainWindow& m_window;
    TrustEdits m_edits;
    CurrentAnchors m_anchors;
    QPointer<CertificateManager> m_manager;
    QPointer<ChallengeDialog> m_challenge;
    std::function<void()> m_answered;
    QTimer m_clean; ///< many things may change at once
    UnneededHosts* m_needs;
    QList<Endpoint> m_unneeded; ///< rows that their removal was offered for
    QString m_offered;          ///< the sentence that offered it
    QList<Endpoint> m_cleaning; ///< to be removed as soon as it is known which of them still can be
    TrustFolder m_folder;
    bool m_isReplacing = false;
    bool m_areKeysOpen = false;
};

} // namespace stationer
