#include "testrun.h"

#include "support/certificates.h"
#include "support/stationertest.h"

#include <QTimer>

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
    void cancelledBeforeItStarts();

    void silence_data();
    void silence();
    void closesAtOnce_data();
    void closesAtOnce();
    void anEndlessLine();
    void anEndlessReply();
    void anEndlessGreeting();
    void aDrippedReplyMissesItsDeadline();
    void aDrippedReplyInTimeIsRead();
    void aReplyThatEndsBeforeItsEnd();
    void aLastLineBeforeTheEndIsRead();
    void theWholeTestIsBounded();

    void cancels_data();
    void cancels();
    void cancelsDuringAFlood();
    void cancelsALookup();
    void canBeDestroyedWhileItRuns_data();
    void canBeDestroyedWhileItRuns();
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

void ConnectionTestTest::silence_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Script>("script");
    QTest::addColumn<Stage>("stage");
    const Script greeting{Say{"220 mx ESMTP\r\n"_ba}};
    QTest::newRow("no greeting") << SecurityMode::None << Script{Silence{}} << Stage::Greeting;
    QTest::newRow("no handshake") << SecurityMode::Ssl << Script{Silence{}} << Stage::Tls;
    QTest::newRow("no handshake after STARTTLS")
        << SecurityMode::StartTls << smtpBeforeTls + Script{Say{"220 go\r\n"_ba}, Silence{}} << Stage::Tls;
    QTest::newRow("no greeting after TLS") << SecurityMode::Ssl << Script{Encrypt{}, Silence{}} << Stage::Greeting;
    QTest::newRow("no capabilities") << SecurityMode::None << greeting + Script{Silence{}} << Stage::Capabilities;
    QTest::newRow("no go-ahead") << SecurityMode::StartTls << smtpBeforeTls + Script{Silence{}} << Stage::StartTls;
    QTest::newRow("no answer to the login")
        << SecurityMode::None << greeting + Script{Hear{}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}} + Script{Silence{}}
        << Stage::Login;
}

void ConnectionTestTest::silence()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(Stage, stage);
    FaultServer server(script);
    server.setIdentity(m_certificate);
    Limits limits = shortLimits();
    limits.counterProbe = 100ms;
    limits.tls = limits.greeting = limits.reply = limits.loginReply = 600ms;
    const Report report = run(order(server, Protocol::Smtp, security), limits);
    COMPARE_END(report, Outcome::TimedOut, stage);
    QCOMPARE(status(report, stage), StageStatus::Failed);
    QCOMPARE(names(report), nineStages);
}

void ConnectionTestTest::closesAtOnce_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Script>("script");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("none, FIN") << SecurityMode::None << Script{Close{}} << Outcome::ConnectionLost;
    QTest::newRow("none, RST") << SecurityMode::None << Script{Reset{}} << Outcome::ConnectionLost;
    QTest::newRow("starttls, RST") << SecurityMode::StartTls << Script{Reset{}} << Outcome::ConnectionLost;
    QTest::newRow("ssl, FIN") << SecurityMode::Ssl << Script{Close{}} << Outcome::TlsFailed;
    QTest::newRow("ssl, RST") << SecurityMode::Ssl << Script{Reset{}} << Outcome::TlsFailed;
}

void ConnectionTestTest::closesAtOnce()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(Outcome, outcome);
    FaultServer server(script);
    COMPARE_END(run(order(server, Protocol::Pop3, security)), outcome,
                (security == SecurityMode::Ssl ? Stage::Tls : Stage::Greeting));
}

void ConnectionTestTest::anEndlessLine()
{
    FaultServer server(Script{Flood{QByteArray(4096, 'x')}});
    const Report report = run(order(server, Protocol::Imap, SecurityMode::None));
    QVERIFY2(report.outcome == Outcome::ProtocolBroken, qPrintable(outcomeText(report)));
}

void ConnectionTestTest::anEndlessGreeting()
{
    FaultServer server(Script{Flood{QByteArray("220-X-MORE\r\n").repeated(100)}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::StartTls)), Outcome::ProtocolBroken, Stage::Greeting);
}

void ConnectionTestTest::anEndlessReply()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Flood{QByteArray("250-X-MORE\r\n").repeated(100)}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::ProtocolBroken, Stage::Capabilities);
    QVERIFY(report.transcript.size() <= 2001);
}

void ConnectionTestTest::aDrippedReplyMissesItsDeadline()
{
    // Each byte comes in time, the whole reply does not.
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Drip{QByteArray("250-X-MORE\r\n").repeated(100), 20ms}});
    Limits limits = shortLimits();
    limits.reply = 500ms;
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None), limits), Outcome::TimedOut, Stage::Capabilities);
}

void ConnectionTestTest::aDrippedReplyInTimeIsRead()
{
    FaultServer server(
        Script{Drip{"220 mx ESMTP\r\n"_ba}, Hear{}, Drip{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{}, Drip{"235 ok\r\n"_ba}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None)), Outcome::Succeeded, Stage::Login);
}

