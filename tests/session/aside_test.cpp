#include "session/aside.h"
#include "support/stationertest.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <semaphore>

using namespace stationer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class AsideTest : public QObject {
    Q_OBJECT

private slots:
    void answersInItsOwnThread()
    {
        Aside aside;
        std::atomic<QThread*> worked = nullptr;
        QThread* told = nullptr;
        aside.start([&](const auto&) -> Aside::Answer {
            worked = QThread::currentThread();
            return [&] { told = QThread::currentThread(); };
        });
        QVERIFY(aside.isRunning());
        QTRY_COMPARE(told, QThread::currentThread());
        QVERIFY(worked != told);
        QVERIFY(!aside.isRunning());
    }

    void whoWaitsIsAnsweredFromWithinAndOnce()
    {
        Aside aside;
        int told = 0;
        aside.start([&](const auto&) -> Aside::Answer { return [&] { ++told; }; });
        aside.wait(1h);
        QCOMPARE(told, 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(told, 1);
        aside.wait(1h); // nothing to wait for
    }

    void nobodyWaitsLongerThanThat()
    {
        Aside aside;
        std::binary_semaphore mayEnd(0);
        bool isTold = false;
        aside.start([&](const auto&) -> Aside::Answer {
            mayEnd.acquire();
            return [&] { isTold = true; };
        });
        aside.wait(1ms);
        QVERIFY(!isTold);
        QVERIFY(aside.isRunning());
        mayEnd.release();
        QTRY_VERIFY(isTold);
    }

    void onlyTheLastIsHeard()
    {
        Aside aside;
        std::binary_semaphore mayEnd(0);
        std::atomic<bool> wasCancelled = false;
        QStringList told;
        aside.start([&](const std::atomic<bool>& isCancelled) -> Aside::Answer {
            mayEnd.acquire();
            wasCancelled = isCancelled.load();
            return [&] { told << u"first"_s; };
        });
        aside.start([&](const auto&) -> Aside::Answer { return [&] { told << u"second"_s; }; });
        mayEnd.release();
        QTRY_COMPARE(told, QStringList{u"second"_s});
        aside.cancelAndWait();
        QVERIFY(wasCancelled);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(told.size(), 1);
    }

    void anAnswerOnItsWayIsNotHeardAfterCancelling()
    {
        Aside aside;
        bool isTold = false;
        std::binary_semaphore isDone(0);
        aside.start([&](const auto&) -> Aside::Answer {
            isDone.release();
            return [&] { isTold = true; };
        });
        isDone.acquire();
        QThread::msleep(20);
        aside.cancel();
        QVERIFY(!aside.isRunning());
        QTest::qWait(20);
        QVERIFY(!isTold);
    }

    void tellsNobodyWhoIsGone()
    {
        auto aside = std::make_unique<Aside>();
        std::binary_semaphore mayEnd(0);
        const auto isTold = std::make_shared<bool>(false);
        const auto lives = std::make_shared<int>();
        aside->start([&mayEnd, isTold, lives](const auto&) -> Aside::Answer {
            mayEnd.acquire();
            return [isTold] { *isTold = true; };
        });
        aside.reset();
        mayEnd.release();
        QTRY_COMPARE(lives.use_count(), 1L); // the thread has ended and left nothing behind
        QCoreApplication::sendPostedEvents();
        QVERIFY(!*isTold);
    }
};

STATIONER_TEST(AsideTest)
#include "aside_test.moc"
