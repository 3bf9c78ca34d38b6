#include "session/openstation.h"
#include "session/recovery.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// A program that ended without saving, and the next one.
class RecoveryTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void offersWhatAKilledProgramHad();
    void restoresAsOneStep();
    void restoresInAnyQuotes_data();
    void restoresInAnyQuotes();
    void neverSilently();
    void savingForgets();
    void anOrderlyEndForgets();
    void closingForgets();
    void undoingToCleanForgets();
    void doesNotFitAnotherFile();
    void restoresWhatFitsAnotherFile();
    void restoresAllThatFitsAnotherFile();
    void savingKeepsWhatIsNotAnswered();
    void offersANewStation();
    void keepsANewStationForTheNextTime();
    void leavesTheNewStationOfAnotherProgramAlone();
    void savingANewStationForgets();
    void keepsWhatIsNotAnswered();
    void tellsOnceThatItCannotWrite();
    void leavesTheJournalOfAnotherProgramAlone();
    void isNotHeldUpByALockThatNamesNobody();
    void aSaveThatFailsForgetsNothing();
    void asideItLosesNothingEither();
    void asideALeftoverIsFoundBeforeTheFirstStep();

private:
    QString path() const { return m_folder->filePath(u"acme.bog"_s); }
    QString journals() const { return m_folder->filePath(u"journals"_s); }
    QString journal() const { return Journal::pathFor(journals(), path()); }
    void write(const QByteArray& xml)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
    }
    QByteArray onDisk()
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Another process opens the file, does this and is killed.
    template <class Does>
    void crashAfter(Does&& does)
    {
        const pid_t child = fork();
        if (child == 0) {
            OpenStation station;
            const Recovery recovery(station, journals());
            if (station.open(path()))
                _exit(1);
            does(station);
            ::kill(getpid(), SIGKILL);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
    static SlotId out(const OpenStation& station) { return station.document().find(u"/Services/EmailService/Out"); }
    static void setPort(OpenStation& station, const QString& port)
    {
        if (station.change(out(station), {{u"port"_s, port}}))
            qFatal("not set");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecoveryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(smallStation(outgoing() + incoming()));
}

void RecoveryTest::offersWhatAKilledProgramHad()
{
    crashAfter([](OpenStation& station) {
        setPort(station, u"2525"_s);
        setPort(station, u"2526"_s);
        setPort(station, u"2527"_s);
    });
    OpenStation station;
    Recovery recovery(station, journals());
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][0].toInt(), 3);
    QCOMPARE(found[0][1].toBool(), true);
    QVERIFY(!station.isModified());
    QVERIFY(recovery.restore());
    QCOMPARE(station.document().value(station.document().child(out(station), u"port")), u"2527"_s);
    QVERIFY(station.isModified());
    QCOMPARE(onDisk(), smallStation(outgoing() + incoming()));
    QVERIFY(QFile::exists(journal())); // a second crash loses nothing either
    QVERIFY(!station.save());
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryTest::restoresAsOneStep()
{
    QByteArray had;
    crashAfter([](OpenStation& station) {
        setPort(station, u"2525"_s);
        if (!station.add(station.document().find(u"/Services/EmailService"), outgoingAccountType) ||
            station.rename(station.document().find(u"/Services/EmailService/In"), u"Post box"_s,
                           OpenStation::References::Keep))
            qFatal("not done");
    });
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    const QByteArray wanted = recovery.found()->xml;
    QVERIFY(recovery.restore());
    QCOMPARE(station.document().xml(), wanted);
    QCOMPARE(station.undoStack()->undoText(), u"Restore changes"_s);
    QVERIFY(station.document().isValueChanged(out(station), u"port"));
    station.undoStack()->undo();
    QCOMPARE(station.document().xml(), smallStation(outgoing() + incoming()));
    QVERIFY(!station.isModified());
    QVERIFY(!QFile::exists(journal()));
}

using Does = void (*)(OpenStation&);
Q_DECLARE_METATYPE(Does)

/// Every other attribute in the other quotes than a station's writing style has, lines with one quote of each kind among them.
static QByteArray inMixedQuotes(QByteArray xml)
{
    int attribute = 0;
    for (qsizetype at = xml.indexOf("<p "); at < xml.size(); ++at) {
        if (xml[at] != '\'' && xml[at] != '"')
            continue;
        const qsizetype end = xml.indexOf(xml[at], at + 1);
        if (attribute++ % 2)
            xml[at] = xml[end] = xml[at] == '"' ? '\'' : '"';
        at = end;
    }
    return xml;
}

static SlotId slotAt(const OpenStation& station, const QString& underService)
{
    return station.document().find(u"/Services/EmailService"_s + underService);
}

static void done(const std::optional<StructureFault>& fault)
{
    if (fault)
        qFatal("not done");
}
template <class Value>
static Value done(const Result<Value, StructureFault>& result)
{
    if (!result)
        qFatal("not done");
    return result.value();
}

void RecoveryTest::restoresInAnyQuotes_data()
{
    constexpr auto keep = OpenStation::References::Keep, follow = OpenStation::References::Follow;
    QTest::addColumn<Does>("does");
    QTest::newRow("value") << Does([](OpenStation& station) { setPort(station, u"2525"_s); });
    QTest::newRow("insertion") << Does(
        [](OpenStation& station) { done(station.add(slotAt(station, {}), outgoingAccountType)); });
    QTest::newRow("insertion into what was empty") << Does([](OpenStation& station) {
        const SlotId folder = station.document().find(u"/Drivers/Folder");
        done(station.paste(folder, station.copied({folder})));
    });
    QTest::newRow("removal") << Does([](OpenStation& station) { done(station.remove(slotAt(station, u"/In"_s))); });
    QTest::newRow("rename") << Does(
        [](OpenStation& station) { done(station.rename(slotAt(station, u"/In"_s), u"Post box"_s, keep)); });
    QTest::newRow("removal and another of that name") << Does([](OpenStation& station) {
        done(station.remove(slotAt(station, u"/In"_s)));
        const SlotId added = done(station.add(slotAt(station, {}), incomingAccountType));
        done(station.rename(added, u"In"_s, keep));
    });
    QTest::newRow("order") << Does([](OpenStation& station) {
        done(station.reorder(slotAt(station, {}), {slotAt(station, u"/In"_s), slotAt(station, u"/Out"_s)}));
        setPort(station, u"2525"_s);
    });
    QTest::newRow("move") << Does([](OpenStation& station) {
        done(station.move({station.document().find(u"/Drivers/Folder")}, station.document().find(u"/Services")));
        setPort(station, u"2525"_s);
    });
    QTest::newRow("move into each other") << Does([](OpenStation& station) {
        done(station.move({station.document().find(u"/Drivers/Folder")}, station.document().root()));
        done(station.move({station.document().find(u"/Drivers")}, station.document().find(u"/Folder")));
    });
    QTest::newRow("copies") << Does([](OpenStation& station) {
        done(station.duplicate({slotAt(station, u"/In"_s), slotAt(station, u"/Out"_s)}));
        done(station.duplicate({station.document().find(u"/Drivers")}));
    });
    QTest::newRow("all of them") << Does([](OpenStation& station) {
        setPort(station, u"2525"_s);
        done(station.duplicate({station.document().find(u"/Drivers")}));
        done(station.remove(slotAt(station, u"/Out"_s)));
        done(station.add(slotAt(station, {}), outgoingAccountType));
        done(station.rename(slotAt(station, {}), u"Post"_s, follow));
        done(station.move({station.document().find(u"/Drivers")}, station.document().find(u"/Services")));
        done(station.move({station.document().find(u"/Services/Post")}, OpenStation::Direction::Down));
    });
}

/// However the file writes its attributes and whatever was done: the bytes come back, as one step that can be undone.
void RecoveryTest::restoresInAnyQuotes()
{
    QFETCH(Does, does);
    const QByteArray usual = smallStation(outgoing(value("hostname", "mail.example")) + incoming());
    for (const QByteArray& xml : {usual, inMixedQuotes(usual), QByteArray(usual).replace('\'', '"')}) {
        write(xml);
        crashAfter(does);
        OpenStation station;
        Recovery recovery(station, journals());
        QVERIFY(!station.open(path()));
        QVERIFY(recovery.found());
        const QByteArray wanted = recovery.found()->xml;
        QVERIFY(wanted != xml);
        QVERIFY(recovery.restore());
        QCOMPARE(station.document().xml(), wanted);
        QVERIFY(station.isModified());
        const QList<Difference> differences = station.differencesToSaved();
        QVERIFY(!differences.isEmpty());
        const bool isMoved = differences[0].kind == Difference::Kind::Moved;
        QCOMPARE(isMoved, QByteArrayView(QTest::currentDataTag()) == "move");
        QVERIFY(QFile::exists(journal())); // a second crash loses nothing either
        QCOMPARE(station.undoStack()->count(), 1);
        station.undoStack()->undo();
        QCOMPARE(station.document().xml(), xml);
        QVERIFY(!station.isModified());
        QVERIFY(!QFile::exists(journal()));
        station.undoStack()->redo();
        QCOMPARE(station.document().xml(), wanted);
        QVERIFY(!station.save());
        QCOMPARE(onDisk(), wanted);
        QVERIFY(!QFile::exists(journal()));
    }
}

void RecoveryTest::neverSilently()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    QCOMPARE(station.document().xml(), onDisk());
    recovery.discard();
    QVERIFY(!QFile::exists(journal()));
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QCOMPARE(found.size(), 0);
}

