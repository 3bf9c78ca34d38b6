#include "connection/happyeyeballs.h"
#include "support/faultserver.h"
#include "support/fullport.h"
#include "support/stationertest.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A loopback address on which a listener's port is refused.
const QHostAddress dead(u"127.0.0.99"_s);

QList<QHostAddress> addresses(const QStringList& texts)
{
    QList<QHostAddress> all;
    for (const QString& text : texts)
        all << QHostAddress(text);
    return all;
}

} // namespace

class HappyEyeballsTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheFamiliesInTurn_data();
    void takesTheFamiliesInTurn();
    void goesOnAtOnceWhenOneIsRefused();
    void triesTheOneOfAStationToItsEnd();
    void goesOnWhenOneDoesNotAnswer();
    void keepsTheFirstAndClosesTheOthers();
    void failsWhenAllAreRefused();
    void givingUpNamesWhatWasStillTrying();
    void canBeDestroyedWhileItRaces();
    void aSocketHoldsLittle();
};

void HappyEyeballsTest::takesTheFamiliesInTurn_data()
{
    QTest::addColumn<QStringList>("resolved");
    QTest::addColumn<QStringList>("tried");
    QTest::newRow("IPv6 first") << QStringList{u"2001:db8::1"_s, u"2001:db8::2"_s, u"192.0.2.1"_s, u"192.0.2.2"_s}
                                << QStringList{u"2001:db8::1"_s, u"192.0.2.1"_s, u"2001:db8::2"_s, u"192.0.2.2"_s};
    QTest::newRow("IPv4 first") << QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s, u"2001:db8::1"_s}
                                << QStringList{u"192.0.2.1"_s, u"2001:db8::1"_s, u"192.0.2.2"_s};
    QTest::newRow("one family") << QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}
                                << QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s};
    QTest::newRow("repetitions") << QStringList{u"192.0.2.1"_s, u"192.0.2.1"_s} << QStringList{u"192.0.2.1"_s};
    QTest::newRow("none") << QStringList{} << QStringList{};
}

void HappyEyeballsTest::takesTheFamiliesInTurn()
{
    QFETCH(QStringList, resolved);
    QFETCH(QStringList, tried);
    QCOMPARE(interleaved(addresses(resolved)), addresses(tried));
}

void HappyEyeballsTest::goesOnAtOnceWhenOneIsRefused()
{
    FaultServer server(Script{});
    HappyEyeballs race({dead, QHostAddress(QHostAddress::LocalHost)}, server.port(), 1h); // the delay would outlast the test
    QSignalSpy connected(&race, &HappyEyeballs::connected);
    race.start();
    QVERIFY(connected.wait());
    const LaterPtr<QSslSocket> socket = race.takeWinner();
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    const QList<ConnectAttempt> attempts = race.attempts();
    QCOMPARE(attempts.size(), 2);
    QVERIFY(!attempts.at(0).succeeded && !attempts.at(0).error.isEmpty());
    QVERIFY(attempts.at(1).succeeded && attempts.at(1).error.isEmpty());
}

void HappyEyeballsTest::triesTheOneOfAStationToItsEnd()
{
    QCOMPARE(stationsAddress({QHostAddress(u"2001:db8::1"_s), dead}), dead);
    QCOMPARE(stationsAddress({QHostAddress(u"2001:db8::1"_s)}), QHostAddress(u"2001:db8::1"_s));
    FaultServer onIpv6(Script{}, QHostAddress::LocalHostIPv6);
    if (!onIpv6.isListening())
        QSKIP("this computer has no IPv6 loopback address");
    HappyEyeballs two({QHostAddress(QHostAddress::LocalHostIPv6), dead}, onIpv6.port(), 1h); // nobody else begins the second
    QSignalSpy connected(&two, &HappyEyeballs::connected);
    two.start();
    QVERIFY(connected.wait());
    QTRY_COMPARE(two.attempts().size(), 2);
    QTRY_VERIFY(!two.attempts().at(1).error.isEmpty());
    QVERIFY(two.attempts().at(0).succeeded && !two.attempts().at(1).succeeded);
}

