#include "countedtags.h"

#include "mail/command.h"
#include "mail/imapresponse.h"
#include "mail/linebuffer.h"
#include "mail/protocols.h"
#include "mail/smtpreply.h"
#include "mail/transcriptmask.h"
#include "support/stationertest.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace stationer;

/// What holds for all three protocols, and for the pieces they are made of.
class DialogueTest : public QObject {
    Q_OBJECT
private slots:
    void aServiceIsKnownByItsFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Service>("service");
        QTest::newRow("SMTP") << QByteArray("220 mail.example ESMTP") << Service::Smtp;
        QTest::newRow("SMTP, several lines") << QByteArray("220-mail.example") << Service::Smtp;
        QTest::newRow("SMTP, bare") << QByteArray("220") << Service::Smtp;
        QTest::newRow("SMTP, refusing") << QByteArray("554 no") << Service::Smtp;
        QTest::newRow("SMTP, busy") << QByteArray("421 busy") << Service::Smtp;
        QTest::newRow("IMAP") << QByteArray("* OK ready") << Service::Imap;
        QTest::newRow("IMAP, small letters") << QByteArray("* ok ready") << Service::Imap;
        QTest::newRow("IMAP, PREAUTH") << QByteArray("* PREAUTH hi") << Service::Imap;
        QTest::newRow("IMAP, BYE") << QByteArray("* BYE") << Service::Imap;
        QTest::newRow("POP3") << QByteArray("+OK ready") << Service::Pop3;
        QTest::newRow("POP3, refusing") << QByteArray("-ERR no") << Service::Pop3;
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request") << Service::Http;
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html>") << Service::Http;
        QTest::newRow("a web page without its type") << QByteArray("<HTML><head>") << Service::Http;
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2") << Service::Ssh;
        QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7) << Service::Tls;
        QTest::newRow("TLS handshake") << QByteArray("\x16\x03\x03", 3) << Service::Tls;
        QTest::newRow("nothing") << QByteArray() << Service::Unknown;
        QTest::newRow("a number") << QByteArray("2205 things") << Service::Unknown;
        QTest::newRow("words") << QByteArray("Welcome!") << Service::Unknown;
        QTest::newRow("0x15 alone") << QByteArray("\x15") << Service::Unknown;
    }
    void aServiceIsKnownByItsFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Service, service);
        QCOMPARE(serviceOf(bytes), service);
    }

    void startTlsIsTheLastThingAskedAndWhatFollowsBreaksTheDialogue_data() { protocolRows(); }
    void startTlsIsTheLastThingAskedAndWhatFollowsBreaksTheDialogue()
    {
        QFETCH(Protocol, protocol);
        const auto dialogue = makeDialogue(goal(protocol, SecurityMode::StartTls), test::countedTags());
        const Steps steps = untilStartTls(*dialogue, protocol);
        QVERIFY(!steps.isEmpty());
        QVERIFY(std::holds_alternative<StartTls>(steps.last()));
        // Another go-ahead, which would do in the state before.
        const Steps injected = dialogue->on(protocol == Protocol::Smtp   ? "220 go"
                                            : protocol == Protocol::Imap ? "a1 OK go"
                                                                         : "+OK go");
        QCOMPARE(injected.size(), 1);
        const auto* failed = std::get_if<Fail>(&injected.first());
        QVERIFY(failed);
        QCOMPARE(failed->failure.fault, Fault::ProtocolBroken);
        QVERIFY(dialogue->encrypted().isEmpty());
    }

    void bytesBehindTheGoAheadAreLeftForTheDriverToSee()
    {
        const auto dialogue = makeDialogue(goal(Protocol::Imap, SecurityMode::StartTls), test::countedTags());
        LineBuffer buffer;
        dialogue->connected();
        buffer.append("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
        dialogue->on(*buffer.takeLine());
        buffer.append("a1 OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=EVIL\r\na2 OK done\r\n");
        const Steps steps = dialogue->on(*buffer.takeLine());
        QVERIFY(std::holds_alternative<StartTls>(steps.last()));
        QVERIFY(!buffer.isEmpty());
    }

    void encryptedBeforeItWasAskedForChangesNothing_data() { protocolRows(); }
    void encryptedBeforeItWasAskedForChangesNothing()
    {
        QFETCH(Protocol, protocol);
        const auto dialogue = makeDialogue(goal(protocol, SecurityMode::StartTls), test::countedTags());
        dialogue->connected();
        QVERIFY(dialogue->encrypted().isEmpty());
    }

    void noLineOfNoiseMakesADialogueSpeakOutOfTurn_data() { protocolRows(); }
    void noLineOfNoiseMakesADialogueSpeakOutOfTurn()
    {
        QFETCH(Protocol, protocol);
        const QByteArrayList pieces{"220",
                                    "250",
                                    "334",
                                    "235",
                                    "-",
                                    " ",
                                    "* ",
                                    "OK",
                                    "a1 ",
                                    "a2 ",
                                    "[CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN]",
                                    "CAPABILITY ",
                                    "+OK",
                                    "+",
                                    "-ERR",
                                    ".",
                                    "STARTTLS",
                                    "AUTH PLAIN",
                                    "{3}",
                                    "SASL PLAIN",
                                    QByteArray(1, '\0'),
                                    "\xff"};
        QRandomGenerator random(1);
        for (int round = 0; round < 5000; ++round) {
            const auto dialogue = makeDialogue(goal(protocol, SecurityMode::StartTls), test::countedTags());
            Steps steps = dialogue->connected();
            for (int i = 0; i < 12; ++i) {
                QByteArray line;
                for (int j = random.bounded(5); j >= 0; --j)
                    line += pieces.at(random.bounded(int(pieces.size())));
                steps += dialogue->on(line);
            }
            for (const Step& step : steps) // TLS was never up
                if (const auto* sent = std::get_if<Send>(&step))
                    QVERIFY2(!sent->bytes.contains("secret") && !sent->bytes.contains("AUTH ") &&
                                 !sent->bytes.contains("LOGIN"),
                             sent->bytes.constData());
        }
    }

    void noTagFollowsFromAnother()
    {
        QSet<QByteArray> tags;
        for (int i = 0; i < 100; ++i) {
            const auto dialogue = makeDialogue(goal(Protocol::Imap, SecurityMode::StartTls));
            Steps steps = dialogue->connected() + dialogue->on("* OK hi");
            steps += dialogue->on(std::get<Send>(steps.last()).bytes.split(' ').first() + " NO"); // brings a goodbye
            for (const Step& step : steps)
                if (const auto* sent = std::get_if<Send>(&step))
                    tags += sent->bytes.split(' ').first();
        }
        QCOMPARE(tags.size(), 200);
        QVERIFY(std::ranges::all_of(tags, [](const QByteArray& tag) { return tag.size() == 8; }));
    }

    void aReplyIsReadFromItsLines()
    {
        SmtpReplyReader reader;
        QCOMPARE(reader.take("550-5.7.1 one"), SmtpReplyReader::Taken::More);
        QCOMPARE(reader.take("550-5.7.10 two"), SmtpReplyReader::Taken::More);
        QCOMPARE(reader.take("550 5.7.1"), SmtpReplyReader::Taken::Whole);
        QCOMPARE(reader.reply().fullCode(), QByteArray("550 5.7.1"));
        QCOMPARE(reader.reply().lines, (QByteArrayList{"one", "5.7.10 two", ""}));
        QCOMPARE(reader.take("250"), SmtpReplyReader::Taken::Whole);
        QCOMPARE(reader.reply().fullCode(), QByteArray("250"));
        QCOMPARE(reader.take("250 4.1.1 another class"), SmtpReplyReader::Taken::Whole);
        QCOMPARE(reader.reply().fullCode(), QByteArray("250"));
    }

    void whatIsNoReplyIsBroken_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"", "2", "25", "2x0 no", "150 early", "650 late", "250_no", "+OK", " 250 ok"})
            QTest::newRow(line) << QByteArray(line);
    }
    void whatIsNoReplyIsBroken()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(SmtpReplyReader().take(line), SmtpReplyReader::Taken::Broken);
    }

    void aResponseIsReadFromItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("capabilities");
        QTest::newRow("plain") << QByteArray("a1 OK done") << QByteArray("OK") << QByteArray("done") << QByteArray();
        QTest::newRow("code") << QByteArray("a1 NO [ALERT] x ] y") << QByteArray("NO [ALERT]") << QByteArray("x ] y")
                              << QByteArray();
        QTest::newRow("no text") << QByteArray("a1 ok") << QByteArray("OK") << QByteArray() << QByteArray();
        QTest::newRow("capability code") << QByteArray("* OK [CAPABILITY A B] hi") << QByteArray("OK [CAPABILITY A B]")
                                         << QByteArray("hi") << QByteArray("A B");
        QTest::newRow("capability") << QByteArray("* CAPABILITY  A  B") << QByteArray() << QByteArray(" A  B")
                                    << QByteArray("A B");
        QTest::newRow("open code") << QByteArray("* OK [CAPABILITY A B") << QByteArray("OK") << QByteArray("[CAPABILITY A B")
                                   << QByteArray();
    }
    void aResponseIsReadFromItsLine()
    {
        QFETCH(QByteArray, line);
        ImapResponseReader reader;
        QCOMPARE(reader.take(line), ImapResponseReader::Taken::Whole);
        QTEST(reader.response().fullCode(), "code");
        QTEST(reader.response().text, "text");
        QTEST(reader.response().capabilities().join(' '), "capabilities");
    }

    void whatIsNoResponseIsBroken_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"", "*", "* ", "a1", "a1 MAYBE", "a(1 OK", "*OK", "a1 BYE", "+OK", "a1  OK"})
            QTest::newRow(line) << QByteArray(line);
    }
    void whatIsNoResponseIsBroken()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(ImapResponseReader().take(line), ImapResponseReader::Taken::Broken);
    }

    void dotsAreStuffedAndTheEndMarkStandsOnALineOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("empty") << QByteArray() << QByteArray(".\r\n");
        QTest::newRow("dots") << QByteArray(".\r\na.\r\n.b\r\n") << QByteArray("..\r\na.\r\n..b\r\n.\r\n");
        QTest::newRow("no last line end") << QByteArray("a") << QByteArray("a\r\n.\r\n");
    }
    void dotsAreStuffedAndTheEndMarkStandsOnALineOfItsOwn()
    {
        QFETCH(QByteArray, message);
        QTEST(dotStuffed(message), "sent");
    }

    void aServerThatEchoesASecretDoesNotBringItIntoTheTranscript_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("no secret") << QByteArray("535 no") << QByteArray("535 no");
        QTest::newRow("password") << QByteArray("-ERR unknown: PASS secret!") << QByteArray("-ERR unknown: PASS ********!");
        QTest::newRow("in capitals") << QByteArray("500 PASS SECRET, Secret?") << QByteArray("500 PASS ********, ********?");
        QTest::newRow("in base64") << QByteArray("500 what is c2VjcmV0?") << QByteArray("500 what is ********?");
        QTest::newRow("in PLAIN") << QByteArray("500 AUTH PLAIN AGJvYgBzZWNyZXQ=") << QByteArray("500 AUTH PLAIN ********");
    }
    void aServerThatEchoesASecretDoesNotBringItIntoTheTranscript()
    {
        QFETCH(QByteArray, line);
        QTEST(withoutSecrets(line, secretsOf(goal(Protocol::Smtp, SecurityMode::Ssl))), "shown");
    }

    void aLongCalculationGoesInParts_data()
    {
        QTest::addColumn<bool>("isInterrupted");
        QTest::newRow("to its end") << false;
        QTest::newRow("interrupted") << true;
    }
    void aLongCalculationGoesInParts()
    {
        QFETCH(bool, isInterrupted);
        DialogueGoal goal = this->goal(Protocol::Imap, SecurityMode::Ssl);
        goal.nonce = "abc";
        const auto dialogue = makeDialogue(goal, test::countedTags());
        dialogue->connected();
        dialogue->on("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256] hi");
        const QByteArray challenge = "+ " + QByteArray("r=abcdef,s=QSXCR+Q6sek8bf92,i=9000").toBase64();
        Steps steps = dialogue->on(challenge);
        QCOMPARE(steps.size(), 1);
        QVERIFY(std::holds_alternative<Calculate>(steps.first()));
        if (isInterrupted) {
            steps = dialogue->on(challenge); // the server does not wait
            QVERIFY(std::holds_alternative<Fail>(steps.last()));
            QVERIFY(std::get<Fail>(steps.last()).failure.fault == Fault::ProtocolBroken);
            QVERIFY(dialogue->goOn().isEmpty());
            return;
        }
        while (std::holds_alternative<Calculate>(steps.last()))
            steps = dialogue->goOn();
        QCOMPARE(steps.size(), 1);
        QVERIFY(QByteArray::fromBase64(std::get<Send>(steps.first()).bytes).startsWith("c=biws,r=abcdef,p="));
        QVERIFY(dialogue->goOn().isEmpty());
    }

    void aSecretIsMaskedAsItStandsInAQuotedString()
    {
        DialogueGoal goal = this->goal(Protocol::Imap, SecurityMode::Ssl);
        goal.password = Secret(QByteArray("a\"b\\c"));
        QCOMPARE(withoutSecrets("a1 BAD LOGIN \"bob\" \"a\\\"b\\\\c\"", secretsOf(goal)),
                 QByteArray("a1 BAD LOGIN \"bob\" \"********\""));
    }

    void aShortSecretLeavesTheMechanismOfItsName()
    {
        DialogueGoal goal = this->goal(Protocol::Imap, SecurityMode::Ssl);
        goal.password = Secret(QByteArray("plain"));
        QCOMPARE(withoutSecrets("* CAPABILITY AUTH=PLAIN, not plain", secretsOf(goal)),
                 QByteArray("* CAPABILITY AUTH=PLAIN, not ********"));
    }

private:
    static void protocolRows()
    {
        QTest::addColumn<Protocol>("protocol");
        for (const Protocol protocol : allProtocols)
            QTest::newRow(nameOf(protocol).data()) << protocol;
    }

    static DialogueGoal goal(Protocol protocol, SecurityMode security)
    {
        DialogueGoal goal;
        goal.protocol = protocol;
        goal.security = security;
        goal.depth = Depth::Login;
        goal.account = QStringLiteral("bob");
        goal.password = Secret(QByteArray("secret"));
        goal.ehloName = "client.example";
        return goal;
    }

    static Steps untilStartTls(Dialogue& dialogue, Protocol protocol)
    {
        Steps steps = dialogue.connected();
        QByteArrayList lines;
        switch (protocol) {
        case Protocol::Smtp:
            lines = {"220 hi", "250-mail.example", "250 STARTTLS", "220 go"};
            break;
        case Protocol::Imap:
            lines = {"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi", "a1 OK go"};
            break;
        case Protocol::Pop3:
            lines = {"+OK hi", "+OK go"};
            break;
        }
        for (const QByteArray& line : lines)
            steps += dialogue.on(line);
        return steps;
    }
};

STATIONER_TEST(DialogueTest)
#include "dialogue_test.moc"
