// A connection test that goes its way: each protocol and mode, its stages, and what it is refused for before anything is
// sent.

#include "testrun.h"

#include "support/certificates.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class ConnectionTestTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void signsInWithoutEncryption();
    void signsInAfterStartTls();
    void signsInOverSsl();
    void testsImapAndPop3();
    void withoutAnAccountNothingSignsIn();
    void aServerWithoutAuthIsARelay();
    void tellsEveryStageOnceAndInOrder();
    void aForbiddenCharacterIsRefusedBeforeAnythingIsSent_data();
    void aForbiddenCharacterIsRefusedBeforeAnythingIsSent();
    void aNameThatDoesNotExist();
    void aDeadPort();
    void signsInWithAToken();
    void dialsAnotherAddress();
    void anIpv6AddressAsTyped();
    void masksThePasswordEverywhere();
};

void ConnectionTestTest::signsInWithoutEncryption()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QVERIFY(server.hasHeardInTheClear(plain("bob", password)));
    QCOMPARE(report.learnt.mechanism, "PLAIN"_ba);
    QCOMPARE(status(report, Stage::Tls), StageStatus::Skipped);
    QCOMPARE(detail(report, Stage::Tls), u"not used"_s);
    QCOMPARE(report.from, u"127.0.0.1"_s);
    QTRY_VERIFY(server.hasHeard("QUIT"));
    QVERIFY2(server.heard(0).clear.startsWith("EHLO [127.0.0.1]\r\n"), server.heard(0).clear);
}

void ConnectionTestTest::signsInAfterStartTls()
{
    FaultServer server(smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Encrypt{}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QVERIFY(report.tls && report.tls->version == u"TLSv1.3"_s);
    QVERIFY(report.trust && report.trust->verdict == Verdict::Trusted);
    QCOMPARE(server.connections(), 1);
    QVERIFY(!server.hasHeardInTheClear(plain("bob", password)));
    QVERIFY(server.heard(0).encrypted.contains(plain("bob", password)));
    for (const Stage stage : nineStages)
        QCOMPARE(status(report, stage), StageStatus::Passed);
    QCOMPARE(report.learnt.capabilitiesBeforeTls.contains("STARTTLS"_ba), true);
    QCOMPARE(report.learnt.capabilitiesAfterTls.contains("STARTTLS"_ba), false);
}

void ConnectionTestTest::signsInOverSsl()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::Ssl));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QCOMPARE(names(report), nineStages);
    const auto begin = [&](Stage stage) { return report.stages.at(int(nineStages.indexOf(stage))).begin; };
    QVERIFY(begin(Stage::Tls) < begin(Stage::Greeting)); // listed in the fixed order, timed as it happened
    QCOMPARE(status(report, Stage::StartTls), StageStatus::Skipped);
    QCOMPARE(detail(report, Stage::StartTls), u"not used"_s);
    for (const TranscriptLine& line : report.transcript)
        QCOMPARE(line.isEncrypted, line.direction != TranscriptLine::Direction::Note);
}

