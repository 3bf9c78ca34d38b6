// What is set back to what it was, or reset, leaves the bytes of the file as they were; also after the file was saved.

#include "accountorder.h"
#include "support/bytediff.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

class SettingBackTest : public QObject {
    Q_OBJECT
private slots:
    void resetRemovesTheValueAndFlagsStay();
    void resetRemovesTheLineOfASlotThatOnlyHasAValue();
    void settingBackRestoresTheBytes();
    void settingBackAfterAResetRestoresTheLine();
    void settingBackRestoresOddReferences();
    void settingBackAfterSavingRestoresTheSavedBytes();
    void aFlagsOnlySlotTakesAValue();
};

void SettingBackTest::resetRemovesTheValueAndFlagsStay()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit = document.setValue(account, u"pollrate"_s, std::nullopt).value();
    document.apply(edit);
    const ByteDiff diff = byteDiff(goldenXml(), document.xml());
    QCOMPARE(diff.gone, " v=\"60000\""_ba);
    QCOMPARE(diff.came, QByteArray());
    QCOMPARE(document.flags(document.child(account, u"pollrate")), u"h"_s);
    QVERIFY(!document.value(document.child(account, u"pollrate")));
    QVERIFY(document.isValueChanged(account, u"pollrate"));
    document.apply(document.setValue(account, u"pollrate"_s, u"60000"_s).value());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
}

void SettingBackTest::resetRemovesTheLineOfASlotThatOnlyHasAValue()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    document.apply(document.setValue(account, u"port"_s, std::nullopt).value());
    QByteArray expected = goldenXml();
    expected.replace("     <p n=\"port\" v=\"2525\"/>\n", "");
    QCOMPARE(document.xml(), expected);
    QVERIFY(document.setValue(account, u"port"_s, std::nullopt).value().isEmpty());
    QVERIFY(document.isValueChanged(account, u"port"));
}

void SettingBackTest::settingBackRestoresTheBytes()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    document.apply(document.setValue(account, u"port"_s, u"1"_s).value());
    document.apply(document.setValue(account, u"port"_s, u"2"_s).value());
    document.apply(document.setValue(account, u"port"_s, u"2525"_s).value());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
    QVERIFY(!document.hasChanges(document.root()));
    QVERIFY(document.setValue(account, u"port"_s, u"2525"_s).value().isEmpty());
}

void SettingBackTest::settingBackAfterAResetRestoresTheLine()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const SlotId link = document.child(account, u"Link1");
    for (const QString& name : {u"Link1"_s, u"hostname"_s, u"port"_s})
        document.apply(document.setValue(account, name, std::nullopt).value());
    QVERIFY(!document.exists(link));
    document.apply(document.setValue(account, u"port"_s, u"2525"_s, {}, accountOrder).value());
    document.apply(document.setValue(account, u"hostname"_s, u"mail.example"_s, {}, accountOrder).value());
    const auto last = document.setValue(account, u"Link1"_s, u"odd  spacing"_s).value();
    QCOMPARE(last.subject(), link);
    document.apply(last);
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
}

void SettingBackTest::settingBackRestoresOddReferences()
{
    Document document = opened(goldenXml());
    const SlotId parent = document.find(u"/Services/AlarmService/classOne");
    const QString text = *document.value(document.child(parent, u"text"));
    QCOMPARE(text, u"Nous avons l'icône\n<ici> & là"_s);
    document.apply(document.setValue(parent, u"text"_s, u"other"_s).value());
    document.apply(document.setValue(parent, u"text"_s, text).value());
    QCOMPARE(document.xml(), goldenXml());
}

void SettingBackTest::settingBackAfterSavingRestoresTheSavedBytes()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto added = document.setValue(account, u"account"_s, u"bob"_s, {}, accountOrder).value();
    document.apply(added);
    const QByteArray saved = document.xml();
    document.markSaved();
    QVERIFY(!document.isModified());
    QVERIFY(!document.hasChanges(added.subject()));
    QCOMPARE(document.openedXml(), saved);
    document.apply(document.setValue(account, u"account"_s, std::nullopt).value());
    QVERIFY(document.isModified());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(document.isValueChanged(account, u"account"));
    document.apply(document.setValue(account, u"account"_s, u"bob"_s).value());
    QCOMPARE(document.xml(), saved);
    QVERIFY(!document.isModified());
    document.revert(added); // an edit from before saving
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(document.isModified());
}

void SettingBackTest::aFlagsOnlySlotTakesAValue()
{
    Document document = opened(
        "<bajaObjectGraph version='4.0'>\n<p h='1' t='Folder'>\n <p n=\"endIndex\" f=\"L\"/>\n</p>\n</bajaObjectGraph>");
    const SlotId root = document.root();
    const QByteArray before = document.xml();
    document.apply(document.setValue(root, u"endIndex"_s, u"7"_s).value());
    QVERIFY(document.xml().contains("<p n=\"endIndex\" f=\"L\" v=\"7\"/>"));
    document.apply(document.setValue(root, u"endIndex"_s, std::nullopt).value());
    QCOMPARE(document.xml(), before);
}

STATIONER_TEST(SettingBackTest)
#include "settingback_test.moc"
