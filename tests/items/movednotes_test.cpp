#include "items/propertysheetmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// What the sheet says of a port that one of several slots moved in one step.
class MovedNotesTest : public QObject {
    Q_OBJECT

private slots:
    void namesWhatMovedThePort_data();
    void namesWhatMovedThePort();
};

void MovedNotesTest::namesWhatMovedThePort_data()
{
    QTest::addColumn<QStringList>("set");
    QTest::newRow("alone") << QStringList{u"useSsl"_s};
    QTest::newRow("behind the host name") << QStringList{u"hostname"_s, u"useSsl"_s};
    QTest::newRow("before the host name") << QStringList{u"useSsl"_s, u"hostname"_s};
}

void MovedNotesTest::namesWhatMovedThePort()
{
    QFETCH(const QStringList, set);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"acme.bog"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallStation(outgoing()));
    file.close();
    OpenStation station;
    QVERIFY(!station.open(file.fileName()));
    StationStores stores;
    LastTests tests(station, stores);
    PropertySheetModel model(station, tests);
    const SlotId account = station.document().find(u"/Services/EmailService/Out");
    model.show(account);
    QList<Assignment> assignments;
    for (const QString& slot : set)
        assignments += Assignment{slot, slot == u"hostname" ? u"mail.example.com"_s : u"true"_s};
    QVERIFY(!station.change(account, assignments));
    const std::optional<SheetNote>& note = model.row(model.rowOf(u"port"_s)).note;
    QVERIFY(note);
    QCOMPARE(note->text, u"Moved from 25 with Use Ssl."_s);
}

STATIONER_TEST(MovedNotesTest)
#include "movednotes_test.moc"
