#include "diagnosis/testcomparison.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestComparisonTest : public QObject {
    Q_OBJECT

    static Report report()
    {
        Report one;
        one.settings.server = {u"mail.example"_s, 465};
        one.settings.security = SecurityMode::Ssl;
        one.outcome = Outcome::Succeeded;
        one.stage = Stage::Login;
        one.stages = {{Stage::Resolve, StageStatus::Passed, 0ns, 10ms, {}},
                      {Stage::Login, StageStatus::Passed, 10ms, 50ms, {}}};
        one.attempts = {{QHostAddress(u"192.0.2.7"_s), true, {}, 5ms}};
        one.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
        one.learnt.mechanism = "PLAIN";
        one.learnt.mechanismsAfterTls = {"PLAIN", "LOGIN"};
        return one;
    }
    static TestChange changeOf(const QList<TestChange>& changes, const QString& what)
    {
        for (const TestChange& change : changes)
            if (change.what == what)
                return change;
        return {};
    }

private slots:
    void theSameAgainIsNoChange()
    {
        QVERIFY(changesBetween(report(), report()).isEmpty());
        // Nor is a few milliseconds, or another order.
        Report now = report();
        now.stages[1].duration = 90ms;
        now.learnt.mechanismsAfterTls = {"LOGIN", "PLAIN"};
        QVERIFY(changesBetween(report(), now).isEmpty());
    }
    void whatEndedOtherwiseComesFirst()
    {
        Report now = report();
        now.outcome = Outcome::LoginRejected;
        now.stage = Stage::Login;
        now.tls->version = u"TLSv1.2"_s;
        now.settings.server.port = 587;
        const QList<TestChange> changes = changesBetween(report(), now);
        QCOMPARE(changes.size(), 3);
        QCOMPARE(changes[0], (TestChange{u"Outcome"_s, u"passed"_s, u"sign-in rejected"_s}));
        QCOMPARE(changeOf(changes, u"Server"_s), (TestChange{u"Server"_s, u"mail.example:465"_s, u"mail.example:587"_s}));
        QCOMPARE(changeOf(changes, u"TLS version"_s), (TestChange{u"TLS version"_s, u"TLSv1.3"_s, u"TLSv1.2"_s}));
    }
    void whatWasNotReachedIsNoChange()
    {
        Report now = report();
        now.outcome = Outcome::Unreachable;
        now.stage = Stage::Connect;
        now.attempts.clear();
        now.tls.reset();
        now.learnt = {};
        QCOMPARE(changesBetween(report(), now).size(), 2); // the outcome and where it ended
    }
    void aCancelledRunIsNotCompared()
    {
        Report now = report();
        now.outcome = Outcome::Cancelled;
        QVERIFY(changesBetween(report(), now).isEmpty());
    }
    void aStageThatTakesMuchLongerIsNamed()
    {
        Report now = report();
        now.stages[0].duration = 3s;
        const QList<TestChange> changes = changesBetween(report(), now);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].what, u"Time of Find host"_s);
        QCOMPARE(changes[0].now, u"3.0 s"_s);
    }
    void anotherCertificateIsNamed()
    {
        Report before = report();
        Report now = report();
        CertificateFacts leaf;
        leaf.commonName = u"mail.example"_s;
        leaf.notAfter = QDateTime(QDate(2027, 3, 12), QTime(12, 0));
        leaf.sha256 = QByteArray(64, 'a');
        before.trust.emplace().sent = {leaf};
        before.trust->verdict = Verdict::Exempted;
        now.trust = before.trust;
        QVERIFY(changesBetween(before, now).isEmpty());
        now.trust->sent[0].sha256 = QByteArray(64, 'b');
        const TestChange change = changeOf(changesBetween(before, now), u"Certificate"_s);
        QVERIFY(change.before.contains(u"AAAA"_s) && change.now.contains(u"BBBB"_s));
    }
};

STATIONER_TEST(TestComparisonTest)
#include "testcomparison_test.moc"
