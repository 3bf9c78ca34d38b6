#include "prediction/stationverdict.h"
#include "prediction/stationwords.h"
#include "support/stationertest.h"
#include "support/stationreports.h"

#include <QSet>
#include <QtTest>

#include <chrono>
#include <functional>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(Report&, StationFacts&)>;

Report failed(Report report, Outcome outcome, Stage stage)
{
    report.outcome = outcome;
    report.stage = stage;
    for (StageRecord& record : report.stages)
        if (record.stage >= stage)
            record.status = record.stage == stage ? StageStatus::Failed : StageStatus::Skipped;
    return report;
}

Report refused(const QByteArray& command, const QByteArray& code, const QByteArray& text = "no")
{
    Report report = failed(mails(), Outcome::ServerRefused, Stage::Envelope);
    report.failure = DialogueFailure{Fault::ServerRefused, Phase::Envelope, code, text, {}, command};
    return report;
}

StationFacts knownStation()
{
    return {.roots = QList{root().der()}};
}

QStringList codesOf(const StationVerdict& verdict)
{
    QStringList codes;
    for (const StationReason& reason : verdict.reasons)
        codes += QString(reason.code);
    return codes;
}

} // namespace

/// What is predicted of a station, reason by reason. That the predictions come true is tested with the station's own library
/// (situations.py).
class StationVerdictTest : public QObject {
    Q_OBJECT
private slots:
    void whatPassedHerePassesThere_data();
    void whatPassedHerePassesThere();
    void eachReasonHasItsFact_data();
    void eachReasonHasItsFact();
    void everyReasonIsMet();
    void withoutStoresItIsNotKnown();
    void aWrongNameFailsWhateverItsStoresHold();
    void theLineSaysTheWeightiestReason();
    void aStageIsCalledAsOnTheReport();
    void whatIsLeftOpenChangesNoVerdict();
};

void StationVerdictTest::whatPassedHerePassesThere_data()
{
    QTest::addColumn<Report>("report");
    QTest::newRow("SMTP") << mails();
    QTest::newRow("IMAP") << passed(Protocol::Imap, Stage::Login);
    QTest::newRow("POP3") << passed(Protocol::Pop3, Stage::Login);
}

void StationVerdictTest::whatPassedHerePassesThere()
{
    QFETCH(Report, report);
    const StationVerdict verdict = predict(report, knownStation());
    QVERIFY2(verdict.forecast == Forecast::Passes, qPrintable(codesOf(verdict).join(u' ')));
}

