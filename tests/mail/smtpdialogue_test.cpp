#include "support/stationertest.h"
#include "transcript.h"

using namespace stationer;

class SmtpDialogueTest : public QObject {
    Q_OBJECT
private slots:
    void everyTranscriptRunsInAnyChunks_data() { test::transcriptRows(QStringLiteral(STATIONER_TESTS "/transcripts/smtp")); }
    void everyTranscriptRunsInAnyChunks() { test::playTranscript(Protocol::Smtp); }

    void aRefusalNamesItsCommand()
    {
        DialogueGoal goal;
        goal.depth = Depth::Envelope;
        goal.sender = QStringLiteral("a@acme.example");
        goal.recipients = {QStringLiteral("b@acme.example")};
        const auto refusedAfter = [&goal](const QByteArrayList& lines) {
            const std::unique_ptr<Dialogue> dialogue = makeDialogue(goal);
            dialogue->connected();
            QByteArray command = "none";
            for (const QByteArray& line : lines)
                for (const Step& step : dialogue->on(line))
                    if (const auto* fail = std::get_if<Fail>(&step))
                        command = fail->failure.command;
            return command;
        };
        QCOMPARE(refusedAfter({"554 no"}), QByteArray());
        QCOMPARE(refusedAfter({"220 mx", "250 mx", "550 no"}), QByteArray("MAIL"));
        QCOMPARE(refusedAfter({"220 mx", "250 mx", "250 ok", "550 no"}), QByteArray("RCPT"));
    }

    void ehloHasAName()
    {
        const std::unique_ptr<Dialogue> dialogue = makeDialogue(DialogueGoal());
        dialogue->connected();
        QByteArray sent;
        for (const Step& step : dialogue->on("220 mx"))
            if (const auto* send = std::get_if<Send>(&step))
                sent += send->bytes;
        QCOMPARE(sent, QByteArray("EHLO [127.0.0.1]\r\n"));
    }
};

STATIONER_TEST(SmtpDialogueTest)
#include "smtpdialogue_test.moc"
