#include "session/edits.h"
#include "session/openstation.h"

#include "catalogue/accountslots.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Typing = OpenStation::Entry::Typing;

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class OpenStationTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void opens();
    void whatFailsToOpenLeavesWhatWasOpen();
    void makesANewOne();
    void eachChangeIsOneNamedStep();
    void aStepIsNamedAfterWhatItChanges();
    void aCoupledChangeIsOneStep();
    void typingIsOneStep();
    void typingBackLeavesNoStep();
    void refusesWithoutAStep();
    void changesSeveralTogether();
    void adds();
    void deletesAndNamesWhatLeadsThere();
    void renamesWithReferences();
    void saves();
    void savesAs();
    void noticesAnotherProgram();
    void lastChangeIsThatOfTheTopStep();

private:
    QString path() const { return m_folder->filePath(u"acme.bog"_s); }
    void openWith(const QByteArray& lines, const QByteArray& underServices = {})
    {
        write(path(), smallStation(lines, underServices));
        QVERIFY(!m_station->open(path()));
    }
    SlotId find(const char* slotPath) const { return m_station->document().find(QString::fromLatin1(slotPath)); }
    QString value(SlotId component, const char* slot) const
    {
        return effectiveValue(m_station->document(), component, QString::fromLatin1(slot)).value_or(u"?"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
};

void OpenStationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_station = std::make_unique<OpenStation>();
}

void OpenStationTest::opens()
{
    QSignalSpy replaced(m_station.get(), &OpenStation::replaced);
    QSignalSpy titles(m_station.get(), &OpenStation::titleChanged);
    QVERIFY(!m_station->isOpen());
    openWith(outgoing());
    QVERIFY(m_station->isOpen());
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(titles.size(), 1);
    QCOMPARE(m_station->title(), u"acme"_s);
    QCOMPARE(m_station->path(), path());
    QVERIFY(!m_station->isModified());

    m_station->close();
    QVERIFY(!m_station->isOpen());
    QCOMPARE(m_station->title(), QString());
}

