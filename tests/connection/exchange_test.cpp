#include "connection/exchange.h"
#include "support/faultserver.h"
#include "support/stationertest.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A dialogue with a fault of its own: it says what it is told to, at once.
class RogueDialogue : public Dialogue {
public:
    explicit RogueDialogue(Steps steps) : m_steps(std::move(steps)) {}
    Steps connected(const ChannelFacts&) override { return m_steps; }
    Steps on(QByteArrayView) override { return {}; }
    Steps onEarly(QByteArrayView) override { return {}; }
    Steps encrypted(const ChannelFacts&) override { return {}; }
    const Learnt& learnt() const override { return m_learnt; }

private:
    Steps m_steps;
    Learnt m_learnt;
};

/// Wants TLS at the first line; before it says so, something happens.
class InterruptedDialogue : public Dialogue {
public:
    explicit InterruptedDialogue(std::function<void()> interruption) : m_interruption(std::move(interruption)) {}
    Steps connected(const ChannelFacts&) override { return {}; }
    Steps on(QByteArrayView) override
    {
        m_interruption();
        return {StartTls{}};
    }
    Steps onEarly(QByteArrayView line) override { return on(line); }
    Steps encrypted(const ChannelFacts&) override { return {}; }
    const Learnt& learnt() const override { return m_learnt; }

private:
    std::function<void()> m_interruption;
    Learnt m_learnt;
};

/// Never comes to the end of what it calculates.
class BusyDialogue : public Dialogue {
public:
    Steps connected(const ChannelFacts&) override { return {Calculate{}}; }
    Steps on(QByteArrayView) override
    {
        ++lines;
        return {};
    }
    Steps onEarly(QByteArrayView line) override { return on(line); }
    Steps encrypted(const ChannelFacts&) override { return {}; }
    Steps goOn() override
    {
        ++parts;
        return {Calculate{}};
    }
    const Learnt& learnt() const override { return m_learnt; }

    int parts = 0;
    int lines = 0;

private:
    Learnt m_learnt;
};

DialogueGoal goal(Protocol protocol, SecurityMode security)
{
    DialogueGoal goal;
    goal.protocol = protocol;
    goal.security = security;
    return goal;
}

} // namespace

class ExchangeTest : public QObject {
    Q_OBJECT
private slots:
    void whatMayLeaveInTheClear_data();
    void whatMayLeaveInTheClear();
    void aFaultyDialogueCannotLeakACredential_data();
    void aFaultyDialogueCannotLeakACredential();
    void whatTheSystemHasReceivedByThenIsAnAttackToo();
    void aCalculationHoldsUpNothingElse();
    void theTranscriptIsBounded();
};

void ExchangeTest::whatMayLeaveInTheClear_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](Protocol protocol, const QByteArray& line, bool isAllowed) {
        QTest::addRow("%s %s", nameOf(protocol).data(), line.toPercentEncoding().constData())
            << protocol << line << isAllowed;
    };
    for (const QByteArray& line : {"EHLO [127.0.0.1]\r\n"_ba, "STARTTLS\r\n"_ba, "QUIT\r\n"_ba, "quit\r\n"_ba})
        row(Protocol::Smtp, line, true);
    for (const QByteArray& line : {"AUTH PLAIN AGJvYgBz\r\n"_ba, "MAIL FROM:<a@example.com>\r\n"_ba, "HELO me\r\n"_ba,
                                   "EHLO me\r\nAUTH PLAIN AGJvYgBz\r\n"_ba, "AGJvYgBz\r\n"_ba, "\r\n"_ba, ""_ba})
        row(Protocol::Smtp, line, false);
    for (const QByteArray& line : {"a1 CAPABILITY\r\n"_ba, "a1 STARTTLS\r\n"_ba, "a1 LOGOUT\r\n"_ba})
        row(Protocol::Imap, line, true);
    for (const QByteArray& line : {"a1 LOGIN bob secret\r\n"_ba, "a1 AUTHENTICATE PLAIN\r\n"_ba, "a1\r\n"_ba, "CAPA\r\n"_ba})
        row(Protocol::Imap, line, line.startsWith("CAPA"));
    for (const QByteArray& line : {"CAPA\r\n"_ba, "STLS\r\n"_ba, "QUIT\r\n"_ba})
        row(Protocol::Pop3, line, true);
    for (const QByteArray& line : {"USER bob\r\n"_ba, "PASS secret\r\n"_ba, "APOP bob 0\r\n"_ba})
        row(Protocol::Pop3, line, false);
}

