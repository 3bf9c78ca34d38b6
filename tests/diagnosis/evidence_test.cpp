#include "reports.h"

#include "diagnosis/cases.h"
#include "diagnosis/refusal.h"
#include "diagnosis/tokenrefusal.h"
#include "support/stationertest.h"

#include <QFile>
#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::diagnosis;
using namespace Qt::StringLiterals;

namespace {

/// A refusal that has this row's evidence and no other.
template <class Cause>
Report refusedBy(const Row<Cause>& row, const QByteArray& sign, Report made)
{
    DialogueFailure& failure = *made.failure;
    failure.command = row.command.isEmpty() ? failure.command : row.command.toByteArray();
    switch (row.evidence) {
    case Evidence::Offered:
        failure.isBeforeSecret = true;
        failure.command = sign;
        break;
    case Evidence::Command:
        failure.command = sign;
        break;
    case Evidence::Code:
        failure.code = sign == "4yz" ? "454"_ba : sign == "5yz" ? "550"_ba : sign;
        break;
    case Evidence::EnhancedCode:
        failure.code = "550 5." + sign;
        break;
    case Evidence::ResponseCode:
        failure.code = "NO [" + sign + ']';
        break;
    case Evidence::Words:
        failure.serverText = sign + ' ' + row.with.toByteArray().split('|').first();
        break;
    }
    return made;
}

QString shown(Evidence evidence, QByteArrayView signs)
{
    QStringList texts;
    for (const QByteArray& sign : signs.toByteArray().split('|')) {
        const QString text = QString::fromUtf8(sign);
        switch (evidence) {
        case Evidence::Offered:
            texts += u"`%1`, refused before a password was asked for"_s.arg(text);
            break;
        case Evidence::Command:
        case Evidence::Code:
            texts += u"`%1`"_s.arg(text);
            break;
        case Evidence::EnhancedCode:
            texts += u"`5.%1`"_s.arg(text);
            break;
        case Evidence::ResponseCode:
            texts += u"`[%1]`"_s.arg(text);
            break;
        case Evidence::Words:
            texts += u"«%1»"_s.arg(text);
            break;
        }
    }
    return texts.join(u", "_s);
}

QString lineOf(const QString& evidence, const Diagnosis& diagnosis)
{
    return u"| %1 | %2 | %3 |\n"_s.arg(evidence, diagnosis.headline, QString(nameOf(diagnosis.certainty)));
}

template <class Cause>
QString tableOf(const QString& title, std::span<const Row<Cause>> rows, const Report& ground)
{
    QString table = u"\n### %1\n\n| evidence | what is said | certainty |\n|---|---|---|\n"_s.arg(title);
    for (const Row<Cause>& row : rows) {
        QString evidence = shown(row.evidence, row.signs);
        if (!row.with.isEmpty())
            evidence += u" with "_s + shown(row.evidence, row.with);
        if (!row.command.isEmpty())
            evidence = u"to `%1`: "_s.arg(QString::fromUtf8(row.command)) + evidence;
        table += lineOf(evidence, diagnose(refusedBy(row, row.signs.toByteArray().split('|').first(), ground)));
    }
    return table;
}

/// A token that is refused with this row's evidence and no other.
Report refusedBy(const TokenRow& row)
{
    Report made = report(Outcome::ServerRefused, Stage::Token);
    made.credential = Credential::Token;
    made.token = TokenStory();
    made.token->fault = TokenFault::Refused;
    made.token->proof = row.of.value_or(TokenProof::Secret);
    made.token->server = {u"login.example"_s, 443};
    made.token->client = u"station"_s;
    const QByteArray sign = row.signs.toByteArray().split('|').first();
    switch (row.sign) {
    case TokenRow::Sign::ProviderCode:
        made.token->providerCodes = {sign.toInt()};
        break;
    case TokenRow::Sign::InDescription:
        made.token->description = sign;
        break;
    case TokenRow::Sign::OAuthError:
        made.token->error = sign;
        break;
    case TokenRow::Sign::HttpStatus:
        made.token->status = sign.endsWith("yz") ? 503 : sign.toInt();
        break;
    }
    return made;
}

QString shown(const TokenRow& row)
{
    QStringList texts;
    for (const QByteArray& sign : row.signs.toByteArray().split('|')) {
        const QString text = QString::fromUtf8(sign);
        switch (row.sign) {
        case TokenRow::Sign::ProviderCode:
            texts += u"`AADSTS%1`"_s.arg(text);
            break;
        case TokenRow::Sign::InDescription:
            texts += u"«%1»"_s.arg(text);
            break;
        case TokenRow::Sign::OAuthError:
            texts += u"`%1`"_s.arg(text);
            break;
        case TokenRow::Sign::HttpStatus:
            texts += u"HTTP `%1`"_s.arg(text);
            break;
        }
    }
    const QString evidence = texts.join(u", "_s);
    if (!row.of)
        return evidence;
    switch (*row.of) {
    case TokenProof::Secret:
        return u"asked by a secret: "_s + evidence;
    case TokenProof::Certificate:
        return u"asked by a certificate: "_s + evidence;
    case TokenProof::ServiceAccount:
        return u"asked by a service account: "_s + evidence;
    }
    Q_UNREACHABLE();
}

QString tokenTable()
{
    QString table = u"\n### A refused token\n\n| evidence | what is said | certainty |\n|---|---|---|\n"_s;
    for (const TokenRow& row : tokenRows())
        table += lineOf(shown(row), diagnose(refusedBy(row)));
    return table;
}

Report refusedAt(Outcome outcome, Stage stage, const QByteArray& code, const QByteArray& command, Protocol protocol)
{
    Report made = withAnswer(report(outcome, stage, SecurityMode::Ssl, protocol, protocol == Protocol::Smtp ? 465 : 993),
                             Fault::ServerRefused, code, {});
    made.failure->command = command;
    return made;
}

Report refusedLogin()
{
    return refusedAt(Outcome::LoginRejected, Stage::Login, {}, {}, Protocol::Smtp);
}

Report refusedMail()
{
    return refusedAt(Outcome::ServerRefused, Stage::Message, {}, {}, Protocol::Smtp);
}

Report refusedInbox()
{
    return refusedAt(Outcome::ServerRefused, Stage::Envelope, "NO", "EXAMINE", Protocol::Imap);
}

Report refusedDoor()
{
    return refusedAt(Outcome::GreetingRefused, Stage::Greeting, {}, {}, Protocol::Smtp);
}

/// A stage at which each outcome is at home.
Stage homeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::SettingInvalid:
    case Outcome::Cancelled:
        return Stage::Settings;
    case Outcome::HostNotFound:
        return Stage::Resolve;
    case Outcome::Unreachable:
    case Outcome::TimedOut:
        return Stage::Connect;
    case Outcome::WrongMode:
    case Outcome::TlsFailed:
        return Stage::Tls;
    case Outcome::StartTlsMissing:
    case Outcome::StartTlsRefused:
    case Outcome::StartTlsInjected:
        return Stage::StartTls;
    case Outcome::CertificateChallenged:
    case Outcome::CertificateRejected:
        return Stage::Identity;
    case Outcome::WrongService:
    case Outcome::GreetingRefused:
    case Outcome::PreAuthenticated:
    case Outcome::ProtocolBroken:
    case Outcome::ConnectionLost:
        return Stage::Greeting;
    case Outcome::Succeeded:
    case Outcome::CapabilityMissing:
    case Outcome::LoginForbidden:
    case Outcome::LoginRejected:
        return Stage::Login;
    case Outcome::ServerRefused:
        return Stage::Message;
    }
    Q_UNREACHABLE();
}

