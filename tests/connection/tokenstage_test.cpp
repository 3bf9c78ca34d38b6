// The stage in which a test gets its token, whoever fetches it.

#include "connection/testrun.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

const QByteArray clientSecret = "client-secret-0815";

FetchedToken tokenOf(const QByteArray& token)
{
    FetchedToken fetched;
    fetched.token = Secret(token);
    fetched.story.server = {u"login.example"_s, 443};
    fetched.story.url = u"https://login.example/token"_s;
    fetched.story.claims = TokenClaims{u"https://sts.example"_s, u"mail"_s, u"send"_s, {u"SMTP.SendAsApp"_s}, {}};
    fetched.story.lines = {{false, "POST https://login.example/token"}, {true, "HTTP 200 application/json"}};
    fetched.secrets = {Secret(clientSecret)};
    return fetched;
}

FetchedToken refusal(TokenFault fault)
{
    FetchedToken fetched = tokenOf({});
    fetched.story.claims.reset();
    fetched.story.fault = fault;
    fetched.story.status = 401;
    fetched.story.error = "invalid_client";
    fetched.story.description = "no such secret: " + clientSecret;
    fetched.story.lines += TokenLine{true, "{\"error_description\":\"" + clientSecret + "\"}"};
    if (fault == TokenFault::Challenged)
        fetched.trust = judgement(Verdict::Challenged);
    return fetched;
}

TokenSource gives(const FetchedToken& fetched)
{
    return [fetched](const ChainJudge&, const std::function<void(const FetchedToken&)>& answered) { answered(fetched); };
}

const Script takesXOAuth2{Say{"220 mx ESMTP\r\n"_ba},
                          Hear{},
                          Say{"250-mx\r\n250 AUTH PLAIN OAUTHBEARER XOAUTH2\r\n"_ba},
                          Hear{},
                          Say{"235 2.7.0 ok\r\n"_ba},
                          Hear{},
                          Say{"221 bye\r\n"_ba}};

bool isAnywhere(const Report& report, const QByteArray& secret)
{
    QString all = report.libraryText;
    for (const StageRecord& record : report.stages)
        all += record.detail;
    for (const TranscriptLine& line : report.transcript)
        all += line.text;
    if (report.token)
        all += QString::fromUtf8(report.token->description + report.token->error);
    return all.contains(QString::fromUtf8(secret));
}

} // namespace

class TokenStageTest : public QObject {
    Q_OBJECT
private slots:
    void aFetchedTokenSignsIn()
    {
        FaultServer server(takesXOAuth2);
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        wanted.tokenSource = gives(tokenOf("fetched-token-4711"));
        const Report report = run(wanted);
        COMPARE_END(report, Outcome::Succeeded, Stage::Login);
        QCOMPARE(names(report).mid(0, 3), (QList{Stage::Settings, Stage::Token, Stage::Resolve}));
        QCOMPARE(names(report).size(), nineStages.size() + 1);
        QCOMPARE(status(report, Stage::Token), StageStatus::Passed);
        QCOMPARE(report.learnt.mechanism, "XOAUTH2"_ba);
        QCOMPARE(report.credential, Credential::Token);
        QCOMPARE(report.token->claims->roles, QStringList{u"SMTP.SendAsApp"_s});
        QVERIFY(server.hasHeard(QByteArray("user=bob\1auth=Bearer fetched-token-4711\1\1").toBase64()));
        QVERIFY(!isAnywhere(report, "fetched-token-4711"));
    }

