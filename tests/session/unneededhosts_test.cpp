// The question which rows of Allowed Hosts are no longer needed, searched for on another thread, once
// for all who show them: only the last answer is heard.

#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "support/certificates.h"
#include "support/stationertest.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>

using namespace stationer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class UnneededHostsTest : public QObject {
    Q_OBJECT

    QSemaphore m_begun, m_leave;
    std::atomic<int> m_cancelled = 0;
    std::atomic<bool> m_wasElsewhere = false;

    std::unique_ptr<AllowedHosts> m_hosts;
    std::unique_ptr<UserTrustStore> m_roots;
    std::unique_ptr<TrustEdits> m_edits;
    UserKeyStore m_keys;

    UnneededHosts::Rooms rooms()
    {
        return {*m_hosts, *m_roots, *m_edits, [] { return TrustAnchors(); }};
    }
    void allow(const QString& host)
    {
        AllowedHost row;
        row.host = {host, 465};
        QVERIFY(!m_hosts->approve(row));
    }
    bool hasBegun()
    {
        return QTest::qWaitFor([this] { return m_begun.tryAcquire(); });
    }
    static QList<AllowedHost> every(const QList<AllowedHost>& rows, const TrustAnchors&, const QDateTime&,
                                    const std::atomic<bool>*)
    {
        return rows;
    }
    /// Every row, once it is let go.
    UnneededHosts::Find slowly()
    {
        return [this](const QList<AllowedHost>& rows, const TrustAnchors&, const QDateTime&,
                      const std::atomic<bool>* isCancelled) {
            m_wasElsewhere = QThread::currentThread() != thread();
            m_begun.release();
            m_leave.acquire();
            m_cancelled += *isCancelled ? 1 : 0;
            m_begun.release();
            return rows;
        };
    }

private slots:
    void init()
    {
        m_cancelled = 0;
        m_hosts = std::make_unique<AllowedHosts>();
        m_roots = std::make_unique<UserTrustStore>();
        m_edits = std::make_unique<TrustEdits>(*m_hosts, *m_roots, m_keys);
    }

    void itFollowsTheStores()
    {
        UnneededHosts unneeded(rooms(), every, 1h);
        QSignalSpy found(&unneeded, &UnneededHosts::found);
        QVERIFY(!unneeded.isLooking());
        allow(u"a.example"_s);
        QVERIFY(unneeded.isLooking());
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].value<QList<Endpoint>>(), (QList<Endpoint>{{u"a.example"_s, 465}}));
        QCOMPARE(unneeded.hosts(), found[0][0].value<QList<Endpoint>>());
        QVERIFY(!unneeded.isLooking());
        const testing::TestCa ca;
        QVERIFY(!m_roots->import(*certificateSketch(ca.der())));
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(!m_hosts->forget({u"a.example"_s, 465}));
        QTRY_COMPARE(found.size(), 3);
        QVERIFY(found[2][0].value<QList<Endpoint>>().isEmpty());
    }

    void itSearchesOnceForManyChangesAndManyWhoAsk()
    {
        std::atomic<int> searches = 0;
        UnneededHosts unneeded(
            rooms(),
            [&](const QList<AllowedHost>& rows, const auto&, const auto&, const auto*) {
                ++searches;
                return rows;
            },
            1h);
        QSignalSpy found(&unneeded, &UnneededHosts::found);
        for (const char* host : {"a.example", "b.example", "c.example"})
            allow(QLatin1StringView(host));
        unneeded.lookSoon();
        unneeded.lookSoon();
        QTRY_COMPARE(found.size(), 1);
        QTest::qWait(20);
        QCOMPARE(searches, 1);
    }

    void nobodyWaitsForASlowOne()
    {
        UnneededHosts unneeded(rooms(), slowly(), 1ms);
        QSignalSpy found(&unneeded, &UnneededHosts::found);
        allow(u"a.example"_s);
        QVERIFY(hasBegun());
        QCoreApplication::processEvents();
        QVERIFY(found.isEmpty());
        QVERIFY(unneeded.isLooking());
        QVERIFY(m_wasElsewhere);
        m_leave.release();
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!unneeded.isLooking());
        m_begun.acquire();
    }

    void onlyTheLastAnswerIsHeard()
    {
        UnneededHosts unneeded(rooms(), slowly(), 0ms);
        QSignalSpy found(&unneeded, &UnneededHosts::found);
        allow(u"old.example"_s);
        QVERIFY(hasBegun());
        m_leave.release();
        m_begun.acquire(); // its answer is on the way, or about to be
        QThread::msleep(20);
        allow(u"new.example"_s);
        QVERIFY(hasBegun());
        QTest::qWait(20);
        QVERIFY(found.isEmpty());
        m_leave.release();
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].value<QList<Endpoint>>().size(), 2);
        m_begun.acquire();
    }

    void aSearchThatAChangeOvertakesIsTold()
    {
        UnneededHosts unneeded(rooms(), slowly(), 0ms);
        allow(u"a.example"_s);
        QVERIFY(hasBegun());
        allow(u"b.example"_s);
        m_leave.release();
        m_begun.acquire();
        QCOMPARE(m_cancelled, 1);
        QVERIFY(hasBegun());
        m_leave.release();
        m_begun.acquire();
        QCOMPARE(m_cancelled, 1);
    }

    void itRemovesWhatIsStillUnneeded()
    {
        QStringList needed;
        UnneededHosts unneeded(
            rooms(),
            [&](const QList<AllowedHost>& rows, const auto&, const auto&, const auto*) {
                QList<AllowedHost> those = rows;
                those.removeIf([&](const AllowedHost& row) { return needed.contains(row.host.host); });
                return those;
            },
            1h);
        for (const char* host : {"a.example", "b.example", "c.example"})
            allow(QLatin1StringView(host));
        QTRY_COMPARE(unneeded.hosts().size(), 3);
        unneeded.remove({{u"c.example"_s, 465}});
        QCOMPARE(m_hosts->rows().size(), 2); // at once, as it is known
        QVERIFY(unneeded.isLooking());
        needed << u"a.example"_s;
        unneeded.remove({{u"a.example"_s, 465}, {u"b.example"_s, 465}});
        QCOMPARE(m_hosts->rows().size(), 2);
        QTRY_COMPARE(m_hosts->rows().size(), 1);
        QCOMPARE(m_hosts->rows().first().host.host, u"a.example"_s);
        QTRY_VERIFY(!unneeded.isLooking());
        needed.clear();
        unneeded.lookSoon();
        unneeded.remove({{u"a.example"_s, 465}});
        unneeded.dropRemoval();
        QTRY_COMPARE(unneeded.hosts().size(), 1);
        QCOMPARE(m_hosts->rows().size(), 1);
    }

    void theEndWaitsForNoMoreThanThat()
    {
        std::atomic<bool> hasLeft = false;
        auto unneeded = std::make_unique<UnneededHosts>(
            rooms(),
            [&](const auto& rows, const auto&, const auto&, const std::atomic<bool>* isCancelled) {
                m_begun.release();
                while (!*isCancelled)
                    QThread::msleep(1);
                hasLeft = true;
                return rows;
            },
            0ms);
        allow(u"a.example"_s);
        QVERIFY(hasBegun());
        unneeded.reset(); // would last forever if the thread were not told
        QVERIFY(hasLeft);
    }

    void paintingHasItsThreads()
    {
        std::vector<std::unique_ptr<UnneededHosts>> many;
        for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i)
            many.push_back(std::make_unique<UnneededHosts>(rooms(), slowly(), 0ms));
        allow(u"a.example"_s);
        QTRY_COMPARE(m_begun.available(), int(many.size()));
        QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
        m_leave.release(int(many.size()));
        many.clear();
        m_begun.acquire(m_begun.available());
    }

    void whatIsInBothKeepsItsOrder()
    {
        const Endpoint a{u"a.example"_s, 465}, b{u"b.example"_s, 465}, c{u"a.example"_s, 587};
        QCOMPARE(inBoth({c, a, b}, {b, c}), (QList<Endpoint>{c, b}));
        QVERIFY(inBoth({a}, {}).isEmpty());
    }
};

STATIONER_TEST(UnneededHostsTest)
#include "unneededhosts_test.moc"
