#include "token/tokenfetch.h"

#include "support/stationertest.h"
#include "support/tokenserver.h"

#include <optional>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "correct horse battery";

Judgement judged(Verdict verdict, const CertificateChain& chain)
{
    Judgement judgement;
    judgement.verdict = verdict;
    for (const QByteArray& der : chain)
        judgement.sent += *certificateFacts(der);
    return judgement;
}

/// One fetching to its end.
TokenFetchEnd fetched(const TokenGrant& grant, TokenFetch::Ways ways = {.whole = 10s}, Verdict verdict = Verdict::Trusted)
{
    TokenFetch fetch(
        grant, [verdict](const CertificateChain& chain, const Endpoint&) { return judged(verdict, chain); }, ways);
    std::optional<TokenFetchEnd> ended;
    QObject::connect(&fetch, &TokenFetch::finished, &fetch, [&ended](const TokenFetchEnd& end) {
        if (ended)
            QTest::qFail("it ended twice", __FILE__, __LINE__);
        ended = end;
    });
    fetch.start();
    if (ended)
        QTest::qFail("it ended within start()", __FILE__, __LINE__);
    if (!QTest::qWaitFor([&ended] { return ended.has_value(); }, 20000))
        QTest::qFail("it did not end", __FILE__, __LINE__);
    return ended.value_or(TokenFetchEnd());
}

TokenGrant grantAt(const QString& url)
{
    return {url, u"station"_s, u"mail"_s, Secret(secret)};
}

QByteArray metadataOf(const QString& tokenEndpoint, const QString& issuer)
{
    return httpAnswer(200, "{\"issuer\":\"" + issuer.toUtf8() + "\",\"token_endpoint\":\"" + tokenEndpoint.toUtf8() +
                               "\",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]}");
}

/// How often it was asked; a connection that nothing was said on does not count.
int requestsAt(const FaultServer& server)
{
    int asked = 0;
    for (int i = 0; i < server.connections(); ++i)
        asked += server.heard(i).encrypted.isEmpty() ? 0 : 1;
    return asked;
}

/// Neither what was asked with nor what came.
bool isSecretIn(const TokenStory& story)
{
    QByteArray all = story.error + story.description + story.url.toUtf8() + story.libraryText.toUtf8();
    for (const TokenLine& line : story.lines)
        if (!line.isFromServer)
            all += line.text;
    return all.contains(secret) || all.contains(someToken);
}

} // namespace

/// A token over HTTPS, and what a server can do wrong.
class TokenFetchTest : public QObject {
    Q_OBJECT

    const TestCa m_authority;

private slots:
    void fetchesAToken()
    {
        TokenServer server(m_authority, answering(tokenAnswer()));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/token"_s)));
        QVERIFY(!end.story.fault);
        QCOMPARE(end.token.reveal(), someToken);
        QCOMPARE(server.connections(), 1);
        QTRY_VERIFY(server.heard(0).encrypted.contains("client_secret=correct+horse+battery"));
        QVERIFY(server.heard(0).encrypted.startsWith("POST /token HTTP/1.1\r\n"));
        QVERIFY(!isSecretIn(end.story));
        QCOMPARE(end.servers.size(), 1);
        QCOMPARE(end.servers.first().server, (Endpoint{u"localhost"_s, server.port()}));
    }

    void metadataSaysWhere()
    {
        TokenServer server(m_authority, {});
        const QString issuer = server.url({});
        server.setScript(0, answering(metadataOf(server.url(u"/there"_s), issuer)));
        server.setScript(1, answering(tokenAnswer()));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/.well-known/openid-configuration"_s)));
        QVERIFY(!end.story.fault);
        QCOMPARE(end.token.reveal(), someToken);
        QCOMPARE(end.story.url, server.url(u"/there"_s));
        QVERIFY(end.story.otherIssuer.isEmpty());
        QCOMPARE(server.connections(), 2); // each is judged
        QCOMPARE(end.servers.size(), 2);
        QTRY_VERIFY(server.heard(1).encrypted.startsWith("POST /there"));
    }

