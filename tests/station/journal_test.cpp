// The edit journal: what it brings back after a crash, and when it does not.

#include "station/journal.h"
#include "support/opened.h"
#include "support/stationfiles.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

Edit edit(const Document& document, int number)
{
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    if (number == 1)
        return document.move({document.find(u"/Services/Weather")}, document.root()).value();
    return document.setValue(account, u"hostname"_s, u"mail%1.example"_s.arg(number)).value();
}

/// What the child process does: it edits and notes, says so, and waits to be killed.
int crash(const QString& folder, const QString& file)
{
    Document document = opened(goldenXml());
    Journal journal(folder, file, {document.openedXml()});
    for (int number = 0; number < 5; ++number) {
        document.apply(edit(document, number));
        if (journal.note(Journal::stateOf(document), number + 1))
            return 1;
    }
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly))
        return 1;
    out.write(document.xml());
    out.flush();
    ::raise(SIGKILL);
    return 0;
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;
    QString journals() const { return m_folder.filePath(u"journals"_s); }

private slots:
    void init();
    void bringsBackWhatAKilledProgramHad();
    void beginsWithTheFirstStepAndEndsWhenNothingDiffers();
    void toleratesADamagedTail();
    void doesNotFitOtherBytes();
    void isMeasuredFromTheLastSave();
    void isForOneFileAndItsOwner();
    void staysSmall();
    void tellsWhenItCannotBeWritten();
};

void JournalTest::init()
{
    m_file = m_folder.filePath(u"station.bog"_s);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(goldenXml());
    Journal::discard(journals(), m_file);
}

void JournalTest::bringsBackWhatAKilledProgramHad()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"JournalTest"_s, u"--crash"_s, journals(), m_file});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const QByteArray had = child.readAllStandardOutput();
    QVERIFY(had.contains("mail4.example"));
    const auto found = Journal::find(journals(), m_file, goldenXml());
    QVERIFY(found);
    QVERIFY(found->fits);
    QCOMPARE(found->steps, 5);
    QCOMPARE(found->xml, had);
    Journal::discard(journals(), m_file);
    QVERIFY(!Journal::find(journals(), m_file, goldenXml()));
}

void JournalTest::beginsWithTheFirstStepAndEndsWhenNothingDiffers()
{
    Document document = opened(goldenXml());
    Journal journal(journals(), m_file, {document.openedXml()});
    QVERIFY(!QFile::exists(Journal::pathFor(journals(), m_file)));
    const Edit one = edit(document, 0);
    document.apply(one);
    QVERIFY(!journal.note(Journal::stateOf(document), 1));
    QVERIFY(Journal::find(journals(), m_file, goldenXml()));
    document.revert(one);
    QVERIFY(!journal.note(Journal::stateOf(document), 1));
    QVERIFY(!QFile::exists(Journal::pathFor(journals(), m_file)));
    document.apply(one);
    QVERIFY(!journal.note(Journal::stateOf(document), 1));
    QVERIFY(Journal::find(journals(), m_file, goldenXml()));
    journal.close();
    QVERIFY(!QFile::exists(Journal::pathFor(journals(), m_file)));
}

/// Cut anywhere, it brings back the state after one of the steps, or nothing; never something else.
void JournalTest::toleratesADamagedTail()
{
    Document document = opened(goldenXml());
    const QString path = Journal::pathFor(journals(), m_file);
    QByteArrayList states;
    QSet<qint64> ends; // of whole steps
    {
        Journal journal(journals(), m_file, {document.openedXml()});
        for (int number = 0; number < 4; ++number) {
            document.apply(edit(document, number));
            QVERIFY(!journal.note(Journal::stateOf(document), number + 1));
            states.append(document.xml());
            ends += QFileInfo(path).size();
        }
    }
    const QByteArray whole = fileBytes(path);
    int seen = 0;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QByteArray damaged = whole.first(length);
        if (length % 2)
            damaged += "garbage";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        const auto found = Journal::find(journals(), m_file, goldenXml());
        if (!found)
            continue;
        QVERIFY(found->steps >= 1 && found->steps < 4);
        QCOMPARE(found->xml, states[found->steps - 1]);
        QCOMPARE(found->isTorn, length % 2 || !ends.contains(length));
        seen |= 1 << found->steps;
    }
    QCOMPARE(seen, 0b1110);
}

void JournalTest::doesNotFitOtherBytes()
{
    Document document = opened(goldenXml());
    {
        Journal journal(journals(), m_file, {document.openedXml()});
        document.apply(edit(document, 0));
        QVERIFY(!journal.note(Journal::stateOf(document), 1));
    }
    const auto found = Journal::find(journals(), m_file, goldenXml() + '\n');
    QVERIFY(found);
    QVERIFY(!found->fits);
    QCOMPARE(found->steps, 1);
    QVERIFY(found->xml != found->opened && !found->opened.isEmpty()); // kept beside it
}

void JournalTest::isMeasuredFromTheLastSave()
{
    Document document = opened(goldenXml());
    document.apply(edit(document, 0));
    document.apply(edit(document, 1));
    document.apply(document.remove(document.find(u"/Drivers")).value());
    document.markSaved();
    const QByteArray saved = document.openedXml();
    {
        Journal journal(journals(), m_file, {saved});
        document.apply(edit(document, 2));
        document.apply(document.setValue(document.root(), u"stationName"_s, u"crashed"_s).value());
        QVERIFY(!journal.note(Journal::stateOf(document), 1));
    }
    const auto found = Journal::find(journals(), m_file, saved);
    QVERIFY(found && found->fits);
    QCOMPARE(found->xml, document.xml());
}

void JournalTest::isForOneFileAndItsOwner()
{
    Document document = opened(goldenXml());
    Journal journal(journals(), m_file, {document.openedXml()});
    document.apply(edit(document, 0));
    QVERIFY(!journal.note(Journal::stateOf(document), 1));
    QVERIFY(!Journal::find(journals(), m_folder.filePath(u"other.bog"_s), goldenXml()));
    const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(Journal::pathFor(journals(), m_file)).permissions() & forOthers));
    QVERIFY(!(QFileInfo(journals()).permissions() & (forOthers | QFile::ExeGroup | QFile::ExeOther)));
    journal.close();
}

void JournalTest::staysSmall()
{
    Document document = opened(goldenXml());
    Journal journal(journals(), m_file, {document.openedXml()});
    const SlotId root = document.root();
    for (int number = 0; number < 60; ++number) {
        document.apply(document.setValue(root, u"a%1"_s.arg(number), QString(20000, QChar(u'a' + number % 26))).value());
        document.apply(document.setValue(root, u"stationName"_s, QString::number(number)).value());
        QVERIFY(!journal.note(Journal::stateOf(document), number + 1));
    }
    QVERIFY(QFileInfo(Journal::pathFor(journals(), m_file)).size() < 8 * 1024 * 1024);
    const auto found = Journal::find(journals(), m_file, goldenXml());
    QVERIFY(found && found->fits);
    QCOMPARE(found->xml, document.xml());
    QCOMPARE(found->steps, 60);
    journal.close();
}

void JournalTest::tellsWhenItCannotBeWritten()
{
    QFile blocking(m_folder.filePath(u"blocking"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    Document document = opened(goldenXml());
    Journal journal(blocking.fileName() + u"/journals"_s, m_file, {document.openedXml()});
    document.apply(edit(document, 0));
    QVERIFY(journal.note(Journal::stateOf(document), 1));
}

int runJournalTest(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--crash") == 0)
        return crash(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    JournalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "journal_test.moc"
