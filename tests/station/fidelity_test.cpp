// The seven promises about a station's bytes, on a golden file with every oddity the grammar allows and on real files.

#include "accountorder.h"
#include "station/container.h"
#include "support/bytediff.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

class FidelityTest : public QObject {
    Q_OBJECT
private slots:
    void realFilesAreGiven();
    void uneditedXmlIsIdentical_data();
    void uneditedXmlIsIdentical();
    void editingAValueChangesTheBytesOfThatValue();
    void aValueKeepsItsQuotesAndEscapesWhatItMust();
    void everyValueOfAFileCanBeEditedAlone_data();
    void everyValueOfAFileCanBeEditedAlone();
    void addingASlotInsertsItsLine();
    void removingASlotRemovesItsLine();
    void aSlotThatSharesItsLineGoesAlone();
    void theFirstChildOpensAnEmptyTag();
    void theFirstChildOfAnOpenTag();
    void removingTheLastOriginalChildKeepsTheEndTag();
    void anEmptyTagThatAnEarlierRunOpenedIsOneAgain();
    void newSlotsStandInOrderBeforeChildComponents();
    void whatIsUnknownSurvives();
    void insertedLinesFollowTheFile_data();
    void insertedLinesFollowTheFile();
    void aTabIndentedFileStaysOne();
    void aFileOnOneLineStaysOnOneLine();
    void aCommentIsNeverCut();
    void aNewComponentGetsTheNextHandle();
    void componentsInComponentsGetHandlesOfTheirOwn();
    void passwordsAreCarriedVerbatim();
    void renamingChangesTheNameAlone();
};

void FidelityTest::realFilesAreGiven()
{
    if (qEnvironmentVariableIsEmpty("STATIONER_SAMPLES"))
        QSKIP("STATIONER_SAMPLES is not set: no real station file is tested");
    QVERIFY(!sampleFiles().isEmpty());
}

void FidelityTest::uneditedXmlIsIdentical_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("golden") << goldenXml();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + goldenXml();
    for (const QString& path : sampleFiles()) {
        auto file = Container::open(path);
        QVERIFY2(bool(file), qPrintable(path));
        QTest::newRow(qPrintable(path)) << file.value().document.openedXml();
    }
}

void FidelityTest::uneditedXmlIsIdentical()
{
    QFETCH(QByteArray, xml);
    const Document document = opened(xml);
    QVERIFY(!xml.isEmpty());
    QCOMPARE(document.xml(), xml);
    QVERIFY(!document.isModified());
    QVERIFY(document.root() != SlotId::None);
}

void FidelityTest::editingAValueChangesTheBytesOfThatValue()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit = document.setValue(account, u"port"_s, u"110"_s);
    QVERIFY(bool(edit));
    QCOMPARE(document.xml(), goldenXml()); // planning changes nothing
    document.apply(edit.value());
    const ByteDiff diff = byteDiff(goldenXml(), document.xml());
    QCOMPARE(diff.gone, "2525"_ba);
    QCOMPARE(diff.came, "110"_ba);
    QVERIFY(document.isModified());
    QVERIFY(document.isValueChanged(account, u"port"));
    QCOMPARE(document.openedValue(document.child(account, u"port")), u"2525"_s);
    document.revert(edit.value());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
}

void FidelityTest::aValueKeepsItsQuotesAndEscapesWhatItMust()
{
    Document document = opened(goldenXml());
    const QString nasty = u"<&>\"'\t\n\r é\U0001F4E7"_s;
    const SlotId odd = document.find(u"/Services/Odd");
    document.apply(document.setValue(odd, u"inline"_s, nasty).value());
    document.apply(document.setValue(odd, u"quoted"_s, nasty).value());
    QVERIFY(document.xml().contains(
        "<p n='inline' v='&lt;&amp;&gt;&#x22;&#x27;&#x9;&#xa;&#xd; &#xe9;&#x1f4e7;'/>")); // as stations write
    const Document again = opened(document.xml());
    QCOMPARE(again.value(again.find(u"/Services/Odd/inline")), nasty);
    QCOMPARE(again.value(again.find(u"/Services/Odd/quoted")), nasty);
    for (const QString& impossible : {u"\u0001"_s, QString(QChar(0)), u"\ufffe"_s, QString(QChar(0xd800))}) {
        const auto refused = document.setValue(odd, u"inline"_s, impossible);
        QVERIFY(!refused);
        QCOMPARE(refused.error(), EditFault::NotRepresentable);
    }
}