void OpenStationTest::whatFailsToOpenLeavesWhatWasOpen()
{
    openWith(outgoing());
    QVERIFY(!m_station->change(find("/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}));
    const QString broken = m_folder->filePath(u"broken.bog"_s);
    write(broken, "<bajaObjectGraph><p>");
    const std::optional<OpenFault> fault = m_station->open(broken);
    QVERIFY(fault);
    QVERIFY(describe(*fault, broken).contains(u"broken.bog, line 1"));
    QCOMPARE(m_station->path(), path());
    QVERIFY(m_station->isModified());
    QVERIFY(m_station->undoStack()->canUndo());
}

void OpenStationTest::makesANewOne()
{
    m_station->openNew();
    QVERIFY(m_station->path().isEmpty());
    QCOMPARE(m_station->title(), u"New Station"_s);
    QCOMPARE(accounts(m_station->document()).size(), 2);
    QVERIFY(!m_station->isModified());
}

void OpenStationTest::eachChangeIsOneNamedStep()
{
    openWith(outgoing());
    QSignalSpy changed(m_station.get(), &OpenStation::changed);
    QSignalSpy modified(m_station.get(), &OpenStation::modifiedChanged);
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mail.example"_s}}));
    QCOMPARE(m_station->undoStack()->count(), 1);
    QCOMPARE(m_station->undoStack()->undoText(), u"Set Hostname"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed[0][0].value<QList<SlotId>>().contains(out));
    QCOMPARE(modified.size(), 1);

    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mail.example"_s}})); // the same again is no step
    QCOMPARE(m_station->undoStack()->count(), 1);
    QVERIFY(!m_station->change(out, {{u"hostname"_s, std::nullopt}}));
    QCOMPARE(m_station->undoStack()->undoText(), u"Reset Hostname"_s);
    QVERIFY(!m_station->isModified());

    m_station->undoStack()->undo();
    QCOMPARE(value(out, "hostname"), u"mail.example"_s);
    m_station->undoStack()->undo();
    QCOMPARE(m_station->document().xml(), smallStation(outgoing()));
    QVERIFY(!m_station->isModified());
    m_station->undoStack()->redo();
    QCOMPARE(value(out, "hostname"), u"mail.example"_s);
}

void OpenStationTest::aStepIsNamedAfterWhatItChanges()
{
    openWith(outgoing(test::value("port", "587") + test::value("useStartTls", "true")));
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->change(out, assignmentsFor(SecurityMode::None))); // Use Ssl is asked for first, and was off
    QCOMPARE(m_station->undoStack()->undoText(), u"Set Use Start Tls"_s);
    QVERIFY(!m_station->change(out, assignmentsFor(SecurityMode::StartTls, 2525)));
    QCOMPARE(m_station->undoStack()->undoText(), u"Set Use Start Tls"_s);
    QVERIFY(!m_station->change(out, assignmentsFor(SecurityMode::StartTls, 587)));
    QCOMPARE(m_station->undoStack()->undoText(), u"Set Port"_s);
}

void OpenStationTest::aCoupledChangeIsOneStep()
{
    openWith(outgoing(test::value("port", "587") + test::value("useStartTls", "true")));
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->change(out, {{u"useSsl"_s, u"true"_s}}));
    QCOMPARE(m_station->undoStack()->count(), 1);
    QCOMPARE(m_station->undoStack()->undoText(), u"Set Use Ssl"_s);
    QCOMPARE(value(out, "port"), u"465"_s);
    QCOMPARE(value(out, "useStartTls"), u"false"_s);
    m_station->undoStack()->undo();
    QCOMPARE(value(out, "port"), u"587"_s);
    QVERIFY(!m_station->isModified());
}

void OpenStationTest::typingIsOneStep()
{
    openWith(outgoing());
    const SlotId out = find("/Services/EmailService/Out");
    for (const QString& typed : {u"m"_s, u"ma"_s, u"mai"_s})
        QVERIFY(!m_station->change(out, {{u"hostname"_s, typed}}, Typing));
    QCOMPARE(m_station->undoStack()->count(), 1);
    m_station->endTyping();
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mail"_s}}, Typing));
    QCOMPARE(m_station->undoStack()->count(), 2);
    QVERIFY(!m_station->change(out, {{u"account"_s, u"b"_s}}, Typing)); // another slot
    QCOMPARE(m_station->undoStack()->count(), 3);
    QVERIFY(!m_station->change(out, {{u"debug"_s, u"true"_s}}));
    QVERIFY(!m_station->change(out, {{u"account"_s, u"bo"_s}}, Typing)); // something came between
    QCOMPARE(m_station->undoStack()->count(), 5);

    while (m_station->undoStack()->canUndo())
        m_station->undoStack()->undo();
    QCOMPARE(m_station->document().xml(), smallStation(outgoing()));
}

void OpenStationTest::typingBackLeavesNoStep()
{
    openWith(outgoing(test::value("hostname", "mail")));
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mails"_s}}, Typing));
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mail"_s}}, Typing));
    QVERIFY(!m_station->isModified());
    QCOMPARE(m_station->document().xml(), smallStation(outgoing(test::value("hostname", "mail"))));
}

void OpenStationTest::refusesWithoutAStep()
{
    openWith(outgoing());
    const std::optional<ChangeFault> fault = m_station->change(find("/Services/EmailService/Out"), {{u"port"_s, u"0"_s}});
    QVERIFY(fault && fault->kind == ChangeFault::Kind::PortZero);
    QCOMPARE(m_station->undoStack()->count(), 0);
}

void OpenStationTest::changesSeveralTogether()
{
    openWith(outgoing() + account("Second", "c", "OutgoingAccount", test::value("port", "587")));
    const QList<SlotId> both{find("/Services/EmailService/Out"), find("/Services/EmailService/Second")};
    QVERIFY(!m_station->change(both, {{u"useSsl"_s, u"true"_s}}));
    for (const SlotId each : both)
        QCOMPARE(value(each, "port"), u"465"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
    m_station->undoStack()->undo();
    QVERIFY(!m_station->isModified());
    QVERIFY(m_station->change(both, {{u"port"_s, u"x"_s}}));
    QVERIFY(!m_station->isModified());
}

void OpenStationTest::adds()
{
    openWith(outgoing());
    const Result<SlotId, StructureFault> added = m_station->add(find("/Services/EmailService"), outgoingAccountType);
    QVERIFY(added);
    QCOMPARE(m_station->document().path(added.value()), u"/Services/EmailService/OutgoingAccount"_s);
    QCOMPARE(m_station->undoStack()->undoText(), u"Add OutgoingAccount"_s);
    QCOMPARE(m_station->document().name(m_station->add(find("/Services/EmailService"), outgoingAccountType).value()),
             u"OutgoingAccount1"_s);

    const Result<SlotId, StructureFault> misplaced = m_station->add(find("/Drivers"), outgoingAccountType);
    QVERIFY(!misplaced);
    QVERIFY(misplaced.error() == StructureFault(PlacementFault::OnlyUnderEmailService));
    m_station->undoStack()->undo();
    m_station->undoStack()->undo();
    QCOMPARE(m_station->document().xml(), smallStation(outgoing()));
}

void OpenStationTest::deletesAndNamesWhatLeadsThere()
{
    openWith(outgoing() + account("R", "c", "EmailRecipient", test::value("emailAccount", "Out")));
    const SlotId out = find("/Services/EmailService/Out");
    const QList<Reference> left = m_station->references().into({out});
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].slot, find("/Services/EmailService/R/emailAccount"));
    QVERIFY(m_station->references().into({find("/Services/EmailService")}).isEmpty()); // its recipient goes as well
    const QByteArray before = m_station->document().xml();
    QVERIFY(!m_station->remove(out));
    QVERIFY(!m_station->document().exists(out));
    QCOMPARE(m_station->undoStack()->undoText(), u"Delete Out"_s);
    m_station->undoStack()->undo();
    QVERIFY(m_station->document().exists(out));
    QCOMPARE(m_station->document().xml(), before);
    QVERIFY(m_station->remove(m_station->document().root()));
}

