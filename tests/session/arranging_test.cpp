#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "items/roles.h"
#include "session/bogmime.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// Copying, pasting, moving and ordering in the open station and by the Nav tree's drags.
class ArrangingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void copiesBetweenTwoStations();
    void warnsOfEncodedPasswords();
    void saysWhyAPasteIsRefused();
    void cutsSeveralAsOneStep();
    void duplicatesBesideTheOriginal();
    void movesAndKeepsReferences();
    void movesUpAndDown();
    void reorders();
    void renamesPathsThatLeadThere();
    void takesWhatIsInsideAlong();
    void dragsWithinTheTree();
    void dropsFromElsewhere();
    void whatIsNoBogIsText();
    void marksWhatLeadsNowhere();

private:
    void open(OpenStation& station, const QByteArray& xml, const QString& name = u"acme.bog"_s)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
        file.close();
        QVERIFY(!station.open(file.fileName()));
    }
    SlotId find(const char* path) const { return m_station->document().find(QString::fromLatin1(path)); }
    QStringList below(const char* path) const
    {
        QStringList names;
        for (const SlotId child : m_station->document().children(find(path)))
            if (m_station->document().isComponent(child))
                names += m_station->document().name(child);
        return names;
    }
    QByteArray xml() const { return m_station->document().xml(); }
    void undoGivesBack(const QByteArray& before)
    {
        m_station->undoStack()->undo();
        QCOMPARE(xml(), before);
        m_station->undoStack()->redo();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
};

void ArrangingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_station = std::make_unique<OpenStation>();
}

void ArrangingTest::copiesBetweenTwoStations()
{
    open(*m_station, smallStation(outgoing(value("hostname", "mail.example")) + incoming()));
    const QByteArray before = xml();
    OpenStation other;
    open(other, smallStation(outgoing()), u"other.bog"_s);
    const QByteArray bog = m_station->copied({find("/Services/EmailService/In"), find("/Services/EmailService/Out")});
    QCOMPARE(xml(), before);
    const SlotId service = other.document().find(u"/Services/EmailService");
    const Result<Arrived, StructureFault> arrived = other.paste(service, bog);
    QVERIFY(arrived);
    QCOMPARE(arrived.value().components.size(), 2);
    QCOMPARE(other.document().path(arrived.value().components.first()), u"/Services/EmailService/Out1"_s);
    QCOMPARE(other.document().path(arrived.value().components.last()), u"/Services/EmailService/In"_s);
    QCOMPARE(other.undoStack()->undoText(), u"Paste 2 components"_s);
    QVERIFY(arrived.value().encoded.isEmpty());
    other.undoStack()->undo();
    QCOMPARE(other.document().xml(), smallStation(outgoing()));
    QVERIFY(other.paste(service, m_station->copied({find("/Services/EmailService/In")})));
    QCOMPARE(other.undoStack()->undoText(), u"Paste In"_s);
}

void ArrangingTest::warnsOfEncodedPasswords()
{
    open(*m_station, smallStation(outgoing("     <p n=\"password\" v=\"[aes.1]=abcd\"/>\n")));
    const Result<Arrived, StructureFault> arrived = m_station->duplicate({find("/Services/EmailService/Out")});
    QVERIFY(arrived);
    QCOMPARE(arrived.value().encoded, QStringList{u"/Services/EmailService/Out1/password"_s});
}

void ArrangingTest::saysWhyAPasteIsRefused()
{
    open(*m_station, smallStation(outgoing()));
    const QByteArray before = xml();
    const Result<Arrived, StructureFault> text = m_station->paste(find("/Services/EmailService"), "Hello there");
    QVERIFY(!text);
    QVERIFY(!describe(text.error()).isEmpty());
    const Result<Arrived, StructureFault> misplaced =
        m_station->paste(find("/Drivers"), m_station->copied({find("/Services/EmailService/Out")}));
    QVERIFY(!misplaced);
    QVERIFY(misplaced.error() == StructureFault(PlacementFault::OnlyUnderEmailService));
    QCOMPARE(xml(), before);
    QVERIFY(!m_station->undoStack()->canUndo());
}

void ArrangingTest::cutsSeveralAsOneStep()
{
    open(*m_station, smallStation(outgoing() + incoming()));
    const QByteArray before = xml();
    const QList<SlotId> both{find("/Services/EmailService/In"), find("/Services/EmailService/Out")};
    QVERIFY(!m_station->remove(both, OpenStation::Removal::Cut));
    QCOMPARE(m_station->undoStack()->undoText(), u"Cut 2 components"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
    QVERIFY(below("/Services/EmailService").isEmpty());
    undoGivesBack(before);
    QVERIFY(m_station->remove(QList{m_station->document().root()})); // the station itself stays
}

void ArrangingTest::duplicatesBesideTheOriginal()
{
    open(*m_station, smallStation(outgoing() + incoming()));
    const QByteArray before = xml();
    const Result<Arrived, StructureFault> arrived = m_station->duplicate({find("/Services/EmailService/Out")});
    QVERIFY(arrived);
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"Out"_s, u"Out1"_s, u"In"_s}));
    QCOMPARE(m_station->undoStack()->undoText(), u"Duplicate Out"_s);
    undoGivesBack(before);
    QVERIFY(!m_station->duplicate({find("/Services/EmailService")})); // a station has one
}

