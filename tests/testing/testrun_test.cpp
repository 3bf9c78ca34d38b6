#include "testing/testrun.h"

#include "support/faultserver.h"
#include "support/stationertest.h"

#include <QSignalSpy>
#include <QTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const Script greets{Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba}, Hear{}, Say{"* CAPABILITY IMAP4rev1\r\n%t OK\r\n"_ba}};

Judgement trusted(const CertificateChain&, const Endpoint&)
{
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    return judgement;
}

/// An account that is reached without signing in; with a password it would go on to that.
TestSubject subject(const FaultServer& server, bool needsPassword = false)
{
    TestSubject subject{.order = {}, .judge = trusted, .needsPassword = needsPassword};
    subject.order.settings.protocol = Protocol::Imap;
    subject.order.settings.server = {u"127.0.0.1"_s, server.port()};
    subject.order.settings.account = u"bob"_s;
    subject.order.depth = needsPassword ? Depth::Login : Depth::Connect;
    return subject;
}

using Found = std::function<void(const FoundPassword&)>;

} // namespace

class TestRunTest : public QObject {
    Q_OBJECT
private slots:
    void everyAccountIsReportedOnce()
    {
        FaultServer server(greets);
        TestSubject faulty = subject(server);
        faulty.fault = SettingFault{SettingFault::Kind::Missing, u"hostname"_s, {}};
        TestRun run({subject(server), faulty, subject(server)}, {}, {.jobs = 2});
        QSignalSpy testing(&run, &TestRun::testing);
        QSignalSpy reported(&run, &TestRun::reported);
        QSignalSpy finished(&run, &TestRun::finished);
        run.start();
        QVERIFY(finished.wait(20000));
        QCOMPARE(testing.size(), 1);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reported.size(), 3);
        QCOMPARE(reported.first().first().value<qsizetype>(), 1); // there is nothing to wait for
        QCOMPARE(reported.first().at(1).value<Report>().outcome, Outcome::SettingInvalid);
    }

    void withoutItsPasswordAnAccountIsReached()
    {
        FaultServer server(greets);
        TestRun run({subject(server, true)}, [](qsizetype, const Found& found) { found({}); }, {});
        QSignalSpy reported(&run, &TestRun::reported);
        run.start();
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, 20000);
        const Report report = reported.first().at(1).value<Report>();
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.depth, Depth::Connect);
        QVERIFY(!server.hasHeard("LOGIN"));
    }

    void withoutAnIndispensablePasswordNothingIsSent()
    {
        FaultServer server(greets);
        int asked = 0;
        const auto passwords = [&asked](qsizetype subject, const Found& found) {
            ++asked;
            found({.secret = subject == 1 ? std::nullopt : std::optional(Secret("secret"_ba)), .isIndispensable = true});
        };
        TestRun run({subject(server, true), subject(server, true), subject(server, true)}, passwords, {});
        QSignalSpy testing(&run, &TestRun::testing);
        QSignalSpy reported(&run, &TestRun::reported);
        QSignalSpy finished(&run, &TestRun::finished);
        run.start();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(asked, 3); // whoever gathers them learns of all that are missing
        QTest::qWait(50);
        QCOMPARE(testing.size(), 0);
        QCOMPARE(reported.size(), 0);
        QCOMPARE(server.connections(), 0);
    }

    void asksSomeAtOnceAndNobodyTwice()
    {
        FaultServer server(greets);
        QList<Found> open;
        const auto passwords = [&open](qsizetype, const Found& found) { open += found; };
        TestRun run(QList<TestSubject>(5, subject(server, true)), passwords, {.jobs = 1, .questions = 2});
        QSignalSpy testing(&run, &TestRun::testing);
        run.start();
        QCOMPARE(open.size(), 2);
        open[0]({});
        QCOMPARE(open.size(), 3);
        for (qsizetype i = 1; i < 5; ++i) {
            QCOMPARE(testing.size(), 0);
            open[i]({});
        }
        QCOMPARE(open.size(), 5);
        QCOMPARE(testing.size(), 1);
    }

    void aThousandKnownPasswordsAreNoThousandFrames()
    {
        FaultServer server(greets);
        int deepest = 0;
        int depth = 0;
        const auto passwords = [&](qsizetype, const Found& found) {
            deepest = std::max(deepest, ++depth);
            found({.secret = {}, .isIndispensable = true});
            --depth;
        };
        TestRun run(QList<TestSubject>(1000, subject(server, true)), passwords, {});
        run.start();
        QCOMPARE(deepest, 1);
    }

    void cancelledWhileItAsksItSendsNothing()
    {
        FaultServer server(greets);
        Found late;
        TestRun run({subject(server, true)}, [&late](qsizetype, const Found& found) { late = found; }, {});
        QSignalSpy finished(&run, &TestRun::finished);
        run.start();
        run.cancel();
        QCOMPARE(finished.size(), 1);
        late({.secret = Secret("secret"_ba)});
        QTest::qWait(50);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(server.connections(), 0);
    }

    void anAnswerAfterTheRunIsHeardByNobody()
    {
        FaultServer server(greets);
        Found late;
        {
            TestRun run({subject(server, true)}, [&late](qsizetype, const Found& found) { late = found; }, {});
            run.start();
        }
        late({});
        QTest::qWait(50);
        QCOMPARE(server.connections(), 0);
    }
};

STATIONER_TEST(TestRunTest)
#include "testrun_test.moc"