void FidelityTest::everyValueOfAFileCanBeEditedAlone_data()
{
    uneditedXmlIsIdentical_data();
}

void FidelityTest::everyValueOfAFileCanBeEditedAlone()
{
    QFETCH(QByteArray, xml);
    Document document = opened(xml);
    QList<SlotId> valued;
    QList<SlotId> open{document.root()};
    while (!open.isEmpty()) {
        const SlotId slot = open.takeLast();
        open += document.children(slot);
        if (document.value(slot) && document.kind(slot) == SlotKind::Property &&
            document.child(document.parent(slot), document.name(slot)) == slot && !document.value(document.parent(slot)))
            valued.append(slot);
    }
    const qsizetype stride = std::max<qsizetype>(1, valued.size() / 60); // of a large file, a sample
    for (qsizetype i = 0; i < valued.size(); i += stride) {
        const SlotId slot = valued[i];
        const auto edit = document.setValue(document.parent(slot), document.name(slot), u"@new@"_s);
        QVERIFY(bool(edit));
        document.apply(edit.value());
        const QByteArray after = document.xml();
        const qsizetype at = after.indexOf("@new@");
        QVERIFY(at > 0);
        const ByteDiff diff = byteDiff(xml, after);
        QVERIFY(diff.at >= at);
        QVERIFY(!diff.gone.contains('"') || !diff.gone.contains('<'));
        QCOMPARE(xml.first(at), after.first(at));
        QCOMPARE(after.sliced(at + QByteArray("@new@").size()).left(1).at(0), after[at - 1]);
        const qsizetype rest = after.size() - at - QByteArray("@new@").size();
        QCOMPARE(xml.last(rest), after.last(rest));
        document.revert(edit.value());
    }
    QCOMPARE(document.xml(), xml);
}

void FidelityTest::addingASlotInsertsItsLine()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit = document.setValue(account, u"useSsl"_s, u"true"_s, {}, accountOrder);
    document.apply(edit.value());
    const ByteDiff diff = byteDiff(goldenXml(), document.xml());
    QVERIFY(diff.gone.isEmpty());
    QCOMPARE(diff.came.size(), QByteArray("     <p n=\"useSsl\" v=\"true\"/>\n").size());
    QVERIFY(document.xml().contains("     <p n=\"pollrate\" f=\"h\" t=\"b:RelTime\" v=\"60000\"/>\n"
                                    "     <p n=\"useSsl\" v=\"true\"/>\n"
                                    "     <p n=\"Link1\""));
    QCOMPARE(document.name(edit.value().subject()), u"useSsl"_s);
    QCOMPARE(edit.value().touched(), QList<SlotId>{account});
    QVERIFY(document.hasChanges(edit.value().subject()));
    QVERIFY(document.hasChanges(account));
    QVERIFY(document.hasChanges(document.root()));
    QVERIFY(!document.hasChanges(document.find(u"/Drivers")));
    document.revert(edit.value());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.exists(edit.value().subject()));
}

void FidelityTest::removingASlotRemovesItsLine()
{
    Document document = opened(goldenXml());
    const SlotId host = document.find(u"/Services/EmailService/OutgoingAccount/hostname");
    const auto edit = document.remove(host);
    document.apply(edit.value());
    QByteArray expected = goldenXml();
    expected.replace("     <p n=\"hostname\" v=\"mail.example\"/>\n", "");
    QCOMPARE(document.xml(), expected);
    QVERIFY(!document.exists(host));
    document.revert(edit.value());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(document.exists(host));

    // A component goes with all its lines, and one whose tag spreads over two lines too.
    document.apply(document.remove(document.find(u"/Services/AlarmService/classOne")).value());
    document.apply(document.remove(document.find(u"/Drivers/tabbed/a")).value());
    expected = goldenXml();
    const qsizetype from = expected.indexOf("    <p n='classOne'");
    expected.remove(from, expected.indexOf("    <a n=\"escalate\"") - from);
    expected.replace("\t\t<p n=\"a\" v=\"1\"\n\t\t   f=\"r\"/>\n", "");
    QCOMPARE(document.xml(), expected);
}

