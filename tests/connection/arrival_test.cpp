// After its message is sent an alarm's test looks for it in an inbox, at servers that find it late, never, or answer without
// an end.

#include "connection/testrun.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

const Script smtp{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250 mx\r\n"_ba},       Hear{}, Say{"250 ok\r\n"_ba}, Hear{},
                  Say{"250 2.1.5 ok\r\n"_ba}, Hear{}, Say{"550 5.1.1 who\r\n"_ba}};

Script smtpTaking(int recipients)
{
    Script script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250 mx\r\n"_ba}, Hear{}, Say{"250 ok\r\n"_ba}};
    for (int i = 0; i < recipients; ++i)
        script << Hear{} << Say{"250 2.1.5 ok\r\n"_ba};
    return script << Hear{} << Say{"354 go on\r\n"_ba} << Hear{} << Say{"250 queued\r\n"_ba};
}

Script imap(const QByteArray& found)
{
    return {Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba},
            Hear{},
            Say{"%t OK in\r\n"_ba},
            Hear{},
            Say{"%t OK [READ-ONLY]\r\n"_ba},
            Hear{},
            Say{found}};
}

Script pop3(const Script& afterStat)
{
    return Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK\r\nUSER\r\n.\r\n"_ba}, Hear{}, Say{"+OK\r\n"_ba}, Hear{},
                  Say{"+OK\r\n"_ba},    Hear{}, Say{"+OK 1 100\r\n"_ba}} +
           afterStat;
}

const auto nothing = "* SEARCH\r\n%t OK done\r\n"_ba;
const auto there = "* SEARCH 3\r\n%t OK done\r\n"_ba;

/// One alarm to these addresses by the first server, looked for at the second.
TestOrder alarmOrder(const FaultServer& out, const FaultServer& in, Protocol protocol,
                     const QStringList& addresses = {u"a@x.example"_s})
{
    TestOrder proof = order(out, Protocol::Smtp, SecurityMode::None);
    proof.settings.account.reset();
    proof.settings.replyTo = u"alarms@x.example"_s;
    proof.depth = Depth::Message;
    proof.message = "Subject: CODE42\r\n\r\n";
    proof.alarm = AlarmFacts{u"/R"_s, {}, "CODE42", u"/In"_s};
    for (const QString& address : addresses)
        proof.alarm->addressees += Addressee{address};
    TestOrder look = order(in, protocol, SecurityMode::None);
    look.settings.path = u"/In"_s;
    look.depth = Depth::Envelope;
    look.sought = "CODE42";
    proof.arrival = std::make_shared<const TestOrder>(look);
    return proof;
}

Limits limits(std::chrono::milliseconds arrival = 20s)
{
    Limits limits = shortLimits();
    limits.arrival = arrival;
    limits.look = 1ms;
    return limits;
}

} // namespace

class ArrivalTest : public QObject {
    Q_OBJECT
private slots:
    void isSeenOnceItIsThere();
    void isSeenInTheHeadersOfPop3();
    void nothingIsLookedForWhereOneRecipientIsRefused();
    void aMailboxThatNeverGetsItEndsWithTheLimit();
    void theLimitOfTheWholeTestCountsToo();
    void aRefusedSignInIsNotRepeated();
    void aMailboxInUseIsAskedAgain();
    void aLostConnectionIsNotTheEnd();
    void endlessAnswersEndTheTest_data();
    void endlessAnswersEndTheTest();
    void canBeCancelled();
    void theLastLookIsTheOneTheOutcomeIsAbout();
};

void ArrivalTest::isSeenOnceItIsThere()
{
    FaultServer out(smtpTaking(2)), in(imap(nothing));
    in.setScript(2, imap(there));
    const Report report = run(alarmOrder(out, in, Protocol::Imap, {u"a@x.example"_s, u"b@x.example"_s}), limits());
    COMPARE_END(report, Outcome::Succeeded, Stage::Arrival);
    QCOMPARE(in.connections(), 3);
    QCOMPARE(out.connections(), 1);
    QCOMPARE(names(report), nineStages + QList({Stage::Message, Stage::Arrival}));
    QCOMPARE(status(report, Stage::Message), StageStatus::Passed);
    QCOMPARE(detail(report, Stage::Arrival), u"/In"_s);
    QCOMPARE(report.learnt.recipients, (QList<RecipientAnswer>(2, {true, "250 2.1.5", "ok"})));
    QVERIFY(in.hasHeard("EXAMINE INBOX\r\n") && in.hasHeard("SEARCH SUBJECT \"CODE42\"\r\n"));
    QVERIFY(report.lastLook && report.lastLook->learnt.hasFound);
}

void ArrivalTest::isSeenInTheHeadersOfPop3()
{
    FaultServer out(smtpTaking(1)), in(pop3({Hear{}, Say{"+OK\r\nSubject: CODE42\r\n\r\n.\r\n"_ba}}));
    COMPARE_END(run(alarmOrder(out, in, Protocol::Pop3), limits()), Outcome::Succeeded, Stage::Arrival);
    QVERIFY(in.hasHeard("TOP 1 0\r\n"));
    QVERIFY(!in.hasHeard("RETR") && !in.hasHeard("DELE"));
}

