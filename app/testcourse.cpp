#include "app/testcourse.h"

#include "app/accountpasswords.h"
#include "app/accounttests.h"
#include "app/trustcourse.h"
#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "connection/testmessage.h"
#include "items/testmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "station/value.h"
#include "views/accounts/sendtestmessage.h"
#include "views/connection/testpanel.h"
#include "views/mainwindow.h"
#include "views/sheet/propertysheet.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace stationer {

TestCourse::TestCourse(const Rooms& rooms) : m_rooms(rooms)
{
    connectTests();
    connectPanel();
    connect(&m_rooms.window, &MainWindow::componentShown, this, &TestCourse::show);
    connect(&m_rooms.window, &MainWindow::accountChanged, this, &TestCourse::show);
    connect(&m_rooms.station, &OpenStation::replaced, this, &TestCourse::show);
    connect(&m_rooms.station, &OpenStation::changed, this, [this] {
        if (!m_rooms.tests.isRunning() || m_running != m_rooms.window.account())
            showTest();
    });
    // A run over many may come to the account that is shown.
    connect(&m_rooms.lastTests, &LastTests::changed, this, [this](SlotId account) {
        if (account == m_rooms.window.account() && m_rooms.tests.account() != account)
            showTest();
    });
}

void TestCourse::connectTests()
{
    MainWindow& window = m_rooms.window;
    AccountTests& tests = m_rooms.tests;
    connect(&window, &MainWindow::testRequested, &tests, [&tests](SlotId account) { tests.start(account); });
    connect(&window, &MainWindow::sendTestMessageRequested, this, &TestCourse::askForMessage);
    connect(&window, &MainWindow::cancelRequested, &tests, &AccountTests::cancel);
    connect(&tests, &AccountTests::began, this, [this](SlotId account, const Endpoint& server) {
        m_running = account;
        m_server = server;
        showNow();
    });
    connect(&tests, &AccountTests::resolvingSlowly, &window.testPanel(), &TestPanel::showResolvingSlowly);
    connect(&tests, &AccountTests::finished, this, &TestCourse::onFinished);
}

void TestCourse::connectPanel()
{
    TestPanel& panel = m_rooms.window.testPanel();
    connect(&panel, &TestPanel::remedyRequested, this, &TestCourse::apply);
    connect(&panel, &TestPanel::reviewRequested, this, [this] { review(m_rooms.window.account()); });
    connect(&panel, &TestPanel::passwordRequested, this,
            [this] { m_rooms.passwords.ask(m_rooms.window.account(), AccountPasswords::Why::Refused); });
    connect(&panel, &TestPanel::saveRequested, this, &TestCourse::saveReport);
    connect(&panel, &TestPanel::findSettingsRequested, this,
            [this] { emit m_rooms.window.findSettingsRequested(m_rooms.window.account()); });
    connect(&panel, &TestPanel::editRequested, this, [this](const QString& slot) {
        m_rooms.window.showComponent(m_rooms.window.account());
        m_rooms.window.sheet().focusSlot(slot);
    });
    connect(&panel, &TestPanel::choicesChanged, this, [this](const TestChoices& choices) {
        m_rooms.tests.setChoices(m_rooms.window.account(), choices);
        showChoices(m_rooms.window.account());
    });
}

void TestCourse::showChoices(SlotId account)
{
    TestPanel& panel = m_rooms.window.testPanel();
    if (account == SlotId::None)
        return panel.setChoices(std::nullopt, {});
    const auto settings = settingsOf(m_rooms.station.document(), account);
    panel.setChoices(settings ? std::optional(settings.value()) : std::nullopt, m_rooms.tests.choices(account));
}

/// The test that is running, perhaps again after something else was shown.
void TestCourse::showRunning()
{
    showChoices(m_running);
    m_rooms.stages.showRunning();
    m_rooms.window.testPanel().showRunning(m_server);
}

void TestCourse::show()
{
    m_rooms.passwords.show(m_rooms.window.shown());
    showNow();
}

