// What the test panel shows: the verdict, the stages, what is known of the connection, the transcript.

#include "items/roles.h"
#include "shownpanel.h"
#include "support/stationertest.h"
#include "views/connection/factsheet.h"
#include "views/connection/foldbutton.h"
#include "views/connection/section.h"
#include "views/connection/stagedelegate.h"
#include "views/connection/testchoicesdialog.h"
#include "views/connection/timeruler.h"
#include "views/connection/transcriptview.h"
#include "views/connection/waterfall.h"

#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class PanelTest : public QObject, ShownPanel {
    Q_OBJECT

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
        QCOMPARE(waterfall->model()->rowCount(), 8); // what was not reached shares one
        const QString failed = StageDelegate::rowText(m_stages->index(6, 0));
        QVERIFY2(failed.contains(u"failed"_s), qPrintable(failed));
        const QString after = StageDelegate::rowText(m_stages->index(7, 0));
        QVERIFY2(after.startsWith(u"Capabilities, Sign-in: "_s) && after.contains(u"not reached"_s), qPrintable(after));
        QVERIFY(waterfall->accessibleDescription().contains(failed));
        // All rows are in sight without a bar of their own.
        QVERIFY(waterfall->visualRect(m_stages->index(7, 0)).bottom() <= waterfall->viewport()->height());
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
                if (state.isUnfolded)
                    m_panel->setUnfolded(true);
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