void ArrivalTest::nothingIsLookedForWhereOneRecipientIsRefused()
{
    FaultServer out(smtp), in(imap(there));
    const Report report = run(alarmOrder(out, in, Protocol::Imap, {u"a@x.example"_s, u"b@x.example"_s}), limits());
    COMPARE_END(report, Outcome::ServerRefused, Stage::Message);
    QCOMPARE(status(report, Stage::Arrival), StageStatus::Skipped);
    QCOMPARE(detail(report, Stage::Arrival), u"message"_s);
    QCOMPARE(in.connections(), 0);
    QVERIFY(!out.hasHeard("DATA"));
    QCOMPARE(report.learnt.recipients.size(), 2);
    QVERIFY(report.learnt.recipients[0].isAccepted && !report.learnt.recipients[1].isAccepted);
}

void ArrivalTest::aMailboxThatNeverGetsItEndsWithTheLimit()
{
    FaultServer out(smtpTaking(1)), in(imap(nothing));
    const Report report = run(alarmOrder(out, in, Protocol::Imap), limits(300ms));
    COMPARE_END(report, Outcome::TimedOut, Stage::Arrival);
    QCOMPARE(status(report, Stage::Message), StageStatus::Passed);
    QVERIFY(in.connections() > 1);
    QCOMPARE(&report.decisive(), &report);
}

void ArrivalTest::theLimitOfTheWholeTestCountsToo()
{
    FaultServer out(smtpTaking(1)), in(imap(nothing));
    Limits bounded = limits(1h);
    bounded.whole = 700ms;
    COMPARE_END(run(alarmOrder(out, in, Protocol::Imap), bounded), Outcome::TimedOut, Stage::Arrival);
}

void ArrivalTest::aRefusedSignInIsNotRepeated()
{
    FaultServer out(smtpTaking(1)),
        in({Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba}, Hear{}, Say{"%t NO [AUTHENTICATIONFAILED] no\r\n"_ba}});
    const Report report = run(alarmOrder(out, in, Protocol::Imap), limits());
    COMPARE_END(report, Outcome::LoginRejected, Stage::Arrival);
    QCOMPARE(in.connections(), 1);
}

void ArrivalTest::aMailboxInUseIsAskedAgain()
{
    FaultServer out(smtpTaking(1)), in(pop3({Hear{}, Say{"+OK\r\nSubject: CODE42\r\n\r\n.\r\n"_ba}}));
    in.setScript(0, {Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK\r\nUSER\r\n.\r\n"_ba}, Hear{}, Say{"+OK\r\n"_ba}, Hear{},
                     Say{"-ERR [IN-USE] somebody reads it\r\n"_ba}});
    in.setScript(1, pop3({Hear{}, Say{"+OK\r\nSubject: CODE42\r\n\r\n.\r\n"_ba}}));
    COMPARE_END(run(alarmOrder(out, in, Protocol::Pop3), limits()), Outcome::Succeeded, Stage::Arrival);
    QCOMPARE(in.connections(), 2);
}

void ArrivalTest::aLostConnectionIsNotTheEnd()
{
    FaultServer out(smtpTaking(1)), in({Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba}, Hear{}, Close{}});
    in.setScript(1, imap(there));
    COMPARE_END(run(alarmOrder(out, in, Protocol::Imap), limits()), Outcome::Succeeded, Stage::Arrival);
}

void ArrivalTest::endlessAnswersEndTheTest_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Script>("script");
    const Script search = imap({});
    QTest::newRow("a search with numbers without an end")
        << Protocol::Imap << search + Script{Say{"* SEARCH"_ba}, Flood{" 1234567"_ba}};
    QTest::newRow("a search with lines without an end")
        << Protocol::Imap << search + Script{Flood{"* SEARCH 1 2 3 4 5\r\n"_ba}};
    QTest::newRow("headers without an end")
        << Protocol::Pop3 << pop3({Hear{}, Say{"+OK\r\n"_ba}, Flood{"Subject: CODE4\r\n"_ba}});
    QTest::newRow("a header without an end")
        << Protocol::Pop3 << pop3({Hear{}, Say{"+OK\r\nSubject: "_ba}, Flood{"CODE4 "_ba}});
}

void ArrivalTest::endlessAnswersEndTheTest()
{
    QFETCH(Protocol, protocol);
    QFETCH(Script, script);
    FaultServer out(smtpTaking(1)), in(script);
    const Report report = run(alarmOrder(out, in, protocol), limits());
    COMPARE_END(report, Outcome::ProtocolBroken, Stage::Arrival);
    QCOMPARE(in.connections(), 1);
}

void ArrivalTest::canBeCancelled()
{
    FaultServer out(smtpTaking(1)), in(imap(nothing));
    ConnectionTest test(
        alarmOrder(out, in, Protocol::Imap),
        [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, limits(1h));
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(in.connections() > 0, 20000);
    test.cancel();
    QVERIFY(finished.wait(20000));
    COMPARE_END(finished.first().first().value<Report>(), Outcome::Cancelled, Stage::Arrival);
    const int looks = in.connections();
    QTest::qWait(100); // a further look would be made now
    QCOMPARE(in.connections(), looks);
    QCOMPARE(finished.size(), 1);
}

void ArrivalTest::theLastLookIsTheOneTheOutcomeIsAbout()
{
    FaultServer out(smtpTaking(1)), in({Say{"* BYE go away\r\n"_ba}});
    const Report report = run(alarmOrder(out, in, Protocol::Imap), limits());
    COMPARE_END(report, Outcome::GreetingRefused, Stage::Arrival);
    QCOMPARE(&report.decisive(), report.lastLook.get());
    QCOMPARE(report.decisive().settings.server.port, in.port());
    QCOMPARE(report.path(), u"/R"_s);
}

STATIONER_TEST(ArrivalTest)
#include "arrival_test.moc"
