// What is known of the station itself, and what its accounts' last tests mean for it.

#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/stationertest.h"
#include "support/stationreports.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class StationStoresTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }
    static KnownStation withStore(const QString& name, const QByteArray& der)
    {
        KnownStation station;
        station.give({name, KeyStoreKind::Pem, QDateTime::currentDateTimeUtc(), {{u"acme"_s, der}}});
        return station;
    }

private slots:
    void whatIsGivenIsKeptInTheFolder()
    {
        StationStores stores;
        QVERIFY(!stores.open(path(u"kept.security"_s)));
        QVERIFY(!stores.known().roots());
        QSignalSpy changed(&stores, &StationStores::changed);
        QVERIFY(!stores.set(withStore(u"cacerts"_s, root().der())));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!stores.set(stores.known()));
        QCOMPARE(changed.size(), 1); // nothing else than before
        StationStores again;
        QVERIFY(!again.open(path(u"kept.security"_s)));
        QVERIFY(again.known() == stores.known());
        QVERIFY(!again.open(path(u"other.security"_s)));
        QVERIFY(!again.known().roots()); // another station's
    }

    void saveAsTakesAlongAndLeavesWhatIsThere()
    {
        StationStores other;
        QVERIFY(!other.open(path(u"b.security"_s)));
        QVERIFY(!other.set(withStore(u"theirs"_s, TestCa(u"Other"_s).der())));
        StationStores stores;
        QVERIFY(!stores.open(path(u"a.security"_s)));
        KnownStation known = withStore(u"mine"_s, root().der());
        known.hostName = u"controller7"_s;
        QVERIFY(!stores.set(known));
        QVERIFY(!stores.saveAs(path(u"b.security"_s)));
        QCOMPARE(stores.known().stores.size(), 2);
        QCOMPARE(stores.known().hostName, u"controller7"_s);
        QVERIFY(!other.reload());
        QCOMPARE(other.known().stores.size(), 2);
    }

    void saveAsBesideADamagedFileKeepsWhatIsKnown()
    {
        const TrustFolder damaged(path(u"damaged.security"_s));
        QVERIFY(!damaged.make());
        QVERIFY(!damaged.write(u"station.json"_s, "{"));
        StationStores stores;
        QVERIFY(!stores.open(path(u"whole.security"_s)));
        QVERIFY(!stores.set(withStore(u"mine"_s, root().der())));
        const KnownStation known = stores.known();
        const auto fault = stores.saveAs(path(u"damaged.security"_s));
        QVERIFY(fault);
        QCOMPARE(fault->kind, TrustFileFault::Kind::Damaged);
        QVERIFY(stores.known() == known); // in memory
        QCOMPARE(stores.verdictOf(mails()).forecast, Forecast::Passes);
        KnownStation named = known;
        named.hostName = u"controller7"_s;
        QVERIFY(!stores.set(named)); // and what comes goes to the new folder
        StationStores again;
        QVERIFY(!again.open(path(u"damaged.security"_s)));
        QVERIFY(again.known() == named);
    }

    void theVerdictOfATestFollowsTheStores()
    {
        OpenStation station;
        StationStores stores;
        LastTests tests(station, stores);
        const SlotId account{7};
        QVERIFY(!tests.verdict(account));
        tests.record(account, mails());
        QCOMPARE(tests.verdict(account)->forecast, Forecast::Unknown);
        QCOMPARE(answerTo(*tests.verdict(account)), StationAnswer::GiveStores);
        QSignalSpy changed(&tests, &LastTests::changed);
        QVERIFY(!stores.set(withStore(u"cacerts"_s, root().der())));
        QCOMPARE(changed.size(), 1); // who shows it asks again
        QCOMPARE(tests.verdict(account)->forecast, Forecast::Passes);
        QCOMPARE(answerTo(*tests.verdict(account)), StationAnswer::None);
        QVERIFY(!stores.set(withStore(u"cacerts"_s, TestCa(u"Other"_s).der())));
        QCOMPARE(tests.verdict(account)->forecast, Forecast::Fails);
        QCOMPARE(answerTo(*tests.verdict(account)), StationAnswer::HandOver);
        // The next test has its own.
        tests.record(account, passed(Protocol::Smtp, Stage::Login));
        QVERIFY(!stores.set(withStore(u"cacerts"_s, root().der())));
        QCOMPARE(answerTo(*tests.verdict(account)), StationAnswer::TestSending);
        Report cancelled = mails();
        cancelled.outcome = Outcome::Cancelled;
        tests.record(account, cancelled);
        QVERIFY(!tests.verdict(account)); // it says nothing of a station
    }
};

STATIONER_TEST(StationStoresTest)
#include "stationstores_test.moc"
