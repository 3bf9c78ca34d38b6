#pragma once

#include "app/accountpasswords.h"
#include "app/challengecourse.h"
#include "app/handovercourse.h"
#include "app/settingsfinder.h"
#include "app/testcourse.h"
#include "app/trustcourse.h"
#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "items/testmodel.h"
#include "session/accountorders.h"
#include "session/lasttests.h"
#include "session/openhandover.h"
#include "session/openstation.h"
#include "session/opentrust.h"
#include "session/recovery.h"
#include "session/stationstores.h"
#include "session/stationtokens.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "testing/testnotes.h"
#include "trust/allowedhosts.h"
#include "trust/currentanchors.h"
#include "trust/truststores.h"
#include "trust/userkeystore.h"
#include "views/common/wishes.h"
#include "views/mainwindow.h"
#include "views/manual/manual.h"

#include <QObject>

#include <memory>

class QSettings;

namespace stationer {

class DemoServer;
class DemoStation;
class DemoTour;

/// The desktop: creates the models, the window and the courses between them, and connects them. What happens between sheet,
/// key ring, test, panel and challenge is the courses' own.
class Composition : public QObject {
    Q_OBJECT
public:
    /// `journals`: the folder for what was edited and not saved, empty to keep none. `trustRecords`: that of trustrecord.h,
    /// empty where every trust folder counts as it is.
    Composition(Theme& theme, QSettings& settings, KeyRing::Use use = KeyRing::Use::System, const QString& journals = {},
                const QString& trustRecords = {});
    ~Composition() override;

    MainWindow& window() { return *m_window; }
    OpenStation& station() { return m_station; }
    AccountOrders& orders() { return m_orders; }
    TestCourse& tests() { return *m_testCourse; }
    LastTests& lastTests() { return m_lastTests; }
    StationStores& stationStores() { return m_stationStores; }
    OpenHandover& handover() { return m_handover; }
    AllowedHosts& hosts() { return m_hosts; }
    UserTrustStore& roots() { return m_roots; }
    UserKeyStore& keys() { return m_keys; }
    CertificateManager& certificateManager() { return m_trust->manager(); }
    TrustEdits& trustEdits() { return m_trustEdits; }
    SettingsFinder& settingsFinder() { return m_settingsFinder; }
    Manual& manual() { return m_manual; }
    ChallengeDialog* challenge() const { return m_challenges->dialog(); }

    /// The sample station on the mail server inside the program; false: `error` says why.
    bool startDemo(QString* error);
    /// Keeps a password in memory, for one account.
    void keepPassword(SlotId account, const Secret& password) { m_passwords->keep(account, password); }

signals:
    void testFinished(stationer::SlotId account, const stationer::Report& report);
    void challengeOpened();

private:
    TrustRooms trustRooms();
    void followTrust();
    void followTests();

    OpenStation m_station;
    Recovery m_recovery;
    StationStores m_stationStores;
    LastTests m_lastTests;
    NavTreeModel m_tree;
    PropertySheetModel m_sheet;
    TestModel m_stages;
    AccountsModel m_accounts;
    AllowedHosts m_hosts;
    UserTrustStore m_roots;
    UserKeyStore m_keys;
    TrustEdits m_trustEdits;
    CurrentAnchors m_anchors;
    UnneededHosts m_unneeded;
    TestNotes m_testNotes;
    OpenHandover m_handover;
    OpenTrust m_openTrust;
    StationTokens m_tokens;
    KeyRing m_keyRing;
    AccountOrders m_orders;
    SettingsFinder m_settingsFinder;
    Manual m_manual;
    std::unique_ptr<DemoServer> m_demoServer;
    std::unique_ptr<DemoStation> m_demoStation;
    Wishes m_wishes;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrustCourse> m_trust;
    std::unique_ptr<ChallengeCourse> m_challenges;
    std::unique_ptr<AccountPasswords> m_passwords;
    std::unique_ptr<TestCourse> m_testCourse;
    std::unique_ptr<HandoverCourse> m_handoverCourse;
    DemoTour* m_tour = nullptr; ///< the window's
};

} // namespace stationer