void StationVerdictTest::eachReasonHasItsFact_data()
{
    QTest::addColumn<Report>("report");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("forecast");
    const auto add = [](const char* name, const Report& report, const Change& change, const char* code, Forecast forecast) {
        QTest::newRow(name) << report << change << QString::fromLatin1(code) << int(forecast);
    };
    const Change nothing = [](Report&, StationFacts&) {};
    using enum Forecast;
    for (const Outcome outcome : {Outcome::HostNotFound, Outcome::Unreachable, Outcome::WrongMode, Outcome::StartTlsMissing})
        add(nameOf(outcome).data(), failed(mails(), outcome, Stage::Connect), nothing, "sameFailure", Fails);
    add("refused for good", refused("RCPT", "550 5.1.1"), nothing, "sameFailure", Fails);
    add("refused for now", refused("RCPT", "450 4.2.0"), nothing, "putOff", Unknown);
    add(
        "put off in passing", mails(), [](Report& report, auto&) { report.learnt.putOff = "450 4.2.0 later"; }, "putOff",
        Unknown);
    add("EHLO is no command", refused("EHLO", "502 5.5.1"), nothing, "ehloRefused", Unknown);
    add(
        "a name that is refused", refused("EHLO", "504 5.5.2"), [](Report& report, auto&) { report.introducedAs.clear(); },
        "heloName", Unknown);
    add(
        "the station's name is refused in EHLO", refused("EHLO", "504 5.5.2"),
        [](Report& report, auto&) { report.introducedAs = "controller"; }, "ehloRefused", Unknown); // and then comes HELO
    add(
        "a message that did not arrive", failed(passed(Protocol::Smtp, Stage::Arrival), Outcome::TimedOut, Stage::Arrival),
        [](Report& report, auto&) { report.duration = 121s; }, "arrivalNotSeen",
        Unknown); // which is no reply that a station waits for
    add("an inbox that could not be looked into",
        failed(passed(Protocol::Smtp, Stage::Arrival), Outcome::LoginRejected, Stage::Arrival), nothing, "arrivalNotSeen",
        Unknown);
    add("the password is wrong", failed(mails(), Outcome::LoginRejected, Stage::Login), nothing, "sameFailure", Fails);
    add(
        "refused by another way", failed(mails(), Outcome::LoginRejected, Stage::Login),
        [](Report& report, auto&) { report.learnt.mechanism = "CRAM-MD5"; }, "mechanismNotTried", Unknown);
    add(
        "passed by another way", mails(), [](Report& report, auto&) { report.learnt.mechanism = "PLAIN"; },
        "mechanismNotTried", Unknown);
    add(
        "nothing that a station knows", mails(),
        [](Report& report, auto&) {
            report.learnt.capabilitiesAfterTls = {"AUTH SCRAM-SHA-256"};
            report.learnt.mechanism = "SCRAM-SHA-256";
        },
        "mechanism", Fails);
    add(
        "DIGEST-MD5 alone", failed(mails(), Outcome::CapabilityMissing, Stage::Login),
        [](Report& report, auto&) { report.learnt.capabilitiesAfterTls = {"AUTH DIGEST-MD5"}; }, "mechanismNotSpoken",
        Unknown);
    add(
        "AUTH=LOGIN of old", mails(), [](Report& report, auto&) { report.learnt.capabilitiesAfterTls = {"AUTH=LOGIN"}; },
        "oldAuthSyntax", Fails);
    add(
        "AUTH=PLAIN LOGIN of old", mails(),
        [](Report& report, auto&) { report.learnt.capabilitiesAfterTls = {"AUTH=PLAIN LOGIN"}; }, "oldAuthSyntax", Unknown);
    add(
        "of two lines AUTH the last counts", mails(),
        [](Report& report, auto&) {
            report.learnt.capabilitiesAfterTls = {"AUTH LOGIN", "AUTH SCRAM-SHA-256"};
        },
        "mechanism", Fails);
    add(
        "of two lines AUTH the last counts, with another way", mails(),
        [](Report& report, auto&) {
            report.learnt.capabilitiesAfterTls = {"AUTH LOGIN", "AUTH PLAIN"};
        },
        "mechanismNotTried", Unknown);
    add(
        "AUTH with nothing behind it", mails(),
        [](Report& report, auto&) {
            report.learnt.capabilitiesAfterTls = {"AUTH"};
            report.learnt.mechanism.clear();
        },
        "mechanism", Fails);
    add("lost at EXAMINE, which a station does not say",
        failed(passed(Protocol::Imap, Stage::Envelope), Outcome::ConnectionLost, Stage::Envelope), nothing, "notReached",
        Unknown);
    add(
        "POP3 by SASL alone", passed(Protocol::Pop3, Stage::Login),
        [](Report& report, auto&) {
            report.learnt.mechanismsAfterTls = {"PLAIN"};
            report.learnt.mechanism = "PLAIN";
        },
        "mechanism", Fails);
    add(
        "a token, for a station with a password", mails(),
        [](Report& report, auto&) { report.credential = Credential::Token; }, "mechanismNotTried", Unknown);
    add(
        "no XOAUTH2 for a station with a token", mails(),
        [](Report& report, StationFacts& facts) {
            report.credential = Credential::Token;
            report.learnt.capabilitiesAfterTls = {"AUTH OAUTHBEARER"};
            report.learnt.mechanism = "OAUTHBEARER";
            facts.profile = StationProfile::OAuth;
        },
        "mechanism", Fails);
    const auto byToken = [](Outcome outcome, int status, int secondsOff) {
        return [outcome, status, secondsOff](Report& report, StationFacts& facts) {
            report.outcome = outcome;
            report.stage = Stage::Token;
            report.credential = Credential::Token;
            report.learnt = {};
            report.trust.reset();
            report.token = TokenStory();
            report.token->proof = TokenProof::Certificate;
            report.token->fault = TokenFault::Refused;
            report.token->status = status;
            report.token->ourTime = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
            report.token->theirTime = report.token->ourTime.addSecs(secondsOff);
            facts.profile = StationProfile::OAuth;
        };
    };
    add("a token refused", failed(mails(), Outcome::LoginRejected, Stage::Settings), byToken(Outcome::LoginRejected, 401, 0),
        "sameFailure", Fails);
    add("a token refused to a clock that is off", failed(mails(), Outcome::LoginRejected, Stage::Settings),
        byToken(Outcome::LoginRejected, 401, 600), "notReached", Unknown);
    add("no token just now", failed(mails(), Outcome::ServerRefused, Stage::Settings),
        byToken(Outcome::ServerRefused, 503, 0), "notReached", Unknown);
    add("whoever gives tokens is not known", failed(mails(), Outcome::CertificateChallenged, Stage::Settings),
        byToken(Outcome::CertificateChallenged, 0, 0), "notReached", Unknown);
    add(
        "a letter beyond ASCII", passed(Protocol::Pop3, Stage::Login),
        [](Report& report, auto&) { report.isCredentialAscii = false; }, "credentialEncoding", Fails);
    add(
        "a letter beyond ASCII, refused", failed(passed(Protocol::Pop3, Stage::Login), Outcome::LoginRejected, Stage::Login),
        [](Report& report, auto&) { report.isCredentialAscii = false; }, "credentialEncoding", Unknown);
    add("up to the login", passed(Protocol::Smtp, Stage::Login), nothing, "sendingNotTested", Unknown);
    add(
        "up to the capabilities", passed(Protocol::Imap, Stage::Capabilities),
        [](Report& report, auto&) { report.learnt.mechanism.clear(); }, "signInNotTested", Unknown);
    add(
        "no CAPA", passed(Protocol::Pop3, Stage::Login),
        [](Report& report, auto&) {
            report.settings.security = SecurityMode::StartTls;
            report.learnt.capabilitiesAfterTls.clear();
        },
        "stlsNotListed", Fails);
    const auto slowly = [](std::chrono::seconds patience) {
        return [patience](Report& report, auto&) {
            report.settings.connectionTimeout = patience;
            report.transcript = {{TranscriptLine::Direction::FromServer, 1s, u"220 hello"_s, true},
                                 {TranscriptLine::Direction::ToServer, 1s, u"EHLO me"_s, true},
                                 {TranscriptLine::Direction::FromServer, 13s, u"250 you"_s, true}};
        };
    };
    add("a reply after 12 s", mails(), slowly(10s), "slowReply", Fails);
    add(
        "no reply within the station's time", failed(mails(), Outcome::TimedOut, Stage::Capabilities),
        [](Report& report, auto&) {
            report.duration = 10s - 100ms; // the test's own deadline is the same but for a moment
            report.transcript.clear();
        },
        "slowReply", Fails);
    add(
        "the first address is dead", mails(),
        [](Report& report, auto&) {
            report.addresses = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"192.0.2.8"_s)};
            report.attempts = {{report.addresses[0], false, u"Connection refused"_s, 5ms},
                               {report.addresses[1], true, {}, 5ms}};
        },
        "firstAddress", Fails);
    add(
        "IPv4 was not waited for", mails(),
        [](Report& report, auto&) {
            report.addresses = {QHostAddress(u"2001:db8::7"_s), QHostAddress(u"192.0.2.7"_s)};
            report.attempts = {{report.addresses[0], true, {}, 5ms}, {report.addresses[1], false, {}, 5ms}};
        },
        "firstAddress", Unknown);
    add(
        "through a tunnel", mails(),
        [](Report& report, auto&) {
            report.dialled = Endpoint{u"localhost"_s, 2525};
        },
        "otherAddress", Unknown);
    add(
        "a name with an umlaut", mails(), [](Report& report, auto&) { report.settings.server.host = u"pöst.example"_s; },
        "internationalName", Fails);
    add(
        "a name with a dot at its end", mails(), [](Report& report, auto&) { report.settings.server.host += u'.'; },
        "trailingDot", Fails);
    const auto tls = [](const char* version, const char* cipher) {
        return [=](Report& report, auto&) {
            report.tls = TlsFacts{QString::fromLatin1(version), QString::fromLatin1(cipher)};
        };
    };
    add("TLS 1.1", mails(), tls("TLSv1.1", "ECDHE-RSA-AES128-SHA"), "oldTls", Fails);
    add("AES-CCM", mails(), tls("TLSv1.2", "ECDHE-ECDSA-AES256-CCM"), "cipher", Fails);
    add("ChaCha20", mails(), tls("TLSv1.2", "ECDHE-RSA-CHACHA20-POLY1305"), "javaAge", Unknown);
    add(
        "TLS 1.3 and nothing below", mails(), [](Report& report, auto&) { report.settings.tlsMinimum = TlsVersion::Tls13; },
        "javaAge", Unknown);
    add(
        "a server with TLS 1.3 alone", mails(),
        [](Report& report, auto&) {
            report.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
            report.serverTls = u"TLSv1.3"_s;
        },
        "javaAge", Unknown);
    add(
        "another root", mails(), [](auto&, StationFacts& facts) { facts.roots = QList{TestCa(u"Other"_s).der()}; },
        "certificate", Fails);
    add(
        "an inbox to read", passed(Protocol::Imap, Stage::Envelope),
        [](Report& report, auto&) { report.learnt.inboxRights = "lr"; }, "inboxReadOnly", Fails);
    add(
        "an inbox that opens to read", passed(Protocol::Imap, Stage::Login),
        [](Report& report, auto&) { report.learnt.inboxOpensForWriting = false; }, "inboxReadOnly", Fails);
    add("bytes behind the go-ahead", failed(mails(), Outcome::StartTlsInjected, Stage::StartTls), nothing, "injection",
        Unknown);
    add("PREAUTH", failed(passed(Protocol::Imap, Stage::Login), Outcome::PreAuthenticated, Stage::Greeting), nothing,
        "preAuthenticated", Unknown);
    add(
        "challenged here, known there", failed(mails(), Outcome::CertificateChallenged, Stage::Identity),
        [](Report& report, auto&) { report.trust->verdict = Verdict::Challenged; }, "certificateTaken", Unknown);
    add(
        "a certificate of one label for many", mails(),
        [](Report& report, auto&) {
            CertificateOptions options = optionsFor(u"ma*.acme.example"_s);
            report.trust->sent = {*certificateFacts(root().issue(options).der())};
        },
        "certificateByAge", Passes);
    add("a protocol that was broken", failed(mails(), Outcome::ProtocolBroken, Stage::Capabilities), nothing, "notReached",
        Unknown);
    add(
        "its stores were not given", mails(), [](auto&, StationFacts& facts) { facts.roots.reset(); }, "rootsUnknown",
        Unknown);
    add(
        "its name was not given", mails(), [](Report& report, auto&) { report.introducedAs.clear(); }, "heloName", Passes);
    add("DATA was not tested", mails(), nothing, "dataNotTested", Passes);
    add("the rights were not said", passed(Protocol::Imap, Stage::Login), nothing, "inboxRights", Passes);
}

