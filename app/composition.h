#pragma once

#include "app/accounttests.h"
#include "app/settingsfinder.h"
#include "items/lasttests.h"
#include "items/navtreemodel.h"
#include "items/openstation.h"
#include "items/propertysheetmodel.h"
#include "items/testmodel.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"
#include "views/mainwindow.h"
#include "views/trust/challengedialog.h"
#include "views/trust/trustwindow.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QSettings;

namespace stationer {

class DemoServer;
class DemoStation;

/// The desktop: creates the models and the window and connects them. A connection test's way through the rooms is here: sheet,
/// key ring, test, panel, challenge, Allowed Hosts, and again.
class Composition : public QObject {
    Q_OBJECT
public:
    Composition(Theme& theme, QSettings& settings, KeyRing::Use use = KeyRing::Use::System);
    ~Composition() override;

    MainWindow& window() { return *m_window; }
    OpenStation& station() { return m_station; }
    AccountTests& tests() { return m_accountTests; }
    AllowedHosts& hosts() { return m_hosts; }
    UserTrustStore& roots() { return m_roots; }
    TrustWindow& trustWindow();
    SettingsFinder& settingsFinder() { return m_settingsFinder; }
    ChallengeDialog* challenge() const { return m_challenge; }

    /// The sample station on the mail server inside the program; false: `error` says why.
    bool startDemo(QString* error);
    /// Keeps a password in memory, for one account.
    void keepPassword(SlotId account, const Secret& password);

signals:
    void testFinished(stationer::SlotId account, const stationer::Report& report);
    void challengeOpened();

private:
    void connectSheet();
    void connectTests();
    void onShown(SlotId component);
    void onFinished(SlotId account, const Report& report);
    void onPasswordNeeded(SlotId account, KeyRingState state);
    void onOtherPlaceKnown(SlotId account, const SecretPlace& other);
    void askPassword(SlotId account, int reason);
    void openTrustFolder();
    void carryTrustAlong(const QString& path);
    void openChallenge(SlotId account, const Report& report);
    void offerNames(ChallengeDialog& dialog);
    void importRoots(SlotId account, const QList<CertificateFacts>& roots);
    void answer(SlotId account, const std::optional<TrustFileFault>& fault);
    void showTest(SlotId component);
    void showPasswordFacts(SlotId component);
    void storePassword(SlotId account, const Secret& password);
    void saveReport(const QString& text);

    OpenStation m_station;
    LastTests m_lastTests;
    NavTreeModel m_tree;
    PropertySheetModel m_sheet;
    TestModel m_stages;
    AllowedHosts m_hosts;
    UserTrustStore m_roots;
    KeyRing m_keyRing;
    AccountTests m_accountTests;
    SettingsFinder m_settingsFinder;
    std::unique_ptr<DemoServer> m_demoServer;
    std::unique_ptr<DemoStation> m_demoStation;
    std::unique_ptr<MainWindow> m_window;
    QPointer<TrustWindow> m_trustWindow;
    QPointer<ChallengeDialog> m_challenge;
    QTimer m_placeTimer;      ///< host and user are being typed: where the password belongs is asked a little later
    quint64 m_factsAsked = 0; ///< an answer to an older question is not shown
    QString m_trustFolder;
    bool m_isReplacing = false;
};

} // namespace stationer
