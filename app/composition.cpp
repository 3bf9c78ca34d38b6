#include "app/composition.h"

#include "app/demo/demoserver.h"
#include "app/demo/demostation.h"
#include "app/demotour.h"
#include "views/recoveryquestion.h"
#include "views/sheet/propertysheet.h"
#include "views/stationfiles.h"
#include "views/trust/broughttrustdialog.h"

#include <QApplication>

namespace stationer {

Composition::Composition(Theme& theme, QSettings& settings, KeyRing::Use use, const QString& journals,
                         const QString& trustRecords)
    : m_recovery(m_station, journals, Recovery::Writing::Aside), m_lastTests(m_station, m_stationStores),
      m_tree(m_station, m_lastTests), m_sheet(m_station, m_lastTests), m_accounts(m_station, m_lastTests),
      m_trustEdits(m_hosts, m_roots, m_keys),
      m_unneeded({m_hosts, m_roots, m_trustEdits, [this] { return m_anchors.of(m_roots); }}),
      m_handover(
          {m_station, m_hosts, m_roots, m_unneeded, m_trustEdits, m_testNotes, [this] { return m_stationStores.known(); }}),
      m_openTrust({m_station, m_hosts, m_roots, m_stationStores, trustRecords, &m_testNotes, &m_handover}),
      m_tokens(m_station, m_openTrust), m_keyRing(use), m_orders({m_station, m_hosts, m_roots, m_anchors, m_stationStores}),
      m_settingsFinder(m_station, [this] { return m_orders.judgeNow(); }),
      m_window(std::make_unique<MainWindow>(
          MainWindow::Models{m_station, m_lastTests, m_tree, m_sheet, m_stages, m_accounts}, m_wishes, theme, settings)),
      m_trust(std::make_unique<TrustCourse>(
          TrustCourse::Rooms{m_station, trustRooms(), m_wishes, *m_window, m_stationStores, m_lastTests,
                             // Tests leave the user's own keys alone.
                             use == KeyRing::Use::System ? UserKeyStore::standardFolder() : QString()})),
      m_challenges(std::make_unique<ChallengeCourse>(m_station, m_openTrust, trustRooms(), *m_window)),
      m_passwords(std::make_unique<AccountPasswords>(m_station, m_keyRing, m_orders,
                                                     AccountPasswords::Tokens{m_tokens, m_keys}, m_wishes, *m_window)),
      m_testCourse(
          std::make_unique<TestCourse>(TestCourse::Rooms{m_station, m_lastTests, m_stages, m_accounts, m_orders,
                                                         *m_passwords, *m_challenges, m_wishes, *m_window, m_handover})),
      m_handoverCourse(std::make_unique<HandoverCourse>(HandoverCourse::Rooms{m_handover, m_wishes, *m_window}))
{
    auto* recovery = new RecoveryQuestion(m_recovery, *m_window);
    connect(recovery, &RecoveryQuestion::said, m_window.get(), &MainWindow::say);
    followTrust();
    followTests();
    connect(m_challenges.get(), &ChallengeCourse::opened, this, &Composition::challengeOpened);
    connect(m_testCourse.get(), &TestCourse::finished, this, &Composition::testFinished);
    connect(&m_wishes, &Wishes::findSettingsWished, this,
            [this](SlotId account) { m_settingsFinder.open(account, m_window.get()); });
    connect(&m_settingsFinder, &SettingsFinder::applied, &m_window->workspace(), &Workspace::showLastChange);
    connect(&m_settingsFinder, &SettingsFinder::refused, m_window.get(), &MainWindow::say);
    connect(&m_wishes, &Wishes::demoWished, this, [this] {
        m_window->files().whenSettled([this] {
            QString error;
            if (!startDemo(&error))
                m_window->say(tr("The demo could not start: %1").arg(error));
        });
    });
    connect(&m_wishes, &Wishes::manualWished, &m_manual, [this] { m_manual.showAbout(QApplication::focusWidget()); });
    m_tour = new DemoTour(m_station, *m_testCourse, *m_window);
    m_testCourse->show();
}

Composition::~Composition()
{
    // As the window goes its editors lose the focus; nothing may come of that any more.
    m_window->sheet().abandon();
    m_handoverCourse.reset();
    m_testCourse.reset();
    m_passwords.reset();
    m_challenges.reset();
    m_trust.reset();
}

TrustRooms Composition::trustRooms()
{
    const auto anchors = [this](TrustRooms::Roots which) {
        return which == TrustRooms::Roots::System ? TrustAnchors::systemAnd({}) : m_anchors.of(m_roots);
    };
    return {m_hosts, m_roots, m_keys, m_trustEdits, m_unneeded, m_keyRing, anchors, [this] { return m_orders.judgeNow(); }};
}

void Composition::followTrust()
{
    connect(&m_trustEdits, &TrustEdits::faulted, m_window.get(), &MainWindow::say);
    connect(&m_openTrust, &OpenTrust::faulted, m_window.get(), &MainWindow::say);
    connect(&m_openTrust, &OpenTrust::entered, m_trustEdits.stack(), &QUndoStack::clear);
    connect(&m_openTrust, &OpenTrust::entered, &m_unneeded, &UnneededHosts::dropRemoval);
    connect(&m_unneeded, &UnneededHosts::found, &m_openTrust, &OpenTrust::look); // the stores have changed
    connect(&m_openTrust, &OpenTrust::broughtFound, m_window.get(), &MainWindow::askAboutBroughtTrust);
    connect(&m_wishes, &Wishes::takeBroughtTrustWished, &m_openTrust, &OpenTrust::adopt);
    connect(&m_wishes, &Wishes::leaveBroughtTrustWished, &m_openTrust, &OpenTrust::leave);
    connect(&m_wishes, &Wishes::showBroughtTrustWished, this,
            [this] { (new BroughtTrustDialog(m_openTrust, trustRooms().anchors, m_window.get()))->open(); });
}

/// Tests are remembered beyond the program, and what they mean for the handover follows.
void Composition::followTests()
{
    m_lastTests.remember(m_testNotes);
    m_tree.setHandover(m_handover);
    connect(&m_lastTests, &LastTests::recorded, this, [this](SlotId account, const Report& report) {
        if (report.alarm || !m_station.isOpen() || !m_station.document().exists(account))
            return; // what proves an alarm is about its recipient
        TestNote note = TestNote::of(report, m_stationStores.verdictOf(report).forecast);
        note.path = m_station.document().path(account);
        m_testNotes.note(note);
    });
    connect(&m_stationStores, &StationStores::changed, &m_handover, &OpenHandover::lookSoon);
    const auto say = [this](const TrustFileFault& fault) { m_window->say(describe(fault)); };
    connect(&m_testNotes, &TestNotes::faulted, this, say);
    connect(&m_handover, &OpenHandover::faulted, this, say);
}

bool Composition::startDemo(QString* error)
{
    if (!m_demoServer) {
        auto server = std::make_unique<DemoServer>();
        if (!server->start()) {
            *error = server->errorText();
            return false;
        }
        m_demoServer = std::move(server);
    }
    std::unique_ptr<DemoStation> station = DemoStation::make(*m_demoServer, error);
    if (!station)
        return false;
    if (const std::optional<OpenFault> fault = m_station.open(station->path())) {
        *error = describe(*fault, station->path());
        return false;
    }
    m_demoStation = std::move(station);
    m_openTrust.leaveUnrecorded();
    m_passwords->keepInMemory(m_demoStation->path());
    const Secret password(m_demoServer->login().password);
    for (const SlotId account : accounts(m_station.document()))
        m_passwords->keep(account, password);
    m_tour->begin(DemoStation::tourAccount);
    return true;
}

} // namespace stationer
