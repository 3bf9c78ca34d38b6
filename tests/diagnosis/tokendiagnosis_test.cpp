#include "reports.h"

#include "connection/fetchedtoken.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "diagnosis/tokenrefusal.h"
#include "support/stationertest.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::diagnosis;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

Report withoutToken(TokenFault fault, TokenProof proof = TokenProof::Secret)
{
    Report made = report(outcomeOf(fault), Stage::Token);
    made.credential = Credential::Token;
    TokenStory story;
    story.proof = proof;
    story.server = {u"login.microsoftonline.com"_s, 443};
    story.url = u"https://login.microsoftonline.com/acme/oauth2/v2.0/token"_s;
    story.client = u"11111111-2222-3333-4444-555555555555"_s;
    story.scope = u"https://outlook.office365.com/.default"_s;
    story.fault = fault;
    story.status = 400;
    story.ourTime = noon;
    story.theirTime = noon;
    made.token = story;
    return made;
}

Report refusedWith(const QByteArray& error, const QByteArray& description, const QList<int>& codes = {},
                   TokenProof proof = TokenProof::Secret)
{
    Report made = withoutToken(error == "invalid_client" ? TokenFault::CredentialsRefused : TokenFault::Refused, proof);
    made.token->error = error;
    made.token->description = description;
    made.token->providerCodes = codes;
    return made;
}

/// A mail server refuses a token that Microsoft has given.
Report refusedByExchange(Protocol protocol, const QByteArray& code, const QByteArray& text, const QStringList& roles)
{
    Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login, SecurityMode::Ssl, protocol, 993),
                             Fault::LoginRejected, code, text);
    made.settings.server.host = u"outlook.office365.com"_s;
    made.credential = Credential::Token;
    made.learnt.mechanism = "XOAUTH2";
    TokenStory story;
    story.claims = TokenClaims{u"https://sts.windows.net/t/"_s, u"https://outlook.office365.com"_s, {}, roles, noon};
    made.token = story;
    return made;
}

} // namespace

