#include "reports.h"

#include "diagnosis/diagnosis.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

Report by(Credential credential, Report report)
{
    report.credential = credential;
    return report;
}

Report refused(Credential credential, const QByteArray& code, const QByteArray& text,
               SecurityMode security = SecurityMode::StartTls)
{
    return by(credential,
              withAnswer(report(Outcome::LoginRejected, Stage::Login, security), Fault::LoginRejected, code, text));
}

Report unusable(Credential credential, const QByteArrayList& offered, SecurityMode security = SecurityMode::StartTls)
{
    Report made = by(credential, report(Outcome::CapabilityMissing, Stage::Login, security));
    (security == SecurityMode::None ? made.learnt.mechanismsBeforeTls : made.learnt.mechanismsAfterTls) = offered;
    return made;
}

} // namespace

/// Where a token or a client certificate signs in, nothing is said of a password that was never tried.
class DiagnosisCredentialTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsSaidOfAPasswordThatWasNotTried_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("ofToken");
        QTest::addColumn<QString>("ofCertificate");
        const QString token = u"The server refused the token."_s;
        const QString certificate = u"The server does not let the client certificate sign in."_s;
        const auto row = [](const char* code, const char* text, const QString& ofToken, const QString& ofCertificate) {
            QTest::addRow("%s %s", code, text) << QByteArray(code) << QByteArray(text) << ofToken << ofCertificate;
        };
        row("535 5.7.8", "authentication failed", token, certificate);
        row("NO [AUTHENTICATIONFAILED]", "Invalid credentials", token, certificate);
        row("-ERR [AUTH]", "no", token, certificate);
        row("535 5.7.3", "Authentication unsuccessful", token, certificate);
        row("NO [EXPIRED]", "get another", token, certificate);
        row("534 5.7.9", "mechanism too weak", token, certificate);
        const auto both = [&row](const char* code, const char* text, const QString& headline) {
            row(code, text, headline, headline);
        };
        both("538 5.7.11", "encryption required", u"The server asks for encryption, although it is encrypted already."_s);
        both("504 5.7.4", "Unrecognized authentication type", u"The server refused the way to sign in."_s);
        both("454 4.7.0", "Temporary authentication failure", u"The server could not check the sign-in just now."_s);
        both("535 5.7.0", "Too many bad auth attempts",
             u"After too many attempts the server lets nobody sign in for a while."_s);
        both("525 5.7.13", "User account disabled", u"The server has locked this account."_s);
        both("NO [AUTHORIZATIONFAILED]", "no", u"The server knows this account, but does not let it in."_s);
        both("-ERR [IN-USE]", "busy", u"Someone else is reading this mailbox just now."_s);
        both("-ERR [LOGIN-DELAY]", "wait", u"The server wants a longer pause between two sign-ins."_s);
        both("421 4.7.0", "Too many connections", u"The server has too many connections from here already."_s);
    }
    void nothingIsSaidOfAPasswordThatWasNotTried()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(QString, ofToken);
        QFETCH(QString, ofCertificate);
        for (const auto& [credential, headline] :
             {std::pair(Credential::Token, ofToken), std::pair(Credential::ClientCertificate, ofCertificate)}) {
            const Diagnosis diagnosis = diagnose(refused(credential, code, text));
            QCOMPARE(diagnosis.headline, headline);
            QVERIFY2(!diagnosis.body.contains(u"assword typed here"_s), qPrintable(diagnosis.body));
            QVERIFY2(!diagnosis.body.contains(u"the password"_s), qPrintable(diagnosis.body));
            QVERIFY(!diagnosis.answers.contains(Answer::EnterPassword));
        }
    }

    void aRefusedTokenMayHaveRunOut()
    {
        const Diagnosis diagnosis = diagnose(refused(Credential::Token, "535 5.7.8", "no"));
        QVERIFY(diagnosis.body.contains(u"It may have run out"_s));
        QVERIFY(!diagnosis.body.contains(u"A station signs in"_s)); // one with an Email Authenticator does so with a token
        QVERIFY(diagnosis.body.contains(u"the server said: «535 5.7.8 no»"_s));
    }

    void inTheClearEncryptionIsTheRemedy()
    {
        const Diagnosis token =
            diagnose(refused(Credential::Token, "538 5.7.11", "encryption required", SecurityMode::None));
        QCOMPARE(token.headline, u"The server lets nobody sign in over a connection that is not encrypted."_s);
        QVERIFY(token.body.startsWith(u"The token had crossed the network readable by then."_s));
        QVERIFY(!token.remedies.isEmpty());
        const Diagnosis certificate = diagnose(unusable(Credential::ClientCertificate, {"PLAIN"}, SecurityMode::None));
        QCOMPARE(certificate.headline, u"A client certificate needs an encrypted connection."_s);
        QCOMPARE(certificate.remedies.size(), 1);
    }

    void whatTheServerLacksIsNamed()
    {
        const Diagnosis token = diagnose(unusable(Credential::Token, {"PLAIN", "LOGIN"}));
        QCOMPARE(token.headline, u"The server takes no tokens."_s);
        QVERIFY(token.body.contains(u"It offers: PLAIN, LOGIN."_s));
        QVERIFY(token.body.contains(u"Your token was not sent."_s));
        const Diagnosis other = diagnose(unusable(Credential::Token, {"PLAIN", "XOAUTH2"}));
        QCOMPARE(other.headline, u"The token could not be used to sign in."_s);
        const Diagnosis certificate = diagnose(unusable(Credential::ClientCertificate, {"PLAIN", "LOGIN"}));
        QCOMPARE(certificate.headline, u"The server lets nobody sign in by a client certificate."_s);
        QVERIFY(certificate.body.contains(u"EXTERNAL"_s));
        QVERIFY(certificate.body.contains(u"No password was sent."_s));
        for (const Diagnosis& diagnosis : {token, other, certificate})
            QVERIFY(!diagnosis.body.contains(u"Your password"_s));
    }

    void beforeTheIdentityIsSettledNothingLeft()
    {
        const Report made = challenged(TrustError::UnknownRoot);
        QVERIFY(diagnose(by(Credential::Password, made)).body.endsWith(u"Your password was not sent."_s));
        QVERIFY(diagnose(by(Credential::Token, made)).body.endsWith(u"Your token was not sent."_s));
        QVERIFY(diagnose(by(Credential::ClientCertificate, made)).body.endsWith(u"No password was sent."_s));
    }

    void whatPassedInTheClearIsNamed()
    {
        const Report made = report(Outcome::Succeeded, Stage::Login, SecurityMode::None);
        QVERIFY(diagnose(by(Credential::Token, made)).body.contains(u"the token crossed the network readable"_s));
        QVERIFY(diagnose(by(Credential::Password, made)).body.contains(u"the password crossed the network readable"_s));
    }

    void aPasswordThatWasHiddenDidNotCrossReadable()
    {
        Report made = report(Outcome::Succeeded, Stage::Login, SecurityMode::None);
        for (const QByteArray& mechanism : {"SCRAM-SHA-256"_ba, "SCRAM-SHA-1"_ba, "CRAM-MD5"_ba, "APOP"_ba}) {
            made.learnt.mechanism = mechanism;
            const QString body = diagnose(made).body;
            QVERIFY2(!body.contains(u"the password crossed"_s), qPrintable(body));
            QVERIFY2(body.contains(QString::fromLatin1(mechanism) + u" hid the password in this test"_s), qPrintable(body));
        }
        Report refusal = refused(Credential::Password, "538 5.7.11", "no", SecurityMode::None);
        QVERIFY(diagnose(refusal).body.contains(u"readable by then"_s));
        refusal.learnt.mechanism = "CRAM-MD5";
        QVERIFY(!diagnose(refusal).body.contains(u"readable by then"_s));
    }
};

STATIONER_TEST(DiagnosisCredentialTest)
#include "diagnosiscredential_test.moc"
