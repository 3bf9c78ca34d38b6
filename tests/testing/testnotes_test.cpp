// The tests of a station's accounts as they are remembered beside its trust files.

#include "testing/testnotes.h"

#include "support/stationertest.h"
#include "support/testreports.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TestNotesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    TrustFolder folder(const QString& name = u"a"_s) const
    {
        return {m_dir->filePath(name + u".security"_s), m_dir->filePath(u"records"_s)};
    }
    TestNote note(int minute, Outcome outcome = Outcome::Succeeded, const QString& path = u"/Out"_s) const
    {
        static const TestNote usual = TestNote::of(signedIn(TestCa(u"Acme Root CA"_s)), Forecast::Unknown);
        TestNote note = usual;
        note.path = path;
        note.began = QDateTime(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC).addSecs(60 * minute);
        note.outcome = outcome;
        return note;
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void areThereAfterARestart()
    {
        {
            TestNotes notes;
            QVERIFY(!notes.open(folder()));
            notes.note(note(1));
        }
        TestNotes notes;
        QVERIFY(!notes.open(folder()));
        QCOMPARE(notes.of(u"/Out"_s).size(), 1);
        QVERIFY(notes.of(u"/Out"_s).first() == note(1));
        QVERIFY(notes.of(u"/In"_s).isEmpty());
    }

    void areTheLastTwentyOfAnAccount()
    {
        TestNotes notes;
        QVERIFY(!notes.open(folder()));
        for (int minute = 0; minute < 25; ++minute)
            notes.note(note(minute));
        notes.note(note(0, Outcome::Succeeded, u"/In"_s));
        notes.write();
        TestNotes again;
        QVERIFY(!again.open(folder()));
        QCOMPARE(again.of(u"/Out"_s).size(), 20);
        QCOMPARE(again.of(u"/Out"_s).first().began, note(5).began);
        QCOMPARE(again.of(u"/In"_s).size(), 1);
    }

    void twoProgramsLoseNothing()
    {
        TestNotes one, other;
        QVERIFY(!one.open(folder()) && !other.open(folder()));
        one.note(note(1));
        other.note(note(2));
        one.write();
        other.write();
        QVERIFY(!one.reload());
        QCOMPARE(one.of(u"/Out"_s).size(), 2);
    }

    void withoutAFolderTheyLastAsLongAsTheProgram()
    {
        TestNotes notes;
        QVERIFY(!notes.open(TrustFolder()));
        notes.note(note(1));
        QCOMPARE(notes.of(u"/Out"_s).size(), 1);
        QVERIFY(!notes.saveAs(folder())); // the station is saved
        TestNotes again;
        QVERIFY(!again.open(folder()));
        QCOMPARE(again.of(u"/Out"_s).size(), 1);
    }

    void whatMayBeSomebodyElsesIsLeftAndSaidOnce()
    {
        {
            TestNotes theirs;
            QVERIFY(!theirs.open(TrustFolder(folder().path()))); // without this user's record
            theirs.note(note(1));
        }
        TestNotes notes;
        QSignalSpy faults(&notes, &TestNotes::faulted);
        QCOMPARE(notes.open(folder())->kind, TrustFileFault::Kind::NotTakenOver);
        notes.note(note(2));
        notes.write();
        QCOMPARE(notes.of(u"/Out"_s).size(), 1); // as long as the program
        QCOMPARE(faults.size(), 0);
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        TestNotes notes;
        QVERIFY(!notes.open(folder()));
        QFile inTheWay(folder().path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy faults(&notes, &TestNotes::faulted);
        notes.note(note(1));
        notes.write();
        QCOMPARE(faults.size(), 1);
    }

    void lastSuccessStandsBesideLastFailure()
    {
        const QList<TestNote> tests{note(1), note(2, Outcome::TimedOut), note(3), note(4, Outcome::Cancelled)};
        QCOMPARE(lastSuccess(tests)->began, note(3).began);
        QCOMPARE(lastFailure(tests)->began, note(2).began);
        QCOMPARE(latest(tests)->began, note(3).began);
        QVERIFY(!lastFailure({note(1)}));
    }

    void thousandsOfAccountsFitIntoAFile()
    {
        TestHistory history;
        for (int account = 0; account < TestHistory::MostAccounts + 100; ++account)
            for (int minute = 0; minute < 3; ++minute) {
                TestNote each = note(account + minute);
                each.path = u"/Services/EmailService/Out%1"_s.arg(account);
                history.byPath[each.path] += each;
            }
        const QJsonObject object = history.write();
        QVERIFY(QJsonDocument(object).toJson(QJsonDocument::Compact).size() <= TestHistory::LargestFile);
        const auto read = TestHistory::read(object);
        QVERIFY(read);
        QCOMPARE(read->byPath.size(), TestHistory::MostAccounts);
        QVERIFY(!read->byPath.contains(u"/Services/EmailService/Out0"_s)); // tested first
    }
};

STATIONER_TEST(TestNotesTest)
#include "testnotes_test.moc"