void ConnectionTestTest::testsImapAndPop3()
{
    FaultServer imap(
        Script{Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\r\n"_ba}, Hear{}, Say{"%t OK in\r\n"_ba}});
    Report report = run(order(imap, Protocol::Imap, SecurityMode::None));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QCOMPARE(status(report, Stage::Capabilities), StageStatus::Passed);

    FaultServer pop3(Script{Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK go\r\n"_ba}, Encrypt{}, Hear{},
                            Say{"+OK\r\nUSER\r\n.\r\n"_ba}, Hear{}, Say{"+OK\r\n"_ba}, Hear{},
                            Say{"-ERR [AUTH] no\r\n"_ba}});
    pop3.setIdentity(m_certificate);
    report = run(order(pop3, Protocol::Pop3, SecurityMode::StartTls));
    COMPARE_END(report, Outcome::LoginRejected, Stage::Login);
    QVERIFY(report.failure && report.failure->fault == Fault::LoginRejected);
    QCOMPARE(status(report, Stage::Login), StageStatus::Failed);
    QVERIFY(!pop3.hasHeardInTheClear(password));
}

void ConnectionTestTest::withoutAnAccountNothingSignsIn()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    TestOrder withoutAccount = order(server, Protocol::Smtp, SecurityMode::None);
    withoutAccount.settings.account.reset();
    const Report report = run(withoutAccount);
    COMPARE_END(report, Outcome::Succeeded, Stage::Capabilities);
    QCOMPARE(report.depth, Depth::Connect);
    QCOMPARE(status(report, Stage::Login), StageStatus::Skipped);
    QCOMPARE(names(report), nineStages);
    QVERIFY(!server.hasHeard("AUTH"));
}

/// A station sends there without a sign-in, so that is what is tested.
void ConnectionTestTest::aServerWithoutAuthIsARelay()
{
    const Script relay{Say{"220 mx ESMTP\r\n"_ba},
                       Hear{},
                       Say{"250-mx\r\n250 SIZE\r\n"_ba},
                       Hear{},
                       Say{"250 ok\r\n"_ba},
                       Hear{},
                       Say{"250 ok\r\n"_ba},
                       Hear{},
                       Say{"250 ok\r\n"_ba},
                       Hear{}};
    FaultServer server(relay);
    Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::Succeeded, Stage::Envelope);
    QCOMPARE(status(report, Stage::Login), StageStatus::Skipped);
    QCOMPARE(status(report, Stage::Envelope), StageStatus::Passed);
    QVERIFY(server.hasHeard("RCPT TO:") && !server.hasHeard("AUTH") && !server.hasHeard(password));

    FaultServer other(relay);
    TestOrder mustSignIn = order(other, Protocol::Smtp, SecurityMode::None);
    mustSignIn.settings.mustSignIn = true;
    report = run(mustSignIn);
    COMPARE_END(report, Outcome::LoginForbidden, Stage::Login);
}

void ConnectionTestTest::tellsEveryStageOnceAndInOrder()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 SIZE\r\n"_ba}});
    server.setIdentity(m_certificate);
    TestOrder envelope = order(server, Protocol::Smtp, SecurityMode::StartTls);
    envelope.depth = Depth::Envelope;
    envelope.recipient = u"alice@example.com"_s;
    const Report report = run(envelope);
    COMPARE_END(report, Outcome::StartTlsMissing, Stage::StartTls);
    QCOMPARE(names(report), nineStages + QList{Stage::Envelope});
    QCOMPARE(status(report, Stage::StartTls), StageStatus::Failed);
    for (const Stage stage : {Stage::Tls, Stage::Identity, Stage::Capabilities, Stage::Login, Stage::Envelope}) {
        QCOMPARE(status(report, stage), StageStatus::Skipped);
        QCOMPARE(detail(report, stage), u"starttls"_s);
    }
}

void ConnectionTestTest::aForbiddenCharacterIsRefusedBeforeAnythingIsSent_data()
{
    QTest::addColumn<QString>("slot");
    QTest::addColumn<QString>("text");
    for (const QString& slot : {u"hostname"_s, u"account"_s, u"password"_s, u"replyTo"_s}) {
        QTest::addRow("%s CR", qPrintable(slot)) << slot << u"a\rb"_s;
        QTest::addRow("%s LF", qPrintable(slot)) << slot << u"a\nQUIT"_s;
        QTest::addRow("%s NUL", qPrintable(slot)) << slot << u"a"_s + QChar(0) + u"b"_s;
    }
}

void ConnectionTestTest::aForbiddenCharacterIsRefusedBeforeAnythingIsSent()
{
    QFETCH(QString, slot);
    QFETCH(QString, text);
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    TestOrder bad = order(server, Protocol::Smtp, SecurityMode::None);
    if (slot == u"hostname")
        bad.settings.server.host = text;
    else if (slot == u"account")
        bad.settings.account = text;
    else if (slot == u"password")
        bad.password = Secret(text);
    else
        bad.settings.replyTo = text;
    const Report report = run(bad);
    COMPARE_END(report, Outcome::SettingInvalid, Stage::Settings);
    QVERIFY(report.settingFault);
    QCOMPARE(report.settingFault->slot, slot);
    QCOMPARE(report.settingFault->value, slot == u"password" ? QString() : text);
    QCOMPARE(server.connections(), 0);
}