void ExchangeTest::whatMayLeaveInTheClear()
{
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, line);
    QFETCH(bool, isAllowed);
    QCOMPARE(isAllowedBeforeTls(protocol, line), isAllowed);
}

void ExchangeTest::aFaultyDialogueCannotLeakACredential_data()
{
    QTest::addColumn<SecurityMode>("security");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("none") << SecurityMode::None << true; // there it is allowed to
    QTest::newRow("starttls") << SecurityMode::StartTls << false;
    QTest::newRow("ssl") << SecurityMode::Ssl << false;
}

void ExchangeTest::aFaultyDialogueCannotLeakACredential()
{
    QFETCH(SecurityMode, security);
    QFETCH(bool, leaves);
    FaultServer server(Script{Silence{}});
    QSslSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost).toString(), server.port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    Transcript transcript(std::chrono::steady_clock::now());
    Exchange exchange(&socket, std::make_unique<RogueDialogue>(Steps{Send{"PASS secret\r\n"_ba, "PASS ********"_ba}}),
                      goal(Protocol::Pop3, security), Limits(), &transcript);
    QSignalSpy broke(&exchange, &Exchange::broke);
    exchange.begin();
    socket.write("QUIT\r\n"_ba); // what is heard after it cannot come later
    QTRY_VERIFY(server.hasHeard("QUIT"));
    QCOMPARE(server.hasHeard("PASS"), leaves);
    QCOMPARE(broke.size(), leaves ? 0 : 1);
    QCOMPARE(transcript.lines().size(), leaves ? 1 : 0);
}

void ExchangeTest::whatTheSystemHasReceivedByThenIsAnAttackToo()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSslSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections() && socket.state() == QAbstractSocket::ConnectedState);
    QTcpSocket* const peer = server.nextPendingConnection();
    Transcript transcript(std::chrono::steady_clock::now());
    const auto inject = [peer] {
        peer->write("250 AUTH PLAIN\r\n"_ba);
        peer->flush(); // it is with the system now, and the socket has not read it
    };
    Exchange exchange(&socket, std::make_unique<InterruptedDialogue>(inject), goal(Protocol::Smtp, SecurityMode::StartTls),
                      Limits(), &transcript);
    QSignalSpy broke(&exchange, &Exchange::broke);
    QSignalSpy wanted(&exchange, &Exchange::startTlsWanted);
    exchange.begin();
    peer->write("220 go\r\n"_ba);
    QTRY_COMPARE(broke.size() + wanted.size(), 1);
    QVERIFY(wanted.isEmpty());
    QVERIFY(broke.first().first().value<Outcome>() == Outcome::StartTlsInjected);
}

void ExchangeTest::aCalculationHoldsUpNothingElse()
{
    FaultServer server(Script{Say{"* OK hi\r\n"_ba}, Silence{}});
    QSslSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, server.port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    Transcript transcript(std::chrono::steady_clock::now());
    auto made = std::make_unique<BusyDialogue>();
    const BusyDialogue& dialogue = *made;
    Limits limits;
    limits.greeting = 300ms;
    Exchange exchange(&socket, std::move(made), goal(Protocol::Imap, SecurityMode::None), limits, &transcript);
    QSignalSpy broke(&exchange, &Exchange::broke);
    exchange.begin();
    QTRY_COMPARE(dialogue.lines, 1);
    QVERIFY(dialogue.parts > 0);
    QTRY_COMPARE(broke.size(), 1); // the deadline
    const int parts = dialogue.parts;
    QTest::qWait(20);
    QCOMPARE(dialogue.parts, parts);
}

void ExchangeTest::theTranscriptIsBounded()
{
    Transcript transcript(std::chrono::steady_clock::now());
    for (int i = 0; i < 3 * Transcript::maximum; ++i)
        transcript.received("x", false);
    QCOMPARE(transcript.lines().size(), Transcript::maximum + 1);
    QVERIFY(transcript.lines().last().text.contains(QString::number(2 * Transcript::maximum)));
}

STATIONER_TEST(ExchangeTest)
#include "exchange_test.moc"