void FidelityTest::aSlotThatSharesItsLineGoesAlone()
{
    Document document = opened(goldenXml());
    document.apply(document.remove(document.find(u"/Services/Web/httpPort")).value());
    QByteArray expected = goldenXml();
    expected.replace("<p n=\"httpPort\" v=\"80\"/>", "");
    QCOMPARE(document.xml(), expected);
}

void FidelityTest::theFirstChildOpensAnEmptyTag()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/IncomingAccount");
    const auto first = document.setValue(account, u"port"_s, u"995"_s).value();
    document.apply(first);
    QByteArray expected = goldenXml();
    expected.replace("<p n=\"IncomingAccount\" h=\"21\" t=\"e:IncomingAccount\"/>\n",
                     "<p n=\"IncomingAccount\" h=\"21\" t=\"e:IncomingAccount\">\r\n"
                     "     <p n=\"port\" v=\"995\"/>\n"
                     "    </p>\n");
    QCOMPARE(document.xml(), expected);
    const auto second = document.setValue(account, u"port"_s, std::nullopt).value();
    document.apply(second);
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
    document.revert(second);
    QCOMPARE(document.xml(), expected);
    document.revert(first);
    QCOMPARE(document.xml(), goldenXml());
}

void FidelityTest::theFirstChildOfAnOpenTag()
{
    Document document = opened(goldenXml());
    const auto edit = document.setValue(document.find(u"/Services/EmailService/recipient"), u"to"_s, u"a@b"_s).value();
    document.apply(edit);
    QByteArray expected = goldenXml();
    expected.replace("t=\"e:EmailRecipient\"></p>\n", "t=\"e:EmailRecipient\">\r\n     <p n=\"to\" v=\"a@b\"/>\n    </p>\n");
    QCOMPARE(document.xml(), expected);
    document.revert(edit);
    QCOMPARE(document.xml(), goldenXml());
}

void FidelityTest::removingTheLastOriginalChildKeepsTheEndTag()
{
    Document document = opened(goldenXml());
    document.apply(document.remove(document.find(u"/Drivers/tabbed/a")).value());
    QVERIFY(document.xml().contains("\t<p n='tabbed' h='41' t='b:Folder'>\r\n\t</p>\r\n"));
    document.apply(document.setValue(document.find(u"/Drivers/tabbed"), u"b"_s, u"2"_s).value());
    QVERIFY(document.xml().contains("\t<p n='tabbed' h='41' t='b:Folder'>\r\n\t\t<p n=\"b\" v=\"2\"/>\n\t</p>\r\n"));
}

/// Also when the station was saved and opened again in between.
void FidelityTest::anEmptyTagThatAnEarlierRunOpenedIsOneAgain()
{
    QByteArray xml = goldenXml();
    const auto later = [&](auto&& edit) {
        Document document = opened(xml);
        document.apply(edit(document).value());
        xml = document.xml();
    };
    const auto account = [](const Document& document) { return document.find(u"/Services/EmailService/IncomingAccount"); };
    later([&](const Document& document) { return document.setValue(account(document), u"port"_s, u"995"_s); });
    later([&](const Document& document) { return document.setValue(account(document), u"useSsl"_s, u"true"_s); });
    QVERIFY(xml.contains("t=\"e:IncomingAccount\">\r\n"));
    later([&](const Document& document) { return document.setValue(account(document), u"port"_s, std::nullopt); });
    later([&](const Document& document) { return document.setValue(account(document), u"useSsl"_s, std::nullopt); });
    QCOMPARE(xml, goldenXml());

    // What somebody else put inside is not white space, and a tag like all the others may have stood open from the start.
    for (const auto& [from, to] :
         {std::pair{"     <p n=\"port\" v=\"995\"/>\n", "     <!-- mine --><p n=\"port\" v=\"995\"/>\n"},
          std::pair{"<p n=\"IncomingAccount\" h=\"21\" t=\"e:IncomingAccount\">",
                    "<p n='IncomingAccount' h='21' t='e:IncomingAccount'>"}}) {
        xml = goldenXml();
        later([&](const Document& document) { return document.setValue(account(document), u"port"_s, u"995"_s); });
        QVERIFY(xml.contains(from));
        xml.replace(from, to);
        later([&](const Document& document) { return document.setValue(account(document), u"port"_s, std::nullopt); });
        QVERIFY(xml.contains("</p>\n    <p n=\"recipient\""));
    }
}