QString tables()
{
    QString text = u"\n### How a test can end\n\n| outcome | what is said | certainty |\n|---|---|---|\n"_s;
    for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome) {
        Report made = report(Outcome(outcome), homeOf(Outcome(outcome)), SecurityMode::Ssl, Protocol::Smtp, 465);
        made.answeredBy = Service::Http;
        made.speaks = SecurityMode::StartTls;
        made.settingFault = SettingFault{SettingFault::Kind::Missing, u"hostname"_s, {}};
        if (made.outcome == Outcome::CertificateChallenged)
            made.trust = challenged(TrustError::UnknownRoot).trust;
        text += lineOf(u"`%1`"_s.arg(QString(nameOf(made.outcome))), diagnose(made));
    }
    return text + tokenTable() + tableOf(u"A refused sign-in"_s, loginRows(), refusedLogin()) +
           tableOf(u"Refused mail"_s, mailRows(), refusedMail()) +
           tableOf(u"A refused inbox"_s, inboxRows(), refusedInbox()) +
           tableOf(u"A greeting, or an answer to EHLO, that turns away"_s, doorRows(), refusedDoor());
}

} // namespace

/// A cause is known only by its evidence, in this order: what was offered, the command, codes, and then words.
class EvidenceTest : public QObject {
    Q_OBJECT
private slots:
    void theManualHasEveryDiagnosisWithItsEvidence()
    {
        QFile page(QStringLiteral(STATIONER_TESTS "/../resources/manual/diagnoses.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        const QByteArray mark = "<!-- made from the code by EvidenceTest -->\n";
        const QByteArray wanted = text.left(text.indexOf(mark) + mark.size()) + tables().toUtf8();
        if (qEnvironmentVariableIsSet("STATIONER_WRITE_MANUAL")) {
            page.close();
            QVERIFY(page.open(QIODevice::WriteOnly));
            page.write(wanted);
        } else if (text != wanted) {
            QFAIL("run this test with STATIONER_WRITE_MANUAL=1 to write the tables of diagnoses.md anew");
        }
    }

    void onlyTheServersCodeBlamesThePassword()
    {
        for (const Row<LoginRefusal>& row : loginRows())
            if (row.cause == LoginRefusal::WrongPassword)
                QVERIFY(row.evidence == Evidence::Code || row.evidence == Evidence::EnhancedCode ||
                        row.evidence == Evidence::ResponseCode);
        QCOMPARE(diagnose(refusedLogin()).certainty, Certainty::Unknown);
        QVERIFY(diagnose(refusedLogin()).body.contains(u"need not be the password"_s));
    }

    void whatIsNotCertainSaysSo()
    {
        const auto look = [](const Report& made) {
            const Diagnosis diagnosis = diagnose(made);
            QCOMPARE(diagnosis.body.contains(u"not certain"_s), diagnosis.certainty != Certainty::Known);
        };
        for (const Row<LoginRefusal>& row : loginRows())
            for (const QByteArray& sign : row.signs.toByteArray().split('|'))
                look(refusedBy(row, sign, refusedLogin()));
        for (const Row<MailRefusal>& row : mailRows())
            look(refusedBy(row, row.signs.toByteArray().split('|').first(), refusedMail()));
    }

    void wordsNeverTurnWhatTheCodeSays()
    {
        // Whatever is said beside them, these are no matter of user name or password.
        for (const QByteArray& code : {"454 4.7.0"_ba, "421"_ba, "502"_ba, "503 5.5.1"_ba, "504 5.7.4"_ba, "530"_ba,
                                       "BAD"_ba, "NO"_ba, "NO [CANNOT]"_ba, "NO [UNAVAILABLE]"_ba, "550"_ba})
            for (const QByteArray& words :
                 {""_ba, "authentication failed"_ba, "wrong password"_ba, "invalid credentials"_ba}) {
                Report made = refusedLogin();
                made.failure->code = code;
                made.failure->serverText = words;
                const Diagnosis diagnosis = diagnose(made);
                QVERIFY2(!diagnosis.headline.contains(u"user name or password"_s), qPrintable(diagnosis.headline));
                QVERIFY(!diagnosis.body.contains(u"whole e-mail address"_s));
            }
    }

    void namesAreNoWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("host") << "disabled on SMTP.acme.example."_ba
                              << "disabled on"_ba;
        QTest::newRow("address") << "<imap@acme.example>: no"_ba
                                 << "no"_ba;
        QTest::newRow("in angle brackets") << "<helo>: no"_ba
                                           << "no"_ba;
        QTest::newRow("link") << "see http://smtp-disabled/ now"_ba
                              << "see now"_ba;
        QTest::newRow("network address") << "[192.0.2.7] no"_ba
                                         << "no"_ba;
        QTest::newRow("account") << "bob is unknown"_ba
                                 << "is unknown"_ba;
        QTest::newRow("a space forgotten") << "Login Fail.Please enter"_ba
                                           << "login fail.please enter"_ba;
        QTest::newRow("end of a sentence") << "Failed.  Try again..."_ba
                                           << "failed. try again..."_ba;
    }
    void namesAreNoWords()
    {
        QFETCH(QByteArray, text);
        Report made = refusedLogin();
        made.failure->serverText = text;
        QTEST(replyOf(made).words, "words");
    }

    void aReplyIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("enhanced");
        QTest::addColumn<QByteArrayList>("responseCodes");
        using List = QByteArrayList;
        QTest::newRow("SMTP") << "535 5.7.139"_ba
                              << "535"_ba
                              << "7.139"_ba << List();
        QTest::newRow("SMTP, bare") << "535"_ba
                                    << "535"_ba << QByteArray() << List();
        QTest::newRow("IMAP") << "NO [authenticationfailed]"_ba
                              << "NO"_ba << QByteArray() << List{"AUTHENTICATIONFAILED"};
        QTest::newRow("IMAP, argument") << "NO [WEBALERT http://x]"_ba
                                        << "NO"_ba << QByteArray() << List{"WEBALERT"};
        QTest::newRow("POP3") << "-ERR [SYS/TEMP]"_ba
                              << "-ERR"_ba << QByteArray() << List{"SYS/TEMP"};
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << List();
    }
    void aReplyIsTakenApart()
    {
        QFETCH(QByteArray, given);
        Report made = refusedLogin();
        made.failure->code = given;
        const Reply reply = replyOf(made);
        QTEST(reply.code, "code");
        QTEST(reply.enhanced, "enhanced");
        QTEST(reply.responseCodes, "responseCodes");
    }