/// Why there is no token, and why a mail server refuses one: by evidence, and with the place where it is mended.
class TokenDiagnosisTest : public QObject {
    Q_OBJECT
private slots:
    void aRefusalSaysItsCauseAndWhereItIsMended_data()
    {
        QTest::addColumn<Report>("made");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("place");
        QTest::addColumn<Certainty>("certainty");
        const auto row = [](const char* name, const Report& made, const QString& headline, const QString& place,
                            Certainty certainty) { QTest::newRow(name) << made << headline << place << certainty; };
        row("wrong secret", refusedWith("invalid_client", "AADSTS7000215: Invalid client secret provided.", {7000215}),
            u"The provider does not accept the client secret."_s, u"Certificates & secrets"_s, Certainty::Known);
        Report pasted = refusedWith("invalid_client", "AADSTS7000215: Invalid client secret provided.", {7000215});
        pasted.token->isSecretAnId = true;
        row("the secret's ID", pasted, u"The secret's ID was given, where the secret's value is wanted."_s,
            u"copy its Value"_s, Certainty::Known);
        row("expired", refusedWith("invalid_client", "AADSTS7000222: expired.", {7000222}),
            u"The client secret has run out."_s, u"New client secret"_s, Certainty::Known);
        row("unknown app", refusedWith("unauthorized_client", "AADSTS700016: Application not found", {700016}),
            u"The provider does not know the app «11111111-2222-3333-4444-555555555555»."_s, u"Application (client) ID"_s,
            Certainty::Known);
        row("unknown tenant", refusedWith("invalid_request", "AADSTS90002: Tenant 'acme' not found.", {90002}),
            u"The provider does not know the tenant."_s, u"Directory (tenant) ID"_s, Certainty::Known);
        row("consent", refusedWith("invalid_grant", "AADSTS65001: no consent", {65001}),
            u"The app lacks a permission, or the administrator's consent to it."_s, u"Grant admin consent"_s,
            Certainty::Known);
        row("resource", refusedWith("invalid_resource", "AADSTS500011: resource principal not found", {500011}),
            u"The provider does not know what the scope asks for."_s, u"https://outlook.office365.com/.default"_s,
            Certainty::Known);
        row("certificate", refusedWith("invalid_client", "AADSTS700027: x", {700027}, TokenProof::Certificate),
            u"The provider does not know the key that signed."_s, u"Upload certificate"_s, Certainty::Known);
        row("another provider's refusal", refusedWith("invalid_client", "client authentication failed"),
            u"The provider does not accept the client secret."_s, u"client authentication failed"_s, Certainty::Likely);
        Report google =
            refusedWith("unauthorized_client", "Client is unauthorized to retrieve access tokens using this method", {},
                        TokenProof::ServiceAccount);
        google.token->server.host = u"oauth2.googleapis.com"_s;
        row("delegation", google, u"The service account may not act for the mailboxes."_s, u"Domain Wide Delegation"_s,
            Certainty::Likely);
        google = refusedWith("invalid_grant", "Invalid JWT Signature.", {}, TokenProof::ServiceAccount);
        google.token->server.host = u"oauth2.googleapis.com"_s;
        row("deleted key", google, u"The provider does not know the key that signed."_s, u"Service Accounts"_s,
            Certainty::Known);
        Report clock = refusedWith("invalid_client", "client authentication failed", {}, TokenProof::Certificate);
        clock.token->theirTime = noon.addSecs(-600);
        row("clock", clock, u"A clock is wrong: the provider takes what was signed for too old or too new."_s, u"11:50"_s,
            Certainty::Likely);
        Report busy = withoutToken(TokenFault::Refused);
        busy.token->status = 503;
        row("busy", busy, u"The provider could not give a token just now."_s, u"HTTP 503"_s, Certainty::Likely);
    }
    void aRefusalSaysItsCauseAndWhereItIsMended()
    {
        QFETCH(Report, made);
        QFETCH(QString, place);
        const Diagnosis diagnosis = diagnose(made);
        QTEST(diagnosis.headline, "headline");
        QVERIFY2(diagnosis.body.contains(place), qPrintable(diagnosis.body));
        QTEST(diagnosis.certainty, "certainty");
        QVERIFY(diagnosis.remedies.isEmpty()); // no property of the account mends it
    }

    void noPortalIsNamedThatNobodySpokeTo()
    {
        Report made = refusedWith("invalid_client", "no");
        made.token->server.host = u"login.acme.example"_s;
        QVERIFY(!diagnose(made).body.contains(u"Microsoft"_s));
        made.token->server.host = u"notmicrosoftonline.com"_s;
        QVERIFY(!diagnose(made).body.contains(u"Microsoft"_s));
    }

    void theTimeUnderEveryRefusalIsNoClock()
    {
        const Report made =
            refusedWith("invalid_request", "AADSTS1: x Timestamp: 2026-11-23 12:00:00Z", {1}, TokenProof::Certificate);
        QCOMPARE(tokenRefusal(*made.token).cause, TokenCause::NotSaid);
    }

    void aClockThatIsOffMattersToWhatIsSignedAlone()
    {
        Report made = refusedWith("invalid_client", "no");
        made.token->theirTime = noon.addSecs(-600);
        QCOMPARE(tokenRefusal(*made.token).cause, TokenCause::WrongSecret);
    }

    void everyFaultHasWords()
    {
        QStringList headlines;
        for (int fault = 0; fault <= int(TokenFault::Refused); ++fault) {
            Report made = withoutToken(TokenFault(fault));
            if (made.outcome == Outcome::CertificateChallenged || made.outcome == Outcome::CertificateRejected)
                made.trust = challenged(TrustError::UnknownRoot).trust;
            const Diagnosis diagnosis = diagnose(made);
            QVERIFY(!diagnosis.headline.isEmpty());
            QVERIFY(!diagnosis.body.contains(u"password"_s));
        }
    }

