#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/knownstation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

KnownStation example()
{
    KnownStation station;
    station.hostName = u"controller7"_s;
    station.give({u"cacerts.jceks"_s,
                  KeyStoreKind::Jceks,
                  QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC),
                  {{u"acme"_s, TestCa(u"Acme Root"_s).der()}}});
    return station;
}

} // namespace

/// What is known of a running station, beside its trust files.
class KnownStationTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    QTemporaryDir m_home;
    QString folder() const { return m_data.filePath(u"s.security"_s); }

private slots:
    void isKept();
    void aStoreOfTheSameNameIsReplaced();
    void withoutAStoreNobodyIsKnown();
    void whatSomebodyElseWroteDoesNotCount();
    void whatIsDamagedIsSetAside_data();
    void whatIsDamagedIsSetAside();
};

void KnownStationTest::isKept()
{
    const TrustFolder kept(folder(), m_home.path());
    QVERIFY(!writeKnownStation(kept, example()));
    const auto read = readKnownStation(kept);
    QVERIFY(read);
    QVERIFY(read.value().hostName == u"controller7"_s);
    QCOMPARE(read.value().roots().value().size(), 1);
    QCOMPARE(read.value().stores.first().trusted.first().alias, u"acme"_s);
    QCOMPARE(read.value().stores.first().kind, KeyStoreKind::Jceks);
}

void KnownStationTest::aStoreOfTheSameNameIsReplaced()
{
    KnownStation station = example();
    GivenStore fresh = station.stores.first();
    fresh.trusted.clear();
    station.give(fresh);
    QCOMPARE(station.stores, QList{fresh});
    fresh.name = u"truststore.jks"_s;
    station.give(fresh);
    QCOMPARE(station.stores.size(), 2);
}

void KnownStationTest::withoutAStoreNobodyIsKnown()
{
    QVERIFY(!KnownStation().roots());
    KnownStation empty;
    empty.give({u"empty.jks"_s, KeyStoreKind::Jks, QDateTime::currentDateTimeUtc(), {}});
    QCOMPARE(empty.roots().value(), QList<QByteArray>()); // given, and it trusts nobody
    QVERIFY(readKnownStation(TrustFolder()).value() == KnownStation());
}

void KnownStationTest::whatSomebodyElseWroteDoesNotCount()
{
    QVERIFY(!writeKnownStation(TrustFolder(folder()), example())); // without this user's record
    const auto read = readKnownStation(TrustFolder(folder(), m_home.filePath(u"elsewhere"_s)));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, TrustFileFault::Kind::NotTakenOver);
}

void KnownStationTest::whatIsDamagedIsSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << "{"_ba;
    QTest::newRow("no stores") << R"({"version":1,"hostName":""})"_ba;
    QTest::newRow("stores of another kind") << R"({"version":1,"hostName":"","stores":{}})"_ba;
    QTest::newRow("a store without a kind")
        << R"({"version":1,"hostName":"","stores":[{"name":"a","given":"2026-11-30T09:00:00.000Z","trusted":[]}]})"_ba;
    QTest::newRow("a certificate that is none")
        << R"({"version":1,"hostName":"","stores":[{"name":"a","kind":"jks","given":"2026-11-30T09:00:00.000Z",)"_ba +
               R"("trusted":[{"alias":"x","certificate":"AAAA"}]}]})"_ba;
}

void KnownStationTest::whatIsDamagedIsSetAside()
{
    QFETCH(QByteArray, text);
    const TrustFolder kept(folder());
    QVERIFY(!kept.make());
    QVERIFY(!kept.write(u"station.json"_s, text));
    const auto read = readKnownStation(kept);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, TrustFileFault::Kind::Damaged);
    QVERIFY(QFile::exists(read.error().setAsideAs));
    QVERIFY(!QFile::exists(kept.pathOf(u"station.json"_s)));
}

STATIONER_TEST(KnownStationTest)
#include "knownstation_test.moc"
