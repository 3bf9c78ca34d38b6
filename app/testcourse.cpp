#include "app/testcourse.h"

#include "app/accountpasswords.h"
#include "app/accounttests.h"
#include "app/trustcourse.h"
#include "catalogue/catalogue.h"
#include "items/lasttests.h"
#include "items/openstation.h"
#include "items/testmodel.h"
#include "station/value.h"
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
    connect(&m_rooms.station, &OpenStation::replaced, this, [this] { show(m_rooms.window.shown()); });
    connect(&m_rooms.station, &OpenStation::changed, this, [this] {
        if (!m_rooms.tests.isRunning())
            showTest(m_rooms.window.shown());
    });
}

void TestCourse::connectTests()
{
    MainWindow& window = m_rooms.window;
    AccountTests& tests = m_rooms.tests;
    connect(&window, &MainWindow::testRequested, &tests, [&tests](SlotId account) { tests.start(account); });
    connect(&window, &MainWindow::cancelRequested, &tests, &AccountTests::cancel);
    connect(&tests, &AccountTests::began, this, [this](SlotId account, const Endpoint& server) {
        m_running = account;
        m_rooms.window.setTestRunning(true);
        if (account == m_rooms.window.shown())
            m_rooms.window.testPanel().showRunning(server);
        else
            showTest(m_rooms.window.shown()); // another one was chosen since it was asked for
    });
    connect(&tests, &AccountTests::resolvingSlowly, &window.testPanel(), &TestPanel::showResolvingSlowly);
    connect(&tests, &AccountTests::finished, this, &TestCourse::onFinished);
}

void TestCourse::connectPanel()
{
    TestPanel& panel = m_rooms.window.testPanel();
    connect(&panel, &TestPanel::remedyRequested, this, &TestCourse::apply);
    connect(&panel, &TestPanel::reviewRequested, this, [this] {
        const SlotId account = m_rooms.window.shown();
        if (const Report* report = m_rooms.lastTests.report(account))
            review(account, *report);
    });
    connect(&panel, &TestPanel::passwordRequested, this,
            [this] { m_rooms.passwords.ask(m_rooms.window.shown(), AccountPasswords::Why::Refused); });
    connect(&panel, &TestPanel::saveRequested, this, &TestCourse::saveReport);
    connect(&panel, &TestPanel::findSettingsRequested, this,
            [this] { emit m_rooms.window.findSettingsRequested(m_rooms.window.shown()); });
    connect(&panel, &TestPanel::editRequested, this, [this](const QString& slot) {
        m_rooms.window.showComponent(m_rooms.window.shown());
        m_rooms.window.sheet().focusSlot(slot);
    });
    connect(&panel, &TestPanel::choicesChanged, this, [this](const TestChoices& choices) {
        m_rooms.tests.setChoices(m_rooms.window.shown(), choices);
        showChoices(m_rooms.window.shown());
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

/// The test that is running, again, after something else was shown.
void TestCourse::showRunning(SlotId account)
{
    const auto settings = settingsOf(m_rooms.station.document(), account);
    showChoices(account);
    m_rooms.stages.showRunning();
    m_rooms.window.testPanel().showRunning(settings ? settings.value().server : Endpoint());
}

void TestCourse::show(SlotId component)
{
    m_rooms.passwords.show(component);
    if (m_rooms.tests.isRunning() && m_running == component)
        showRunning(component);
    else
        showTest(component);
}

void TestCourse::showTest(SlotId component)
{
    TestPanel& panel = m_rooms.window.testPanel();
    const OpenStation& station = m_rooms.station;
    if (!station.isOpen() || component == SlotId::None || !station.document().exists(component) ||
        !isAccountType(station.document().type(component))) {
        showChoices(SlotId::None);
        return panel.showNothing(tr("Choose an account in the Nav tree to test it."));
    }
    showChoices(component);
    const Document& document = station.document();
    const bool isDebug = readBoolean(effectiveValue(document, component, u"debug").value_or(QString())).value_or(false);
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
    m_rooms.lastTests.record(account, report);
    showTest(m_rooms.window.shown());
    if (account == m_rooms.window.shown() && report.outcome == Outcome::CertificateChallenged)
        review(account, report);
    emit finished(account, report);
}

void TestCourse::review(SlotId account, const Report& report)
{
    m_rooms.trust.open(account, report, [this, account] { m_rooms.tests.start(account); });
}

void TestCourse::apply(const Remedy& remedy)
{
    QList<Assignment> assignments;
    for (auto it = remedy.set.cbegin(); it != remedy.set.cend(); ++it)
        assignments += Assignment{it.key(), it.value()};
    const SlotId account = m_rooms.window.shown();
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
