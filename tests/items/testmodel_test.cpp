#include "diagnosis/stagewords.h"
#include "items/roles.h"
#include "items/testmodel.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace stationer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestModelTest : public QObject {
    Q_OBJECT
private slots:
    void allStagesAreThereFromTheStart();
    void followsARunningTest();
    void showsAReport();
    void aRunningStageGrows();
    void anotherReportIsShownWhileOneRuns();
    void theRunBeforeStandsBeside();
    void skippedStagesShareARow();
    void theRunningStageIsToldWithItsSeconds();
    void durations();
};

void TestModelTest::aRunningStageGrows()
{
    std::chrono::nanoseconds now = 1h;
    TestModel model([&now] { return now; });
    model.begin(Depth::Login);
    now += 20ms;
    model.beginStage(Stage::Resolve);
    now += 300ms;
    const QModelIndex resolve = model.index(1, TestModel::DurationColumn);
    QCOMPARE(resolve.data(int(TestRole::Begin)).toLongLong(), std::chrono::nanoseconds(20ms).count());
    QCOMPARE(resolve.data().toString(), u"300 ms"_s);
    QCOMPARE(model.span(), 320ms);
}

void TestModelTest::anotherReportIsShownWhileOneRuns()
{
    TestModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(Depth::Login);
    Report report;
    report.stages = {{Stage::Settings, StageStatus::Passed, 0ns, 1ms, {}}};
    model.show(report);
    QCOMPARE(model.rowCount(), 1);
    model.endStage({Stage::Settings, StageStatus::Failed, 0ns, 5ms, {}});
    QCOMPARE(StageStatus(model.index(0, 0).data(int(TestRole::Status)).toInt()), StageStatus::Passed);
    model.showRunning();
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(StageStatus(model.index(0, 0).data(int(TestRole::Status)).toInt()), StageStatus::Failed);
}

void TestModelTest::theRunBeforeStandsBeside()
{
    TestModel model;
    Report now;
    now.stages = {{Stage::Settings, StageStatus::Passed, 0ns, 1ms, {}},
                  {Stage::Resolve, StageStatus::Skipped, 0ns, 0ns, u"settings"_s}};
    Report before = now;
    before.stages[0].duration = 7ms;
    model.show(now, &before);
    QCOMPARE(model.index(0, 0).data(int(TestRole::EarlierDuration)).toLongLong(), std::chrono::nanoseconds(7ms).count());
    QVERIFY(!model.index(1, 0).data(int(TestRole::EarlierDuration)).isValid()); // it did not run then
    QCOMPARE(model.span(), 7ms);
    QCOMPARE(model.index(1, TestModel::DetailColumn).data().toString(), u"not reached"_s);
    model.show(now);
    QVERIFY(!model.index(0, 0).data(int(TestRole::EarlierDuration)).isValid());
}

void TestModelTest::allStagesAreThereFromTheStart()
{
    TestModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.begin(Depth::Connect);
    QCOMPARE(model.rowCount(), 9);
    model.begin(Depth::Login);
    QCOMPARE(model.rowCount(), 9);
    model.begin(Depth::Envelope);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(Stage(model.index(9, 0).data(int(TestRole::Stage)).toInt()), Stage::Envelope);
    model.begin(Depth::Message);
    QCOMPARE(Stage(model.index(9, 0).data(int(TestRole::Stage)).toInt()), Stage::Message);
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(!model.index(row, 0).data(int(TestRole::Status)).isValid());
        QVERIFY(!model.index(row, 0).data().toString().isEmpty());
    }
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestModelTest::followsARunningTest()
{
    TestModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(Depth::Login);
    model.beginStage(Stage::Resolve);
    const QModelIndex resolve = model.index(1, TestModel::StatusColumn);
    QVERIFY(resolve.data(int(TestRole::IsRunning)).toBool());
    model.endStage({Stage::Resolve, StageStatus::Passed, 1ms, 12ms, u"192.0.2.7"_s});
    QVERIFY(!resolve.data(int(TestRole::IsRunning)).toBool());
    QCOMPARE(resolve.data().toString(), u"passed"_s);
    QCOMPARE(resolve.siblingAtColumn(TestModel::DetailColumn).data().toString(), u"192.0.2.7"_s);
    QCOMPARE(resolve.siblingAtColumn(TestModel::DurationColumn).data().toString(), u"12 ms"_s);
    QCOMPARE(model.span(), 13ms);
    model.endStage({Stage::Envelope, StageStatus::Passed, 1ms, 1ms, {}}); // of another depth
    QCOMPARE(model.rowCount(), 9);
}

void TestModelTest::showsAReport()
{
    TestModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Report report;
    report.stages = {{Stage::Settings, StageStatus::Passed, 0ns, 400us, {}},
                     {Stage::Resolve, StageStatus::Failed, 1ms, 2s, {}},
                     {Stage::Connect, StageStatus::Skipped, 0ns, 0ns, u"resolve"_s}};
    model.show(report);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, TestModel::DurationColumn).data().toString(), u"0.4 ms"_s);
    QCOMPARE(model.index(2, TestModel::DurationColumn).data().toString(), QString());
    QCOMPARE(StageStatus(model.index(1, 0).data(int(TestRole::Status)).toInt()), StageStatus::Failed);
    QCOMPARE(model.span(), 2001ms);
}

void TestModelTest::skippedStagesShareARow()
{
    TestModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Report report;
    report.stages = {{Stage::Settings, StageStatus::Passed, 0ns, 400us, {}},
                     {Stage::StartTls, StageStatus::Skipped, 0ns, 0ns, u"not used"_s},
                     {Stage::Identity, StageStatus::Failed, 1ms, 2ms, {}},
                     {Stage::Login, StageStatus::Skipped, 0ns, 0ns, u"identity"_s},
                     {Stage::Envelope, StageStatus::Skipped, 0ns, 0ns, u"identity"_s}};
    model.show(report);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(text(1, TestModel::StageColumn), labelOf(Stage::Identity)); // those that ran come first
    QCOMPARE(text(2, TestModel::StageColumn), labelOf(Stage::StartTls));
    QCOMPARE(text(2, TestModel::DetailColumn), u"not used"_s);
    QCOMPARE(text(3, TestModel::StageColumn), u"%1, %2"_s.arg(labelOf(Stage::Login), labelOf(Stage::Envelope)));
    QCOMPARE(text(3, TestModel::DetailColumn), u"not reached"_s);
}

void TestModelTest::theRunningStageIsToldWithItsSeconds()
{
    std::chrono::nanoseconds now = 1h;
    TestModel model([&now] { return now; });
    model.begin(Depth::Login);
    QCOMPARE(model.runningStage(), QString());
    model.beginStage(Stage::Greeting);
    now += 300ms;
    QCOMPARE(model.runningStage(), labelOf(Stage::Greeting));
    now += 4s;
    QCOMPARE(model.runningStage(), labelOf(Stage::Greeting) + u" · 4 s"_s);
    model.endStage({Stage::Greeting, StageStatus::Passed, 0ns, 4s, {}});
    QCOMPARE(model.runningStage(), QString());
}

void TestModelTest::durations()
{
    QCOMPARE(shownDuration(0ns), u"0.0 ms"_s);
    QCOMPARE(shownDuration(9900us), u"9.9 ms"_s);
    QCOMPARE(shownDuration(212ms), u"212 ms"_s);
    QCOMPARE(shownDuration(2100ms), u"2.1 s"_s);
}

STATIONER_TEST(TestModelTest)
#include "testmodel_test.moc"
