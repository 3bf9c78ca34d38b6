#include "activewindow.h"
#include "diagnosis/reporttext.h"
#include "items/roles.h"
#include "items/testmodel.h"
#include "support/stationertest.h"
#include "views/common/noteline.h"
#include "views/common/theme.h"
#include "views/common/wishes.h"
#include "views/connection/factsheet.h"
#include "views/connection/foldbutton.h"
#include "views/connection/section.h"
#include "views/connection/stagedelegate.h"
#include "views/connection/testchoicesdialog.h"
#include "views/connection/testpanel.h"
#include "views/connection/timeruler.h"
#include "views/connection/transcriptview.h"
#include "views/connection/waterfall.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Direction = TranscriptLine::Direction;

constexpr SlotId shownAccount{7};

StageRecord passed(Stage stage, std::chrono::nanoseconds begin, std::chrono::nanoseconds duration,
                   const QString& detail = {})
{
    return {stage, StageStatus::Passed, begin, duration, detail};
}

StageRecord skipped(Stage stage, const QString& detail)
{
    return {stage, StageStatus::Skipped, 0ns, 0ns, detail};
}

/// A test that signed in by STARTTLS.
Report passedReport()
{
    Report report;
    report.settings.protocol = Protocol::Smtp;
    report.settings.security = SecurityMode::StartTls;
    report.settings.server = {u"smtp.acme.example"_s, 587};
    report.settings.account = u"alarms@acme.example"_s;
    report.depth = Depth::Login;
    report.outcome = Outcome::Succeeded;
    report.stage = Stage::Login;
    report.began = QDateTime(QDate(2026, 11, 23), QTime(14, 2, 7));
    report.duration = 212ms;
    report.from = u"10.0.4.7"_s;
    report.attempts = {{QHostAddress(u"2001:db8::7"_s), false, u"Network unreachable"_s, 1ms},
                       {QHostAddress(u"192.0.2.7"_s), true, {}, 12ms},
                       {QHostAddress(u"192.0.2.8"_s), false, {}, 3ms}};
    report.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
    report.stages = {passed(Stage::Settings, 0ns, 200us),
                     passed(Stage::Resolve, 200us, 31ms, u"2001:db8::7, 192.0.2.7"_s),
                     passed(Stage::Connect, 31ms, 24ms, u"192.0.2.7:587"_s),
                     passed(Stage::Greeting, 55ms, 40ms, u"220 smtp.acme.example ESMTP ready"_s),
                     passed(Stage::StartTls, 95ms, 14ms),
                     passed(Stage::Tls, 109ms, 31ms, u"TLSv1.3, TLS_AES_256_GCM_SHA384"_s),
                     passed(Stage::Identity, 140ms, 2ms, u"trusted, system"_s),
                     passed(Stage::Capabilities, 142ms, 14ms, u"AUTH SCRAM-SHA-256 PLAIN LOGIN, SIZE 52428800"_s),
                     passed(Stage::Login, 156ms, 56ms, u"SCRAM-SHA-256"_s)};
    report.learnt.greeting = "220 smtp.acme.example ESMTP ready";
    report.learnt.capabilitiesBeforeTls = {"PIPELINING", "SIZE 52428800", "STARTTLS", "8BITMIME"};
    report.learnt.capabilitiesAfterTls = {"PIPELINING", "SIZE 52428800", "AUTH SCRAM-SHA-256 PLAIN LOGIN GSSAPI",
                                          "8BITMIME"};
    report.learnt.mechanismsAfterTls = {"SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "PLAIN", "LOGIN", "GSSAPI"};
    report.learnt.mechanism = "SCRAM-SHA-256";
    report.learnt.mechanismNotes = {{"SCRAM-SHA-256-PLUS", MechanismFate::NeedsBinding},
                                    {"SCRAM-SHA-256", MechanismFate::Used},
                                    {"PLAIN", MechanismFate::Weaker},
                                    {"LOGIN", MechanismFate::Weaker},
                                    {"GSSAPI", MechanismFate::NotSpoken}};
    report.transcript = {{Direction::Note, 0ms, u"192.0.2.7:587"_s, false},
                         {Direction::FromServer, 95ms, u"220 smtp.acme.example ESMTP ready"_s, false},
                         {Direction::ToServer, 95ms, u"EHLO [10.0.4.7]"_s, false},
                         {Direction::FromServer, 109ms, u"250-STARTTLS"_s, false},
                         {Direction::ToServer, 109ms, u"STARTTLS"_s, false},
                         {Direction::FromServer, 109ms, u"220 go ahead"_s, false},
                         {Direction::Note, 140ms, u"TLSv1.3, TLS_AES_256_GCM_SHA384"_s, false},
                         {Direction::ToServer, 142ms, u"EHLO [10.0.4.7]"_s, true},
                         {Direction::FromServer, 156ms, u"250 AUTH SCRAM-SHA-256 PLAIN LOGIN"_s, true},
                         {Direction::ToServer, 157ms, u"AUTH SCRAM-SHA-256 ••••••••"_s, true},
                         {Direction::FromServer, 212ms, u"235 2.7.0 welcome"_s, true}};
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    judgement.store = TrustStore::System;
    CertificateFacts leaf;
    leaf.subject = u"CN=smtp.acme.example"_s;
    leaf.commonName = u"smtp.acme.example"_s;
    leaf.issuer = u"CN=Acme Issuing CA 3,O=Acme Holdings"_s;
    leaf.issuerName = u"Acme Issuing CA 3"_s;
    leaf.dnsNames = {u"smtp.acme.example"_s, u"mail.acme.example"_s};
    leaf.notBefore = QDateTime(QDate(2026, 9, 1), QTime(0, 0), Qt::UTC);
    leaf.notAfter = QDateTime(QDate(2027, 3, 12), QTime(0, 0), Qt::UTC);
    leaf.keyAlgorithm = u"EC P-256"_s;
    leaf.signatureAlgorithm = u"ecdsa-with-SHA256"_s;
    leaf.sha256 = QByteArray("598d23a839db5e1d1b1c12e72761401915bf83c6f9275620e209f212cc63096c");
    judgement.sent = {leaf};
    judgement.built = {leaf};
    report.trust = judgement;
    return report;
}

/// The same server, whose certificate nobody vouches for.
Report challengedReport()
{
    Report report = passedReport();
    report.outcome = Outcome::CertificateChallenged;
    report.stage = Stage::Identity;
    report.began = report.began.addSecs(1800);
    report.duration = 144ms;
    report.trust->verdict = Verdict::Challenged;
    report.trust->store.reset();
    report.trust->errors = {{TrustError::UnknownRoot, 0, {}}};
    report.trust->sent.first().sha256 = QByteArray("0a8d23a839db5e1d1b1c12e72761401915bf83c6f9275620e209f212cc63096c");
    report.stages[6] = {Stage::Identity, StageStatus::Failed, 140ms, 2ms, u"challenged: unknownRoot"_s};
    report.stages[7] = skipped(Stage::Capabilities, u"identity"_s);
    report.stages[8] = skipped(Stage::Login, u"identity"_s);
    report.learnt.capabilitiesAfterTls.clear();
    report.learnt.mechanismsAfterTls.clear();
    report.learnt.mechanismNotes.clear();
    report.learnt.mechanism.clear();
    report.transcript = report.transcript.first(7);
    return report;
}

Report refusedLoginReport()
{
    Report report = passedReport();
    report.outcome = Outcome::LoginRejected;
    report.duration = 3s;
    report.stages.last() = {Stage::Login, StageStatus::Failed, 156ms, 2844ms, u"535 5.7.8 Authentication failed"_s};
    report.failure = DialogueFailure{Fault::LoginRejected, Phase::Login, "535 5.7.8", "Authentication failed", {}};
    report.transcript.last().text = u"535 5.7.8 Authentication failed"_s;
    return report;
}

Report wrongModeReport()
{
    Report report;
    report.settings = passedReport().settings;
    report.settings.server.port = 465;
    report.settings.security = SecurityMode::StartTls;
    report.outcome = Outcome::WrongMode;
    report.speaks = SecurityMode::Ssl;
    report.answeredBy = Service::Tls;
    report.stage = Stage::Greeting;
    report.began = passedReport().began;
    report.duration = 3063ms;
    report.attempts = {{QHostAddress(u"192.0.2.7"_s), true, {}, 12ms}};
    report.stages = {passed(Stage::Settings, 0ns, 200us),
                     passed(Stage::Resolve, 200us, 31ms, u"192.0.2.7"_s),
                     passed(Stage::Connect, 31ms, 12ms, u"192.0.2.7:465"_s),
                     {Stage::Greeting, StageStatus::Failed, 43ms, 3020ms, u"wrongMode"_s}};
    for (const Stage stage : {Stage::StartTls, Stage::Tls, Stage::Identity, Stage::Capabilities, Stage::Login})
        report.stages += skipped(stage, u"greeting"_s);
    report.libraryText = u"nothing was said for 3000 ms; a TLS hello was answered"_s;
    report.transcript = {{Direction::Note, 43ms, u"192.0.2.7:465"_s, false}};
    return report;
}

} // namespace

