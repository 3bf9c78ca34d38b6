// An alarm proven with real servers: each recipient's answer, one message to all of them, and its arrival seen through IMAP
// and POP3.

#include "servers/signin.h"
#include "support/mailbox.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AlarmTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();

    TestOrder proof(Depth depth, const QList<Addressee>& addressees, Pair out = {Protocol::Smtp, SecurityMode::StartTls},
                    Pair in = {Protocol::Imap, SecurityMode::Ssl}) const
    {
        TestOrder order = orderFor(m_servers, out);
        order.settings.path = u"/Services/EmailService/Out"_s;
        order.settings.replyTo = u"alarms@mail.test"_s;
        order.depth = depth;
        order.alarm = AlarmFacts{u"/Services/EmailService/R"_s, addressees, {}, {}};
        if (depth != Depth::Message)
            return order;
        order.alarm->code = freshCode();
        order.alarm->through = u"/Services/EmailService/In"_s;
        order.message = alarmMessage(*order.alarm, order.settings, u"Gebäude Süd"_s);
        TestOrder look = orderFor(m_servers, in);
        look.settings.path = order.alarm->through;
        look.depth = Depth::Envelope;
        look.sought = order.alarm->code;
        order.arrival = std::make_shared<const TestOrder>(look);
        return order;
    }

    static Limits watching(std::chrono::milliseconds arrival = 30s)
    {
        Limits limits;
        limits.arrival = arrival;
        limits.look = 200ms;
        return limits;
    }

    static QByteArray idOf(const TestOrder& order) { return field(order.message, "Message-ID").mid(1).split('@').first(); }

    static QString saidIn(const Report& report)
    {
        QStringList lines;
        for (const TranscriptLine& line : report.transcript)
            if (line.direction == TranscriptLine::Direction::ToServer)
                lines += line.text;
        return lines.join(u'\n');
    }

    const QList<Addressee> m_three{
        {u"duty@mail.test"_s, toSlot}, {u"chief@mail.test"_s, ccSlot}, {u"log@mail.test"_s, bccSlot}};