void FidelityTest::newSlotsStandInOrderBeforeChildComponents()
{
    Document document = opened("<bajaObjectGraph version=\"1.0\">\n<p h=\"1\" m=\"b=baja\" t=\"b:Folder\">\n"
                               " <p n=\"x\" h=\"2\" t=\"b:Folder\">\n"
                               "  <p n=\"d\" v=\"4\"/>\n"
                               "  <p n=\"own\" v=\"?\"/>\n"
                               "  <p n=\"child\" h=\"3\" t=\"b:Folder\"/>\n"
                               "  <p n=\"late\" v=\"?\"/>\n"
                               " </p>\n"
                               " <p n=\"y\" h=\"4\" t=\"b:Folder\">\n"
                               "  <p n=\"child\" h=\"5\" t=\"b:Folder\"/>\n"
                               " </p>\n"
                               "</p>\n</bajaObjectGraph>\n");
    const QStringList order{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"late"_s, u"e"_s};
    const SlotId x = document.find(u"/x");
    for (const QString& name : {u"e"_s, u"b"_s, u"c"_s, u"a"_s})
        document.apply(document.setValue(x, name, name, {}, order).value());
    QStringList names;
    for (const SlotId slot : document.children(x))
        names.append(document.name(slot));
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"own"_s, u"e"_s, u"child"_s, u"late"_s}));
    const SlotId y = document.find(u"/y");
    document.apply(document.setValue(y, u"c"_s, u"1"_s, {}, order).value());
    document.apply(document.setValue(y, u"zzz"_s, u"1"_s, {}, order).value());
    QVERIFY(document.xml().contains("  <p n=\"c\" v=\"1\"/>\n  <p n=\"zzz\" v=\"1\"/>\n  <p n=\"child\" h=\"5\""));
}

void FidelityTest::whatIsUnknownSurvives()
{
    Document document = opened(goldenXml());
    const SlotId mail = document.find(u"/Services/EmailService");
    document.apply(document.remove(document.find(u"/Services/EmailService/recipient")).value());
    document.apply(document.add(mail, NewSlot{u"Out2"_s, u"email:OutgoingAccount"_s, {}, true, {}}).value());
    document.apply(
        document.rename(document.root() == SlotId::None ? mail : document.find(u"/Drivers"), u"Treiber"_s).value());
    const QByteArray xml = document.xml();
    for (const char* const kept :
         {"<!-- written by hand, to be kept -->", "<?keep this=\"instruction\"?>", " w='unknown'>",
          "<!-- the alarm service -->", "<unknown thing=\"1\"><![CDATA[ <p n=\"not an element\"/> ]]></unknown>",
          "v = 'odd  spacing' />", "text that nobody reads", "<!-- the end -->", "&#xf4;"})
        QVERIFY2(xml.contains(kept), kept);
    int others = 0;
    for (const SlotId slot : document.children(mail))
        others += document.kind(slot) == SlotKind::Other;
    QCOMPARE(others, 1);
}

