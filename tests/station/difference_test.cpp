// What two stations differ in, slot by slot and line by line.

#include "station/difference.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

using Kind = Difference::Kind;

QString told(const Difference& each)
{
    return u"%1 %2 %3 %4 %5"_s.arg(int(each.kind))
        .arg(each.path, each.slot, each.before.value_or(u"-"_s), each.after.value_or(u"-"_s));
}

QStringList told(const QList<Difference>& found)
{
    QStringList lines;
    for (const Difference& each : found)
        lines += told(each);
    return lines;
}

QString line(Kind kind, const QString& path, const QString& slot, const QString& before, const QString& after)
{
    return u"%1 %2 %3 %4 %5"_s.arg(int(kind)).arg(path, slot, before, after);
}

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindIsTold();
    void twoFilesAreMatchedByNameAndHandle();
    void passwordsAreNotTold();
    void aSymbolByAnotherNameIsNoDifference();
    void theUnifiedDiffPatches();
    void linesWithoutLikenessEndInTime();
};

void DifferenceTest::everyKindIsTold()
{
    Document document = opened(goldenXml());
    QVERIFY(changesSinceSaved(document).isEmpty());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    document.apply(document.setValue(account, u"port"_s, u"465"_s).value());
    document.apply(document.setValue(account, u"useSsl"_s, u"true"_s).value());
    document.apply(document.setValue(account, u"hostname"_s, std::nullopt).value());
    document.apply(document.rename(account, u"Mailer"_s).value());
    document.apply(document.move({document.find(u"/Services/Weather")}, document.find(u"/Drivers")).value());
    const SlotId drivers = document.find(u"/Drivers"), services = document.find(u"/Services");
    document.apply(document.reorder(document.root(), {drivers, services}).value());
    QStringList found = told(changesSinceSaved(document));
    QStringList expected{
        line(Kind::Renamed, u"/Services/EmailService"_s, u"Mailer"_s, u"OutgoingAccount"_s, u"Mailer"_s),
        line(Kind::Value, u"/Services/EmailService/Mailer"_s, u"port"_s, u"2525"_s, u"465"_s),
        line(Kind::Removed, u"/Services/EmailService/OutgoingAccount"_s, u"hostname"_s, u"mail.example"_s, u"-"_s),
        line(Kind::Added, u"/Services/EmailService/Mailer"_s, u"useSsl"_s, u"-"_s, u"true"_s),
        line(Kind::Moved, u"/Drivers"_s, u"Weather"_s, u"/Services/Weather"_s, u"/Drivers/Weather"_s)};
    found.sort();
    expected.sort();
    const QStringList reordered = found.filter(QString::number(int(Kind::Reordered)) + u' ');
    QCOMPARE(reordered.size(), 1);
    found.removeOne(reordered.first());
    QCOMPARE(found, expected);
    document.markSaved();
    QVERIFY(changesSinceSaved(document).isEmpty());
}

void DifferenceTest::twoFilesAreMatchedByNameAndHandle()
{
    const Document before = opened(goldenXml());
    Document after = opened(goldenXml());
    after.apply(after.rename(after.find(u"/Services/Web"), u"Http"_s).value());
    after.apply(after.move({after.find(u"/Services/AlarmService")}, after.find(u"/Drivers")).value());
    after.apply(after.setValue(after.find(u"/Drivers/AlarmService/classOne"), u"text"_s, u"x"_s).value());
    const QStringList found = told(differences(before, opened(after.xml())));
    QVERIFY(found.contains(line(Kind::Renamed, u"/Services"_s, u"Http"_s, u"Web"_s, u"Http"_s)));
    QVERIFY(found.contains(
        line(Kind::Moved, u"/Drivers"_s, u"AlarmService"_s, u"/Services/AlarmService"_s, u"/Drivers/AlarmService"_s)));
    QCOMPARE(found.size(), 3);
    QVERIFY(differences(before, opened(goldenXml())).isEmpty());
}

void DifferenceTest::passwordsAreNotTold()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    document.apply(document.setValue(account, u"password"_s, u"[aes.1]=BBBBBBBB"_s).value());
    const QList<Difference> found = changesSinceSaved(document);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().isSecret && !found.first().before && !found.first().after);
    const QByteArray text = unifiedDifference(goldenXml(), document.xml(), u"a"_s, u"b"_s);
    QVERIFY(text.contains("-     <p n=\"password\""));
    QVERIFY(!text.contains("AAAAA") && !text.contains("BBBB"));
}

void DifferenceTest::aSymbolByAnotherNameIsNoDifference()
{
    const QByteArray one = "<bajaObjectGraph version='4.0'><p h='1' m='b=baja' t='b:Station'><p n='x' t='b:Folder' "
                           "h='2'/></p></bajaObjectGraph>";
    QByteArray other = one;
    other.replace("b=baja", "q=baja").replace("'b:", "'q:");
    QVERIFY(differences(opened(one), opened(other)).isEmpty());
    QByteArray another = one;
    another.replace("b=baja", "b=other");
    QCOMPARE(differences(opened(one), opened(another)).size(), 2); // both types
}

/// What `patch` makes of the file before is the file after: for random changes of lines.
void DifferenceTest::theUnifiedDiffPatches()
{
    QTemporaryDir folder;
    QRandomGenerator random(7);
    for (int round = 0; round < 25; ++round) {
        QByteArrayList lines;
        for (int i = 0; i < 60; ++i)
            lines += QByteArray::number(random.bounded(12));
        QByteArrayList changed = lines;
        for (int i = random.bounded(30); i > 0; --i) {
            const int at = int(random.bounded(changed.size()));
            if (random.bounded(2))
                changed.removeAt(at);
            else
                changed.insert(at, QByteArray::number(random.bounded(14)));
        }
        const QByteArray before = lines.join('\n') + (round % 3 ? "\n" : ""),
                         after = changed.join('\n') + (round % 2 ? "\n" : "");
        const QByteArray text = unifiedDifference(before, after, u"file"_s, u"file"_s);
        if (before == after)
            continue;
        QFile file(folder.filePath(u"file"_s)), patch(folder.filePath(u"patch"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                patch.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(before);
        patch.write(text);
        file.close();
        patch.close();
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(u"patch"_s, {u"-s"_s, u"file"_s, u"patch"_s});
        if (!process.waitForStarted())
            QSKIP("there is no program patch here");
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput() + process.readAllStandardError() + text);
        QCOMPARE(fileBytes(file.fileName()), after);
    }
}

void DifferenceTest::linesWithoutLikenessEndInTime()
{
    QByteArray before, after;
    for (int i = 0; i < 40000; ++i) {
        before += "line " + QByteArray::number(i * 7 % 40000) + '\n';
        after += (i % 2 ? "line " : "other ") + QByteArray::number(i * 11 % 40000) + '\n';
    }
    const QByteArray text = unifiedDifference(before, after, u"a"_s, u"b"_s);
    QVERIFY(text.count("\n-") > 1000);
}

STATIONER_TEST(DifferenceTest)
#include "difference_test.moc"