private slots:
    void isSeenToArrive_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("mode");
        for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3})
            for (const SecurityMode mode : allSecurityModes)
                QTest::addRow("%s, %s", nameOf(protocol).data(), nameOf(mode).data()) << int(protocol) << int(mode);
    }
    void isSeenToArrive()
    {
        FETCH_PAIR();
        const TestOrder order = proof(Depth::Message, m_three, {Protocol::Smtp, pair.mode}, pair);
        const Report answer = report(order, trusted, watching());
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.stage, Stage::Arrival);
        QCOMPARE(answer.record(Stage::Message)->status, StageStatus::Passed);
        QCOMPARE(answer.record(Stage::Arrival)->status, StageStatus::Passed);
        QCOMPARE(answer.learnt.recipients.size(), 3);
        for (const RecipientAnswer& one : answer.learnt.recipients)
            QVERIFY(one.isAccepted && one.code.startsWith("250"));

        const QString looked = saidIn(*answer.lastLook);
        QVERIFY2(looked.contains(pair.protocol == Protocol::Imap ? u"EXAMINE INBOX"_s : u"TOP "_s), qPrintable(looked));
        for (const QString& word : {u"SELECT"_s, u"FETCH"_s, u"STORE"_s, u"EXPUNGE"_s, u"RETR"_s, u"DELE"_s})
            QVERIFY2(!looked.contains(word), qPrintable(looked));

        const Mailbox mailbox(m_servers);
        const QByteArray id = idOf(order);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox.with(id).size(), 3, 15000); // all of them are this one user's
        QVERIFY(mailbox.isUnseen(id));
        const QByteArray mail = mailbox.with(id).first();
        QVERIFY(field(mail, "Subject").startsWith(order.alarm->code + ' '));
        QCOMPARE(field(mail, "To"), "<duty@mail.test>"_ba);
        QCOMPARE(field(mail, "Cc"), "<chief@mail.test>"_ba);
        QVERIFY(!mail.contains("log@mail.test>\r\n\r\n") && !mail.contains("\r\nBcc"));
        QVERIFY(decodedBody(mail).contains(u"/Services/EmailService/R"_s));
    }

    void eachRecipientHasItsAnswer()
    {
        const QList<Addressee> some{
            {u"duty@mail.test"_s, toSlot}, {u"gone@elsewhere.test"_s, toSlot}, {u"log@mail.test"_s, bccSlot}};
        const Report answer = report(proof(Depth::Envelope, some), trusted);
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.stage, Stage::Envelope);
        QCOMPARE(answer.learnt.recipients.size(), 3);
        QVERIFY(answer.learnt.recipients[0].isAccepted && answer.learnt.recipients[2].isAccepted);
        QVERIFY(!answer.learnt.recipients[1].isAccepted);
        QCOMPARE(answer.learnt.recipients[1].code, "550 5.4.4"_ba);
        QCOMPARE(answer.failure->command, "RCPT"_ba);
    }

    void fortyAreAskedFor()
    {
        QList<Addressee> forty;
        for (int i = 0; i < 40; ++i)
            forty += Addressee{u"duty%1@mail.test"_s.arg(i)};
        const Report answer = report(proof(Depth::Envelope, forty), trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.learnt.recipients.size(), 40);
    }

    void nobodyGetsItWhereOneIsRefused()
    {
        const QList<Addressee> some{{u"duty@mail.test"_s, toSlot}, {u"gone@elsewhere.test"_s, ccSlot}};
        const TestOrder order = proof(Depth::Message, some);
        const Report answer = report(order, trusted, watching());
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.stage, Stage::Message);
        QCOMPARE(answer.record(Stage::Arrival)->status, StageStatus::Skipped);
        QVERIFY(!answer.lastLook);
        QVERIFY(!saidIn(answer).contains(u"DATA"_s));
    }

    void aMessageThatDoesNotComeIsSaidSo_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::newRow("imap") << int(Protocol::Imap);
        QTest::newRow("pop3") << int(Protocol::Pop3);
    }
    void aMessageThatDoesNotComeIsSaidSo()
    {
        QFETCH(int, protocol);
        TestOrder order =
            proof(Depth::Message, m_three, {Protocol::Smtp, SecurityMode::Ssl}, {Protocol(protocol), SecurityMode::Ssl});
        TestOrder look = *order.arrival;
        look.sought = freshCode(); // of no message
        order.arrival = std::make_shared<const TestOrder>(look);
        const Report answer = report(order, trusted, watching(5s));
        QCOMPARE(answer.outcome, Outcome::TimedOut);
        QCOMPARE(answer.stage, Stage::Arrival);
        QCOMPARE(answer.record(Stage::Message)->status, StageStatus::Passed);
        QVERIFY(answer.lastLook && !answer.lastLook->learnt.hasFound);
    }

    // The look's password goes to nobody whose identity is not settled, as with any test.
    void anInboxWhoseServerIsNotKnownIsNotSignedInTo()
    {
        const TestOrder order = proof(Depth::Message, m_three);
        const Report answer = report(
            order,
            [&order](const CertificateChain& chain, const Endpoint& host) {
                Judgement judgement = trusted(chain, host);
                if (host.port == order.arrival->settings.server.port)
                    judgement.verdict = Verdict::Challenged;
                return judgement;
            },
            watching());
        QCOMPARE(answer.outcome, Outcome::CertificateChallenged);
        QCOMPARE(answer.stage, Stage::Arrival);
        QCOMPARE(&answer.decisive(), answer.lastLook.get());
        QCOMPARE(answer.lastLook->stage, Stage::Identity);
        const QString looked = saidIn(*answer.lastLook);
        QVERIFY2(!looked.contains(u"AUTHENTICATE"_s) && !looked.contains(u"LOGIN"_s), qPrintable(looked));
    }

    void aWrongPasswordOfTheInboxEndsIt()
    {
        TestOrder order = proof(Depth::Message, m_three);
        TestOrder look = *order.arrival;
        look.password = Secret(QByteArray("wrong"));
        order.arrival = std::make_shared<const TestOrder>(look);
        const Report answer = report(order, trusted, watching());
        QCOMPARE(answer.outcome, Outcome::LoginRejected);
        QCOMPARE(answer.stage, Stage::Arrival);
    }
};

STATIONER_TEST(AlarmTest)
#include "alarm_test.moc"