void ConnectionTestTest::aNameThatDoesNotExist()
{
    FaultServer server(Script{});
    TestOrder unknown = order(server, Protocol::Imap, SecurityMode::Ssl);
    unknown.settings.server.host = u"no-such-host.invalid"_s;
    const Report report = run(unknown);
    COMPARE_END(report, Outcome::HostNotFound, Stage::Resolve);
    QCOMPARE(detail(report, Stage::Connect), u"resolve"_s);
    QVERIFY(report.from.isEmpty());
}

void ConnectionTestTest::aDeadPort()
{
    TestOrder dead;
    {
        FaultServer server(Script{});
        dead = order(server, Protocol::Imap, SecurityMode::None);
    }
    const Report report = run(dead);
    COMPARE_END(report, Outcome::Unreachable, Stage::Connect);
    QCOMPARE(report.attempts.size(), 1);
    QVERIFY(!report.attempts.first().succeeded);
    QVERIFY(!report.attempts.first().error.isEmpty());
    QCOMPARE(report.from, u"127.0.0.1"_s); // the way there, though nobody answers
}

/// Only the token leaves where one is given, and a server that offers no bearer mechanism gets neither.
void ConnectionTestTest::signsInWithAToken()
{
    for (const bool isOffered : {true, false}) {
        FaultServer server(
            Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}, Hear{},
                   Say{isOffered ? "250-mx\r\n250 AUTH PLAIN OAUTHBEARER\r\n"_ba : "250-mx\r\n250 AUTH PLAIN\r\n"_ba},
                   Hear{}, Say{"235 in\r\n"_ba}});
        server.setIdentity(m_certificate);
        TestOrder bearing = order(server, Protocol::Smtp, SecurityMode::Ssl);
        bearing.token = Secret("t0ken"_ba);
        const Report report = run(bearing);
        COMPARE_END(report, (isOffered ? Outcome::Succeeded : Outcome::CapabilityMissing), Stage::Login);
        QVERIFY(!server.hasHeard("AUTH PLAIN"));
        const QByteArrayList words = server.heard(0).encrypted.split(' ');
        const QByteArray sent = QByteArray::fromBase64(words.value(words.indexOf("OAUTHBEARER") + 1).simplified());
        QCOMPARE(sent.contains("\1auth=Bearer t0ken\1"), isOffered);
        for (const TranscriptLine& line : report.transcript)
            QVERIFY(!line.text.contains(QString::fromLatin1(sent.toBase64())) || !isOffered);
    }
}

void ConnectionTestTest::dialsAnotherAddress()
{
    FaultServer server(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    server.setIdentity(m_certificate);
    TestOrder tunnel = order(server, Protocol::Smtp, SecurityMode::Ssl);
    tunnel.settings.server = {u"mail.example"_s, 465};
    tunnel.dial = Endpoint{u"127.0.0.1"_s, server.port()};
    Endpoint judged;
    ConnectionTest test(
        tunnel,
        [&judged](const CertificateChain&, const Endpoint& host) {
            judged = host;
            return judgement(Verdict::Trusted);
        },
        shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QVERIFY(finished.wait());
    COMPARE_END(finished.first().first().value<Report>(), Outcome::Succeeded, Stage::Login);
    QCOMPARE(judged, (Endpoint{u"mail.example"_s, 465}));
}

void ConnectionTestTest::anIpv6AddressAsTyped()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin, QHostAddress::LocalHostIPv6);
    if (!server.isListening())
        QSKIP("this computer has no IPv6 loopback address");
    for (const QString& host : {u"::1"_s, u"[::1]"_s}) {
        TestOrder typed = order(server, Protocol::Smtp, SecurityMode::None);
        typed.settings.server.host = host;
        const Report report = run(typed);
        COMPARE_END(report, Outcome::Succeeded, Stage::Login);
        QCOMPARE(detail(report, Stage::Connect), (Endpoint{u"::1"_s, server.port()}.toString()));
    }
    QVERIFY(server.heard(0).clear.startsWith("EHLO [IPv6:::1]\r\n"));
}

void ConnectionTestTest::masksThePasswordEverywhere()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}} + smtpLogin);
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QVERIFY(!report.transcript.isEmpty());
    for (const TranscriptLine& line : report.transcript) {
        QVERIFY(!line.text.contains(QLatin1StringView(password)));
        QVERIFY(!line.text.contains(QString::fromLatin1(plain("bob", password))));
    }
}

STATIONER_TEST(ConnectionTestTest)
#include "connectiontest_test.moc"
