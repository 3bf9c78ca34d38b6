#include "support/stationertest.h"
#include "transcript.h"

using namespace stationer;

class Pop3DialogueTest : public QObject {
    Q_OBJECT
private slots:
    void everyTranscriptRunsInAnyChunks_data() { test::transcriptRows(QStringLiteral(STATIONER_TESTS "/transcripts/pop3")); }
    void everyTranscriptRunsInAnyChunks() { test::playTranscript(Protocol::Pop3); }
};

STATIONER_TEST(Pop3DialogueTest)
#include "pop3dialogue_test.moc"
