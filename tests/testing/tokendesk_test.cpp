#include "testing/testrun.h"

#include "support/stationertest.h"
#include "support/tokenserver.h"

#include <QSignalSpy>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const Script imapWithTokens{Say{"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hi\r\n"_ba}, Hear{},
                            Say{"%t OK in\r\n"_ba}, Hear{}, Say{"%t OK\r\n"_ba}};

ChainJudge judging(Verdict verdict, int* asked = nullptr)
{
    return [verdict, asked](const CertificateChain& chain, const Endpoint&) {
        Judgement judgement;
        judgement.verdict = verdict;
        for (const QByteArray& der : chain)
            judgement.sent += *certificateFacts(der);
        if (asked)
            ++*asked;
        return judgement;
    };
}

TestSubject subjectOf(const FaultServer& server, const QString& endpoint, const QString& client = u"station"_s)
{
    TestSubject subject{.order = {}, .judge = judging(Verdict::Trusted)};
    subject.order.settings.protocol = Protocol::Imap;
    subject.order.settings.server = {u"127.0.0.1"_s, server.port()};
    subject.order.settings.account = u"bob"_s;
    subject.order.depth = Depth::Login;
    subject.grant = TokenGrant{endpoint, client, u"mail"_s, Secret("correct horse"_ba)};
    return subject;
}

QList<Report> ran(const QList<TestSubject>& subjects, int jobs)
{
    TestRun run(subjects, {}, {.jobs = jobs});
    QSignalSpy finished(&run, &TestRun::finished);
    QList<Report> reports(subjects.size());
    QObject::connect(&run, &TestRun::reported, &run,
                     [&reports](qsizetype index, const Report& report) { reports[index] = report; });
    run.start();
    if (!finished.wait(20000))
        QTest::qFail("the run does not end", __FILE__, __LINE__);
    return reports;
}

} // namespace

/// One fetch a client and run.
class TokenDeskTest : public QObject {
    Q_OBJECT

    const TestCa m_authority;

private slots:
    void manyAccountsHaveOneToken_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::newRow("one after the other") << 1;
        QTest::newRow("at once") << 5;
    }
    void manyAccountsHaveOneToken()
    {
        QFETCH(int, jobs);
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(tokenAnswer()));
        for (const Report& report : ran(QList<TestSubject>(5, subjectOf(mail, provider.url(u"/token"_s))), jobs)) {
            QCOMPARE(report.outcome, Outcome::Succeeded);
            QVERIFY(report.record(Stage::Token));
        }
        QCOMPARE(provider.connections(), 1);
        QCOMPARE(mail.connections(), 5);
    }

    void anotherClientHasItsOwn()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(tokenAnswer()));
        const QString url = provider.url(u"/token"_s);
        ran({subjectOf(mail, url), subjectOf(mail, url, u"other"_s)}, 1);
        QCOMPARE(provider.connections(), 2);
    }

    void aRefusedOneIsNotRepeated()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(httpAnswer(401, R"({"error":"invalid_client"})")));
        for (const Report& report : ran(QList<TestSubject>(4, subjectOf(mail, provider.url(u"/token"_s))), 2)) {
            QCOMPARE(report.outcome, Outcome::LoginRejected);
            QCOMPARE(report.stage, Stage::Token);
        }
        QCOMPARE(provider.connections(), 1);
        QCOMPARE(mail.connections(), 0);
    }

    void eachStationJudgesByWhatItTrusts()
    {
        FaultServer mail(imapWithTokens);
        TokenServer provider(m_authority, answering(tokenAnswer()));
        const TestSubject trusting = subjectOf(mail, provider.url(u"/token"_s));
        TestSubject wary = trusting;
        wary.judge = judging(Verdict::Challenged);
        const QList<Report> reports = ran({wary, trusting, wary}, 1);
        for (const int i : {0, 2}) {
            QCOMPARE(reports[i].outcome, Outcome::CertificateChallenged);
            QCOMPARE(reports[i].stage, Stage::Token);
            QCOMPARE(reports[i].judgedServer(), (Endpoint{u"localhost"_s, provider.port()}));
            QVERIFY(!reports[i].trust->sent.isEmpty());
        }
        QCOMPARE(reports[1].outcome, Outcome::Succeeded);
        QCOMPARE(provider.connections(), 2); // the first was not asked anything
        QCOMPARE(provider.heard(0).encrypted, QByteArray());
        QCOMPARE(mail.connections(), 1);
    }
};

STATIONER_TEST(TokenDeskTest)
#include "tokendesk_test.moc"
