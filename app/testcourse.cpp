#include "app/testcourse.h"

#include "app/accountpasswords.h"
#include "app/challengecourse.h"
#include "app/chosenfile.h"
#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "connection/alarm.h"
#include "connection/testmessage.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "diagnosis/sameserver.h"
#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/testmodel.h"
#include "prediction/stationwords.h"
#include "rows/accountstally.h"
#include "session/lasttests.h"
#include "session/openhandover.h"
#include "session/openstation.h"
#include "station/value.h"
#include "terms/dates.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/provealarm.h"
#include "views/accounts/sendtestmessage.h"
#include "views/common/proposedname.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"
#include "views/mainwindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

TestCourse::TestCourse(const Rooms& rooms)
    : m_rooms(rooms), m_one(AccountRun::Size::One, {rooms.station, rooms.lastTests, rooms.orders}),
      m_many(AccountRun::Size::Many, {rooms.station, rooms.lastTests, rooms.orders})
{
    connectOne();
    connectMany();
    connectPanel();
    connect(&m_rooms.window.workspace(), &Workspace::shownChanged, this, &TestCourse::show);
    connect(&m_rooms.window.workspace(), &Workspace::accountChanged, this, &TestCourse::show);
    connect(&m_rooms.station, &OpenStation::replaced, this, &TestCourse::show);
    connect(&m_rooms.station, &OpenStation::changed, this, [this] {
        if (m_running == SlotId::None || m_running != m_rooms.window.workspace().subject())
            showTest();
    });
    // A run over many may come to the account that is shown.
    connect(&m_rooms.lastTests, &LastTests::changed, this, [this](SlotId account) {
        if (account == m_rooms.window.workspace().subject() && !m_one.holds(account))
            showTest();
    });
    connect(&m_rooms.handover, &OpenHandover::changed, this, &TestCourse::showNextSteps);
    connect(&m_rooms.station, &OpenStation::modifiedChanged, this, &TestCourse::showNextSteps);
}

void TestCourse::connectOne()
{
    connect(&m_rooms.wishes, &Wishes::testWished, this, qOverload<SlotId>(&TestCourse::test));
    connect(&m_rooms.wishes, &Wishes::sendTestMessageWished, this, &TestCourse::askForMessage);
    connect(&m_rooms.wishes, &Wishes::proveAlarmWished, this, &TestCourse::askForAlarm);
    connect(&m_rooms.wishes, &Wishes::cancelTestWished, this, [this] {
        m_next = {};
        m_one.cancel();
    });
    connect(&m_one, &AccountRun::began, this, &TestCourse::onBegan);
    connect(&m_one, &AccountRun::stageBegan, &m_rooms.stages, &TestModel::beginStage);
    connect(&m_one, &AccountRun::stageEnded, &m_rooms.stages, &TestModel::endStage);
    connect(&m_one, &AccountRun::resolvingSlowly, &m_rooms.window.testPanel(), &TestPanel::showResolvingSlowly);
    connect(&m_one, &AccountRun::reported, this, &TestCourse::onReported);
    connect(&m_one, &AccountRun::finished, this, [this] {
        if (const auto next = std::exchange(m_next, {}))
            next();
    });
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_next = {};
        m_proof = {};
    });
}

void TestCourse::connectMany()
{
    AccountManager& manager = m_rooms.window.accountManager();
    connect(&m_rooms.wishes, &Wishes::testManyWished, this, &TestCourse::testMany);
    connect(&m_rooms.wishes, &Wishes::cancelManyWished, &m_many, &AccountRun::cancel);
    connect(&m_many, &AccountRun::stateChanged, &m_rooms.accounts, &AccountsModel::setState);
    connect(&m_many, &AccountRun::progressed, &manager, &AccountManager::showProgress);
    connect(&m_many, &AccountRun::finished, &manager, &AccountManager::showRunEnded);
    connect(&m_rooms.wishes, &Wishes::reviewInTableWished, this,
            [this](SlotId account) { review(account, [this, account] { testMany({account}); }); });
    connect(&m_rooms.wishes, &Wishes::copyReportsWished, this, &TestCourse::copyReports);
}

void TestCourse::test(SlotId account)
{
    test(account, m_rooms.passwords.known());
}

void TestCourse::test(SlotId account, const AccountPasswordSource& passwords,
                      const std::optional<AccountOrders::Errand>& errand)
{
    if (m_one.isRunning() && !m_one.holds(account)) {
        m_next = [this, account, passwords, errand] { test(account, passwords, errand); };
        return m_one.cancel(); // the one that was asked for last is the one that is wanted
    }
    if (!m_one.isRunning())
        m_one.start({account}, passwords, errand);
}

void TestCourse::testMany(const QList<SlotId>& accounts)
{
    m_many.start(accounts, m_rooms.passwords.silent());
}

void TestCourse::askForPassword(SlotId account)
{
    const Report* report = m_rooms.lastTests.report(account);
    const bool wasRefused = report && report->outcome == Outcome::LoginRejected;
    test(account, m_rooms.passwords.asked(wasRefused ? AccountPasswords::Why::Refused : AccountPasswords::Why::Missing));
}