void ConnectionTestTest::aReplyThatEndsBeforeItsEnd()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAI"_ba}, Close{}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None)), Outcome::ConnectionLost, Stage::Capabilities);

    FaultServer login(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{},
                             Say{"235 2.7.0 ok"_ba}, Close{}});
    COMPARE_END(run(order(login, Protocol::Smtp, SecurityMode::None)), Outcome::ConnectionLost, Stage::Login);
}

void ConnectionTestTest::aLastLineBeforeTheEndIsRead()
{
    FaultServer server(Script{Say{"554 5.7.1 go away\r\n"_ba}, Close{}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::GreetingRefused, Stage::Greeting);
    QVERIFY(detail(report, Stage::Greeting).contains(u"go away"_s));
}

void ConnectionTestTest::theWholeTestIsBounded()
{
    FaultServer server(Script{Drip{QByteArray(4000, 'x'), 10ms}});
    Limits limits = shortLimits();
    limits.whole = 300ms;
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None), limits), Outcome::TimedOut, Stage::Greeting);
}

void ConnectionTestTest::cancels_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("afterMs");
    QTest::newRow("at once") << SecurityMode::None << Script{Silence{}} << 0;
    QTest::newRow("waiting for the greeting") << SecurityMode::None << Script{Silence{}} << 100;
    QTest::newRow("during the counter-probe") << SecurityMode::None << Script{Silence{}} << 260;
    QTest::newRow("in the handshake") << SecurityMode::Ssl << Script{Silence{}} << 100;
}

void ConnectionTestTest::cancels()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(int, afterMs);
    FaultServer server(script);
    ConnectionTest test(
        order(server, Protocol::Smtp, security),
        [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    if (afterMs > 0)
        QTest::qWait(afterMs);
    test.cancel();
    test.cancel();
    QCOMPARE(finished.size(), 0); // never from within
    QVERIFY(finished.wait(1000));
    const Report report = finished.first().first().value<Report>();
    QVERIFY(report.outcome == Outcome::Cancelled);
    QCOMPARE(names(report), nineStages);
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void ConnectionTestTest::cancelsDuringAFlood()
{
    // Short lines that never end a reply, within a bound that is out of reach: the event loop still has its turn.
    FaultServer server(Script{Say{"* OK hi\r\n"_ba}, Hear{}, Flood{QByteArray("* OK\r\n").repeated(1000)}});
    Limits limits = shortLimits();
    limits.replyBytes = qsizetype(1) << 40;
    limits.reply = 60s;
    ConnectionTest test(
        order(server, Protocol::Imap, SecurityMode::None),
        [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, limits);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTimer::singleShot(300ms, &test, &ConnectionTest::cancel);
    QVERIFY(finished.wait(5000));
    const Report report = finished.first().first().value<Report>();
    COMPARE_END(report, Outcome::Cancelled, Stage::Capabilities);
}

void ConnectionTestTest::cancelsALookup()
{
    FaultServer server(Script{});
    TestOrder named = order(server, Protocol::Imap, SecurityMode::Ssl);
    named.settings.server.host = u"no-such-host-either.invalid"_s;
    ConnectionTest test(
        named, [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QVERIFY(test.hasPendingLookup());
    test.cancel();
    QVERIFY(finished.wait(1000));
    const Report report = finished.first().first().value<Report>();
    COMPARE_END(report, Outcome::Cancelled, Stage::Resolve);
    QTRY_VERIFY_WITH_TIMEOUT(!test.hasPendingLookup(), 30000);
    QCOMPARE(finished.size(), 1);
}

void ConnectionTestTest::canBeDestroyedWhileItRuns_data()
{
    cancels_data();
}

void ConnectionTestTest::canBeDestroyedWhileItRuns()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(int, afterMs);
    FaultServer server(script);
    {
        ConnectionTest test(
            order(server, Protocol::Smtp, security),
            [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, shortLimits());
        test.start();
        if (afterMs > 0)
            QTest::qWait(afterMs);
    }
    QTRY_COMPARE(server.closedConnections(), server.connections());
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

void ConnectionTestTest::cancelledBeforeItStarts()
{
    FaultServer server(Script{Silence{}});
    TestOrder named = order(server, Protocol::Imap, SecurityMode::Ssl);
    named.settings.server.host = u"no-such-host.invalid"_s;
    ConnectionTest test(
        named, [](const CertificateChain&, const Endpoint&) { return judgement(Verdict::Trusted); }, shortLimits());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.cancel();
    test.start();
    QVERIFY(!test.hasPendingLookup());
    QVERIFY(finished.wait(1000));
    COMPARE_END(finished.first().first().value<Report>(), Outcome::Cancelled, Stage::Resolve);
}

STATIONER_TEST(ConnectionTestTest)
#include "connectiontest_test.moc"
