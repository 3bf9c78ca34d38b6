#include "session/stationreading.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Outcome = StationReading::Outcome;

OpenFault cancelled()
{
    return {OpenFault::Kind::Cancelled, 0, 0, {}};
}

/// A file that comes at the pace of a slow network, and notices when it is given up.
struct Slow {
    std::shared_ptr<QSemaphore> pieces = std::make_shared<QSemaphore>();
    std::shared_ptr<std::atomic<bool>> hasStopped = std::make_shared<std::atomic<bool>>(false);

    StationReading::Read read() const
    {
        return [pieces = pieces, hasStopped = hasStopped](const QString&, ReadingProgress& progress,
                                                          const QString&) -> Outcome {
            progress.noteFileSize(4);
            progress.begin(0, 100);
            for (int piece = 1; piece <= 4; ++piece) {
                while (!pieces->tryAcquire(1, 10))
                    if (progress.isCancelled()) {
                        *hasStopped = true;
                        return cancelled();
                    }
                progress.advance(piece, 4);
            }
            *hasStopped = true;
            auto document = Document::fromXml(smallStation({}));
            return Container::Opened{Container::flat(), std::move(document.value())};
        };
    }
};

} // namespace

class StationReadingTest : public QObject {
    Q_OBJECT
private slots:
    void aSmallFileIsThereAtOnce();
    void aFaultIsToldLikeAFile();
    void aSlowFileIsToldWhenItIsThereAndSaysHowFarItCame();
    void whatIsGivenUpStopsAndIsNeverTold();
    void anotherStartGivesUpTheOneBefore();
    void oneThatDoesNotAnswerHoldsNobodyUp();
    void aLargeFileIsGivenUpBetweenTwoPieces_data();
    void aLargeFileIsGivenUpBetweenTwoPieces();
    void progressGrowsToTheEnd();

private:
    QTemporaryDir m_folder;
};

void StationReadingTest::aSmallFileIsThereAtOnce()
{
    const QString path = m_folder.filePath(u"small.bog"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallStation({}));
    file.close();
    StationReading reading(
        [](const QString& from, ReadingProgress& progress, const QString&) { return Container::open(from, &progress); },
        10s);
    int told = 0;
    connect(&reading, &StationReading::finished, this, [&](const QString& from, const std::shared_ptr<Outcome>& outcome) {
        ++told;
        QCOMPARE(from, path);
        QVERIFY(bool(*outcome));
        QVERIFY(!reading.isReading());
    });
    reading.start(path);
    QCOMPARE(told, 1);
    QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

void StationReadingTest::aFaultIsToldLikeAFile()
{
    StationReading reading(
        [](const QString& from, ReadingProgress& progress, const QString&) { return Container::open(from, &progress); },
        10s);
    bool isTold = false;
    connect(&reading, &StationReading::finished, this, [&](const QString&, const std::shared_ptr<Outcome>& outcome) {
        isTold = true;
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().kind, OpenFault::Kind::CannotRead);
    });
    reading.start(m_folder.filePath(u"nowhere.bog"_s));
    QVERIFY(isTold);
}

void StationReadingTest::aSlowFileIsToldWhenItIsThereAndSaysHowFarItCame()
{
    const Slow slow;
    StationReading reading(slow.read(), 1ms);
    QSignalSpy finished(&reading, &StationReading::finished);
    reading.start(u"slow.bog"_s);
    QVERIFY(reading.isReading());
    QTRY_COMPARE(reading.fileSize(), 4);
    QCOMPARE(reading.percent(), 0);
    slow.pieces->release(2);
    QTRY_COMPARE(reading.percent(), 50);
    QVERIFY(finished.isEmpty());
    slow.pieces->release(2);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!reading.isReading());
}

void StationReadingTest::whatIsGivenUpStopsAndIsNeverTold()
{
    const Slow slow;
    StationReading reading(slow.read(), 1ms);
    QSignalSpy finished(&reading, &StationReading::finished);
    reading.start(u"slow.bog"_s);
    reading.cancel();
    QVERIFY(!reading.isReading());
    QTRY_VERIFY(slow.hasStopped->load());
    QTest::qWait(20);
    QVERIFY(finished.isEmpty());

    // Also one that was there already, but not yet told.
    const Slow quick;
    StationReading other(quick.read(), 1ms);
    QSignalSpy told(&other, &StationReading::finished);
    other.start(u"quick.bog"_s);
    quick.pieces->release(4);
    while (!quick.hasStopped->load())
        QThread::msleep(1);
    QThread::msleep(20);
    other.cancel();
    QTest::qWait(20);
    QVERIFY(told.isEmpty());
}

void StationReadingTest::anotherStartGivesUpTheOneBefore()
{
    const Slow slow;
    StationReading reading(slow.read(), 1ms);
    QSignalSpy finished(&reading, &StationReading::finished);
    reading.start(u"one.bog"_s);
    reading.start(u"two.bog"_s);
    QTRY_VERIFY(slow.hasStopped->load());
    slow.pieces->release(4);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toString(), u"two.bog"_s);
}

void StationReadingTest::oneThatDoesNotAnswerHoldsNobodyUp()
{
    auto released = std::make_shared<QSemaphore>();
    auto ended = std::make_shared<QSemaphore>();
    QElapsedTimer time;
    time.start();
    {
        StationReading reading(
            [released, ended](const QString&, ReadingProgress&, const QString&) -> Outcome {
                released->acquire(); // as a folder whose server is gone, where even giving up is not noticed
                ended->release();
                return cancelled();
            },
            1ms);
        QSignalSpy finished(&reading, &StationReading::finished);
        reading.start(u"hanging.bog"_s);
        reading.cancel();
        reading.start(u"hanging.bog"_s);
        QCoreApplication::processEvents();
        QVERIFY(finished.isEmpty());
    }
    QCOMPARE(ended->available(), 0); // both threads still stand there
    released->release(2);
    QVERIFY(ended->tryAcquire(2, 5000));
}

void StationReadingTest::aLargeFileIsGivenUpBetweenTwoPieces_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("before") << 0;
    QTest::newRow("while the bytes are read") << 10;
    QTest::newRow("while it is parsed") << 60;
}

void StationReadingTest::aLargeFileIsGivenUpBetweenTwoPieces()
{
    QFETCH(int, percent);
    QByteArray inside;
    for (int number = 0; number < 60000; ++number)
        inside += "   <p n='Slot" + QByteArray::number(number) + "' v='some text, to be long enough'/>\n";
    const QString path = m_folder.filePath(u"large.bog"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallStation({}, inside));
    file.close();
    ReadingProgress progress;
    std::atomic<bool> isDone = false;
    std::thread watcher([&] {
        while (progress.percent() < percent && !isDone)
            std::this_thread::yield();
        progress.cancel();
    });
    if (percent == 0)
        watcher.join();
    const Outcome outcome = Container::open(path, &progress);
    isDone = true;
    if (watcher.joinable())
        watcher.join();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, OpenFault::Kind::Cancelled);
}

void StationReadingTest::progressGrowsToTheEnd()
{
    const QString path = m_folder.filePath(u"whole.bog"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray xml = smallStation({});
    file.write(xml);
    file.close();
    ReadingProgress progress;
    QVERIFY(bool(Container::open(path, &progress)));
    QCOMPARE(progress.percent(), 100);
    QCOMPARE(progress.fileSize(), xml.size());
}

STATIONER_TEST(StationReadingTest)
#include "stationreading_test.moc"