void RecoveryTest::savingForgets()
{
    OpenStation station;
    const Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    QVERIFY(QFile::exists(journal()));
    QVERIFY(!station.save());
    QVERIFY(!QFile::exists(journal()));
    setPort(station, u"2526"_s);
    const auto found = Journal::find(journals(), path(), onDisk());
    QVERIFY(found && found->fits);
    QCOMPARE(found->xml, station.document().xml());
    QCOMPARE(found->steps, 1);
}

void RecoveryTest::anOrderlyEndForgets()
{
    {
        OpenStation station;
        const Recovery recovery(station, journals());
        QVERIFY(!station.open(path()));
        setPort(station, u"2525"_s);
    }
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryTest::closingForgets()
{
    OpenStation station;
    const Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    station.close();
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryTest::undoingToCleanForgets()
{
    OpenStation station;
    const Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    station.undoStack()->undo();
    QVERIFY(!QFile::exists(journal()));
    station.undoStack()->redo();
    QVERIFY(QFile::exists(journal()));
}

void RecoveryTest::doesNotFitAnotherFile()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    write(smallStation(outgoing()));
    OpenStation station;
    Recovery recovery(station, journals());
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][1].toBool(), false);
    QVERIFY(!recovery.restore());
    QCOMPARE(station.document().xml(), smallStation(outgoing()));
}

