// However a server falls silent, goes away or never stops, the connection test ends; and so it does when it is cancelled.

#include "testrun.h"

#include "support/certificates.h"
#include "support/stationertest.h"

#include <QTimer>

using namespace stationer;
using namespace stationer::testing;

class ConnectionEndsTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);

private slots:
    void silence_data();
    void silence();
    void closesAtOnce_data();
    void closesAtOnce();
    void aPassStandsWhateverComesOfTheStationsInbox_data();
    void aPassStandsWhateverComesOfTheStationsInbox();
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
    void cancelledBeforeItStarts();
};

void ConnectionEndsTest::silence_data()
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

void ConnectionEndsTest::silence()
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

void ConnectionEndsTest::closesAtOnce_data()
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

void ConnectionEndsTest::closesAtOnce()
{
    QFETCH(SecurityMode, security);
    QFETCH(Script, script);
    QFETCH(Outcome, outcome);
    FaultServer server(script);
    COMPARE_END(run(order(server, Protocol::Pop3, security)), outcome,
                (security == SecurityMode::Ssl ? Stage::Tls : Stage::Greeting));
}

void ConnectionEndsTest::aPassStandsWhateverComesOfTheStationsInbox_data()
{
    QTest::addColumn<Act>("end");
    QTest::newRow("FIN") << Act{Close{}};
    QTest::newRow("RST") << Act{Reset{}};
    QTest::newRow("no answer") << Act{Silence{}};
    QTest::newRow("another service's words") << Act{Say{"+OK what\r\n"_ba}};
    QTest::newRow("an endless line") << Act{Flood{QByteArray(4096, 'x')}};
}

void ConnectionEndsTest::aPassStandsWhateverComesOfTheStationsInbox()
{
    QFETCH(Act, end);
    FaultServer server(Script{Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\r\n"_ba}, Hear{},
                              Say{"%t OK in\r\n"_ba}, Hear{}, end});
    TestOrder wanted = order(server, Protocol::Imap, SecurityMode::None);
    wanted.asksForStation = true;
    Limits limits = shortLimits();
    limits.counterProbe = 1s;
    limits.reply = limits.loginReply = 1h; // no such wait is for this
    const Report report = run(wanted, limits);
    COMPARE_END(report, Outcome::Succeeded, Stage::Login);
    QVERIFY(server.hasHeard("SELECT INBOX"));
    QVERIFY(!report.failure && !report.learnt.inboxOpensForWriting);
}

void ConnectionEndsTest::anEndlessLine()
{
    FaultServer server(Script{Flood{QByteArray(4096, 'x')}});
    const Report report = run(order(server, Protocol::Imap, SecurityMode::None));
    QVERIFY2(report.outcome == Outcome::ProtocolBroken, qPrintable(outcomeText(report)));
}

void ConnectionEndsTest::anEndlessReply()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Flood{QByteArray("250-X-MORE\r\n").repeated(100)}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::ProtocolBroken, Stage::Capabilities);
    QVERIFY(report.transcript.size() <= 2001);
}

void ConnectionEndsTest::anEndlessGreeting()
{
    FaultServer server(Script{Flood{QByteArray("220-X-MORE\r\n").repeated(100)}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::StartTls)), Outcome::ProtocolBroken, Stage::Greeting);
}

void ConnectionEndsTest::aDrippedReplyMissesItsDeadline()
{
    // Each byte comes in time, the whole reply does not.
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Drip{QByteArray("250-X-MORE\r\n").repeated(100), 20ms}});
    Limits limits = shortLimits();
    limits.reply = 500ms;
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None), limits), Outcome::TimedOut, Stage::Capabilities);
}

void ConnectionEndsTest::aDrippedReplyInTimeIsRead()
{
    FaultServer server(
        Script{Drip{"220 mx ESMTP\r\n"_ba}, Hear{}, Drip{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{}, Drip{"235 ok\r\n"_ba}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None)), Outcome::Succeeded, Stage::Login);
}

void ConnectionEndsTest::aReplyThatEndsBeforeItsEnd()
{
    FaultServer server(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAI"_ba}, Close{}});
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None)), Outcome::ConnectionLost, Stage::Capabilities);

    FaultServer login(Script{Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{},
                             Say{"235 2.7.0 ok"_ba}, Close{}});
    COMPARE_END(run(order(login, Protocol::Smtp, SecurityMode::None)), Outcome::ConnectionLost, Stage::Login);
}

void ConnectionEndsTest::aLastLineBeforeTheEndIsRead()
{
    FaultServer server(Script{Say{"554 5.7.1 go away\r\n"_ba}, Close{}});
    const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
    COMPARE_END(report, Outcome::GreetingRefused, Stage::Greeting);
    QVERIFY(detail(report, Stage::Greeting).contains(u"go away"_s));
}

void ConnectionEndsTest::theWholeTestIsBounded()
{
    FaultServer server(Script{Drip{QByteArray(4000, 'x'), 10ms}});
    Limits limits = shortLimits();
    limits.whole = 300ms;
    COMPARE_END(run(order(server, Protocol::Smtp, SecurityMode::None), limits), Outcome::TimedOut, Stage::Greeting);
}

void ConnectionEndsTest::cancels_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("afterMs");
    QTest::newRow("at once") << SecurityMode::None << Script{Silence{}} << 0;
    QTest::newRow("waiting for the greeting") << SecurityMode::None << Script{Silence{}} << 100;
    QTest::newRow("during the counter-probe") << SecurityMode::None << Script{Silence{}} << 260;
    QTest::newRow("in the handshake") << SecurityMode::Ssl << Script{Silence{}} << 100;
}

void ConnectionEndsTest::cancels()
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

void ConnectionEndsTest::cancelsDuringAFlood()
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

void ConnectionEndsTest::cancelsALookup()
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

void ConnectionEndsTest::canBeDestroyedWhileItRuns_data()
{
    cancels_data();
}

void ConnectionEndsTest::canBeDestroyedWhileItRuns()
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

void ConnectionEndsTest::cancelledBeforeItStarts()
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

STATIONER_TEST(ConnectionEndsTest)
#include "connectionends_test.moc"