void HappyEyeballsTest::goesOnWhenOneDoesNotAnswer()
{
    const FullPort full;
    FaultServer server(Script{}, QHostAddress::LocalHost, full.port());
    QVERIFY(server.isListening());
    HappyEyeballs race({QHostAddress(u"127.0.0.98"_s), QHostAddress(QHostAddress::LocalHost)}, full.port(), 20ms);
    QSignalSpy connected(&race, &HappyEyeballs::connected);
    race.start();
    QVERIFY(connected.wait());
    const LaterPtr<QSslSocket> socket = race.takeWinner();
    QCOMPARE(socket->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QVERIFY(!race.attempts().first().succeeded);
    QVERIFY(race.attempts().first().error.isEmpty()); // given up for a faster one
}

void HappyEyeballsTest::keepsTheFirstAndClosesTheOthers()
{
    FaultServer first(Script{});
    FaultServer second(Script{}, QHostAddress(u"127.0.0.2"_s), first.port());
    QVERIFY(second.isListening());
    HappyEyeballs race({QHostAddress(QHostAddress::LocalHost), QHostAddress(u"127.0.0.2"_s)}, first.port(), 0ms);
    QSignalSpy connected(&race, &HappyEyeballs::connected);
    race.start();
    QVERIFY(connected.wait());
    const LaterPtr<QSslSocket> socket = race.takeWinner();
    QTest::qWait(50);
    QCOMPARE(connected.size(), 1);
    QCOMPARE(first.connections() + second.connections() - first.closedConnections() - second.closedConnections(), 1);
}

void HappyEyeballsTest::failsWhenAllAreRefused()
{
    quint16 port = 0;
    {
        FaultServer gone(Script{});
        port = gone.port();
    }
    HappyEyeballs race({dead, QHostAddress(QHostAddress::LocalHost)}, port, 10ms);
    QSignalSpy failed(&race, &HappyEyeballs::failed);
    race.start();
    QVERIFY(failed.wait());
    QTest::qWait(50);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(race.attempts().size(), 2);
    for (const ConnectAttempt& attempt : race.attempts())
        QVERIFY(!attempt.error.isEmpty());
}

void HappyEyeballsTest::givingUpNamesWhatWasStillTrying()
{
    const FullPort full;
    HappyEyeballs race({QHostAddress(u"127.0.0.98"_s)}, full.port(), 20ms);
    QSignalSpy failed(&race, &HappyEyeballs::failed);
    race.start();
    QTest::qWait(50);
    race.giveUp(u"timed out"_s);
    QTest::qWait(50);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(race.attempts().first().error, u"timed out"_s);
}

void HappyEyeballsTest::canBeDestroyedWhileItRaces()
{
    FaultServer server(Script{});
    for (int i = 0; i < 3; ++i) {
        HappyEyeballs race({QHostAddress(QHostAddress::LocalHost), dead}, server.port(), 0ms);
        race.start();
        if (i > 0)
            QTest::qWait(i);
    }
    QTRY_COMPARE(server.closedConnections(), server.connections());
}

void HappyEyeballsTest::aSocketHoldsLittle()
{
    FaultServer server(Script{Flood{QByteArray(64 * 1024, 'x')}});
    HappyEyeballs race({QHostAddress(QHostAddress::LocalHost)}, server.port(), 20ms);
    QSignalSpy connected(&race, &HappyEyeballs::connected);
    race.start();
    QVERIFY(connected.wait());
    const LaterPtr<QSslSocket> socket = race.takeWinner();
    QTest::qWait(100);
    QVERIFY(socket->bytesAvailable() > 0);
    QVERIFY(socket->bytesAvailable() <= 64 * 1024);
}

STATIONER_TEST(HappyEyeballsTest)
#include "happyeyeballs_test.moc"