void RecoveryTest::restoresWhatFitsAnotherFile()
{
    crashAfter([](OpenStation& station) {
        setPort(station, u"2525"_s);
        if (station.change(out(station), {{u"hostname"_s, u"mine.example"_s}}) ||
            station.remove(station.document().find(u"/Services/EmailService/In")))
            qFatal("not done");
    });
    // Another program set the host as well and left the port and the incoming account alone.
    write(smallStation(outgoing(value("hostname", "theirs.example")) + incoming()));
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    QVERIFY(!recovery.found()->fits);
    const auto replay = recovery.replayable();
    QVERIFY(replay);
    QCOMPARE(replay->fitting.size(), 2);
    QCOMPARE(replay->other.size(), 1);
    QCOMPARE(replay->other[0].slot, u"hostname"_s);
    QCOMPARE(replay->other[0].after, u"mine.example"_s);
    recovery.restore(*replay);
    QCOMPARE(station.document().value(station.document().child(out(station), u"port")), u"2525"_s);
    QCOMPARE(station.document().value(station.document().child(out(station), u"hostname")), u"theirs.example"_s);
    QVERIFY(station.document().find(u"/Services/EmailService/In") == SlotId::None);
    QCOMPARE(station.undoStack()->count(), 1);
    QVERIFY(!station.save());
    setPort(station, u"2526"_s);
    const auto kept = Journal::find(journals(), path(), onDisk());
    QVERIFY(kept && kept->xml.contains("mine.example")); // what could not be done is not lost
}