void ArrangingTest::movesAndKeepsReferences()
{
    open(*m_station, smallStation(outgoing() + account("R", "c", "EmailRecipient", value("emailAccount", "Out"))));
    const QByteArray before = xml();
    const SlotId folder = find("/Drivers/Folder");
    QVERIFY(!m_station->move(QList{folder}, m_station->document().root()));
    QCOMPARE(m_station->document().path(folder), u"/Folder"_s);
    QCOMPARE(m_station->undoStack()->undoText(), u"Move Folder"_s);
    undoGivesBack(before);
    const std::optional<StructureFault> fault = m_station->move(QList{find("/Services/EmailService/Out")}, find("/Drivers"));
    QVERIFY(fault);
    QVERIFY(!describe(*fault).isEmpty());
    QVERIFY(m_station->move(QList{find("/Services")}, find("/Services/EmailService"))); // into itself
}

void ArrangingTest::movesUpAndDown()
{
    open(*m_station, smallStation(account("A", "a", "OutgoingAccount") + account("B", "b", "OutgoingAccount") +
                                  account("C", "c", "OutgoingAccount") + account("D", "d", "OutgoingAccount")));
    const QByteArray before = xml();
    const auto at = [this](const char* name) { return find(QByteArray("/Services/EmailService/" + QByteArray(name))); };
    using Direction = OpenStation::Direction;
    QVERIFY(!m_station->canMove({at("A")}, Direction::Up));
    QVERIFY(m_station->canMove({at("A")}, Direction::Down));
    QVERIFY(!m_station->canMove({at("D"), at("C")}, Direction::Down));
    QVERIFY(!m_station->canMove({at("A"), find("/Drivers/Folder")}, Direction::Down));
    QVERIFY(!m_station->move({at("B"), at("D")}, Direction::Up));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"B"_s, u"A"_s, u"D"_s, u"C"_s}));
    QVERIFY(!m_station->move({at("B"), at("D")}, Direction::Up));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"B"_s, u"D"_s, u"A"_s, u"C"_s}));
    QVERIFY(!m_station->move({at("B"), at("D")}, Direction::Up));
    QCOMPARE(m_station->undoStack()->count(), 2);
    QVERIFY(!m_station->move({at("B"), at("D")}, Direction::Down));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"A"_s, u"B"_s, u"D"_s, u"C"_s}));
    QCOMPARE(m_station->undoStack()->undoText(), u"Move 2 components down"_s);
    while (m_station->undoStack()->canUndo())
        m_station->undoStack()->undo();
    QCOMPARE(xml(), before);
    QVERIFY(!m_station->isModified());
}

void ArrangingTest::reorders()
{
    open(*m_station, smallStation(outgoing() + incoming()));
    const QByteArray before = xml();
    QVERIFY(!m_station->reorder(find("/Services/EmailService"),
                                {find("/Services/EmailService/In"), find("/Services/EmailService/Out")}));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"In"_s, u"Out"_s}));
    QCOMPARE(m_station->undoStack()->undoText(), u"Reorder EmailService"_s);
    undoGivesBack(before);
}

