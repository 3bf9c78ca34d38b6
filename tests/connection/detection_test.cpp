// Find Settings against the demo's mail server and scripted ones: the whole matrix, the best row, the four seconds, and no
// credential ever.

#include "connection/detection.h"
#include "diagnosis/detectionwords.h"

#include "app/demo/demoserver.h"
#include "connection/testrun.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

ConnectionSettings about(Protocol protocol, const QString& host = u"127.0.0.1"_s)
{
    ConnectionSettings settings;
    settings.protocol = protocol;
    settings.server.host = host;
    settings.account = u"bob"_s; // which must not be used
    return settings;
}

ChainJudge always(Verdict verdict)
{
    return [verdict](const CertificateChain&, const Endpoint&) { return judgement(verdict); };
}

QList<DetectionRow> detect(const ConnectionSettings& settings, const QList<Candidate>& candidates, Verdict verdict,
                           const Limits& limits = detectionLimits())
{
    Detection detection(settings, candidates, always(verdict), limits);
    QSignalSpy finished(&detection, &Detection::finished);
    QSignalSpy found(&detection, &Detection::rowFound);
    detection.start();
    if (!QTest::qWaitFor([&] { return finished.size() == 1; }, 15000))
        qFatal("the detection does not end");
    if (found.size() != candidates.size() || !detection.isFinished())
        qFatal("a row is missing");
    return detection.rows();
}

QString outcomeOf(const QList<DetectionRow>& rows, SecurityMode security, quint16 port)
{
    for (const DetectionRow& row : rows)
        if (row.candidate == Candidate{security, port})
            return nameOf(row.report.outcome);
    return u"none"_s;
}

DetectionRow row(Outcome outcome, SecurityMode security, std::optional<Verdict> verdict, bool offersLogin = true)
{
    DetectionRow row{{security, 1}, {}};
    row.report.settings.security = security;
    row.report.outcome = outcome;
    if (verdict)
        row.report.trust = judgement(*verdict);
    if (offersLogin) {
        row.report.learnt.mechanismsBeforeTls = {"PLAIN"_ba};
        row.report.learnt.mechanismsAfterTls = {"PLAIN"_ba};
    }
    return row;
}

} // namespace

class DetectionTest : public QObject {
    Q_OBJECT

    DemoServer m_demo;

    QList<quint16> ports(DemoProtocol protocol) const
    {
        return {m_demo.port(protocol, DemoMode::None), m_demo.port(protocol, DemoMode::StartTls),
                m_demo.port(protocol, DemoMode::Ssl)};
    }

private slots:
    void initTestCase();
    void choosesTheSafestThatWorks_data();
    void choosesTheSafestThatWorks();
    void fillsTheMatrix_data();
    void fillsTheMatrix();
    void showsAChallengeBeforeAnUnencryptedPort();
    void nothingIsSentThatWouldSignIn();
    void aSilentPortEndsAtTheBound();
    void aPortThatRefusesEndsAtOnce();
    void aHostThatIsNotThereEndsEveryRow();
    void aDeadAddressCostsNoRow();
    void cancels();
    void canBeDestroyedWhileItRuns();
};

void DetectionTest::initTestCase()
{
    QVERIFY2(m_demo.start(), qPrintable(m_demo.errorText()));
}

void DetectionTest::choosesTheSafestThatWorks_data()
{
    QTest::addColumn<QList<DetectionRow>>("rows");
    QTest::addColumn<int>("best"); // -1: none
    const auto ssl = SecurityMode::Ssl;
    const auto none = SecurityMode::None;
    const DetectionRow trusted = row(Outcome::Succeeded, ssl, Verdict::Trusted);
    const DetectionRow upgraded = row(Outcome::Succeeded, SecurityMode::StartTls, Verdict::Trusted);
    const DetectionRow exempted = row(Outcome::Succeeded, ssl, Verdict::Exempted);
    const DetectionRow challenged = row(Outcome::CertificateChallenged, ssl, Verdict::Challenged, false);
    const DetectionRow rejected = row(Outcome::CertificateRejected, ssl, Verdict::Rejected);
    const DetectionRow readable = row(Outcome::Succeeded, none, std::nullopt);
    const DetectionRow refused = row(Outcome::Unreachable, ssl, std::nullopt);
    const DetectionRow relay = row(Outcome::Succeeded, ssl, Verdict::Trusted, false);
    const auto add = [](const char* name, const QList<DetectionRow>& rows, int best) {
        QTest::newRow(name) << rows << best;
    };
    add("nothing works", {refused, rejected}, -1);
    add("no rows", {}, -1);
    add("trusted before exempted", {exempted, trusted}, 1);
    add("exempted before challenged", {challenged, exempted}, 1);
    add("challenged before readable", {readable, challenged}, 1);
    add("readable before nothing", {refused, rejected, readable}, 2);
    add("the first of equals", {trusted, upgraded}, 0);
    add("one that offers a sign-in", {relay, upgraded}, 1);
    add("trusted without sign-in before a challenge", {challenged, relay}, 1);
}

