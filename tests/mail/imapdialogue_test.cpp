#include "support/stationertest.h"
#include "transcript.h"

using namespace stationer;

class ImapDialogueTest : public QObject {
    Q_OBJECT
private slots:
    void everyTranscriptRunsInAnyChunks_data() { test::transcriptRows(QStringLiteral(STATIONER_TESTS "/transcripts/imap")); }
    void everyTranscriptRunsInAnyChunks() { test::playTranscript(Protocol::Imap); }
};

STATIONER_TEST(ImapDialogueTest)
#include "imapdialogue_test.moc"
