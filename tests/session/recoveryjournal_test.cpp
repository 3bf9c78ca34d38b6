// When the journal of a station goes and when it stays, whose it is, and that of a station that has no file yet.

#include "recoveryfolder.h"
#include "support/stationertest.h"

#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class RecoveryJournalTest : public QObject, RecoveryFolder {
    Q_OBJECT
private slots:
    void init() { makeFolder(); }

    void savingForgets();
    void anOrderlyEndForgets();
    void closingForgets();
    void undoingToCleanForgets();
    void offersANewStation();
    void keepsANewStationForTheNextTime();
    void leavesTheNewStationOfAnotherProgramAlone();
    void savingANewStationForgets();
    void tellsOnceThatItCannotWrite();
    void leavesTheJournalOfAnotherProgramAlone();
    void isNotHeldUpByALockThatNamesNobody();
    void aSaveThatFailsForgetsNothing();
    void asideItLosesNothingEither();
    void asideALeftoverIsFoundBeforeTheFirstStep();
};

void RecoveryJournalTest::savingForgets()
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

void RecoveryJournalTest::anOrderlyEndForgets()
{
    {
        OpenStation station;
        const Recovery recovery(station, journals());
        QVERIFY(!station.open(path()));
        setPort(station, u"2525"_s);
    }
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryJournalTest::closingForgets()
{
    OpenStation station;
    const Recovery recovery(station, journals());
    QVERIFY(!station.open(path()));
    setPort(station, u"2525"_s);
    station.close();
    QVERIFY(!QFile::exists(journal()));
}

void RecoveryJournalTest::undoingToCleanForgets()
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

void RecoveryJournalTest::offersANewStation()
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

void RecoveryJournalTest::keepsANewStationForTheNextTime()
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

void RecoveryJournalTest::leavesTheNewStationOfAnotherProgramAlone()
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

void RecoveryJournalTest::savingANewStationForgets()
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

void RecoveryJournalTest::tellsOnceThatItCannotWrite()
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

void RecoveryJournalTest::leavesTheJournalOfAnotherProgramAlone()
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

void RecoveryJournalTest::isNotHeldUpByALockThatNamesNobody()
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

void RecoveryJournalTest::aSaveThatFailsForgetsNothing()
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

void RecoveryJournalTest::asideItLosesNothingEither()
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

void RecoveryJournalTest::asideALeftoverIsFoundBeforeTheFirstStep()
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

STATIONER_TEST(RecoveryJournalTest)
#include "recoveryjournal_test.moc"