void DetectionTest::choosesTheSafestThatWorks()
{
    QFETCH(QList<DetectionRow>, rows);
    QFETCH(int, best);
    QCOMPARE(int(bestOf(rows).value_or(-1)), best);
}

void DetectionTest::fillsTheMatrix_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("demo");
    QTest::newRow("smtp") << int(Protocol::Smtp) << int(DemoProtocol::Smtp);
    QTest::newRow("imap") << int(Protocol::Imap) << int(DemoProtocol::Imap);
    QTest::newRow("pop3") << int(Protocol::Pop3) << int(DemoProtocol::Pop3);
}

void DetectionTest::fillsTheMatrix()
{
    QFETCH(int, protocol);
    QFETCH(int, demo);
    const QList<quint16> all = ports(DemoProtocol(demo));
    const QList<Candidate> tried = candidates(Protocol(protocol), all, std::nullopt);
    QCOMPARE(tried.size(), 9);
    const QList<DetectionRow> rows = detect(about(Protocol(protocol)), tried, Verdict::Trusted);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, all[0]), u"succeeded"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::StartTls, all[0]), u"startTlsMissing"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::Ssl, all[0]), u"wrongMode"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::StartTls, all[1]), u"succeeded"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::Ssl, all[1]), u"wrongMode"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::Ssl, all[2]), u"succeeded"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, all[2]), u"wrongMode"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::StartTls, all[2]), u"wrongMode"_s);

    const auto best = bestOf(rows);
    QVERIFY(best.has_value());
    const DetectionRow& chosen = rows[*best];
    QCOMPARE(chosen.candidate, (Candidate{SecurityMode::Ssl, all[2]}));
    QVERIFY(chosen.report.tls && chosen.report.tls->version.startsWith("TLSv1."_L1));
    QVERIFY(!offeredMechanisms(chosen.report).isEmpty());
    for (const DetectionRow& row : rows) {
        QVERIFY(row.report.outcome != Outcome::TimedOut); // every port answers
        QVERIFY(!answerOf(row).isEmpty());
        QCOMPARE(certificateOf(row).isEmpty(), !row.report.trust);
    }
}

void DetectionTest::showsAChallengeBeforeAnUnencryptedPort()
{
    const QList<quint16> all = ports(DemoProtocol::Imap);
    const auto rows = detect(about(Protocol::Imap), candidates(Protocol::Imap, all, std::nullopt), Verdict::Challenged);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, all[0]), u"succeeded"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::StartTls, all[1]), u"certificateChallenged"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::Ssl, all[2]), u"certificateChallenged"_s);
    QCOMPARE(rows[bestOf(rows).value()].candidate, (Candidate{SecurityMode::Ssl, all[2]}));
}

void DetectionTest::nothingIsSentThatWouldSignIn()
{
    FaultServer server({Say{"220 mx ESMTP\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAIN LOGIN\r\n"_ba}, Hear{}});
    const auto rows =
        detect(about(Protocol::Smtp), candidates(Protocol::Smtp, {server.port()}, std::nullopt), Verdict::Trusted);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, server.port()), u"succeeded"_s);
    QCOMPARE(offeredMechanisms(rows.last().report), (QByteArrayList{"PLAIN"_ba, "LOGIN"_ba}));
    QVERIFY(!server.hasHeard("AUTH"));
    QVERIFY(!server.hasHeard("bob"));
}

