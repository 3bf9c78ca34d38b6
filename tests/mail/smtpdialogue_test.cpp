#include "transcript.h"

using namespace stationer;

class SmtpDialogueTest : public QObject {
    Q_OBJECT
private slots:
    void everyTranscriptRunsInAnyChunks_data() { test::transcriptRows(QStringLiteral(STATIONER_TESTS "/transcripts/smtp")); }
    void everyTranscriptRunsInAnyChunks() { test::playTranscript(Protocol::Smtp); }
};

QTEST_APPLESS_MAIN(SmtpDialogueTest)
#include "smtpdialogue_test.moc"