void TestCourse::connectPanel()
{
    connect(&m_rooms.wishes, &Wishes::remedyWished, this, [this](SlotId tested, const Remedy& remedy) {
        const Report* const last = m_rooms.lastTests.report(tested);
        const SlotId account = last && last->alarm ? m_rooms.station.document().find(last->settings.path) : tested;
        const QString host = remedy.set.value(hostnameSlot);
        if (!host.isEmpty() && m_rooms.lastTests.report(account))
            return applyLookedUp(account, remedy, host);
        apply(account, remedy);
    });
    connect(&m_rooms.wishes, &Wishes::reviewWished, this,
            [this](SlotId account) { review(account, [this, account] { test(account); }); });
    connect(&m_rooms.wishes, &Wishes::askPasswordWished, this, &TestCourse::askForPassword);
    connect(&m_rooms.wishes, &Wishes::saveReportWished, this, &TestCourse::saveReport);
    connect(&m_rooms.wishes, &Wishes::choicesWished, this, [this](SlotId account, const TestChoices& choices) {
        m_rooms.orders.setChoices(account, choices);
        showChoices(account);
    });
}

void TestCourse::showChoices(SlotId account)
{
    TestPanel& panel = m_rooms.window.testPanel();
    if (account == SlotId::None || m_rooms.station.document().type(account) == emailRecipientType)
        return panel.setAccount(account, std::nullopt, {});
    const auto settings = settingsOf(m_rooms.station.document(), account);
    panel.setAccount(account, settings ? std::optional(settings.value()) : std::nullopt, m_rooms.orders.choices(account));
}

void TestCourse::show()
{
    m_rooms.passwords.show(m_rooms.window.shown());
    showNow();
}

void TestCourse::showNow()
{
    if (!m_one.isRunning())
        m_running = SlotId::None; // it went with its station
    const bool isRunning = m_running != SlotId::None;
    const bool isShown = isRunning && m_running == m_rooms.window.workspace().subject();
    TestPanel& panel = m_rooms.window.testPanel();
    m_rooms.window.setTestRunning(isShown); // another one can be tested instead
    panel.showOtherRunning(isRunning && !isShown ? std::optional(m_server) : std::nullopt);
    if (!isShown)
        return showTest();
    showChoices(m_running);
    m_rooms.stages.showRunning();
    panel.showRunning(m_server);
}

void TestCourse::showTest()
{
    TestPanel& panel = m_rooms.window.testPanel();
    const OpenStation& station = m_rooms.station;
    const SlotId component = station.isOpen() ? m_rooms.window.workspace().subject() : SlotId::None;
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
        panel.showReport(*report, m_rooms.lastTests.isCurrent(component), earlier, m_rooms.lastTests.verdict(component));
        if (isDebug)
            panel.setTranscriptUnfolded(true);
        return showNextSteps();
    }
    document.type(component) == emailRecipientType ? panel.showUnproven() : panel.showUntested();
}

/// After a pass there is something left to be done: that it works here is not that the station mails.
void TestCourse::showNextSteps()
{
    const OpenStation& station = m_rooms.station;
    const SlotId account = station.isOpen() ? m_rooms.window.account() : SlotId::None;
    const Report* const report = m_rooms.lastTests.report(account);
    if (!report || account == m_running)
        return;
    const bool hasPassed = report->outcome == Outcome::Succeeded && m_rooms.lastTests.isCurrent(account);
    m_rooms.window.testPanel().setNextSteps(hasPassed && station.isModified(),
                                            hasPassed ? m_rooms.handover.openItems(station.document().root()) : 0);
}

void TestCourse::onBegan(SlotId account, const Endpoint& server, Depth depth)
{
    m_running = account;
    m_server = server;
    m_rooms.stages.begin(depth, depth == Depth::Message && m_rooms.station.document().type(account) == emailRecipientType);
    showNow();
}

void TestCourse::onReported(SlotId account, const Report& report)
{
    m_running = SlotId::None;
    m_rooms.stages.show(report);
    showNow();
    if (account == m_rooms.window.workspace().subject() && report.outcome == Outcome::CertificateChallenged)
        review(account, [this, account, report] { report.alarm ? prove(account, m_proof) : test(account); });
    emit finished(account, report);
}

/// Puts an account's challenge before the user and tests again by the answer.
void TestCourse::review(SlotId account, const std::function<void()>& testAgain)
{
    const Report* report = m_rooms.lastTests.report(account);
    if (!report)
        return;
    const Report& challenged = report->decisive(); // an alarm's may be of the inbox
    const SlotId owner = report->alarm ? m_rooms.station.document().find(challenged.settings.path) : account;
    m_rooms.challenges.open(owner, challenged, m_rooms.lastTests.othersToReviewWith(account), [this, account, testAgain] {
        testAgain();
        testSettled(account);
    });
}