void TestCourse::showNow()
{
    if (!m_rooms.tests.isRunning())
        m_running = SlotId::None; // it went with its station
    const bool isRunning = m_running != SlotId::None;
    const bool isShown = isRunning && m_running == m_rooms.window.account();
    m_rooms.window.setTestRunning(isShown); // another one can be tested instead
    m_rooms.window.testPanel().showOtherRunning(isRunning && !isShown ? std::optional(m_server) : std::nullopt);
    if (isShown)
        showRunning();
    else
        showTest();
}

void TestCourse::showTest()
{
    TestPanel& panel = m_rooms.window.testPanel();
    const OpenStation& station = m_rooms.station;
    const SlotId component = station.isOpen() ? m_rooms.window.account() : SlotId::None;
    if (component == SlotId::None || !station.document().exists(component)) {
        showChoices(SlotId::None);
        return panel.showNothing(m_rooms.window.workspace().view() == Workspace::View::AccountManager
                                     ? tr("Choose an account in the table to see its last test.")
                                     : tr("Choose an account in the Nav tree to test it."));
    }
    showChoices(component);
    const Document& document = station.document();
    const bool isDebug = isOn(document, component, debugSlot);
    if (const Report* report = m_rooms.lastTests.report(component)) {
        const Report* earlier = m_rooms.lastTests.earlier(component);
        m_rooms.stages.show(*report, earlier);
        panel.showReport(*report, m_rooms.lastTests.isCurrent(component), earlier);
        if (isDebug)
            panel.setTranscriptUnfolded(true);
        return;
    }
    panel.showNothing(
        tr("Not tested yet. Test Connection (F5) tries these values, saved or not, against the mail server; it never "
           "changes or fetches mail."));
}

void TestCourse::onFinished(SlotId account, const Report& report)
{
    m_running = SlotId::None;
    m_rooms.window.setTestRunning(false);
    m_rooms.window.testPanel().showOtherRunning(std::nullopt);
    m_rooms.lastTests.record(account, report); // shows it, where it is the account that tests are about
    if (account != m_rooms.window.account())
        showTest();
    if (account == m_rooms.window.account() && report.outcome == Outcome::CertificateChallenged)
        review(account);
    emit finished(account, report);
}

void TestCourse::review(SlotId account)
{
    if (const Report* report = m_rooms.lastTests.report(account))
        m_rooms.trust.open(account, *report, m_rooms.lastTests.othersToReviewWith(account), [this, account] {
            m_rooms.tests.start(account);
            emit answered(account);
        });
}

void TestCourse::askForMessage(SlotId account)
{
    const auto settings = settingsOf(m_rooms.station.document(), account);
    if (!settings)
        return m_rooms.window.say(describe(settings.error()));
    const QString own = senderOf(settings.value());
    const QString recipient = !m_recipient.isEmpty() ? m_recipient : isMailAddress(own) ? own : QString();
    auto* dialog = new SendTestMessage(settings.value(), recipient, &m_rooms.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, dialog, &QDialog::close);
    connect(dialog, &SendTestMessage::requested, this, [this, account](Depth depth, const QString& to) {
        m_recipient = to;
        m_rooms.tests.start(account, AccountTests::Errand{depth, to});
    });
    dialog->open();
}

void TestCourse::apply(const Remedy& remedy)
{
    QList<Assignment> assignments;
    for (auto it = remedy.set.cbegin(); it != remedy.set.cend(); ++it)
        assignments += Assignment{it.key(), it.value()};
    const SlotId account = m_rooms.window.account();
    if (const std::optional<ChangeFault> fault = m_rooms.station.change(account, assignments))
        m_rooms.window.say(describe(*fault));
    else if (remedy.testsAtOnce)
        m_rooms.tests.start(account);
}

void TestCourse::saveReport(const QString& text)
{
    auto* dialog = new QFileDialog(&m_rooms.window, tr("Save Report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)")});
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
            m_rooms.window.say(tr("%1 could not be written: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

} // namespace stationer
