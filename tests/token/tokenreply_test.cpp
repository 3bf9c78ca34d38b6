#include "token/tokenreply.h"

#include "support/stationertest.h"
#include "token/jsonobject.h"

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);

TokenReply read(int status, const QByteArray& body, TokenProof proof = TokenProof::Secret)
{
    return readTokenReply(status, body, proof, now);
}

Secret jwtOf(const QByteArray& claims)
{
    return Secret(base64Url(R"({"alg":"RS256"})") + '.' + base64Url(claims) + ".c2lnbmVk");
}

} // namespace

class TokenReplyTest : public QObject {
    Q_OBJECT
private slots:
    void readsAToken()
    {
        const TokenReply reply = read(200, R"({"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"bearer",)"
                                           R"("expires_in":3600,"scope":"mail"})");
        QVERIFY(reply.given && !reply.fault);
        QCOMPARE(reply.given->token.reveal(), "2YotnFZFEjr1zCsicMWpAA"_ba);
        QCOMPARE(reply.given->claims.expires, now.addSecs(3600));
        QCOMPARE(reply.given->claims.scope, u"mail"_s);
    }

    void aTokenTellsOfItself()
    {
        // RFC 7519, section 3.1
        const TokenClaims rfc =
            claimsOf(Secret("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                            ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                            ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_ba));
        QCOMPARE(rfc.issuer, u"joe"_s);
        QCOMPARE(rfc.expires, QDateTime::fromSecsSinceEpoch(1300819380, Qt::UTC));
        const TokenClaims claims = claimsOf(jwtOf(R"({"aud":["a","b"],"roles":["SMTP.SendAsApp"],"scp":"x y","exp":"no"})"));
        QCOMPARE(claims.audience, u"a b"_s);
        QCOMPARE(claims.roles, QStringList{u"SMTP.SendAsApp"_s});
        QCOMPARE(claims.scope, u"x y"_s);
        QVERIFY(!claims.expires.isValid());
        QCOMPARE(claimsOf(Secret("ya29.opaque"_ba)), TokenClaims());
        QCOMPARE(claimsOf(Secret("a.b.c"_ba)), TokenClaims());
    }

    void readsWhatIsNoToken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<TokenFault>("fault");
        const auto row = [](const char* name, int status, const QByteArray& body, TokenFault fault) {
            QTest::newRow(name) << status << body << fault;
        };
        row("RFC 6749, 5.1: another type", 200, R"({"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example"})",
            TokenFault::NotBearer);
        row("no type", 200, R"({"access_token":"2YotnFZFEjr1zCsicMWpAA"})", TokenFault::NotBearer);
        row("RFC 6749, 5.2", 400, R"({"error":"invalid_request"})", TokenFault::Refused);
        row("who asks", 401, R"({"error":"invalid_client"})", TokenFault::CredentialsRefused);
        row("who asks, without a word", 401, "{}", TokenFault::CredentialsRefused);
        row("an error that comes as a success", 200, R"({"error":"invalid_scope"})", TokenFault::Refused);
        row("a page", 200, "<html></html>", TokenFault::NotJson);
        row("a page that was not found", 404, "<html></html>", TokenFault::NotJson);
        row("not now", 503, "<html></html>", TokenFault::Refused);
        row("a list", 200, "[]", TokenFault::NotJson);
        row("nothing", 200, "", TokenFault::NotJson);
        row("an empty object", 200, "{}", TokenFault::NoToken);
        row("an empty token", 200, R"({"access_token":"","token_type":"Bearer"})", TokenFault::NoToken);
        row("a line break", 200, R"({"access_token":"ab\r\nc","token_type":"Bearer"})", TokenFault::MalformedToken);
        row("a sign of another alphabet", 200, R"({"access_token":"ab\u0001c","token_type":"Bearer"})",
            TokenFault::MalformedToken);
        row("a NUL", 200, R"({"access_token":"ab\u0000c","token_type":"Bearer"})", TokenFault::MalformedToken);
    }
    void readsWhatIsNoToken()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const TokenReply reply = read(status, body);
        QVERIFY(!reply.given);
        QTEST(*reply.fault, "fault");
    }

    void anAssertionThatIsTheGrantProvesWhoAsks()
    {
        const QByteArray body = R"({"error":"invalid_grant","error_description":"Invalid JWT Signature."})";
        QCOMPARE(read(400, body, TokenProof::ServiceAccount).fault, TokenFault::CredentialsRefused);
        QCOMPARE(read(400, body, TokenProof::Secret).fault, TokenFault::Refused);
    }

    void findsMicrosoftsCodes()
    {
        const TokenReply reply =
            read(401, R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.",)"
                      R"("error_codes":[7000215],"trace_id":"x"})");
        QCOMPARE(reply.providerCodes, QList<int>{7000215});
        const QByteArray inWordsAlone = R"({"error":"x","error_description":"AADSTS90002: Tenant 'y' not found."})";
        QCOMPARE(read(400, inWordsAlone).providerCodes, QList<int>{90002});
    }

    void knowsTheAlphabet() // RFC 6750, section 2.1
    {
        for (const char* const token : {"a", "mF_9.B5f-4.1JqM", "abc==", "a~+/"})
            QVERIFY(isB64Token(token));
        for (const char* const token : {"", "=", "a b", "a=b", "ä", "a\n", "\"a\""})
            QVERIFY(!isB64Token(token));
    }
};

STATIONER_TEST(TokenReplyTest)
#include "tokenreply_test.moc"