    void anotherIssuerIsARemark()
    {
        TokenServer server(m_authority, {});
        server.setScript(0, answering(metadataOf(server.url(u"/there"_s), u"https://other.example"_s)));
        server.setScript(1, answering(tokenAnswer()));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/.well-known/openid-configuration"_s)));
        QVERIFY(!end.story.fault);
        QCOMPARE(end.story.otherIssuer, u"https://other.example"_s);
    }

    void nothingLeavesBeforeTheServerIsJudged_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<TokenFault>("fault");
        QTest::newRow("challenged") << Verdict::Challenged << TokenFault::Challenged;
        QTest::newRow("rejected") << Verdict::Rejected << TokenFault::Rejected;
    }
    void nothingLeavesBeforeTheServerIsJudged()
    {
        QFETCH(Verdict, verdict);
        TokenServer server(m_authority, answering(tokenAnswer()));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/token"_s)), {.whole = 10s}, verdict);
        QTEST(*end.story.fault, "fault");
        QVERIFY(end.token.isEmpty());
        QCOMPARE(end.servers.last().judgement.verdict, verdict);
        QVERIFY(!end.servers.last().judgement.sent.isEmpty());
        QTRY_COMPARE(server.closedConnections(), server.connections());
        QCOMPARE(server.heard(0).encrypted, QByteArray());
    }

    void theTokenEndpointIsJudgedThoughTheMetadataWas()
    {
        TokenServer server(m_authority, {});
        server.setScript(0, answering(metadataOf(server.url(u"/there"_s), server.url({}))));
        server.setScript(1, answering(tokenAnswer()));
        int asked = 0;
        TokenFetch fetch(grantAt(server.url(u"/.well-known/openid-configuration"_s)),
                         [&asked](const CertificateChain& chain, const Endpoint&) {
                             return judged(++asked == 1 ? Verdict::Trusted : Verdict::Challenged, chain);
                         },
                         {.whole = 10s});
        std::optional<TokenFetchEnd> ended;
        connect(&fetch, &TokenFetch::finished, this, [&ended](const TokenFetchEnd& end) { ended = end; });
        fetch.start();
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(ended->story.fault, TokenFault::Challenged);
        QCOMPARE(asked, 2);
        QCOMPARE(server.heard(1).encrypted, QByteArray());
    }

    void aFaultEndsIt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<TokenFault>("fault");
        const auto row = [](const char* name, const QByteArray& answer, TokenFault fault) {
            QTest::newRow(name) << answer << fault;
        };
        row("a redirect", httpAnswer(302, {}, "Location: https://localhost/elsewhere\r\n"), TokenFault::Redirected);
        row("a redirect that keeps the form", httpAnswer(307, {}, "Location: /elsewhere\r\n"), TokenFault::Redirected);
        row("a page", httpAnswer(200, "<html>secret</html>"), TokenFault::NotJson);
        row("a token of 1 MB", tokenAnswer(QByteArray(1 << 20, 'a')), TokenFault::TooLarge);
        row("a token with a line break", tokenAnswer("ab\\r\\nc"), TokenFault::MalformedToken);
        row("a refused secret", httpAnswer(401, R"({"error":"invalid_client"})", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
            TokenFault::CredentialsRefused);
        row("no HTTP", "220 mail.example ESMTP\r\n", TokenFault::ConnectionLost); // Qt would ask once more
    }
    void aFaultEndsIt()
    {
        QFETCH(QByteArray, answer);
        TokenServer server(m_authority, answering(answer));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/token"_s)));
        QVERIFY(end.story.fault);
        QTEST(*end.story.fault, "fault");
        QVERIFY(end.token.isEmpty());
        QVERIFY(!isSecretIn(end.story));
        QCOMPARE(requestsAt(server), 1);
    }

    void metadataOfTenMegabytesIsNotRead()
    {
        TokenServer server(m_authority, answering(httpAnswer(200, QByteArray(10 << 20, ' '))));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/.well-known/openid-configuration"_s)));
        QCOMPARE(end.story.fault, TokenFault::TooLarge);
        QVERIFY(end.story.isAtMetadata);
    }

    void metadataThatLeadsToHttpIsNotFollowed()
    {
        TokenServer server(m_authority, answering(metadataOf(u"http://localhost/token"_s, u"https://localhost"_s)));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/.well-known/openid-configuration"_s)));
        QCOMPARE(end.story.fault, TokenFault::BadEndpoint);
        QCOMPARE(server.connections(), 1);
    }

    void anAnswerThatNeverEndsIsNotWaitedFor()
    {
        TokenServer slow(m_authority,
                         {Encrypt{}, Hear{}, Say{"HTTP/1.1 200 OK\r\n\r\n"_ba}, Drip{QByteArray(100000, ' '), 5ms}});
        QCOMPARE(fetched(grantAt(slow.url(u"/token"_s)), {.whole = 500ms}).story.fault, TokenFault::TimedOut);
        TokenServer silent(m_authority, {Encrypt{}, Silence{}});
        QCOMPARE(fetched(grantAt(silent.url(u"/token"_s)), {.whole = 500ms}).story.fault, TokenFault::TimedOut);
        TokenServer deaf(m_authority, {Silence{}});
        QCOMPARE(fetched(grantAt(deaf.url(u"/token"_s)), {.whole = 500ms}).story.fault, TokenFault::TimedOut);
        TokenServer flooding(m_authority,
                             {Encrypt{}, Hear{}, Say{"HTTP/1.1 200 OK\r\n\r\n"_ba}, Flood{QByteArray(4096, ' ')}});
        QCOMPARE(fetched(grantAt(flooding.url(u"/token"_s))).story.fault, TokenFault::TooLarge);
    }

    void aConnectionThatEndsIsNotTriedAgain()
    {
        TokenServer server(m_authority, {Encrypt{}, Hear{}, Close{}});
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/token"_s)));
        QCOMPARE(end.story.fault, TokenFault::ConnectionLost);
        QCOMPARE(requestsAt(server), 1);
    }

    void nobodyIsAskedByHttp()
    {
        FaultServer server({Hear{}, Say{"HTTP/1.1 200 OK\r\n\r\n"_ba}});
        const QString url = u"http://localhost:%1/token"_s.arg(server.port());
        QCOMPARE(fetched(grantAt(url)).story.fault, TokenFault::BadEndpoint);
        QCOMPARE(server.connections(), 0);
    }

    void aServerWithoutTlsGetsNothing()
    {
        FaultServer server({Say{"HTTP/1.1 200 OK\r\n\r\n"_ba}});
        const TokenFetchEnd end = fetched(grantAt(u"https://localhost:%1/token"_s.arg(server.port())));
        QCOMPARE(end.story.fault, TokenFault::TlsFailed);
        QVERIFY(!server.hasHeard(secret));
    }

    void nobodyThereIsSaid()
    {
        QCOMPARE(fetched(grantAt(u"https://localhost:1/token"_s)).story.fault, TokenFault::Unreachable);
        QCOMPARE(fetched(grantAt(u"https://nowhere.invalid/token"_s)).story.fault, TokenFault::HostNotFound);
    }

    void theServersClockIsNoted()
    {
        const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(-600);
        TokenServer server(m_authority, answering(httpAnswer(400, R"({"error":"invalid_client"})", {}, theirs)));
        const TokenFetchEnd end = fetched(grantAt(server.url(u"/token"_s)));
        QVERIFY(qAbs(end.story.ourTime.secsTo(end.story.theirTime) + 600) < 60);
    }
};

STATIONER_TEST(TokenFetchTest)
#include "tokenfetch_test.moc"