void ArrangingTest::renamesPathsThatLeadThere()
{
    open(*m_station, smallStation(outgoing(), "   <p n='Link' h='20' t='b:Link'>\n"
                                              "    <p n='sourceOrd' t='b:Ord' v='slot:/Drivers/Folder'/>\n   </p>\n"));
    const SlotId folder = find("/Drivers/Folder");
    QCOMPARE(m_station->references().to(folder).size(), 1);
    QVERIFY(!m_station->rename(folder, u"Boiler room"_s, OpenStation::References::Follow));
    QCOMPARE(m_station->document().value(find("/Services/Link/sourceOrd")), u"slot:/Drivers/Boiler$20room"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
}

void ArrangingTest::takesWhatIsInsideAlong()
{
    open(*m_station, smallStation(outgoing()));
    const SlotId drivers = find("/Drivers"), folder = find("/Drivers/Folder");
    const QList<SlotId> all{folder, m_station->document().root(), drivers, drivers};
    QCOMPARE(m_station->arrangeable(all), QList{drivers});
    QVERIFY(!m_station->remove(all));
    QVERIFY(!m_station->document().exists(folder));
    QCOMPARE(m_station->undoStack()->undoText(), u"Delete Drivers"_s);
}

void ArrangingTest::dragsWithinTheTree()
{
    open(*m_station, smallStation(outgoing() + incoming()));
    const StationStores stores;
    const LastTests tests(*m_station, stores);
    NavTreeModel model(*m_station, tests);
    auto tester = std::make_unique<QAbstractItemModelTester>(&model);
    const QModelIndex out = model.indexOf(find("/Services/EmailService/Out"));
    const QModelIndex service = model.indexOf(find("/Services/EmailService"));
    QVERIFY(out.flags() & Qt::ItemIsDragEnabled);
    QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsDragEnabled));
    QVERIFY(!model.mimeData({model.index(0, 0)}));
    const std::unique_ptr<QMimeData> data(model.mimeData({out}));
    QVERIFY(data->hasText());
    QVERIFY(model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1, service));
    QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1, model.indexOf(find("/Drivers"))));
    QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1, {}));
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, model.indexOf(find("/Drivers"))));

    QSignalSpy dropped(&model, &NavTreeModel::componentsDropped);
    QVERIFY(model.dropMimeData(data.get(), Qt::MoveAction, 1, 0, service));
    QCOMPARE(dropped.size(), 1);
    const auto moved = dropped[0][0].value<QList<SlotId>>();
    QCOMPARE(moved, QList{find("/Services/EmailService/Out")});
    QCOMPARE(dropped[0][3].value<SlotId>(), find("/Services/EmailService/In"));
    QVERIFY(!m_station->move(moved, find("/Services/EmailService"), SlotId::None));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"In"_s, u"Out"_s}));
    QCOMPARE(model.indexOf(moved.first()).row(), 1);
    // Before itself: it stays.
    QVERIFY(!m_station->move(moved, find("/Services/EmailService"), moved.first()));
    QCOMPARE(below("/Services/EmailService"), (QStringList{u"In"_s, u"Out"_s}));
    tester.reset(); // it takes rows that are fetched after a reset for a part of it
    // What was taken from a station that is not open any more is only text.
    QVERIFY(!m_station->open(m_station->path()));
    QVERIFY(qobject_cast<BogMimeData*>(data.get())->componentsOf(*m_station).isEmpty());
}

void ArrangingTest::dropsFromElsewhere()
{
    open(*m_station, smallStation(outgoing()));
    const StationStores stores;
    const LastTests tests(*m_station, stores);
    NavTreeModel model(*m_station, tests);
    const QModelIndex service = model.indexOf(find("/Services/EmailService"));
    const BogMimeData foreign(m_station->copied({find("/Services/EmailService/Out")}));
    QSignalSpy bogs(&model, &NavTreeModel::bogDropped);
    QVERIFY(model.dropMimeData(&foreign, Qt::CopyAction, -1, -1, service));
    QCOMPARE(bogs.size(), 1);
    QVERIFY(m_station->paste(find("/Services/EmailService"), bogs[0][0].toByteArray()));

    QMimeData type;
    type.setData(draggedTypeFormat, "email:OutgoingAccount");
    QSignalSpy types(&model, &NavTreeModel::typeDropped);
    QVERIFY(model.dropMimeData(&type, Qt::CopyAction, -1, -1, service));
    QVERIFY(!model.dropMimeData(&type, Qt::CopyAction, -1, -1, model.indexOf(find("/Drivers"))));
    QCOMPARE(types.size(), 1);
    QMimeData text;
    text.setText(u"hello"_s);
    QVERIFY(!model.canDropMimeData(&text, Qt::CopyAction, -1, -1, service));
}

void ArrangingTest::whatIsNoBogIsText()
{
    QCOMPARE(bogIn(nullptr), QByteArray());
    QMimeData text;
    text.setText(u"<x/>"_s);
    QCOMPARE(bogIn(&text), "<x/>"_ba);
    const BogMimeData bog("<bog/>");
    QCOMPARE(bogIn(&bog), "<bog/>"_ba);
    QCOMPARE(bog.text(), u"<bog/>"_s);
}

void ArrangingTest::marksWhatLeadsNowhere()
{
    open(*m_station, smallStation(outgoing(), "   <p n='Notifier' h='20' t='x:Notifier'>\n"
                                              "    <p n='emailAccount' v='Out'/>\n   </p>\n"));
    const StationStores stores;
    const LastTests tests(*m_station, stores);
    NavTreeModel model(*m_station, tests);
    PropertySheetModel sheet(*m_station, tests);
    const SlotId notifier = find("/Services/Notifier");
    sheet.show(notifier);
    const auto badge = [&] { return Badge(model.indexOf(notifier).data(int(NavRole::Badge)).toInt()); };
    const auto note = [&] { return sheet.row(0).note.value_or(SheetNote()).text; };
    QCOMPARE(badge(), Badge::None);
    QVERIFY(!m_station->rename(find("/Services/EmailService/Out"), u"Mail"_s, OpenStation::References::Keep));
    QTRY_COMPARE(badge(), Badge::Warning);
    QCOMPARE(note(), u"This station has no account named «Out»."_s);
    m_station->undoStack()->undo();
    QTRY_COMPARE(badge(), Badge::None);
    QCOMPARE(note(), QString());
    QVERIFY(!m_station->remove(find("/Services/EmailService/Out")));
    QTRY_COMPARE(badge(), Badge::Warning);
}

STATIONER_TEST(ArrangingTest)
#include "arranging_test.moc"
