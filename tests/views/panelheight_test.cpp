// The test panel is as high as what it says, and says first what is to be done.

#include "shownpanel.h"
#include "support/stationertest.h"
#include "views/common/colours.h"
#include "views/connection/foldbutton.h"
#include "views/connection/panelsplitter.h"
#include "views/connection/stagedelegate.h"
#include "views/connection/waterfall.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class PanelHeightTest : public QObject, ShownPanel {
    Q_OBJECT

    int lines(int count) const { return m_panel->fontMetrics().height() * count; }
    bool areStagesUnfolded() { return named<FoldButton>(u"stages"_s)->isUnfolded(); }
    QPushButton* button(const QString& name) { return named<QPushButton>(name); }
    QStringList filled()
    {
        QStringList names;
        for (const QPushButton* one : m_panel->findChildren<QPushButton*>())
            if (one->isVisible() && one->property("primary").toBool())
                names += one->objectName();
        return names;
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_panel.reset();
        m_stages.reset();
    }

    void anUntestedAccountIsOneLine()
    {
        open();
        m_panel->showUntested();
        auto* words = named<QLabel>(u"testWords"_s);
        QCOMPARE(words->text(), u"Not tested yet · F5"_s);
        QVERIFY(words->isVisible());
        QVERIFY(m_panel->heightForWidth(820) <= lines(4)); // with the button in it
        QVERIFY(!m_panel->findChild<QScrollArea*>()->isVisible());
        QSignalSpy wished(&m_wishes, &Wishes::testWished);
        QTest::mouseClick(button(u"testNow"_s), Qt::LeftButton);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished[0][0].value<SlotId>(), shownAccount);
        QCOMPARE(filled(), QStringList());
    }
    void withoutAnAccountItSaysWhatToDo()
    {
        open();
        m_panel->showNothing(u"Choose an account."_s);
        QCOMPARE(named<QLabel>(u"testWords"_s)->text(), u"Choose an account."_s);
        QVERIFY(!button(u"testNow"_s) || !button(u"testNow"_s)->isVisible());
        QVERIFY(m_panel->heightForWidth(820) <= lines(4));
    }
    void stagesUnfoldWhereOneFailed()
    {
        open();
        show(passedReport());
        QVERIFY(!areStagesUnfolded());
        const int passed = m_panel->heightForWidth(820);
        show(challengedReport());
        QVERIFY(areStagesUnfolded());
        QVERIFY(m_panel->heightForWidth(820) > passed);
        show(passedReport());
        QVERIFY(!areStagesUnfolded());
    }
    void whatTheUserUnfoldedStays()
    {
        open();
        show(passedReport());
        QTest::mouseClick(named<FoldButton>(u"stages"_s), Qt::LeftButton);
        Report again = passedReport();
        again.began = again.began.addSecs(60);
        show(again);
        QVERIFY(areStagesUnfolded());
        QTest::mouseClick(named<FoldButton>(u"stages"_s), Qt::LeftButton);
        show(passedReport());
        QVERIFY(!areStagesUnfolded());
    }
    void aRowIsEighteenPixelsOfAUsualFont()
    {
        open();
        show(challengedReport());
        auto* waterfall = named<Waterfall>(u"waterfall"_s);
        const int row = waterfall->visualRect(m_stages->index(0, 0)).height();
        QCOMPARE(row, StageDelegate::rowHeight(waterfall->fontMetrics()));
        QCOMPARE(row, waterfall->fontMetrics().height() * 18 / 14);
    }
    void whatWasNotReachedIsOneLineAcross()
    {
        open();
        show(challengedReport());
        auto* waterfall = named<Waterfall>(u"waterfall"_s);
        const int last = m_stages->rowCount() - 1;
        QVERIFY(waterfall->isFirstColumnSpanned(last, {}));
        QVERIFY(!waterfall->isFirstColumnSpanned(last - 1, {}));
        QCOMPARE(m_stages->index(last, TestModel::StageColumn).data().toString(), u"Capabilities, Sign-in"_s);
    }
    void theRunningStageIsSaidWithItsSeconds()
    {
        open();
        std::chrono::nanoseconds now{};
        m_panel.reset();
        m_stages = std::make_unique<TestModel>([&now] { return now; });
        m_panel = std::make_unique<TestPanel>(*m_stages, m_wishes);
        QVERIFY(showActive(*m_panel));
        m_stages->begin(Depth::Login);
        m_panel->showRunning({u"smtp.acme.example"_s, 587});
        m_stages->beginStage(Stage::Greeting);
        now = 4200ms;
        auto* body = named<QLabel>(u"verdictBody"_s);
        QTRY_COMPARE(body->text(), u"Greeting · 4 s"_s);
        m_stages->endStage(passed(Stage::Greeting, 0ns, 4200ms));
        QCOMPARE(body->text(), u"Greeting · 4 s"_s); // until there is another one
        const int before = m_panel->height();
        QVERIFY(m_panel->heightForWidth(m_panel->width()) >= before); // it does not get lower for the time of a test
    }
    void anOutdatedVerdictIsGreyAndOffersToTestAgain()
    {
        open();
        show(wrongModeReport());
        const QString headline = m_panel->headline();
        QCOMPARE(filled(), QStringList{u"remedy0"_s});
        show(wrongModeReport(), nullptr, false);
        QCOMPARE(m_panel->headline(), u"Before your change: "_s + headline);
        auto* verdict = named<QLabel>(u"verdict"_s);
        const QColor grey = Colours::of(m_panel->palette()).muted;
        QCOMPARE(verdict->palette().color(QPalette::WindowText), grey);
        QCOMPARE(filled(), QStringList{u"testAgain"_s});
        QVERIFY(button(u"testAgain"_s)->x() < button(u"remedy0"_s)->x());
        show(wrongModeReport());
        QCOMPARE(m_panel->headline(), headline);
        QVERIFY(verdict->palette().color(QPalette::WindowText) != grey);
    }
    void whatIsFoldedSharesALine()
    {
        open();
        show(passedReport());
        const auto top = [this](const QString& name) { return named<FoldButton>(name)->mapTo(m_panel.get(), QPoint()).y(); };
        for (const QString& name : {u"connection"_s, u"signIn"_s, u"transcript"_s})
            QCOMPARE(top(name), top(u"stages"_s));
        QVERIFY(named<FoldButton>(u"connection"_s)->toolTip().contains(u"192.0.2.7"_s)); // what stands beside it unfolded
        const int folded = m_panel->heightForWidth(820);
        named<FoldButton>(u"connection"_s)->click();
        QTRY_VERIFY(top(u"connection"_s) > top(u"stages"_s));
        QTRY_VERIFY(top(u"signIn"_s) > top(u"connection"_s));
        QCOMPARE(top(u"transcript"_s), top(u"signIn"_s));
        QVERIFY(m_panel->heightForWidth(820) > folded);
    }
    void theToolsStayTogether()
    {
        open(QSize(480, 400));
        show(wrongModeReport());
        const auto* options = named<QWidget>(u"testOptions"_s);
        const auto* save = named<QWidget>(u"saveReport"_s);
        QVERIFY(options->y() > button(u"remedy0"_s)->y()); // no room beside the answers
        QCOMPARE(options->y(), save->y());
        QCOMPARE(save->geometry().right() + 1, save->parentWidget()->width());
        m_panel->resize(900, 400);
        QTRY_VERIFY(qAbs(options->geometry().center().y() - button(u"remedy0"_s)->geometry().center().y()) <= 1);
        QCOMPARE(save->geometry().right() + 1, save->parentWidget()->width());
    }
    void thePanelTakesWhatItSaysUpToItsShare()
    {
        open();
        PanelSplitter splitter;
        auto* view = new QWidget;
        TestPanel* panel = m_panel.release();
        splitter.add(*view, *panel);
        splitter.resize(820, 607); // with the line between: 600
        panel->showUntested();
        QVERIFY(showActive(splitter));
        QTRY_COMPARE(panel->height(), panel->heightForWidth(820));
        const auto showOn = [&](const Report& report) {
            m_stages->show(report);
            panel->showReport(report, true);
        };
        showOn(challengedReport());
        panel->setUnfolded(true);
        const int most = (splitter.height() - splitter.handleWidth()) * 45 / 100;
        QTRY_COMPARE(panel->height(), most);
        panel->showUntested();
        QTRY_COMPARE(panel->height(), panel->heightForWidth(820));
        // The rest is the view's, whatever its height.
        splitter.resize(820, 1007);
        QCOMPARE(panel->height(), panel->heightForWidth(820));
        // The share is the user's, and kept.
        splitter.setShare(0.3);
        showOn(challengedReport());
        QTRY_VERIFY(panel->height() > 100);
        QVERIFY(panel->height() <= (splitter.height() - splitter.handleWidth()) * 3 / 10);
        splitter.setShare(7);
        QCOMPARE(splitter.share(), PanelSplitter::UsualShare);
    }
    void nothingIsScrolledWhereThereIsRoom_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {560, 820, 1010})
            QTest::addRow("%d", width) << width;
    }
    void nothingIsScrolledWhereThereIsRoom()
    {
        QFETCH(int, width);
        open();
        PanelSplitter splitter;
        TestPanel* panel = m_panel.release();
        splitter.add(*new QWidget, *panel);
        splitter.resize(width, 1150);
        panel->showUntested();
        QVERIFY(showActive(splitter));
        const auto* bar = panel->findChild<QScrollArea*>()->verticalScrollBar();
        m_stages->begin(Depth::Login);
        panel->showRunning({u"smtp.acme.example"_s, 587});
        QTest::qWait(20);
        const Report before = challengedReport();
        for (const Report& report : {passedReport(), challengedReport(), refusedLoginReport(), passedReport()}) {
            m_stages->show(report, &before);
            panel->showReport(report, true, &before);
            QTRY_COMPARE(panel->height(), panel->heightForWidth(width));
            QTest::qWait(20);
            QCOMPARE(bar->maximum(), 0);
            QVERIFY(!bar->isVisible());
        }
    }
    void whatIsDraggedStaysUntilThereIsMoreToSay()
    {
        open();
        PanelSplitter splitter;
        TestPanel* panel = m_panel.release();
        splitter.add(*new QWidget, *panel);
        splitter.resize(820, 607);
        panel->showUntested();
        QVERIFY(showActive(splitter));
        QTRY_COMPARE(panel->height(), panel->heightForWidth(820));
        QSplitterHandle* handle = splitter.handle(1);
        const auto send = [&](QEvent::Type type, int y, Qt::MouseButtons held) {
            const QPointF place(handle->rect().center() + QPoint(0, y));
            QMouseEvent event(type, place, handle->mapToGlobal(place), Qt::LeftButton, held, {});
            QApplication::sendEvent(handle, &event);
        };
        const int before = panel->height();
        send(QEvent::MouseButtonPress, 0, Qt::LeftButton);
        send(QEvent::MouseMove, -200, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, 0, Qt::NoButton);
        const int dragged = panel->height();
        QCOMPARE(dragged, before + 200);
        QVERIFY(qAbs(splitter.share() - dragged / 600.0) < 0.01);
        QTest::qWait(20);
        QCOMPARE(panel->height(), dragged);
        m_stages->show(challengedReport());
        panel->showReport(challengedReport(), true);
        panel->setUnfolded(true);
        QTRY_COMPARE(panel->height(), int(600 * splitter.share()));
    }
};

STATIONER_TEST(PanelHeightTest)
#include "panelheight_test.moc"
