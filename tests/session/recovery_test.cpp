// A program that ended without saving: what the next one finds, and what of it can be restored.

#include "recoveryfolder.h"
#include "support/stationertest.h"

#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class RecoveryTest : public QObject, RecoveryFolder {
    Q_OBJECT
private slots:
    void init() { makeFolder(); }

    void offersWhatAKilledProgramHad();
    void countsStepsAsTheWindowDoes();
    void restoresAsOneStep();
    void restoresInAnyQuotes_data();
    void restoresInAnyQuotes();
    void neverSilently();
    void doesNotFitAnotherFile();
    void restoresWhatFitsAnotherFile();
    void restoresAllThatFitsAnotherFile();
    void savingKeepsWhatIsNotAnswered();
    void keepsWhatIsNotAnswered();
};

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

void RecoveryTest::countsStepsAsTheWindowDoes()
{
    crashAfter([](OpenStation& station) {
        for (const QString& typed : {u"m"_s, u"ma"_s, u"mail"_s}) // one step
            if (station.change(out(station), {{u"hostname"_s, typed}}, OpenStation::Entry::Typing))
                _exit(1);
        setPort(station, u"2525"_s);
        setPort(station, u"2526"_s);
        station.undoStack()->undo();
    });
    OpenStation station;
    Recovery recovery(station, journals());
    QSignalSpy found(&recovery, &Recovery::leftoverFound);
    QVERIFY(!station.open(path()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][0].toInt(), 2);
    QVERIFY(recovery.restore());
    QCOMPARE(station.document().value(station.document().child(out(station), u"port")), u"2525"_s);
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

/// Every other attribute in the other quotes than a station's writing style has, lines with one quote of each kind among
/// them.
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

STATIONER_TEST(RecoveryTest)
#include "recovery_test.moc"