void RecoveryTest::restoresAllThatFitsAnotherFile()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    write(smallStation(outgoing(value("hostname", "theirs.example")) + incoming()));
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    const auto replay = recovery.replayable();
    QVERIFY(replay && replay->other.isEmpty());
    recovery.restore(*replay);
    const auto found = Journal::find(journals(), path(), onDisk());
    QVERIFY(found && found->fits); // a second crash loses nothing either
    QCOMPARE(found->xml, station.document().xml());
    QVERIFY(!station.save());
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryTest::savingKeepsWhatIsNotAnswered()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    OpenStation station;
    const Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"26"_s);
    QVERIFY(!station.save());
    setPort(station, u"27"_s);
    const auto found = Journal::find(journals(), path(), onDisk());
    QVERIFY(found && !found->fits);
    QVERIFY(found->xml.contains("2525"));
}

static SlotId account(const OpenStation& station)
{
    return station.document().find(u"/Services/EmailService/OutgoingAccount");
}

/// A new station that was given this host, in a program that is killed.
template <class Crash>
static void crashWithANewStation(Crash&& crash, const QString& host)
{
    crash([host](OpenStation& station) {
        station.openNew();
        if (station.change(account(station), {{u"hostname"_s, host}}))
            qFatal("not set");
    });
}

void RecoveryTest::offersANewStation()
{
    const auto crash = [this](auto&& does) { crashAfter(does); };
    crashWithANewStation(crash, u"new.example"_s);
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(recovery.found() && recovery.isOfNewStation());
    QVERIFY(!station.isOpen()); // never silently
    QVERIFY(recovery.restore());
    QVERIFY(station.isOpen() && station.isModified());
    QVERIFY(station.path().isEmpty());
    QCOMPARE(station.document().value(station.document().child(account(station), u"hostname")), u"new.example"_s);
    QCOMPARE(Journal::newOnes(journals()).size(), 1); // a second crash loses nothing either
    QVERIFY(!station.saveAs(m_folder->filePath(u"saved.bog"_s)));
    QVERIFY(Journal::newOnes(journals()).isEmpty());
}

void RecoveryTest::keepsANewStationForTheNextTime()
{
    const auto crash = [this](auto&& does) { crashAfter(does); };
    crashWithANewStation(crash, u"one.example"_s);
    {
        OpenStation station;
        Recovery recovery(station, journals());
        recovery.keep();
        QVERIFY(!station.open(path()));
        setPort(station, u"2525"_s);
        QCOMPARE(Journal::newOnes(journals()).size(), 1);
    }
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(recovery.found());
    recovery.keep();
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    station.openNew();
    QCOMPARE(found.size(), 1); // asked again
    recovery.keep();
    QVERIFY(!station.change(account(station), {{u"hostname"_s, u"two.example"_s}}));
    QCOMPARE(Journal::newOnes(journals()).size(), 2); // beside the one that is kept
    station.close();
    QCOMPARE(Journal::newOnes(journals()).size(), 1);
    station.openNew();
    recovery.discard();
    QVERIFY(Journal::newOnes(journals()).isEmpty());
    QVERIFY(!recovery.found());
}

void RecoveryTest::leavesTheNewStationOfAnotherProgramAlone()
{
    OpenStation first;
    const Recovery running(first, journals());
    first.openNew();
    QVERIFY(!first.change(account(first), {{u"hostname"_s, u"running.example"_s}}));
    QCOMPARE(Journal::newOnes(journals()).size(), 1);
    OpenStation second;
    Recovery recovery(second, journals());
    second.openNew();
    QVERIFY(!recovery.found());
    QVERIFY(!second.change(account(second), {{u"hostname"_s, u"second.example"_s}}));
    QCOMPARE(Journal::newOnes(journals()).size(), 2);
}

void RecoveryTest::savingANewStationForgets()
{
    OpenStation station;
    const Recovery recovery(station, journals());
    station.openNew();
    QVERIFY(!station.change(account(station), {{u"hostname"_s, u"new.example"_s}}));
    QCOMPARE(Journal::newOnes(journals()).size(), 1);
    QVERIFY(!station.saveAs(path()));
    QVERIFY(Journal::newOnes(journals()).isEmpty());
    if (station.change(account(station), {{u"hostname"_s, u"later.example"_s}}))
        QFAIL("not set");
    QVERIFY(QFile::exists(journal()));
}

void RecoveryTest::keepsWhatIsNotAnswered()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    {
        OpenStation station;
        const Recovery recovery(station, journals());
        QVERIFY(!station.open(path()));
        setPort(station, u"26"_s); // without an answer
    }
    const auto found = Journal::find(journals(), path(), onDisk());
    QVERIFY(found && found->fits);
    QVERIFY(found->xml.contains("2525"));
}