void StationVerdictTest::eachReasonHasItsFact()
{
    QFETCH(Report, report);
    QFETCH(Change, change);
    QFETCH(QString, code);
    QFETCH(int, forecast);
    StationFacts facts = knownStation();
    change(report, facts);
    const StationVerdict verdict = predict(report, facts);
    QVERIFY2(codesOf(verdict).contains(code), qPrintable(codesOf(verdict).join(u' ')));
    QVERIFY2(verdict.forecast == Forecast(forecast), qPrintable(codesOf(verdict).join(u' ')));
    for (const StationReason& reason : verdict.reasons)
        QVERIFY2(!reason.text.isEmpty() && !reason.text.contains(u"%1"_s), qPrintable(QString(reason.code)));
}

/// A reason that no row above meets would be a sentence that nobody has seen.
void StationVerdictTest::everyReasonIsMet()
{
    const QString source = [] {
        QFile file(QStringLiteral(STATIONER_TESTS "/prediction/stationverdict_test.cpp"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }();
    QSet<QString> seen;
    for (const StationReasonKind& kind : stationReasonKinds()) {
        QVERIFY2(source.contains(u'"' + QString(kind.code) + u'"'), kind.code.data());
        seen += QString(kind.code);
        QVERIFY(kind.held && kind.source);
    }
    QVERIFY(seen.size() > 20);
}

void StationVerdictTest::withoutStoresItIsNotKnown()
{
    const StationVerdict verdict = predict(mails(), {.roots = {}});
    QCOMPARE(verdict.forecast, Forecast::Unknown);
    QCOMPARE(codesOf(verdict).first(), u"rootsUnknown"_s);
    QVERIFY(verdict.reasons.first().text.contains(u"System Trust Store"_s));
}

void StationVerdictTest::aWrongNameFailsWhateverItsStoresHold()
{
    Report report = failed(mails(), Outcome::CertificateChallenged, Stage::Identity);
    report.trust->verdict = Verdict::Challenged;
    report.trust->sent = {*certificateFacts(root().issueFor(u"other.example"_s).der())};
    QCOMPARE(predict(report, {}).forecast, Forecast::Fails);
}

void StationVerdictTest::theLineSaysTheWeightiestReason()
{
    Report report = passed(Protocol::Smtp, Stage::Login);
    report.tls = TlsFacts{u"TLSv1.1"_s, u"AES128-SHA"_s};
    const StationVerdict verdict = predict(report, {});
    QCOMPARE(verdict.forecast, Forecast::Fails);
    QVERIFY(headlineOf(verdict).contains(u"TLSv1.1"_s));
    QVERIFY(!furtherReasons(verdict).isEmpty());
    QVERIFY(!furtherReasons(verdict).join(u' ').contains(u"TLSv1.1"_s));
    QCOMPARE(toJson(verdict)[u"verdict"].toString(), u"fails"_s);
}

void StationVerdictTest::aStageIsCalledAsOnTheReport()
{
    const StationVerdict verdict = predict(failed(mails(), Outcome::ProtocolBroken, Stage::Resolve), knownStation());
    QVERIFY2(headlineOf(verdict).contains(u"«Find host»"_s), qPrintable(headlineOf(verdict)));
}

void StationVerdictTest::whatIsLeftOpenChangesNoVerdict()
{
    const StationVerdict verdict = predict(passed(Protocol::Imap, Stage::Login), knownStation());
    QCOMPARE(verdict.forecast, Forecast::Passes);
    QCOMPARE(verdict.reasons.size(), 1);
    QCOMPARE(headlineOf(verdict), u"On the station: would pass."_s);
    QCOMPARE(furtherReasons(verdict).size(), 1);
}

STATIONER_TEST(StationVerdictTest)
#include "stationverdict_test.moc"
