#include "catalogue/catalogue.h"
#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// Anything done in any order to the tree: all undone, the bytes are the file's; done again, they are the same as before;
/// and the Nav tree shows what the document has at every step.
class RandomArrangingTest : public QObject {
    Q_OBJECT

    static QByteArray station()
    {
        return smallStation(
            outgoing(value("hostname", "mail.example")) + incoming() +
                test::account("R", "c", "EmailRecipient", value("emailAccount", "Out")),
            "   <p n='Other' h='20' m='c=control' t='c:Folder'>\n    <p n='Point' h='21' t='c:Point'/>\n"
            "    <p n='Points' h='22' t='b:Folder'>\n     <p n='Deep' h='23' t='c:Point'/>\n    </p>\n"
            "    <p n='Links' h='24' t='b:Folder'>\n     <p n='one' v='h:21'/>\n     <p n='two' v='h:22|slot:Deep'/>\n"
            "     <p n='three' v='slot:/Services/Other/Points'/>\n     <p n='four' v='slot:../Points/Deep'/>\n    </p>\n"
            "   </p>\n");
    }
    static QList<SlotId> components(const Document& document)
    {
        QList<SlotId> all, ahead{document.root()};
        while (!ahead.isEmpty() && all.size() < 3000) {
            const SlotId next = ahead.takeFirst();
            all += next;
            for (const SlotId child : document.children(next))
                if (document.isComponent(child))
                    ahead += child;
        }
        return all;
    }
    /// Every row there is, against the document.
    static bool agrees(NavTreeModel& model, const Document& document, const QModelIndex& index)
    {
        if (model.canFetchMore(index))
            model.fetchMore(index);
        QList<SlotId> wanted;
        for (const SlotId child : document.children(model.slotAt(index)))
            if (document.isComponent(child))
                wanted += child;
        if (model.rowCount(index) != int(wanted.size()))
            return false;
        for (int row = 0; row < model.rowCount(index); ++row)
            if (model.slotAt(model.index(row, 0, index)) != wanted[row] ||
                !agrees(model, document, model.index(row, 0, index)))
                return false;
        return true;
    }
    static QSet<SlotId> slotsOf(const QList<Reference>& references)
    {
        QSet<SlotId> slotIds;
        for (const Reference& each : references)
            slotIds += each.slot;
        return slotIds;
    }
    /// The plain way: of all, those that lead to a component, or from outside into it.
    static QList<Reference> leadingTo(QList<Reference> all, SlotId component, const Document& document, bool itself)
    {
        all.removeIf([&](const Reference& each) {
            if (itself)
                return each.target != component;
            return each.target == SlotId::None || !document.isWithin(each.target, component) ||
                   document.isWithin(each.slot, component);
        });
        return all;
    }
    static void step(OpenStation& station, QRandomGenerator& random, QByteArray& clipboard)
    {
        const Document& document = station.document();
        const QList<SlotId> all = components(document);
        const auto any = [&] { return all[random.bounded(int(all.size()))]; };
        const QList<SlotId> some = random.bounded(3) ? QList{any()} : QList{any(), any(), any()};
        switch (random.bounded(9)) {
        case 0:
            clipboard = station.copied(some);
            break;
        case 1:
            if (!clipboard.isEmpty() && all.size() < 200)
                (void)station.paste(any(), clipboard);
            break;
        case 2:
            if (all.size() < 200)
                (void)station.duplicate(some);
            break;
        case 3:
            if (all.size() > 6)
                (void)station.remove(some);
            break;
        case 4:
        case 5:
            (void)station.move(some, any(), random.bounded(2) ? any() : SlotId::None);
            break;
        case 6:
            (void)station.move(some, random.bounded(2) ? OpenStation::Direction::Up : OpenStation::Direction::Down);
            break;
        case 7:
            (void)station.rename(any(), u"Näme %1"_s.arg(random.bounded(30)), OpenStation::References::Follow);
            break;
        default:
            if (station.undoStack()->canUndo() && random.bounded(2))
                station.undoStack()->undo();
            else
                station.undoStack()->redo();
        }
    }
    static void goThrough(const QString& path, quint32 seed, int steps)
    {
        OpenStation station;
        QVERIFY(!station.open(path));
        const QByteArray before = station.document().xml();
        const StationStores stores;
        const LastTests tests(station, stores);
        // Every model that follows the station is held to the rules at each step, one of the trees with a filter.
        using Tester = QAbstractItemModelTester;
        NavTreeModel model(station, tests), filtered(station, tests);
        filtered.setFilter(u"o"_s);
        PropertySheetModel sheet(station, tests);
        AccountsModel accounts(station, tests);
        const SlotId service = emailService(station.document());
        sheet.show(service == SlotId::None ? station.document().root() : service);
        accounts.show(service);
        const Tester testers[]{
            Tester(&model, Tester::FailureReportingMode::QtTest), Tester(&filtered, Tester::FailureReportingMode::QtTest),
            Tester(&sheet, Tester::FailureReportingMode::QtTest), Tester(&accounts, Tester::FailureReportingMode::QtTest)};
        QRandomGenerator random(seed);
        QByteArray clipboard;
        for (int i = 0; i < steps; ++i) {
            step(station, random, clipboard);
            QCoreApplication::processEvents(); // what the filter finds meanwhile
            if (i % 8 == 0 && station.document().elementCount() < 1000)
                QVERIFY2(agrees(model, station.document(), model.index(0, 0)), qPrintable(u"step %1"_s.arg(i)));
            // What was followed through all the edits is what a new look finds.
            if (i % 12 == 0) {
                const References anew(station.document());
                const QList<Reference> all = anew.all();
                QCOMPARE(station.references().all(), all);
                DanglingSearch search(station.document(), station.references()), searchAnew(station.document(), anew);
                while (!search.advance(std::chrono::milliseconds(1)))
                    continue;
                QVERIFY(searchAnew.advance(std::chrono::hours(1)));
                QCOMPARE(slotsOf(search.found()), slotsOf(searchAnew.found()));
                for (const SlotId component : components(station.document()).mid(0, 40)) {
                    QCOMPARE(station.references().to(component), leadingTo(all, component, station.document(), true));
                    QCOMPARE(station.references().into({component}), leadingTo(all, component, station.document(), false));
                }
            }
        }
        const QByteArray after = station.document().xml();
        QVERIFY(Document::fromXml(after));
        station.undoStack()->setIndex(0);
        QCOMPARE(station.document().xml(), before);
        QVERIFY(!station.isModified());
    }

private slots:
    void smallStations_data()
    {
        QTest::addColumn<quint32>("seed");
        // STATIONER_SEQUENCES: how many sequences of 120 steps
        const int sequences = qEnvironmentVariableIntValue("STATIONER_SEQUENCES");
        for (quint32 seed = 1; seed <= quint32(sequences > 0 ? sequences : 40); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void smallStations()
    {
        QFETCH(quint32, seed);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(station());
        file.close();
        goThrough(file.fileName(), seed, 120);
    }
    void redoGivesTheSameBytes()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(station());
        file.close();
        OpenStation opened;
        QVERIFY(!opened.open(file.fileName()));
        QRandomGenerator random(7);
        QByteArray clipboard;
        QList<QByteArray> states{opened.document().xml()};
        for (int i = 0; i < 200; ++i) {
            step(opened, random, clipboard);
            const int at = opened.undoStack()->index();
            states.resize(opened.undoStack()->count() + 1);
            states[at] = opened.document().xml();
        }
        for (int i = int(states.size()) - 1; i >= 0; --i) {
            opened.undoStack()->setIndex(i);
            if (!states[i].isEmpty())
                QCOMPARE(opened.document().xml(), states[i]);
        }
        for (int i = 0; i < int(states.size()); ++i) {
            opened.undoStack()->setIndex(i);
            if (!states[i].isEmpty())
                QCOMPARE(opened.document().xml(), states[i]);
        }
    }
    void realStations()
    {
        const QString samples = qEnvironmentVariable("STATIONER_SAMPLES");
        if (samples.isEmpty())
            QSKIP("STATIONER_SAMPLES is not set");
        goThrough(samples + u"/btib/station.bog"_s, 3, 30);
    }
};

STATIONER_TEST(RandomArrangingTest)
#include "randomarranging_test.moc"