/// Tests the accounts again whose last challenge is answered by what the stores hold now, but for `except`.
void TestCourse::testSettled(SlotId except)
{
    if (!m_rooms.station.isOpen())
        return;
    const ChainJudge judge = m_rooms.orders.judgeNow();
    QList<SlotId> settled;
    for (const SlotId account : accounts(m_rooms.station.document())) {
        const Report* report = m_rooms.lastTests.report(account);
        if (account == except || !report || report->outcome != Outcome::CertificateChallenged || !report->trust ||
            !m_rooms.lastTests.isCurrent(account))
            continue;
        if (judge(report->trust->sentChain(), report->judgedServer()).verdict != Verdict::Challenged)
            settled += account;
    }
    testMany(settled);
}

void TestCourse::askForMessage(SlotId account)
{
    if (account == m_running)
        return; // once that test is over
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
        test(account, m_rooms.passwords.known(), AccountOrders::Errand{depth, to});
    });
    dialog->open();
}

void TestCourse::askForAlarm(SlotId recipient)
{
    if (recipient == m_running)
        return; // once that test is over
    const Document& document = m_rooms.station.document();
    const AlarmSettings read = alarmSettingsOf(document, recipient);
    if (read.fault)
        return prove(recipient, {Depth::Envelope, {}}); // which says what is wrong
    QList<Inbox> inboxes;
    for (const SlotId account : accounts(document))
        if (document.type(account) == incomingAccountType)
            inboxes += Inbox{account, document.path(account), enabledIncomingAccounts(document).contains(account)};
    auto* dialog = new ProveAlarm(read, inboxes, m_proof.through, &m_rooms.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, dialog, &QDialog::close);
    connect(dialog, &ProveAlarm::requested, this, [this, recipient](Depth depth, SlotId through) {
        prove(recipient, {depth, {}, through});
    });
    dialog->open();
}

void TestCourse::prove(SlotId recipient, const AccountOrders::Errand& errand)
{
    m_proof = errand;
    test(recipient, m_rooms.passwords.known(), errand);
}

/// A name out of a certificate is the server's own word: it counts only where it leads to the address that answered.
void TestCourse::applyLookedUp(SlotId account, const Remedy& remedy, const QString& host)
{
    const QDateTime began = m_rooms.lastTests.report(account)->began;
    m_rooms.orders.resolver(host, *this, [this, account, remedy, host, began](const auto& found) {
        const Report* const report = m_rooms.lastTests.report(account);
        if (!report || report->began != began)
            return; // it was tested again, or another station came
        if (leadsToAnswered(*report, found.addresses()))
            return apply(account, remedy);
        m_rooms.window.say(leadsElsewhere(host));
    });
}

void TestCourse::apply(SlotId account, const Remedy& remedy)
{
    QList<Assignment> assignments;
    for (auto it = remedy.set.cbegin(); it != remedy.set.cend(); ++it)
        assignments += Assignment{it.key(), it.value()};
    if (const std::optional<ChangeFault> fault = m_rooms.station.change(account, assignments))
        return m_rooms.window.say(describe(*fault));
    if (!assignments.isEmpty())
        m_rooms.window.workspace().showLastChange();
    if (remedy.testsAtOnce)
        test(account);
}

void TestCourse::saveReport(SlotId account, const QString& text)
{
    const Report* const last = m_rooms.lastTests.report(account);
    if (!last)
        return;
    const Report report = *last;
    const std::optional<StationVerdict> station = m_rooms.lastTests.verdict(account);
    const auto page = [report, station] { return toHtml(report, true, station ? toText(*station) : QString()).toUtf8(); };
    const auto object = [report, station] {
        QJsonObject json = toJson(report);
        if (station)
            json[u"station"_s] = toJson(*station);
        json[u"transcript"_s] = transcriptJson(report);
        return QJsonDocument(json).toJson();
    };
    // `acme OutgoingAccount 2026-11-30`
    const QString name = proposedName(m_rooms.station.title() + u' ' + shownName(m_rooms.station, account));
    saveChosen(m_rooms.window, m_rooms.window, tr("Save Report"), name + u' ' + shownDay(report.began),
               {{tr("Text (*.txt)"), u"txt"_s, [text] { return text.toUtf8(); }},
                {tr("Page (*.html)"), u"html"_s, page},
                {tr("JSON (*.json)"), u"json"_s, object}});
}

void TestCourse::copyReports()
{
    const QString summary = summaryOf(tallyOf(m_rooms.accounts.rows()));
    QStringList texts;
    if (!summary.isEmpty())
        //: The head of a report over all accounts: %1 is the station's name, %2 such as «5 passed, 1 failed»
        texts += tr("%1: %2").arg(m_rooms.station.title(), summary);
    for (const AccountRow& row : m_rooms.accounts.rows())
        if (const Report* report = m_rooms.lastTests.report(row.slot)) {
            QString text = toText(*report, false).trimmed();
            if (!m_rooms.lastTests.isCurrent(row.slot))
                text += u'\n' + tr("Values changed since this test.");
            else if (const auto station = m_rooms.lastTests.verdict(row.slot))
                text += u'\n' + toText(*station).trimmed();
            texts += text;
        }
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s) + u'\n');
}

} // namespace stationer
