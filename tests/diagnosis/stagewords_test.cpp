#include "diagnosis/stagewords.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace Qt::StringLiterals;

class StageWordsTest : public QObject {
    Q_OBJECT

private slots:
    void aDetailIsPutIntoWords_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<StageStatus>("status");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a stage that failed before")
            << Stage::Login << StageStatus::Skipped << u"identity"_s << u"not reached"_s;
        QTest::newRow("an unused stage") << Stage::StartTls << StageStatus::Skipped << u"not used"_s << u"not used"_s;
        QTest::newRow("an outcome") << Stage::Greeting << StageStatus::Failed << u"wrongMode"_s << u"wrong security mode"_s;
        QTest::newRow("a judgement") << Stage::Identity << StageStatus::Failed << u"challenged: unknownRoot, expired"_s
                                     << u"unknown root, expired"_s;
        QTest::newRow("an exemption") << Stage::Identity << StageStatus::Passed << u"exempted: selfSigned"_s
                                      << u"self-signed"_s;
        QTest::newRow("a store that vouched")
            << Stage::Identity << StageStatus::Passed << u"trusted, user"_s << u"by the User Trust Store"_s;
        QTest::newRow("an address") << Stage::Connect << StageStatus::Passed << u"[::1]:993"_s << u"[::1]:993"_s;
        QTest::newRow("a server's words that name a stage")
            << Stage::Greeting << StageStatus::Passed << u"login"_s << u"login"_s;
    }
    void aDetailIsPutIntoWords()
    {
        QFETCH(Stage, stage);
        QFETCH(StageStatus, status);
        QFETCH(QString, detail);
        StageRecord record;
        record.stage = stage;
        record.status = status;
        record.detail = detail;
        QTEST(shownDetail(record), "shown");
    }
};

STATIONER_TEST(StageWordsTest)
#include "stagewords_test.moc"