void RecoveryTest::tellsOnceThatItCannotWrite()
{
    QFile blocked(journals());
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    OpenStation station;
    const Recovery recovery(station, journals());
    QSignalSpy failed(&recovery, &Recovery::failed);
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    setPort(station, u"2526"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(station.isModified());
}

void RecoveryTest::isNotHeldUpByALockThatNamesNobody()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    QFile lock(journal() + u".lock"_s); // of a program that was ended as it made it
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
    lock.close();
    OpenStation station;
    Recovery recovery(station, journals());
    QSignalSpy elsewhere(&recovery, &Recovery::openElsewhere);
    QVERIFY(!station.open(path()));
    QCOMPARE(elsewhere.size(), 0);
    QVERIFY(recovery.found());
}

void RecoveryTest::aSaveThatFailsForgetsNothing()
{
    OpenStation station;
    Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    QVERIFY(QDir().mkpath(path() + u".bak/full"_s));
    QVERIFY(station.save());
    const auto found = Journal::find(journals(), path(), onDisk());
    QVERIFY(found && found->fits && found->xml.contains("2525"));
}

void RecoveryTest::leavesTheJournalOfAnotherProgramAlone()
{
    int ready[2], done[2];
    QVERIFY(pipe(ready) == 0 && pipe(done) == 0);
    const pid_t child = fork();
    if (child == 0) {
        OpenStation station;
        const Recovery recovery(station, journals());
        if (station.open(path()))
            _exit(1);
        setPort(station, u"2525"_s);
        char byte = 0;
        (void)!::write(ready[1], &byte, 1);
        (void)!::read(done[0], &byte, 1);
        ::kill(getpid(), SIGKILL);
    }
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), 1);
    {
        OpenStation station;
        Recovery recovery(station, journals());
        QSignalSpy found(&recovery, &Recovery::leftoverFound), elsewhere(&recovery, &Recovery::openElsewhere);
        QVERIFY(!station.open(path()));
        QCOMPARE(found.size(), 0);
        QCOMPARE(elsewhere.size(), 1);
        setPort(station, u"26"_s);
    }
    const auto left = Journal::find(journals(), path(), onDisk());
    QVERIFY(left && left->xml.contains("2525"));
    QCOMPARE(::write(done[1], &byte, 1), 1);
    QCOMPARE(waitpid(child, nullptr, 0), child);
    OpenStation station;
    Recovery recovery(station, journals());
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QCOMPARE(found.size(), 1); // now it ended without saving
}

void RecoveryTest::asideItLosesNothingEither()
{
    OpenStation station;
    {
        Recovery recovery(station, journals(), Recovery::Writing::Aside);
        QVERIFY(!station.open(path()));
        setPort(station, u"2525"_s);
        setPort(station, u"2526"_s);
        const QByteArray opened = smallStation(outgoing() + incoming());
        const auto steps = [&] {
            const auto found = Journal::find(journals(), path(), opened);
            return found && found->fits ? found->steps : 0;
        };
        QTRY_COMPARE(steps(), 2);
        QCOMPARE(Journal::find(journals(), path(), opened)->xml, station.document().xml());
        QVERIFY(!station.save()); // what is on its way to the disk comes first
        QVERIFY(!QFile::exists(journal()));
        setPort(station, u"2527"_s);
        QTRY_VERIFY(QFile::exists(journal()));
        setPort(station, u"2526"_s);
        QTRY_VERIFY(!QFile::exists(journal()));
        setPort(station, u"2528"_s);
    }
    QVERIFY(!QFile::exists(journal())); // an orderly end
}

void RecoveryTest::asideALeftoverIsFoundBeforeTheFirstStep()
{
    crashAfter([](OpenStation& station) { setPort(station, u"2525"_s); });
    const auto leftover = [this] {
        QFile file(journal());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = leftover();
    OpenStation station;
    Recovery recovery(station, journals(), Recovery::Writing::Aside);
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QVERIFY(found.isEmpty()); // the station shows first
    setPort(station, u"2526"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(leftover(), before);
    QVERIFY(!station.open(path()));
    QTRY_COMPARE(found.size(), 2);
}

STATIONER_TEST(RecoveryTest)
#include "recovery_test.moc"
