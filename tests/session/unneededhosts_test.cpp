// The question which rows of Allowed Hosts are no longer needed, asked on another thread: only its last answer is heard.

#include "session/unneededhosts.h"
#include "support/stationertest.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace stationer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class UnneededHostsTest : public QObject {
    Q_OBJECT

    QSemaphore m_begun, m_leave;
    std::atomic<int> m_cancelled = 0;
    std::atomic<bool> m_wasElsewhere = false;

    static QList<AllowedHost> rowsOf(const QString& host)
    {
        AllowedHost row;
        row.host = {host, 465};
        return {row};
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
    void init() { m_cancelled = 0; }

    void aQuickAnswerComesFromWithin()
    {
        UnneededHosts needs([](const auto& rows, const auto&, const auto&, const auto*) { return rows; }, 1h);
        QSignalSpy answered(&needs, &UnneededHosts::answered);
        needs.start(rowsOf(u"a.example"_s), {}, {});
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<QList<Endpoint>>(), (QList<Endpoint>{{u"a.example"_s, 465}}));
        QVERIFY(!needs.isAsking());
        needs.start({}, {}, {});
        QCOMPARE(answered.size(), 2);
        QVERIFY(answered[1][0].value<QList<Endpoint>>().isEmpty());
    }

    void nobodyWaitsForASlowOne()
    {
        UnneededHosts needs(slowly(), 1ms);
        QSignalSpy answered(&needs, &UnneededHosts::answered);
        needs.start(rowsOf(u"a.example"_s), {}, {});
        QVERIFY(answered.isEmpty());
        QVERIFY(needs.isAsking());
        m_begun.acquire();
        QVERIFY(m_wasElsewhere);
        m_leave.release();
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(!needs.isAsking());
        m_begun.acquire();
    }

    void onlyTheLastAnswerIsHeard()
    {
        UnneededHosts needs(slowly(), 0ms);
        QSignalSpy answered(&needs, &UnneededHosts::answered);
        needs.start(rowsOf(u"old.example"_s), {}, {});
        m_begun.acquire();
        m_leave.release();
        m_begun.acquire(); // its answer is on the way, or about to be
        QThread::msleep(20);
        needs.start(rowsOf(u"new.example"_s), {}, {});
        m_begun.acquire();
        QTest::qWait(20);
        QVERIFY(answered.isEmpty());
        m_leave.release();
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<QList<Endpoint>>().first().host, u"new.example"_s);
        m_begun.acquire();
    }

    void whoIsCancelledIsTold()
    {
        auto needs = std::make_unique<UnneededHosts>(slowly(), 0ms);
        QSignalSpy answered(needs.get(), &UnneededHosts::answered);
        needs->start(rowsOf(u"a.example"_s), {}, {});
        m_begun.acquire();
        needs->cancel();
        QVERIFY(!needs->isAsking());
        m_leave.release();
        m_begun.acquire();
        QCOMPARE(m_cancelled, 1);
        QTest::qWait(20);
        QVERIFY(answered.isEmpty());
    }

    void theEndWaitsForNoMoreThanThat()
    {
        auto needs = std::make_unique<UnneededHosts>(
            [this](const auto& rows, const auto&, const auto&, const std::atomic<bool>* isCancelled) {
                m_begun.release();
                while (!*isCancelled)
                    QThread::msleep(1);
                return rows;
            },
            0ms);
        needs->start(rowsOf(u"a.example"_s), {}, {});
        m_begun.acquire();
        needs.reset(); // would last forever if the thread were not told
    }

    void paintingHasItsThreads()
    {
        std::vector<std::unique_ptr<UnneededHosts>> many;
        for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i) {
            many.push_back(std::make_unique<UnneededHosts>(slowly(), 0ms));
            many.back()->start(rowsOf(u"a.example"_s), {}, {});
        }
        m_begun.acquire(int(many.size()));
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