/// The test panel by itself, with reports made by hand.
class PanelTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    Wishes m_wishes;
    std::unique_ptr<TestModel> m_stages;
    std::unique_ptr<TestPanel> m_panel;

    template <class Widget>
    Widget* named(const QString& name)
    {
        return m_panel->findChild<Widget*>(name);
    }
    void open(QSize size = QSize(820, 420))
    {
        m_stages = std::make_unique<TestModel>();
        m_panel = std::make_unique<TestPanel>(*m_stages, m_wishes);
        m_panel->resize(size);
        m_panel->setAccount(shownAccount, passedReport().settings, {});
        QVERIFY(showActive(*m_panel));
    }
    void show(const Report& report, const Report* earlier = nullptr, bool isCurrent = true)
    {
        m_stages->show(report, earlier);
        m_panel->showReport(report, isCurrent, earlier);
        QTest::qWait(20); // layouts follow through the event loop
    }
    QString factsOf(const QString& section)
    {
        auto* fold = named<FoldButton>(section);
        auto* sheet = fold->parentWidget()->findChild<FactSheet*>();
        return sheet ? sheet->toPlainText() : QString();
    }
    Section* section(const QString& name) { return qobject_cast<Section*>(named<FoldButton>(name)->parentWidget()); }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_panel.reset();
        m_stages.reset();
    }

    void theVerdictIsASentenceWithItsRemedies()
    {
        open();
        const Report report = wrongModeReport();
        show(report);
        QCOMPARE(m_panel->headline(), diagnose(report).headline);
        auto* remedy = named<QPushButton>(u"remedy0"_s);
        QVERIFY(remedy && remedy->isVisible() && remedy->isEnabled());
        QSignalSpy asked(&m_wishes, &Wishes::remedyWished);
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][1].value<Remedy>(), diagnose(report).remedies.first());
    }
    void aReportOfOtherValuesOffersOnlyToTestAgain()
    {
        open();
        show(wrongModeReport(), nullptr, false);
        QVERIFY(!named<QPushButton>(u"remedy0"_s)->isEnabled());
        QSignalSpy asked(&m_wishes, &Wishes::testWished);
        QTest::mouseClick(named<QPushButton>(u"testAgain"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }
    void theVerdictStaysInSight()
    {
        open(QSize(560, 260));
        show(refusedLoginReport());
        m_panel->setUnfolded(true);
        QTest::qWait(20);
        auto* scroll = m_panel->findChild<QScrollArea*>();
        QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        auto* verdict = named<QLabel>(u"verdict"_s);
        QVERIFY(m_panel->rect().contains(QRect(verdict->mapTo(m_panel.get(), QPoint()), verdict->size())));
        QVERIFY(verdict->height() >= verdict->heightForWidth(verdict->width()));
        QVERIFY(named<QPushButton>(u"enterPassword"_s)->isVisible());
    }
    void everyStageHasItsRow()
    {
        open();
        const Report report = challengedReport();
        show(report);
        m_panel->unfoldStages();
        auto* waterfall = named<Waterfall>(u"waterfall"_s);
        QTRY_VERIFY(waterfall->isVisible());
        QCOMPARE(waterfall->model()->rowCount(), 9);
        const QString failed = StageDelegate::rowText(m_stages->index(6, 0));
        QVERIFY2(failed.contains(u"failed"_s), qPrintable(failed));
        const QString after = StageDelegate::rowText(m_stages->index(8, 0));
        QVERIFY2(after.contains(u"not reached"_s) && after.contains(u"Identity"_s), qPrintable(after));
        QVERIFY(waterfall->accessibleDescription().contains(failed));
        // All rows are in sight without a bar of their own.
        QVERIFY(waterfall->visualRect(m_stages->index(8, 0)).bottom() <= waterfall->viewport()->height());
        QCOMPARE(waterfall->verticalScrollBar()->maximum(), 0);
    }
    void stagesAreWalkedByKeys()
    {
        open();
        show(passedReport());
        m_panel->unfoldStages();
        auto* waterfall = named<Waterfall>(u"waterfall"_s);
        waterfall->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(waterfall->hasFocus());
        QTest::keyClick(waterfall, Qt::Key_Home);
        QTest::keyClick(waterfall, Qt::Key_Down);
        QTest::keyClick(waterfall, Qt::Key_Down);
        QCOMPARE(waterfall->currentIndex().row(), 2);
        QTest::keySequence(waterfall, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), StageDelegate::rowText(m_stages->index(2, 0)));
        QTest::keyClick(waterfall, Qt::Key_Tab);
        QVERIFY(!waterfall->hasFocus());
    }
    void ticksAreRoundAndFew_data()
    {
        QTest::addColumn<qint64>("span");
        for (const qint64 span : {1'000LL, 999'999LL, 44'000'000LL, 212'000'000LL, 3'063'000'000LL, 30'000'000'000LL})
            QTest::addRow("%lld ns", static_cast<long long>(span)) << span;
    }
    void ticksAreRoundAndFew()
    {
        QFETCH(qint64, span);
        for (const int length : {60, 200, 900}) {
            const TimeScale scale{std::chrono::nanoseconds(span), length};
            const auto ticks = scale.ticks(60);
            QVERIFY(!ticks.empty());
            QCOMPARE(ticks.front(), 0ns);
            for (size_t i = 1; i < ticks.size(); ++i) {
                QVERIFY(scale.at(ticks[i]) - scale.at(ticks[i - 1]) >= 58);
                QVERIFY(shownTick(ticks[i]).size() <= 9);
            }
        }
        QCOMPARE(shownTick(1500ms), u"1.5 s"_s);
        QCOMPARE(shownTick(20ms), u"20 ms"_s);
    }
    void whatIsKnownOfTheConnection()
    {
        open();
        show(passedReport());
        const QString facts = factsOf(u"connection"_s);
        for (const QString& expected :
             {u"192.0.2.7: answered after 12 ms"_s, u"Network unreachable"_s, u"given up"_s, u"TLSv1.3"_s,
              u"System Trust Store"_s, u"10.0.4.7"_s, u"598D 23A8"_s, u"mail.acme.example"_s})
            QVERIFY2(facts.contains(expected), qPrintable(expected + u" in "_s + facts));
    }
    void everyMechanismHasItsReason()
    {
        open();
        const Report report = passedReport();
        show(report);
        const QString facts = factsOf(u"signIn"_s);
        QVERIFY(facts.contains(u"STARTTLS"_s));
        for (const MechanismNote& note : report.learnt.mechanismNotes)
            QVERIFY2(facts.contains(QString::fromLatin1(note.name)), note.name.constData());
        QVERIFY2(facts.contains(u"a stronger one was used"_s), qPrintable(facts));
    }
    void theRawWordsAreUnderDetails()
    {
        open();
        show(wrongModeReport());
        QVERIFY(factsOf(u"details"_s).contains(u"nothing was said for 3000 ms"_s));
        show(passedReport());
        QVERIFY(!section(u"details"_s)->isVisible());
    }
    void theRunBeforeIsCompared()
    {
        open();
        const Report before = passedReport();
        const Report now = challengedReport();
        show(now, &before);
        QVERIFY(section(u"changes"_s)->isVisible());
        const QString facts = factsOf(u"changes"_s);
        QVERIFY2(facts.contains(u"certificate challenged; before: passed"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"Identity; before: Sign-in"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"0A8D"_s) && facts.contains(u"598D"_s), qPrintable(facts));
        QVERIFY(m_stages->index(6, 0).data(int(TestRole::EarlierDuration)).isValid());
        // The same again: nothing to say, and nothing without a run before.
        show(now, &now);
        QVERIFY(!section(u"changes"_s)->isVisible());
        show(now);
        QVERIFY(!section(u"changes"_s)->isVisible());
        QVERIFY(!m_stages->index(6, 0).data(int(TestRole::EarlierDuration)).isValid());
    }
    void textFromOutsideIsPlain()
    {
        open();
        Report report = refusedLoginReport();
        const QString hostile = u"<b>bold</b><img src='file:///etc/hosts'>\u202e\n"_s + QString(3000, u'x');
        report.failure->serverText = hostile.toUtf8();
        report.libraryText = hostile;
        report.attempts[0].error = hostile;
        report.trust->sent[0].subject = hostile;
        report.stages.last().detail = hostile;
        report.transcript.last().text = hostile;
        show(report);
        m_panel->setUnfolded(true);
        QTest::qWait(20);
        for (const QString& name : {u"connection"_s, u"details"_s}) {
            const QString facts = factsOf(name);
            QVERIFY2(facts.contains(u"<b>bold</b>"_s), qPrintable(facts));
            QVERIFY(!facts.contains(QChar(0x202e)));
        }
        // A word without end makes nothing wider than the panel.
        auto* scroll = m_panel->findChild<QScrollArea*>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }
    void aHugeLineIsCut()
    {
        open();
        Report report = passedReport();
        report.transcript.last().text = QString(1024 * 1024, u'y');
        m_panel->setUnfolded(true);
        show(report);
        m_panel->grab();
        QVERIFY(named<TranscriptView>(u"transcriptText"_s)->toPlainText().size() < 10'000);
    }
    void linesOfTheTranscriptHaveTimeAndDirection()
    {
        open();
        show(passedReport());
        const QStringList lines = named<TranscriptView>(u"transcriptText"_s)->toPlainText().split(u'\n');
        QCOMPARE(lines.size(), 11);
        QCOMPARE(lines[1].trimmed(), u"95.0  ← 220 smtp.acme.example ESMTP ready"_s);
        QVERIFY(lines[9].contains(u"→ AUTH SCRAM-SHA-256 ••••"_s));
    }
    void aRunningTestTicks()
    {
        open();
        std::chrono::nanoseconds now{};
        m_panel.reset();
        m_stages = std::make_unique<TestModel>([&now] { return now; });
        m_panel = std::make_unique<TestPanel>(*m_stages, m_wishes);
        QVERIFY(showActive(*m_panel));
        m_stages->begin(Depth::Login);
        m_panel->showRunning({u"smtp.acme.example"_s, 587});
        m_panel->unfoldStages();
        m_stages->beginStage(Stage::Resolve);
        QSignalSpy changed(m_stages.get(), &TestModel::dataChanged);
        now = 3s;
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(m_stages->index(1, TestModel::DurationColumn).data().toString(), u"3.0 s"_s);
        m_panel->showResolvingSlowly();
        QVERIFY(named<QLabel>(u"verdictBody"_s)->text().contains(u"slowly"_s));
        QSignalSpy cancelled(&m_wishes, &Wishes::cancelTestWished);
        QTest::mouseClick(named<QPushButton>(u"cancelTest"_s), Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        // Nothing ticks once it is over.
        m_stages->endStage(passed(Stage::Resolve, 0ns, 3s));
        changed.clear();
        QTest::qWait(200);
        QVERIFY(changed.isEmpty());
    }
    void theReportIsCopied()
    {
        open();
        show(passedReport());
        QTest::mouseClick(named<QAbstractButton>(u"copyReport"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), toText(passedReport(), true));
        QSignalSpy saved(&m_wishes, &Wishes::saveReportWished);
        QTest::mouseClick(named<QAbstractButton>(u"saveReport"_s), Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
    }
    void optionsAreChosenAndSaid()
    {
        open();
        show(passedReport());
        QSignalSpy chosen(&m_wishes, &Wishes::choicesWished);
        QTest::mouseClick(named<QAbstractButton>(u"testOptions"_s), Qt::LeftButton);
        auto* dialog = m_panel->findChild<TestChoicesDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* dial = dialog->findChild<QLineEdit*>(u"dial"_s);
        auto* keep = dialog->findChild<QPushButton*>(u"keepChoices"_s);
        dial->setText(u"localhost"_s);
        QVERIFY(!keep->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"choicesFault"_s)->isVisible());
        dial->setText(u"localhost:2525"_s);
        QVERIFY(keep->isEnabled());
        auto* mechanism = dialog->findChild<QComboBox*>(u"mechanism"_s);
        mechanism->setCurrentIndex(mechanism->findData(QByteArray("PLAIN")));
        QTest::mouseClick(keep, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const TestChoices choices = chosen[0][1].value<TestChoices>();
        QCOMPARE(choices.dial, (Endpoint{u"localhost"_s, 2525}));
        QCOMPARE(choices.mechanism, "PLAIN"_ba);
        m_panel->setAccount(shownAccount, passedReport().settings, choices);
        auto* line = named<NoteLine>(u"testChoices"_s);
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().contains(u"through localhost:2525, by PLAIN"_s), qPrintable(line->text()));
        QTest::mouseClick(named<QAbstractButton>(u"resetTestChoices"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(chosen[1][1].value<TestChoices>().isDefault());
        m_panel->setAccount(shownAccount, passedReport().settings, {});
        QVERIFY(!line->isVisible());
    }
    void theAnswersOfOptionsStandAsThePlatformHasThem()
    {
        ConnectionSettings account = passedReport().settings;
        TestChoicesDialog dialog(account, {});
        const auto* box = dialog.findChild<QDialogButtonBox*>();
        auto* test = dialog.findChild<QPushButton*>(u"testByChoices"_s);
        auto* keep = dialog.findChild<QPushButton*>(u"keepChoices"_s);
        QVERIFY(test->isDefault());
        QCOMPARE(box->buttonRole(test), QDialogButtonBox::AcceptRole);
        QCOMPARE(box->buttonRole(keep), QDialogButtonBox::AcceptRole);
        QVERIFY(box->button(QDialogButtonBox::Cancel));
        // Where no recipient is named, the envelope goes to the sender; the field says so.
        auto* recipient = dialog.findChild<QLineEdit*>(u"recipient"_s);
        QCOMPARE(recipient->placeholderText(), u"empty: the sender, alarms@acme.example"_s);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        // The two that take what is typed stand side by side.
        const int cancel = box->button(QDialogButtonBox::Cancel)->x();
        QVERIFY((cancel < test->x()) == (cancel < keep->x()));
    }
    void aTokenIsNotShown()
    {
        TestChoices choices;
        choices.token = Secret(QByteArray("t0ken"));
        TestChoicesDialog dialog(passedReport().settings, choices);
        auto* token = dialog.findChild<QLineEdit*>(u"token"_s);
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        QVERIFY(dialog.choices()->token == choices.token);
    }
    void nothingIsWiderThanANarrowPanel_data()
    {
        QTest::addColumn<int>("direction");
        QTest::newRow("left to right") << int(Qt::LeftToRight);
        QTest::newRow("right to left") << int(Qt::RightToLeft);
    }
    void nothingIsWiderThanANarrowPanel()
    {
        QFETCH(int, direction);
        open(QSize(480, 400));
        m_panel->setLayoutDirection(Qt::LayoutDirection(direction));
        const Report before = passedReport();
        for (const Report& report : {passedReport(), challengedReport(), refusedLoginReport(), wrongModeReport()}) {
            show(report, &before);
            m_panel->setUnfolded(true);
            QTest::qWait(20);
            QCOMPARE(m_panel->width(), 480);
            for (auto* widget : m_panel->findChildren<QAbstractButton*>()) {
                if (!widget->isVisible())
                    continue;
                const QRect area(widget->mapTo(m_panel.get(), QPoint()), widget->size());
                QVERIFY2(area.left() >= 0 && area.right() < 480, qPrintable(widget->objectName()));
                QVERIFY2(widget->width() >= qMin(widget->sizeHint().width(), 440), qPrintable(widget->objectName()));
            }
        }
    }

    /// Not a test: pictures of every state, for eyes. STATIONER_PICTURES names the folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("STATIONER_PICTURES");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        const Report before = passedReport();
        struct State {
            QString name;
            Report report;
            const Report* earlier;
            bool isUnfolded;
            QSize size;
            Qt::LayoutDirection direction = Qt::LeftToRight;
        };
        const State states[] = {
            {u"passed"_s, passedReport(), nullptr, false, {860, 330}},
            {u"passed-all"_s, passedReport(), nullptr, true, {860, 1240}},
            {u"challenged"_s, challengedReport(), &before, false, {860, 330}},
            {u"challenged-all"_s, challengedReport(), &before, true, {860, 1160}},
            {u"refused"_s, refusedLoginReport(), &before, true, {540, 1300}},
            {u"wrong-mode"_s, wrongModeReport(), nullptr, true, {540, 760}},
            {u"rtl"_s, challengedReport(), &before, true, {700, 1160}, Qt::RightToLeft},
        };
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            m_theme.apply(appearance);
            const QString tone = appearance == Appearance::Light ? u"light"_s : u"dark"_s;
            const auto take = [&](QWidget& widget, const QString& name) {
                QTest::qWait(150);
                QVERIFY(widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, tone)));
            };
            for (const State& state : states) {
                open(state.size);
                m_panel->setLayoutDirection(state.direction);
                show(state.report, state.earlier);
                m_panel->setUnfolded(state.isUnfolded);
                if (!state.isUnfolded)
                    m_panel->unfoldStages();
                take(*m_panel, state.name);
            }
            open(QSize(700, 330));
            TestChoices choices;
            choices.dial = Endpoint{u"localhost"_s, 2525};
            choices.mechanism = "PLAIN";
            m_panel->setAccount(shownAccount, passedReport().settings, choices);
            m_stages->begin(Depth::Login);
            m_panel->showRunning({u"smtp.acme.example"_s, 587});
            m_panel->unfoldStages();
            m_stages->endStage(passed(Stage::Settings, 0ns, 1ms));
            m_stages->endStage(passed(Stage::Resolve, 1ms, 60ms, u"192.0.2.7"_s));
            m_stages->beginStage(Stage::Connect);
            take(*m_panel, u"running"_s);
            TestChoicesDialog dialog(passedReport().settings, choices);
            dialog.show();
            take(dialog, u"options"_s);
        }
        m_theme.apply(Appearance::Light);
    }
};

STATIONER_TEST(PanelTest)
#include "panel_test.moc"