    void theWayToTheProviderIsNotTheMailServers()
    {
        const Diagnosis diagnosis = diagnose(withoutToken(TokenFault::HostNotFound));
        QCOMPARE(diagnosis.headline, u"There is no server named «login.microsoftonline.com»."_s);
        QVERIFY(diagnosis.body.contains(u"where the token is fetched"_s));
        Report made = withoutToken(TokenFault::Challenged);
        made.trust = challenged(TrustError::UnknownRoot).trust;
        QVERIFY(diagnose(made).body.contains(u"Nothing to sign in with was sent."_s));
    }

    void aMailServersRefusalOfATokenIsRead_data()
    {
        QTest::addColumn<Report>("made");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<Certainty>("certainty");
        QTest::newRow("the role is missing")
            << refusedByExchange(Protocol::Imap, "NO", "AUTHENTICATE failed.", {u"SMTP.SendAsApp"_s})
            << u"The token lacks the permission IMAP.AccessAsApp."_s << Certainty::Known;
        QTest::newRow("all is in order, and the mailbox is closed")
            << refusedByExchange(Protocol::Imap, "NO", "AUTHENTICATE failed.", {u"IMAP.AccessAsApp"_s})
            << u"The mail server refused a token that is in order."_s << Certainty::Likely;
        const QByteArray off = "Authentication unsuccessful, SmtpClientAuthentication is disabled for the ";
        QTest::newRow("off for the company")
            << refusedByExchange(Protocol::Smtp, "535 5.7.139", off + "Tenant. Visit https://aka.ms/smtp_auth_disabled", {})
            << u"«Authenticated SMTP» is switched off for the whole company."_s << Certainty::Known;
        QTest::newRow("off for the mailbox")
            << refusedByExchange(Protocol::Smtp, "535 5.7.139", off + "Mailbox.", {u"SMTP.SendAsApp"_s})
            << u"«Authenticated SMTP» is switched off for this mailbox."_s << Certainty::Known;
        Report graph = refusedByExchange(Protocol::Imap, "NO", "AUTHENTICATE failed.", {});
        graph.token->claims->audience = u"https://graph.microsoft.com"_s;
        QTest::newRow("for something else") << graph << u"The token is not for mail."_s << Certainty::Known;
    }
    void aMailServersRefusalOfATokenIsRead()
    {
        QFETCH(Report, made);
        const Diagnosis diagnosis = diagnose(made);
        QTEST(diagnosis.headline, "headline");
        QTEST(diagnosis.certainty, "certainty");
        QVERIFY(!diagnosis.body.contains(u"password"_s));
    }

    void whatTheMailServerSaysInJsonIsShown()
    {
        Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login), Fault::LoginRejected, "535 5.7.8", "no");
        made.credential = Credential::Token;
        made.learnt.tokenError = R"({"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"})";
        const Diagnosis diagnosis = diagnose(made);
        QCOMPARE(diagnosis.headline, u"The server refused the token."_s);
        QVERIFY2(diagnosis.body.contains(u"«status 400, schemes Bearer, scope https://mail.google.com/»"_s),
                 qPrintable(diagnosis.body));
    }

    void jsonSaysWhatTheTokenSays()
    {
        Report made = report(Outcome::Succeeded, Stage::Login);
        QVERIFY(toJson(made)[u"token"].isNull());
        TokenStory story;
        story.claims = TokenClaims{u"https://sts.example"_s, u"https://mail"_s, u"send"_s, {u"SMTP.SendAsApp"_s}, noon};
        story.url = u"https://login.example/token"_s;
        made.token = story;
        const QJsonObject token = toJson(made)[u"token"].toObject();
        QCOMPARE(token, (QJsonObject{{u"issuer"_s, u"https://sts.example"_s},
                                     {u"audience"_s, u"https://mail"_s},
                                     {u"scope"_s, u"send"_s},
                                     {u"roles"_s, QJsonArray{u"SMTP.SendAsApp"_s}},
                                     {u"expires"_s, u"2026-11-23T12:00:00Z"_s}}));
        const QString text = toText(made, false);
        for (const QString& part : {u"https://sts.example"_s, u"SMTP.SendAsApp"_s, u"https://login.example/token"_s})
            QVERIFY(text.contains(part));
    }
};

STATIONER_TEST(TokenDiagnosisTest)
#include "tokendiagnosis_test.moc"