void FidelityTest::insertedLinesFollowTheFile_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QByteArray>("branch");
    QTest::newRow("mixed, as stations write") << "<bajaObjectGraph version='4.0'>\r\n <p h='1' m='b=baja' t='b:Station'>\r\n"
                                                 "  <p n='a' h='2' t='b:Folder'>\r\n   <p n=\"v\" v=\"1\"/>\n  </p>\r\n"
                                                 " </p>\r\n</bajaObjectGraph>\r\n"_ba
                                              << "   <p n=\"w\" v=\"2\"/>\n"_ba
                                              << "  <p n='n' h='3' t='b:Folder'>\r\n   <p n=\"v\" v=\"1\"/>\n  </p>\r\n"_ba;
    QTest::newRow("single quotes, LF") << "<bajaObjectGraph version='4.0'>\n  <p h='1' m='b=baja' t='b:Station'>\n"
                                          "    <p n='a' h='2' t='b:Folder'>\n      <p n='v' v='1'/>\n    </p>\n"
                                          "  </p>\n</bajaObjectGraph>\n"_ba
                                       << "      <p n='w' v='2'/>\n"_ba
                                       << "    <p n='n' h='3' t='b:Folder'>\n      <p n='v' v='1'/>\n    </p>\n"_ba;
    QTest::newRow("double quotes, CRLF, no indentation")
        << "<bajaObjectGraph version=\"1.0\">\r\n<p h=\"1\" m=\"b=baja\" t=\"b:Station\">\r\n"
           "<p n=\"a\" h=\"2\" t=\"b:Folder\">\r\n<p n=\"v\" v=\"1\"/>\r\n</p>\r\n</p>\r\n</bajaObjectGraph>\r\n"_ba
        << "<p n=\"w\" v=\"2\"/>\r\n"_ba
        << "<p n=\"n\" h=\"3\" t=\"b:Folder\">\r\n<p n=\"v\" v=\"1\"/>\r\n</p>\r\n"_ba;
}

void FidelityTest::insertedLinesFollowTheFile()
{
    QFETCH(QByteArray, xml);
    QFETCH(QByteArray, leaf);
    QFETCH(QByteArray, branch);
    Document document = opened(xml);
    document.apply(document.setValue(document.find(u"/a"), u"w"_s, u"2"_s).value());
    QVERIFY2(document.xml().contains("1\"/>" + leaf) || document.xml().contains(leaf), document.xml().constData());
    QCOMPARE(document.xml().size(), xml.size() + leaf.size());
    document.apply(
        document.add(document.root(), NewSlot{u"n"_s, u"baja:Folder"_s, {}, true, {NewSlot{u"v"_s, {}, u"1"_s, false, {}}}})
            .value());
    QVERIFY2(document.xml().contains(branch), document.xml().constData());
    QCOMPARE(document.xml().size(), xml.size() + leaf.size() + branch.size());
}

void FidelityTest::aTabIndentedFileStaysOne()
{
    Document document = opened(goldenXml());
    document.apply(document.setValue(document.find(u"/Drivers/tabbed"), u"b"_s, u"2"_s).value());
    QVERIFY(document.xml().contains("\t\t   f=\"r\"/>\n\t\t<p n=\"b\" v=\"2\"/>\n\t</p>"));
}

void FidelityTest::aFileOnOneLineStaysOnOneLine()
{
    const QByteArray xml = "<bajaObjectGraph version='4.0'><p h='1' m='b=baja' t='b:Station'><p n='a' h='2' t='b:Folder'/>"
                           "<p n='c' h='3' t='b:Folder'><p n='v' v='1'/></p></p></bajaObjectGraph>";
    Document document = opened(xml);
    document.apply(document.setValue(document.find(u"/a"), u"w"_s, u"2"_s).value());
    document.apply(document.setValue(document.find(u"/c"), u"w"_s, u"2"_s).value());
    QByteArray expected = xml;
    expected.replace("h='2' t='b:Folder'/>", "h='2' t='b:Folder'><p n='w' v='2'/></p>");
    expected.replace("v='1'/>", "v='1'/><p n='w' v='2'/>");
    QCOMPARE(document.xml(), expected);
}

void FidelityTest::aCommentIsNeverCut()
{
    for (const QByteArray& gap : {"<!-- of two\nlines -->"_ba, "<?of two\nlines?>"_ba, "<![CDATA[of two\nlines]]>"_ba}) {
        const QByteArray head = "<bajaObjectGraph version='4.0'>\n<p h='1' t='Folder'>\n <p n='a' v='1'/> " + gap + "\n";
        const QByteArray tail = " <p n='b' v='2'/>\n</p>\n</bajaObjectGraph>";
        Document document = opened(head + tail);
        document.apply(document.setValue(document.root(), u"aa"_s, u"3"_s, {}, {u"a"_s, u"aa"_s, u"b"_s}).value());
        QCOMPARE(document.xml(), head + " <p n='aa' v='3'/>\n" + tail);
    }
}

