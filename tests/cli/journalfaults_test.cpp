// The journal under faults of the disk: what it said is safe is found again, and at most the step under way besides.

#include "cli/faultydisk.h"
#include "station/journal.h"
#include "support/stationertest.h"

#include <algorithm>

using namespace stationer;
using namespace stationer::testing;

namespace {

constexpr int notedSteps = 4;

/// The document after a step. The journal begins anew at the step after a large one.
Document noted(int step, bool isLarge = false)
{
    Document document = Document::fromXml(goldenXml()).value();
    QString host = u"mail%1.example"_s.arg(step);
    if (isLarge && step == 1) { // which cannot be compressed below 4 MiB
        QList<quint32> random(1'100'000);
        QRandomGenerator(1).fillRange(random.data(), random.size());
        host = QString::fromLatin1(
            QByteArray::fromRawData(reinterpret_cast<const char*>(random.constData()), random.size() * 4).toBase64());
    }
    if (step > 0)
        document.apply(
            document.setValue(document.find(u"/Services/EmailService/OutgoingAccount"_s), u"hostname"_s, host).value());
    return document;
}

/// The child that edits: after each step it says whether the journal has it.
int noteSteps(const QString& folder, const QString& station, bool isLarge)
{
    const Document opened = noted(0);
    Journal journal(folder, station, {opened.openedXml()});
    for (int step = 1; step <= notedSteps; ++step) {
        const auto words = journal.note(Journal::stateOf(noted(step, isLarge)), step);
        const QByteArray line = words ? "failed: " + words->toUtf8() + '\n' : "noted " + QByteArray::number(step) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) < 0)
            return 1;
    }
    return 0;
}

} // namespace

class JournalFaultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<FaultyDisk> m_disk;
    const quint32 m_seed = diskSeed();

    QStringList noting() const
    {
        return {FaultyDisk::itself(), u"JournalFaultsTest"_s, u"--notes"_s, m_disk->place(u"journals"_s),
                m_disk->place(u"acme.bog"_s)};
    }
    void checkNotes(const DiskRun& ran, const QByteArrayList& states, const QByteArray& what) const;

private slots:
    void init()
    {
        m_disk = std::make_unique<FaultyDisk>();
        m_disk->cli().write(u"place/acme.bog"_s, goldenXml());
        m_disk->remember();
    }
    void keepsWhatItTookAtAnyCall();
    void keepsWhatItTookAtAnyMoment();
    void isFlushedInItsFolder();
};

/// What the child was told to be safe is found, and at most the step that was under way besides.
void JournalFaultsTest::checkNotes(const DiskRun& ran, const QByteArrayList& states, const QByteArray& what) const
{
    const QString folder = m_disk->place(u"journals"_s), station = m_disk->place(u"acme.bog"_s);
    const QByteArrayList lines = ran.out.trimmed().split('\n');
    const auto safe = std::find_if(lines.rbegin(), lines.rend(), [](auto& line) { return line.startsWith("noted "); });
    const int told = safe == lines.rend() ? 0 : safe->sliced(6).toInt();
    const bool wasUnderWay = ran.isKilled() || lines.last().startsWith("failed: ");
    const auto found = Journal::find(folder, station, goldenXml());
    const int steps = found ? found->steps : 0;
    QVERIFY2(steps == told || (wasUnderWay && steps == told + 1), what + "found " + QByteArray::number(steps));
    QVERIFY2(steps == 0 || found->xml == states[steps], what);
    const auto elsewhere = Journal::find(folder, station, goldenXml() + '\n');
    QVERIFY2(!elsewhere || elsewhere->opened.isEmpty() || elsewhere->opened == goldenXml(), what);
    QVERIFY2(ran.isKilled() || (ran.status == 0 && lines.size() == notedSteps), what);
    QVERIFY2(!ran.out.contains("failed: \n"), what);
    {
        Journal again(folder, station, {goldenXml()});
        QVERIFY2(!again.note(Journal::stateOf(noted(notedSteps)), notedSteps), what);
        QVERIFY2(Journal::find(folder, station, goldenXml())->xml == noted(notedSteps).xml(), what);
        again.close();
    }
    QVERIFY2(m_disk->names() == QStringList{station}, what + m_disk->names().join(u'\n').toUtf8());
}

void JournalFaultsTest::keepsWhatItTookAtAnyCall()
{
    for (const bool isLarge : {false, true}) {
        QByteArrayList states;
        for (int step = 0; step <= notedSteps; ++step)
            states << noted(step, isLarge).xml();
        const QStringList command = isLarge ? noting() << u"large"_s : noting();
        const DiskRun plain = m_disk->run(command);
        checkNotes(plain, states, plain.told());
        QVERIFY(plain.out.endsWith("noted 4\n"));
        const auto anew = std::find_if(plain.calls.rbegin(), plain.calls.rend(), [](auto& call) {
            return call.name == "create" && call.path.endsWith(".journal.new");
        });
        // Of the large one what is done at beginning anew: it takes long, and the rest is the same.
        const int first = isLarge ? int(plain.calls.rend() - anew) : 1;
        QVERIFY(!isLarge || first > 10);
        for (int at = first; at <= plain.calls.size(); ++at) {
            const DiskCall& call = plain.calls[at - 1];
            for (const QByteArray& fault : isLarge ? QByteArrayList{QByteArray::number(EIO), "kill"} : faultsOf(call)) {
                m_disk->restore();
                const DiskRun ran = m_disk->run(command, at, fault);
                QVERIFY2(ran.isKilled() || call.name == "unlink" || m_disk->names().filter(u".new"_s).isEmpty(), ran.told());
                checkNotes(ran, states, fault + " at " + QByteArray::number(at) + "\n" + ran.told() + "\n");
                if (QTest::currentTestFailed())
                    return;
            }
            if (isLarge && call.name == "rename")
                break;
        }
    }
}

void JournalFaultsTest::keepsWhatItTookAtAnyMoment()
{
    QByteArrayList states;
    for (int step = 0; step <= notedSteps; ++step)
        states << noted(step).xml();
    const DiskRun plain = m_disk->run(noting());
    const qint64 length = plain.calls.last().microseconds - plain.calls.first().microseconds;
    QRandomGenerator random(m_seed);
    for (int round = 0; round < 100 && !QTest::currentTestFailed(); ++round) {
        m_disk->restore();
        const DiskRun ran = m_disk->run(noting(), 1, "clock:" + QByteArray::number(random.bounded(length + 1)));
        checkNotes(ran, states, "STATIONER_DISK_SEED=" + QByteArray::number(m_seed) + '\n' + ran.told() + "\n");
    }
}

void JournalFaultsTest::isFlushedInItsFolder()
{
    QVERIFY(m_disk->run(noting()).flushesItsNames({".opened"})); // of no use without the others
}

int runJournalFaultsTest(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "--notes"_L1)
        return noteSteps(words.at(2), words.at(3), words.size() > 4);
    useMemoryAsDisk();
    JournalFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "journalfaults_test.moc"
