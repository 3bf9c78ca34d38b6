// The depths beyond the login at the real servers: sender and recipient are asked about, the inbox is looked at, and one
// message is delivered into the mailbox, where IMAP finds it.

#include "connection/testmessage.h"
#include "servers/signin.h"
#include "support/mailbox.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList saidTo(const Report& report)
{
    QStringList said;
    for (const TranscriptLine& line : report.transcript)
        if (line.direction == TranscriptLine::Direction::ToServer)
            said += line.text;
    return said;
}

} // namespace

class DepthsTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();

    TestOrder orderOf(Pair pair, Depth depth) const
    {
        TestOrder order = orderFor(m_servers, pair);
        order.depth = depth;
        order.recipient = m_servers.recipient;
        return order;
    }

    static void addModes()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("mode");
        for (const SecurityMode mode : allSecurityModes)
            QTest::addRow("%s", nameOf(mode).data()) << int(Protocol::Smtp) << int(mode);
    }

private slots:
    void reachesTheEnvelope_data() { addPairs(); }
    void reachesTheEnvelope()
    {
        FETCH_PAIR();
        const Report answer = report(orderOf(pair, Depth::Envelope), trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.stage, Stage::Envelope);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Passed);
        QCOMPARE(answer.record(Stage::Envelope)->status, StageStatus::Passed);
        const QString said = saidTo(answer).join(u'\n');
        switch (pair.protocol) {
        case Protocol::Smtp:
            QVERIFY2(said.contains(u"MAIL FROM:<bob>\nRCPT TO:<bob@mail.test>\nRSET"_s), qPrintable(said));
            QVERIFY(!said.contains(u"DATA"_s));
            break;
        case Protocol::Imap:
            QVERIFY2(said.contains(u"EXAMINE INBOX"_s), qPrintable(said));
            break;
        case Protocol::Pop3:
            QVERIFY2(said.contains(u"STAT"_s), qPrintable(said));
            break;
        }
        for (const QString& word : {u"SELECT"_s, u"FETCH"_s, u"STORE"_s, u"EXPUNGE"_s, u"RETR"_s, u"DELE"_s, u"TOP"_s})
            QVERIFY2(!said.contains(word), qPrintable(said));
    }

    void asksAboutTheSenderItselfWhereNobodyElseIsNamed()
    {
        TestOrder order = orderOf({Protocol::Smtp, SecurityMode::StartTls}, Depth::Envelope);
        order.settings.replyTo = u"bob@mail.test"_s;
        order.recipient.clear();
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QVERIFY(saidTo(answer).contains(u"MAIL FROM:<bob@mail.test>"_s));
        QVERIFY(saidTo(answer).contains(u"RCPT TO:<bob@mail.test>"_s));
    }

    void namesARefusedRecipient_data() { addModes(); }
    void namesARefusedRecipient()
    {
        FETCH_PAIR();
        TestOrder order = orderOf(pair, Depth::Envelope);
        order.recipient = u"bob@elsewhere.test"_s;
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.stage, Stage::Envelope);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Passed);
        QCOMPARE(answer.failure->code, "550 5.4.4"_ba);
        QCOMPARE(answer.failure->command, "RCPT"_ba);
        QVERIFY(answer.failure->serverText.contains("deliver to mail.test only"));
    }

    void namesASenderThatBelongsToAnother_data() { addModes(); }
    void namesASenderThatBelongsToAnother()
    {
        FETCH_PAIR();
        TestOrder order = orderOf(pair, Depth::Envelope);
        order.settings.replyTo = u"alice@mail.test"_s;
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.stage, Stage::Envelope);
        QCOMPARE(answer.failure->code, "553 5.7.1"_ba);
        QVERIFY(answer.failure->serverText.contains("not owned by user bob"));
    }

    void deliversOneMessage_data() { addModes(); }
    void deliversOneMessage()
    {
        FETCH_PAIR();
        TestOrder order = orderOf(pair, Depth::Message);
        order.settings.path = u"/Services/EmailService/OutgoingAccount"_s;
        order.settings.replyTo = u"alarms@mail.test"_s;
        TestMessage message = TestMessage::now(u"Gebäude Süd"_s, order.settings, order.recipient);
        message.computer = u"werkbank-größe"_s;
        order.message = message.toBytes();
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.stage, Stage::Message);
        QCOMPARE(answer.record(Stage::Message)->status, StageStatus::Passed);

        const Mailbox mailbox(m_servers);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox.with(message.id).size(), 1, 15000);
        const QByteArray mail = mailbox.with(message.id).first();
        QCOMPARE(field(mail, "Return-Path"), "<alarms@mail.test>"_ba);
        QCOMPARE(field(mail, "From"), "<alarms@mail.test>"_ba);
        QCOMPARE(field(mail, "To"), "<bob@mail.test>"_ba);
        QCOMPARE(field(mail, "Subject"), "=?utf-8?B?VGVzdCBtZXNzYWdlIG9mIHN0YXRpb24gR2Viw6R1ZGUgU8O8ZA==?="_ba);
        QVERIFY(field(mail, "Message-ID").startsWith('<' + message.id));
        QVERIFY(QDateTime::fromString(QString::fromLatin1(field(mail, "Date")), Qt::RFC2822Date).isValid());
        const QString text = decodedBody(mail);
        for (const QString& part : {u"Gebäude Süd"_s, order.settings.path, m_servers.host,
                                    QString::number(order.settings.server.port), m_servers.user, message.computer})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
    }

    // An account's plain name becomes an address at the server.
    void sendsFromTheAccountWhereThereIsNoReplyTo()
    {
        TestOrder order = orderOf({Protocol::Smtp, SecurityMode::Ssl}, Depth::Message);
        const TestMessage message = TestMessage::now({}, order.settings, order.recipient);
        order.message = message.toBytes();
        QCOMPARE(report(order, trusted).outcome, Outcome::Succeeded);
        const Mailbox mailbox(m_servers);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox.with(message.id).size(), 1, 15000);
        QVERIFY(field(mailbox.with(message.id).first(), "From").contains("bob"));
    }

    void deliversNothingWhereTheRecipientIsRefused()
    {
        TestOrder order = orderOf({Protocol::Smtp, SecurityMode::Ssl}, Depth::Message);
        order.recipient = u"bob@elsewhere.test"_s;
        order.message = TestMessage::now({}, order.settings, order.recipient).toBytes();
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::ServerRefused);
        QCOMPARE(answer.stage, Stage::Message);
        QVERIFY(!saidTo(answer).contains(u"DATA"_s));
    }

    void looksAtTheInboxWithoutMarkingWhatIsNew()
    {
        TestOrder sending = orderOf({Protocol::Smtp, SecurityMode::None}, Depth::Message);
        const TestMessage message = TestMessage::now({}, sending.settings, sending.recipient);
        sending.message = message.toBytes();
        QCOMPARE(report(sending, trusted).outcome, Outcome::Succeeded);
        const Mailbox mailbox(m_servers);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox.with(message.id).size(), 1, 15000);
        QVERIFY(mailbox.isUnseen(message.id));
        for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3})
            QCOMPARE(report(orderOf({protocol, SecurityMode::Ssl}, Depth::Envelope), trusted).outcome, Outcome::Succeeded);
        QVERIFY(mailbox.isUnseen(message.id));
    }
};

STATIONER_TEST(DepthsTest)
#include "depths_test.moc"
