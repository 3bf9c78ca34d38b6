#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace std::chrono_literals;

class LastTestsTest : public QObject {
    Q_OBJECT

    static Report report(Outcome outcome)
    {
        Report one;
        one.outcome = outcome;
        return one;
    }

private slots:
    void theRunBeforeIsKept()
    {
        OpenStation station;
        StationStores stores;
        LastTests tests(station, stores);
        const SlotId account{7};
        QVERIFY(!tests.earlier(account));
        tests.record(account, report(Outcome::Succeeded));
        QVERIFY(!tests.earlier(account));
        tests.record(account, report(Outcome::LoginRejected));
        QCOMPARE(tests.report(account)->outcome, Outcome::LoginRejected);
        QCOMPARE(tests.earlier(account)->outcome, Outcome::Succeeded);
        QVERIFY(!tests.earlier(SlotId{8}));
        // A cancelled run is nothing to compare with.
        tests.record(account, report(Outcome::Cancelled));
        QCOMPARE(tests.earlier(account)->outcome, Outcome::LoginRejected);
        tests.record(account, report(Outcome::TimedOut));
        QCOMPARE(tests.earlier(account)->outcome, Outcome::LoginRejected);
        tests.forget(account);
        QVERIFY(!tests.report(account) && !tests.earlier(account));
    }
};

STATIONER_TEST(LastTestsTest)
#include "lasttests_test.moc"