void FidelityTest::aNewComponentGetsTheNextHandle()
{
    Document document = opened(goldenXml());
    const SlotId mail = document.find(u"/Services/EmailService");
    const auto edit = document.add(mail, NewSlot{u"Out2"_s, u"email:OutgoingAccount"_s, {}, true, {}}).value();
    document.apply(edit);
    QCOMPARE(document.handle(edit.subject()), quint64(0x42));
    const ByteDiff diff = byteDiff(goldenXml(), document.xml());
    QCOMPARE(diff.gone, QByteArray());
    QVERIFY(document.xml().contains("    <p n=\"Out2\" h=\"42\" t=\"e:OutgoingAccount\"/>\n   </p>\r\n   <p n='Weather'"));
    const auto next = document.add(mail, NewSlot{u"Out3"_s, u"email:OutgoingAccount"_s, {}, true, {}}).value();
    document.apply(next);
    QCOMPARE(document.handle(next.subject()), quint64(0x43));
    // Links may still point to a handle whose component went: it is not given away.
    document.apply(document.remove(document.find(u"/Drivers/tabbed")).value());
    document.revert(document.remove(next.subject()).value());
    QVERIFY(document.handle(document.add(mail, NewSlot{u"Out4"_s, {}, {}, true, {}}).value().subject()) > quint64(0x41));
}

void FidelityTest::componentsInComponentsGetHandlesOfTheirOwn()
{
    Document document = opened(goldenXml());
    const NewSlot inner{u"in"_s, u"email:IncomingAccount"_s, {}, true, {}};
    const NewSlot other{u"out"_s, u"email:OutgoingAccount"_s, {}, true, {}};
    const auto edit =
        document.add(document.find(u"/Drivers"), NewSlot{u"mail"_s, u"email:EmailService"_s, {}, true, {inner, other}})
            .value();
    document.apply(edit);
    QVERIFY2(document.xml().contains("  <p n='mail' h='42' t='e:EmailService'>\r\n"
                                     "   <p n=\"in\" h=\"43\" t=\"e:IncomingAccount\"/>\n"
                                     "   <p n=\"out\" h=\"44\" t=\"e:OutgoingAccount\"/>\n"
                                     "  </p>\r\n") ||
                 document.xml().contains("\t<p n='mail' h='42' t='e:EmailService'>\r\n"),
             document.xml().constData());
    document.revert(edit);
    QCOMPARE(document.xml(), goldenXml());
}

void FidelityTest::passwordsAreCarriedVerbatim()
{
    Document document = opened(goldenXml());
    const QByteArray password = "<p n=\"password\" t=\"b:Password\" v=\"[aes.1]=AAAAAAAAAAAAAAAAAAAAAA==\"/>";
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    for (const QString& name : {u"hostname"_s, u"port"_s, u"account"_s, u"useSsl"_s})
        document.apply(document.setValue(account, name, u"1"_s, {}, accountOrder).value());
    document.apply(document.rename(account, u"Renamed"_s).value());
    QVERIFY(document.xml().contains(password));
}

void FidelityTest::renamingChangesTheNameAlone()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit = document.rename(account, u"Alarms$20out"_s).value();
    document.apply(edit);
    QByteArray expected = goldenXml();
    expected.replace("n='OutgoingAccount'", "n='Alarms$20out'");
    QCOMPARE(document.xml(), expected);
    QCOMPARE(document.find(u"/Services/EmailService/Alarms$20out"), account);
    QVERIFY(edit.touched().contains(account));
    QVERIFY(edit.touched().contains(document.parent(account)));
    QCOMPARE(document.rename(account, u"IncomingAccount"_s).error(), EditFault::NameTaken);
    QCOMPARE(document.rename(account, u"9 lives"_s).error(), EditFault::BadName);
    QCOMPARE(document.rename(account, QString()).error(), EditFault::BadName);
    document.revert(edit);
    QCOMPARE(document.xml(), goldenXml());
}

STATIONER_TEST(FidelityTest)
#include "fidelity_test.moc"
