#include "session/aside.h"
#include "support/stationertest.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <semaphore>

using namespace stationer;

class AsideTest : public QObject {
    Q_OBJECT

private slots:
    void tellsInTheThreadOfTheReceiver();
    void tellsNobodyWhoIsGone();
};

void AsideTest::tellsInTheThreadOfTheReceiver()
{
    QObject receiver;
    std::atomic<QThread*> worked = nullptr;
    QThread* told = nullptr;
    aside(receiver, [&]() -> std::function<void()> {
        worked = QThread::currentThread();
        return [&] { told = QThread::currentThread(); };
    });
    QTRY_COMPARE(told, QThread::currentThread());
    QVERIFY(worked != told);
}

void AsideTest::tellsNobodyWhoIsGone()
{
    auto receiver = std::make_unique<QObject>();
    std::binary_semaphore mayEnd(0);
    const auto isTold = std::make_shared<bool>(false);
    const auto lives = std::make_shared<int>();
    aside(*receiver, [&mayEnd, isTold, lives]() -> std::function<void()> {
        mayEnd.acquire();
        return [isTold] { *isTold = true; };
    });
    receiver.reset();
    mayEnd.release();
    QTRY_COMPARE(lives.use_count(), 1L); // the thread has ended and left nothing behind
    QCoreApplication::sendPostedEvents();
    QVERIFY(!*isTold);
}

STATIONER_TEST(AsideTest)
#include "aside_test.moc"