    void aWayThatNoStationHasBlamesNobody()
    {
        Report made = refusedLogin();
        made.failure->code = "535 5.7.8";
        made.learnt.mechanism = "CRAM-MD5";
        made.learnt.mechanismsAfterTls = {"LOGIN", "PLAIN", "CRAM-MD5"};
        made.learnt.mechanismNotes = {
            {"LOGIN", MechanismFate::Weaker}, {"PLAIN", MechanismFate::Weaker}, {"CRAM-MD5", MechanismFate::Used}};
        const Diagnosis diagnosis = diagnose(made);
        QCOMPARE(diagnosis.headline, u"The server did not accept the sign-in by CRAM-MD5."_s);
        QCOMPARE(diagnosis.certainty, Certainty::Unknown);
        QVERIFY(diagnosis.body.contains(u"Also offered, and not tried: LOGIN, PLAIN."_s));
        made.learnt.mechanism = "PLAIN";
        QCOMPARE(diagnose(made).headline, u"The server refused the user name or password."_s);
    }

    void thePasswordInTheFileIsNamedOnlyWhereThereIsOne()
    {
        Report made = refusedLogin();
        made.failure->code = "535 5.7.8";
        QVERIFY(!diagnose(made).body.contains(u"station file"_s));
        made.settings.hasStoredPassword = true;
        QVERIFY(diagnose(made).body.contains(u"not with the one in the station file."_s));
    }
};

STATIONER_TEST(EvidenceTest)
#include "evidence_test.moc"