void OpenStationTest::renamesWithReferences()
{
    openWith(outgoing() + account("R", "c", "EmailRecipient", test::value("emailAccount", "Out")));
    const SlotId out = find("/Services/EmailService/Out");
    const SlotId recipient = find("/Services/EmailService/R");
    QVERIFY(!m_station->rename(out, u"Alarm mail"_s, OpenStation::References::Follow));
    QCOMPARE(m_station->document().name(out), u"Alarm$20mail"_s);
    QCOMPARE(value(recipient, "emailAccount"), u"Alarm$20mail"_s);
    QCOMPARE(m_station->undoStack()->undoText(), u"Rename Out to Alarm mail"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
    m_station->undoStack()->undo();
    QVERIFY(!m_station->rename(out, u"Other"_s, OpenStation::References::Keep));
    QCOMPARE(value(recipient, "emailAccount"), u"Out"_s);
    QVERIFY(m_station->rename(out, u"R"_s, OpenStation::References::Keep) == StructureFault(EditFault::NameTaken));
    QVERIFY(m_station->rename(out, QString(), OpenStation::References::Keep));
    QVERIFY(!m_station->rename(out, u"Other"_s, OpenStation::References::Keep)); // its own name
    QCOMPARE(m_station->undoStack()->count(), 1);
}

void OpenStationTest::saves()
{
    openWith(outgoing());
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->change(out, {{u"port"_s, u"26"_s}}));
    QSignalSpy saved(m_station.get(), &OpenStation::saved);
    QVERIFY(!m_station->save());
    QCOMPARE(saved.size(), 1);
    QVERIFY(!m_station->isModified());
    QVERIFY(m_station->undoStack()->isClean());
    QCOMPARE(read(path()), m_station->document().xml());
    m_station->undoStack()->undo();
    QVERIFY(m_station->isModified());
    QVERIFY(!m_station->save());
    QCOMPARE(read(path()), smallStation(outgoing()));
}

void OpenStationTest::savesAs()
{
    m_station->openNew();
    QSignalSpy paths(m_station.get(), &OpenStation::pathChanged);
    const QString elsewhere = m_folder->filePath(u"other.bog"_s);
    QVERIFY(!m_station->saveAs(elsewhere));
    QCOMPARE(m_station->path(), elsewhere);
    QCOMPARE(paths.size(), 1);
    QCOMPARE(m_station->title(), u"other"_s);
    QCOMPARE(read(elsewhere), newStationXml());
    const std::optional<SaveFault> fault = m_station->saveAs(m_folder->filePath(u"missing/other.bog"_s));
    QVERIFY(fault);
    QVERIFY(!describe(*fault, elsewhere).isEmpty());
    QCOMPARE(m_station->path(), elsewhere);
}

void OpenStationTest::noticesAnotherProgram()
{
    openWith(outgoing());
    QVERIFY(!m_station->changedOnDisk());
    QVERIFY(!m_station->change(find("/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}));
    write(path(), smallStation(incoming()));
    QVERIFY(m_station->changedOnDisk());
    const std::optional<SaveFault> fault = m_station->save();
    QVERIFY(fault && fault->kind == SaveFault::Kind::ChangedOnDisk);
    QCOMPARE(read(path()), smallStation(incoming()));
    QVERIFY(m_station->isModified());
    QVERIFY(!m_station->save(Container::IfChanged::Overwrite));
    QCOMPARE(read(path()), m_station->document().xml());
}

void OpenStationTest::lastChangeIsThatOfTheTopStep()
{
    openWith(outgoing());
    const SlotId out = find("/Services/EmailService/Out");
    QVERIFY(!m_station->lastChange(out));
    QVERIFY(!m_station->change(out, {{u"useSsl"_s, u"true"_s}}));
    QVERIFY(m_station->lastChange(out));
    QCOMPARE(m_station->lastChange(out)->moved.size(), 2);
    QVERIFY(m_station->add(find("/Services/EmailService"), outgoingAccountType));
    QVERIFY(!m_station->lastChange(out));
    QVERIFY(!m_station->change(out, {{u"useSsl"_s, u"false"_s}}));
    m_station->undoStack()->undo();
    QVERIFY(!m_station->lastChange(out));
}

STATIONER_TEST(OpenStationTest)
#include "openstation_test.moc"