void DetectionTest::aSilentPortEndsAtTheBound()
{
    FaultServer silent({Silence{}});
    FaultServer answering({Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n"_ba}, Hear{},
                           Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK\r\n"_ba}, Hear{}});
    Limits limits = detectionLimits();
    QVERIFY(limits.whole < 4s && limits.counterProbe * 8 / 5 < limits.whole);
    limits.whole = 500ms;
    const QList<quint16> both{silent.port(), answering.port()};
    const auto rows =
        detect(about(Protocol::Imap), candidates(Protocol::Imap, both, std::nullopt), Verdict::Trusted, limits);
    QCOMPARE(outcomeOf(rows, SecurityMode::Ssl, silent.port()), u"timedOut"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, silent.port()), u"timedOut"_s);
    QCOMPARE(outcomeOf(rows, SecurityMode::None, answering.port()), u"succeeded"_s);
}

void DetectionTest::aPortThatRefusesEndsAtOnce()
{
    quint16 closed = 0;
    {
        FaultServer gone({});
        closed = gone.port();
    }
    const auto rows = detect(about(Protocol::Pop3), candidates(Protocol::Pop3, {closed}, std::nullopt), Verdict::Trusted);
    for (const DetectionRow& row : rows)
        QCOMPARE(nameOf(row.report.outcome), nameOf(Outcome::Unreachable));
    QVERIFY(!bestOf(rows));
}

void DetectionTest::aHostThatIsNotThereEndsEveryRow()
{
    Limits limits = detectionLimits();
    limits.resolve = 300ms; // a computer without a name server may wait for one
    const auto rows = detect(about(Protocol::Smtp, u"nobody.invalid"_s), candidates(Protocol::Smtp, std::nullopt),
                             Verdict::Trusted, limits);
    for (const DetectionRow& row : rows) {
        QVERIFY(row.report.outcome == Outcome::HostNotFound || row.report.outcome == Outcome::TimedOut);
        QCOMPARE(row.report.settings.server.port, row.candidate.port);
    }
    QVERIFY(!bestOf(rows));
}

void DetectionTest::aDeadAddressCostsNoRow()
{
    const quint16 port = m_demo.port(DemoProtocol::Imap, DemoMode::Ssl);
    const Resolver resolver = [](const QString& host, QObject& waiting, std::function<void(const QHostInfo&)> answer) {
        QHostInfo info;
        if (host == u"mail.test") // 127.0.0.99 refuses
            info.setAddresses({QHostAddress(u"127.0.0.99"_s), QHostAddress(QHostAddress::LocalHost)});
        QMetaObject::invokeMethod(
            &waiting, [answer, info] { answer(info); }, Qt::QueuedConnection);
    };
    Detection detection(about(Protocol::Imap, u"mail.test"_s), candidates(Protocol::Imap, {port}, std::nullopt),
                        always(Verdict::Trusted), detectionLimits(), resolver);
    QSignalSpy finished(&detection, &Detection::finished);
    detection.start();
    QVERIFY(finished.wait(6000));
    QVERIFY(bestOf(detection.rows()));
    for (const DetectionRow& row : detection.rows())
        QCOMPARE(row.report.attempts.size(), 2);
    QCOMPARE(outcomeOf(detection.rows(), SecurityMode::Ssl, port), u"succeeded"_s);
}

void DetectionTest::cancels()
{
    FaultServer silent({Silence{}});
    for (const bool hasBegun : {false, true}) {
        Detection detection(about(Protocol::Imap), candidates(Protocol::Imap, {silent.port()}, std::nullopt),
                            always(Verdict::Trusted));
        QSignalSpy finished(&detection, &Detection::finished);
        detection.start();
        if (hasBegun)
            QTRY_VERIFY(silent.connections() > 0);
        detection.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 1000);
        for (const DetectionRow& row : detection.rows())
            QCOMPARE(nameOf(row.report.outcome), nameOf(Outcome::Cancelled));
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
    }
}

void DetectionTest::canBeDestroyedWhileItRuns()
{
    FaultServer silent({Silence{}});
    auto detection = std::make_unique<Detection>(
        about(Protocol::Imap), candidates(Protocol::Imap, {silent.port()}, std::nullopt), always(Verdict::Trusted));
    detection->start();
    QTRY_VERIFY(silent.connections() > 0);
    detection.reset();
    QTRY_COMPARE(silent.closedConnections(), silent.connections());
}

STATIONER_TEST(DetectionTest)
#include "detection_test.moc"
