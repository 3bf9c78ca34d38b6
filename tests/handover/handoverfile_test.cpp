// What is kept for the handover: the base, ticks, exemptions that were removed.

#include "handover/handoverfile.h"

#include "handover/handoversources.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace stationer;
using namespace Qt::StringLiterals;

class HandoverFileTest : public QObject {
    Q_OBJECT

    static std::optional<HandoverFile> again(const HandoverFile& file) { return HandoverFile::read(file.write()); }
    static QStringList changes(const QByteArray& before, const QByteArray& after)
    {
        QStringList lines;
        for (const ChangedSlot& each : changedSlots(Document::fromXml(before).value(), Document::fromXml(after).value()))
            lines += each.path + u' ' + each.slot + u": "_s + each.before.value_or(u"-"_s) + u" → "_s +
                     each.after.value_or(u"-"_s);
        return lines;
    }

private slots:
    void theBaseIsWhatWasThereBeforeTheFirstChange()
    {
        HandoverFile file;
        file.noteSaving("one", "two");
        file.noteSaving("two", "three");
        QCOMPARE(file.base(), std::optional("one"_ba));
        QVERIFY(file.isOurs("three") && file.isOurs("two")); // the last may not have been written
        QVERIFY(!file.isOurs("one") && !file.isOurs("four"));
        QVERIFY(again(file) == file);
    }

    void bytesThatAreNotOursMakeANewBase()
    {
        HandoverFile file;
        file.noteSaving("one", "two");
        QVERIFY(!file.isOurs("the station's"));
        file.noteSaving("the station's", "ours");
        QCOMPARE(file.base(), std::optional("the station's"_ba));
        QVERIFY(file.isOurs("ours") && !file.isOurs("two"));
        file.noteSaving("ours", "the station's");
        QVERIFY(!file.isOurs("the station's")); // as it was
        file.noteSaving("the station's", "ours");
        QCOMPARE(file.base(), std::optional("the station's"_ba));
    }

    void ofALargeBaseTheHashIsKept()
    {
        HandoverFile file;
        const QByteArray large(HandoverFile::LargestXml + 1, 'a');
        file.noteSaving(large, "two");
        QVERIFY(file.isOurs("two") && !file.base());
        QVERIFY(again(file) == file);
    }

    void aBaseOfOtherBytesIsDamaged()
    {
        HandoverFile file;
        file.noteSaving("one", "two");
        file.baseSha256 = QByteArray(64, 'a');
        QVERIFY(!again(file));
        file.packedBase = "no zip";
        QVERIFY(!again(file));
    }

    void aPrunedExemptionCountsUntilItIsTicked()
    {
        HandoverFile file;
        AllowedHost approved, rejected;
        approved.host = {u"mail.example"_s, 465};
        approved.approval = Approval::Approved;
        rejected.host = {u"bad.example"_s, 465};
        rejected.approval = Approval::Rejected;
        file.notePruned({approved, rejected});
        QCOMPARE(file.pruned.size(), 1);
        HandoverItem item;
        item.kind = HandoverKind::DeleteExemption;
        item.host = approved.host;
        item.fact = QByteArray(64, 'a');
        file.tick(item, true);
        QVERIFY(file.pruned.isEmpty() && file.ticks.isEmpty());
        file.tick(item, false); // it was ticked by mistake
        QCOMPARE(file.pruned.size(), 1);
        QVERIFY(again(file) == file);
    }

    void aTickIsTakenBack()
    {
        HandoverFile file;
        HandoverItem item;
        item.kind = HandoverKind::Retest;
        item.fact = QByteArray(64, 'a');
        file.tick(item, true);
        file.tick(item, true);
        QCOMPARE(file.ticks.size(), 1);
        QVERIFY(again(file)->ticks == file.ticks);
        file.tick(item, false);
        QVERIFY(file.ticks.isEmpty());
    }

    void isKeptInItsFolder()
    {
        const QTemporaryDir dir;
        const TrustFolder folder(dir.filePath(u"a.security"_s), dir.filePath(u"records"_s));
        QVERIFY(!changeHandover(folder, [](HandoverFile& file) { file.noteSaving("one", "two"); }));
        QCOMPARE(readHandover(folder).value().base(), std::optional("one"_ba));
        QFile damaged(folder.pathOf(u"handover.json"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        const auto read = readHandover(folder);
        QCOMPARE(read.error().kind, TrustFileFault::Kind::Damaged);
        QVERIFY(QFile::exists(read.error().setAsideAs));
        QVERIFY(!readHandover(TrustFolder()).value().base());
    }

    void changedSlotsAreToldWithWhatWasInForce()
    {
        const QByteArray before = test::smallStation(test::outgoing(test::value("hostname", "old.example")));
        const QByteArray after =
            test::smallStation(test::outgoing(test::value("hostname", "new.example") + test::value("port", "465")));
        QCOMPARE(changes(before, after), (QStringList{u"/Services/EmailService/Out hostname: old.example → new.example"_s,
                                                      u"/Services/EmailService/Out port: 25 → 465"_s}));
        QCOMPARE(changes(after, before).last(), u"/Services/EmailService/Out port: 465 → 25"_s);
    }

    void ofANewAccountEverySlotIsToldAndNoSecret()
    {
        const QByteArray before = test::smallStation({});
        const QByteArray after = test::smallStation(test::outgoing(
            test::value("hostname", "new.example") + "     <p n=\"password\" t=\"b:Password\" v=\"[null.1]=c2VjcmV0\"/>\n"));
        const QStringList told = changes(before, after);
        QCOMPARE(told, (QStringList{u"/Services/EmailService Out: - → email:OutgoingAccount"_s,
                                    u"/Services/EmailService/Out hostname: - → new.example"_s,
                                    u"/Services/EmailService/Out password: - → -"_s}));
        QCOMPARE(changes(after, before), QStringList{u"/Services/EmailService Out: email:OutgoingAccount → -"_s});
    }

    void whatIsNotOfItsTypeIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << "{}"_ba;
        QTest::newRow("no pruned") << R"({"ticks":[]})"_ba;
        QTest::newRow("a kind of nobody") << R"({"ticks":[{"kind":"dance"}],"pruned":[]})"_ba;
        QTest::newRow("no fact") << R"({"ticks":[{"kind":"retest","time":"2026-11-30T10:00:00Z"}],"pruned":[]})"_ba;
        QTest::newRow("no port") << R"({"ticks":[],"pruned":[{"host":"a.example"}]})"_ba;
        QTest::newRow("no base") << R"({"ticks":[],"pruned":[],"base":1})"_ba;
    }
    void whatIsNotOfItsTypeIsDamaged()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!HandoverFile::read(QJsonDocument::fromJson(json).object()));
    }
};

STATIONER_TEST(HandoverFileTest)
#include "handoverfile_test.moc"