    void withoutATokenNobodyIsConnectedTo_data()
    {
        QTest::addColumn<TokenFault>("fault");
        QTest::addColumn<Outcome>("outcome");
        const auto row = [](TokenFault fault, Outcome outcome) {
            QTest::addRow("%s %d", QString(nameOf(outcome)).toLatin1().constData(), int(fault)) << fault << outcome;
        };
        row(TokenFault::BadEndpoint, Outcome::SettingInvalid);
        row(TokenFault::CredentialsRefused, Outcome::LoginRejected);
        row(TokenFault::Refused, Outcome::ServerRefused);
        row(TokenFault::Redirected, Outcome::ProtocolBroken);
        row(TokenFault::NotJson, Outcome::ProtocolBroken);
        row(TokenFault::TimedOut, Outcome::TimedOut);
        row(TokenFault::Challenged, Outcome::CertificateChallenged);
    }
    void withoutATokenNobodyIsConnectedTo()
    {
        QFETCH(TokenFault, fault);
        QFETCH(Outcome, outcome);
        FaultServer server(takesXOAuth2);
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        wanted.tokenSource = gives(refusal(fault));
        const Report report = run(wanted);
        COMPARE_END(report, outcome, Stage::Token);
        QCOMPARE(status(report, Stage::Resolve), StageStatus::Skipped);
        QCOMPARE(detail(report, Stage::Resolve), u"token"_s);
        QCOMPARE(server.connections(), 0);
        QVERIFY(!isAnywhere(report, clientSecret));
        QCOMPARE(report.trust.has_value(), fault == TokenFault::Challenged);
        QCOMPARE(report.judgedServer(), (Endpoint{u"login.example"_s, 443}));
    }

    void whoeverDoesNotSignInNeedsNone()
    {
        FaultServer server(takesXOAuth2);
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        wanted.depth = Depth::Connect;
        wanted.tokenSource = [](const ChainJudge&, const auto&) { qFatal("a token was asked for"); };
        const Report report = run(wanted);
        COMPARE_END(report, Outcome::Succeeded, Stage::Capabilities);
        QCOMPARE(names(report), nineStages);
    }

    void theWholeTestsBoundHoldsForTheTokenToo()
    {
        FaultServer server(takesXOAuth2);
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        wanted.tokenSource = [](const ChainJudge&, const auto&) {};
        Limits limits = shortLimits();
        limits.whole = 100ms;
        COMPARE_END(run(wanted, limits), Outcome::TimedOut, Stage::Token);
        QCOMPARE(server.connections(), 0);
    }

    void aTokenThatComesTooLateIsNotTaken()
    {
        FaultServer server(takesXOAuth2);
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        std::function<void(const FetchedToken&)> answer;
        wanted.tokenSource = [&answer](const ChainJudge&, const auto& answered) { answer = answered; };
        {
            ConnectionTest test(wanted,
                                [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); });
            QSignalSpy finished(&test, &ConnectionTest::finished);
            test.start();
            QVERIFY(answer);
            test.cancel();
            QVERIFY(finished.wait());
            answer(tokenOf("fetched-token-4711"));
            QTest::qWait(20);
            QCOMPARE(finished.size(), 1);
            QCOMPARE(finished.first().first().value<Report>().outcome, Outcome::Cancelled);
        }
        answer(tokenOf("fetched-token-4711")); // the test is gone
        QCOMPARE(server.connections(), 0);
    }

    void pop3TakesATokenInALineOfItsOwn() // RFC 5034, section 4
    {
        FaultServer server(Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK\r\nSASL XOAUTH2\r\n.\r\n"_ba}, Hear{},
                                  Say{"+ \r\n"_ba}, Hear{}, Say{"+OK in\r\n"_ba}, Hear{}, Say{"+OK bye\r\n"_ba}});
        TestOrder wanted = order(server, Protocol::Pop3, SecurityMode::None);
        wanted.tokenSource = gives(tokenOf("T"));
        const Report report = run(wanted);
        COMPARE_END(report, Outcome::Succeeded, Stage::Login);
        QVERIFY(server.hasHeard("AUTH XOAUTH2\r\n"));
    }

    void whatAMailServerSaysOfATokenIsKept()
    {
        const QByteArray json = R"({"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"})";
        FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH XOAUTH2\r\n"_ba}, Hear{},
                                  Say{"334 " + json.toBase64() + "\r\n"}, Hear{}, Say{"535 5.7.8 no\r\n"_ba}, Hear{},
                                  Say{"221 bye\r\n"_ba}});
        TestOrder wanted = order(server, Protocol::Smtp, SecurityMode::None);
        wanted.tokenSource = gives(tokenOf("fetched-token-4711"));
        const Report report = run(wanted);
        COMPARE_END(report, Outcome::LoginRejected, Stage::Login);
        QCOMPARE(report.learnt.tokenError, json);
    }
};

STATIONER_TEST(TokenStageTest)
#include "tokenstage_test.moc"
