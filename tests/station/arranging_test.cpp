// Move, reorder, copy and paste, byte by byte.

#include "station/fragment.h"
#include "support/bytediff.h"
#include "support/documentview.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

QByteArray bog(const QByteArray& inside)
{
    return "<bajaObjectGraph version='4.0'>\n <p h='1' m='b=baja' t='b:Station'>\n" + inside + " </p>\n</bajaObjectGraph>\n";
}

QByteArray moved(const QByteArray& xml, QStringView what, QStringView parent, QStringView before = {})
{
    Document document = opened(xml);
    const auto edit =
        document.move({document.find(what)}, document.find(parent), before.isEmpty() ? SlotId::None : document.find(before));
    if (!edit)
        return "refused";
    document.apply(edit.value());
    const QByteArray result = document.xml();
    document.revert(edit.value());
    return document.xml() == xml ? result : "not undone"_ba;
}

QByteArray pasted(const QByteArray& xml, const QByteArray& text, QStringView parent)
{
    Document document = opened(xml);
    const auto fragment = Fragment::fromBog(text);
    if (!fragment)
        return "no fragment";
    const auto paste = document.paste(document.find(parent), fragment.value());
    if (!paste)
        return "refused";
    document.apply(paste.value().edit);
    return document.xml();
}

} // namespace

class ArrangingTest : public QObject {
    Q_OBJECT
private slots:
    void aMovedComponentKeepsItsBytesButForTheIndentation();
    void whatChangesPlacesTakesItsLineAlong();
    void aDeclarationMovesToTheFirstUse();
    void movedBackByHandItIsTheFileAgain();
    void movesAreRefused();
    void severalGoAtOnce();
    void aCopyOpensByItself();
    void pastedTextFollowsTheFileAroundIt();
    void handlesAreMadeAnewAndLinksFollow();
    void symbolsThatClashKeepTheirMeaning();
    void whatIsUnknownSurvives();
    void namesAreMadeFree();
    void pastesAreRefused_data();
    void pastesAreRefused();
    void theHighestHandleIsNotPassed();
    void severalValuesAreOneEdit();
};

void ArrangingTest::aMovedComponentKeepsItsBytesButForTheIndentation()
{
    const QByteArray xml = bog("  <p n='A' h='2' t='b:Folder'>\n"
                               "   <p n='X' h='3' t='b:Folder'>\n"
                               "    <!-- note\n    stays -->\r\n"
                               "    <p n=\"a\"  v = 'odd'\n       f=\"r\"/>\n"
                               "   </p>\n"
                               "  </p>\n"
                               "  <p n='B' h='4' t='b:Folder'/>\n");
    // Into an empty tag a level higher, and to the root.
    QCOMPARE(moved(xml, u"/A/X", u"/B"), bog("  <p n='A' h='2' t='b:Folder'>\n"
                                             "  </p>\n"
                                             "  <p n='B' h='4' t='b:Folder'>\n"
                                             "   <p n='X' h='3' t='b:Folder'>\n"
                                             "    <!-- note\n    stays -->\r\n"
                                             "    <p n=\"a\"  v = 'odd'\n       f=\"r\"/>\n"
                                             "   </p>\n"
                                             "  </p>\n"));
    QCOMPARE(moved(xml, u"/A/X", u"/", u"/A"), bog("  <p n='X' h='3' t='b:Folder'>\n"
                                                   "   <!-- note\n    stays -->\r\n"
                                                   "   <p n=\"a\"  v = 'odd'\n       f=\"r\"/>\n"
                                                   "  </p>\n"
                                                   "  <p n='A' h='2' t='b:Folder'>\n"
                                                   "  </p>\n"
                                                   "  <p n='B' h='4' t='b:Folder'/>\n"));
}

void ArrangingTest::whatChangesPlacesTakesItsLineAlong()
{
    const QByteArray a = "  <p n='A' h='2' t='b:Folder'/>\r\n",
                     b = "  <p n='B' h='3' t='b:Folder'>\n   <p n=\"x\" v=\"1\"/>\n  </p>\n",
                     c = "\t<p n='C' h='4' t='b:Folder'/>\n", remark = "  <!-- c -->\n";
    const QByteArray xml = bog(a + b + remark + c);
    QCOMPARE(moved(xml, u"/C", u"/", u"/A"), bog(c + a + b + remark));
    Document document = opened(xml);
    const auto edit = document.reorder(document.root(), {document.find(u"/C"), document.find(u"/B"), document.find(u"/A")});
    document.apply(edit.value());
    QStringList names;
    for (const SlotId child : document.children(document.root()))
        names += document.name(child);
    QCOMPARE(names, (QStringList{u"C"_s, u"B"_s, u"A"_s}));
    for (const QByteArray& line : {a, b, c, remark})
        QVERIFY(document.xml().contains(line));
    QVERIFY(document.reorder(document.root(), document.children(document.root())).value().isEmpty());
    document.revert(edit.value());
    QCOMPARE(document.xml(), xml);
}

void ArrangingTest::aDeclarationMovesToTheFirstUse()
{
    const QByteArray xml = bog("  <p n='A' h='2' m='w=weather' t='w:Thing'/>\n  <p n='B' h='3' t='w:Thing'/>\n"
                               "  <p n='C' h='4' t='b:Folder'/>\n");
    QCOMPARE(moved(xml, u"/A", u"/"), bog("  <p n='B' h='3' m='w=weather' t='w:Thing'/>\n  <p n='C' h='4' t='b:Folder'/>\n"
                                          "  <p n='A' h='2' t='w:Thing'/>\n"));
    QCOMPARE(moved(xml, u"/B", u"/", u"/A"), bog("  <p n='B' h='3' m='w=weather' t='w:Thing'/>\n"
                                                 "  <p n='A' h='2' m='w=weather' t='w:Thing'/>\n"
                                                 "  <p n='C' h='4' t='b:Folder'/>\n"));
}

void ArrangingTest::movedBackByHandItIsTheFileAgain()
{
    Document document = opened(goldenXml());
    const SlotId weather = document.find(u"/Services/Weather");
    const SlotId before = document.find(u"/Services/Web");
    for (const QStringView parent : {u"/Drivers/tabbed", u"/", u"/Services/EmailService"}) {
        document.apply(document.move({weather}, document.find(parent)).value());
        QVERIFY(document.isModified());
        QVERIFY(document.hasChanges(weather));
        document.apply(document.move({weather}, document.find(u"/Services"), before).value());
        QCOMPARE(document.xml(), goldenXml());
        QVERIFY(!document.isModified());
    }
}

void ArrangingTest::movesAreRefused()
{
    const Document document = opened(goldenXml());
    const SlotId services = document.find(u"/Services");
    QCOMPARE(document.move({services}, services).error(), EditFault::IntoItself);
    QCOMPARE(document.move({services}, document.find(u"/Services/EmailService")).error(), EditFault::IntoItself);
    QCOMPARE(document.move({document.root()}, services).error(), EditFault::NoSuchSlot);
    QCOMPARE(document.move({services}, document.find(u"/stationName")).error(), EditFault::NotAComponent);
    QCOMPARE(document.move({SlotId::None}, services).error(), EditFault::NoSuchSlot);
    QByteArray deep = bog("  <p n='flat' h='2'><p n='in' h='3'/></p>\n" + QByteArray("<p n='x'>").repeated(996) +
                          QByteArray("</p>").repeated(996));
    const Document nested = opened(deep);
    SlotId bottom = nested.find(u"/x");
    while (nested.childCount(bottom) > 0)
        bottom = nested.children(bottom).first();
    QVERIFY(bool(nested.move({nested.find(u"/flat/in")}, bottom)));
    QVERIFY(bool(nested.move({nested.find(u"/flat")}, bottom)));
    const Document tooDeep = opened(bog("  <p n='flat' h='2'><p n='in' h='3'/></p>\n" +
                                        QByteArray("<p n='x'>").repeated(998) + QByteArray("</p>").repeated(998)));
    bottom = tooDeep.find(u"/x");
    while (tooDeep.childCount(bottom) > 0)
        bottom = tooDeep.children(bottom).first();
    QCOMPARE(tooDeep.move({tooDeep.find(u"/flat")}, bottom).error(), EditFault::TooLarge);
}

void ArrangingTest::severalGoAtOnce()
{
    Document document = opened(goldenXml());
    const SlotId weather = document.find(u"/Services/Weather"), provider = document.find(u"/Services/Weather/provider");
    const auto edit = document.remove({provider, weather, document.find(u"/Services/Web"), weather});
    QVERIFY(edit);
    document.apply(edit.value());
    QVERIFY(!document.exists(weather) && !document.exists(provider));
    QCOMPARE(document.type(document.find(u"/Services/After")), u"web:Thing"_s);
    document.revert(edit.value());
    QCOMPARE(document.xml(), goldenXml());
}

void ArrangingTest::aCopyOpensByItself()
{
    Document document = opened(goldenXml());
    document.apply(document.setValue(document.find(u"/Services/Web"), u"httpPort"_s, u"81"_s).value());
    const QByteArray copy = document.copied({document.find(u"/Services/After"), document.find(u"/Services/Web"),
                                             document.find(u"/Services/EmailService/OutgoingAccount"),
                                             document.find(u"/Services/EmailService")});
    const Document alone = opened(copy);
    QCOMPARE(alone.type(alone.root()), u"baja:UnrestrictedFolder"_s);
    QStringList names;
    for (const SlotId child : alone.children(alone.root()))
        names += alone.name(child);
    QCOMPARE(names, (QStringList{u"EmailService"_s, u"Web"_s, u"After"_s}));
    QCOMPARE(alone.type(alone.find(u"/After")), u"web:Thing"_s);
    QCOMPARE(alone.type(alone.find(u"/EmailService/OutgoingAccount")), u"email:OutgoingAccount"_s);
    QCOMPARE(alone.value(alone.find(u"/Web/httpPort")), u"81"_s);
    QVERIFY(copy.contains("[aes.1]=AAAAAAAAAAAAAAAAAAAAAA=="));
    QVERIFY(copy.contains("reversibleEncodingValidator='[null.1]='"));
    QVERIFY(copy.contains("<![CDATA[ <p n=\"not an element\"/> ]]>"));
}

void ArrangingTest::pastedTextFollowsTheFileAroundIt()
{
    const QByteArray xml = bog("  <p n='A' h='2' t='b:Folder'>\r\n    <p n=\"x\" v=\"1\"/>\n  </p>\r\n");
    const QByteArray text = "<bajaObjectGraph version=\"4.0\">\n<p m=\"b=baja\" t=\"b:UnrestrictedFolder\">\n"
                            "\t<p n=\"B\" h=\"7\" t=\"b:Folder\">\n\t\t<p n='y' v='it is \"so\"'/>\n\t</p>\n"
                            "</p>\n</bajaObjectGraph>\n";
    QCOMPARE(pasted(xml, text, u"/"),
             bog("  <p n='A' h='2' t='b:Folder'>\r\n    <p n=\"x\" v=\"1\"/>\n  </p>\r\n"
                 "  <p n='B' h='3' t='b:Folder'>\r\n  \t<p n=\"y\" v=\"it is &#x22;so&#x22;\"/>\n  </p>\r\n"));
}

void ArrangingTest::handlesAreMadeAnewAndLinksFollow()
{
    const QByteArray xml =
        bog("  <p n='A' h='1f' t='b:Folder'>\n   <p n='in' h='20'/>\n"
            "   <p n=\"sourceOrd\" v=\"h:20\"/>\n   <p n=\"other\" t=\"b:Ord\" v=\"station:|h:1f|slot:in\"/>\n"
            "   <p n=\"out\" v=\"h:1\"/>\n   <p n=\"text\" t=\"b:String\" v=\"h:20\"/>\n  </p>\n");
    Document document = opened(xml);
    const auto fragment = Fragment::fromBog(document.copied({document.find(u"/A")}));
    document.apply(document.paste(document.root(), fragment.value()).value().edit);
    QCOMPARE(document.handle(document.find(u"/A1")), 0x21);
    QCOMPARE(document.handle(document.find(u"/A1/in")), 0x22);
    QCOMPARE(document.value(document.find(u"/A1/sourceOrd")), u"h:22"_s);
    QCOMPARE(document.value(document.find(u"/A1/other")), u"station:|h:21|slot:in"_s);
    QCOMPARE(document.value(document.find(u"/A1/out")), u"h:1"_s);
    QCOMPARE(document.value(document.find(u"/A1/text")), u"h:20"_s);
    QVERIFY(document.remarks().isEmpty());
}

void ArrangingTest::symbolsThatClashKeepTheirMeaning()
{
    // The matrix: what b, e and w mean in the document and in the fragment.
    const QByteArrayList modules{"baja", "email", "weather"};
    for (const QByteArray& first : modules) {
        for (const QByteArray& second : modules) {
            if (first == second)
                continue;
            const QByteArray text = "<bajaObjectGraph version='4.0'><p m='u=baja' t='u:UnrestrictedFolder'>"
                                    "<p n='P' h='1' m='b=" +
                                    first + "' t='b:T'><p n='Q' h='2' m='w=" + second +
                                    "' t='w:T'/><p n='R' h='3' t='b:T'/><p n='S' h='4' t='zz:T'/></p></p></bajaObjectGraph>";
            const QByteArray xml = bog("  <p n='E' h='2' m='e=email' t='e:T'/>\n  <p n='Z' h='4' m='zz=zigzag' t='zz:T'/>\n"
                                       "  <p n='W' h='3' m='w=weather' t='w:T'/>\n");
            for (const qsizetype place : {0, 1, 2, 3}) {
                Document document = opened(xml);
                const SlotId before = document.children(document.root()).value(place, SlotId::None);
                const auto fragment = Fragment::fromBog(text);
                document.apply(document.paste(document.root(), fragment.value(), before).value().edit);
                const Document again = opened(document.xml());
                const auto type = [&again](QStringView path) { return again.type(again.find(path)); };
                QCOMPARE(type(u"/P"), QString::fromLatin1(first) + u":T"_s);
                QCOMPARE(type(u"/P/Q"), QString::fromLatin1(second) + u":T"_s);
                QCOMPARE(type(u"/P/R"), QString::fromLatin1(first) + u":T"_s);
                QVERIFY(type(u"/P/S").startsWith(u'?'));
                QCOMPARE(type(u"/E"), u"email:T"_s);
                QCOMPARE(type(u"/W"), u"weather:T"_s);
                QCOMPARE(type(u"/Z"), u"zigzag:T"_s);
                QCOMPARE(documentView(document), documentView(again));
            }
        }
    }
}

void ArrangingTest::whatIsUnknownSurvives()
{
    const QByteArray inside =
        "   <!-- kept -->\n   <unknown thing='1'>\n    <deep/>\n   </unknown>\n   <p n=\"a\" v=\"1\" odd='x&#9;y'/>\n";
    const QByteArray xml = bog("  <p n='A' h='2' t='b:Folder' w='q'>\n" + inside + "  </p>\n");
    Document document = opened(xml);
    const auto fragment = Fragment::fromBog(document.copied({document.find(u"/A")}));
    document.apply(document.paste(document.root(), fragment.value()).value().edit);
    QCOMPARE(document.xml(), bog("  <p n='A' h='2' t='b:Folder' w='q'>\n" + inside + "  </p>\n" +
                                 "  <p n='A1' h='3' t='b:Folder' w='q'>\n" + inside + "  </p>\n"));
}

void ArrangingTest::namesAreMadeFree()
{
    Document document =
        opened(bog("  <p n='A' h='2' t='b:Folder'/>\n  <p n='A1' h='3' t='b:Folder'>\n   <p n='A' h='4'/>\n  </p>\n"));
    document.apply(document.move({document.find(u"/A1/A")}, document.root()).value());
    QCOMPARE(document.name(document.children(document.root()).last()), u"A2"_s);
    const QByteArray single =
        "<bajaObjectGraph version='4.0'><p h='1' m='b=baja e=x' t='e:OutgoingAccount'/></bajaObjectGraph>";
    const auto fragment = Fragment::fromBog(single);
    document.apply(document.paste(document.root(), fragment.value()).value().edit);
    QVERIFY(document.find(u"/OutgoingAccount") != SlotId::None);
}

void ArrangingTest::pastesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteFault::Kind>("kind");
    const auto in = [](const QByteArray& inside) {
        return "<bajaObjectGraph version='4.0'><p m='b=baja' t='b:UnrestrictedFolder'>" + inside + "</p></bajaObjectGraph>";
    };
    using Kind = PasteFault::Kind;
    QTest::newRow("nothing") << QByteArray() << Kind::NotABog;
    QTest::newRow("prose") << "hello"_ba << Kind::NotABog;
    QTest::newRow("other XML") << "<html><p n='x' h='1'/></html>"_ba << Kind::NotABog;
    QTest::newRow("malformed") << in("<p n='x' h='1'>") << Kind::NotABog;
    QTest::newRow("a document type") << "<!DOCTYPE a []>"_ba + in("<p n='x' h='1'/>") << Kind::NotABog;
    QTest::newRow("too deep") << in(QByteArray("<p n='x'>").repeated(1000) + QByteArray("</p>").repeated(1000))
                              << Kind::NotABog;
    QTest::newRow("deep there") << in(QByteArray("<p n='x'>").repeated(998) + QByteArray("</p>").repeated(998))
                                << Kind::Refused;
    QTest::newRow("empty") << in({}) << Kind::NothingInIt;
    QTest::newRow("values alone") << in("<p n='x' v='1'/>") << Kind::NothingInIt;
    QTest::newRow("a bare leaf") << "<bajaObjectGraph version='4.0'><p m='b=baja' t='b:Thing'/></bajaObjectGraph>"_ba
                                 << Kind::NothingInIt;
    QTest::newRow("a type that makes no name")
        << "<bajaObjectGraph version='4.0'><p h='1' m='b=baja' t='b:a&#x9;b'/></bajaObjectGraph>"_ba << Kind::BadName;
    QTest::newRow("a station") << goldenXml() << Kind::WholeStation;
    QTest::newRow("a circle") << in("<p n='x' h='1' m='a=c' t='a:T'/><p n='y' h='2' m='c=a' t='c:T'/>") << Kind::SymbolCycle;
    QTest::newRow("a name with a space") << in("<p n='a b' h='1'/>") << Kind::BadName;
    QTest::newRow("a name inside") << in("<p n='a' h='1'><p n='é' v='1'/></p>") << Kind::BadName;
    QTest::newRow("a nameless one") << in("<p h='1'/>") << Kind::BadName;
    for (const char* name :
         {"1a", "a/b", "a|b", "..", "\xe2\x80\xae", "\xf0\x9f\x98\x80", "a\xcc\x81", "\xc2\xa0", "$", "a$2", "\xe4\xb8\xad"})
        QTest::newRow(name) << in("<p n='" + QByteArray(name) + "' h='1'/>") << Kind::BadName;
}

void ArrangingTest::pastesAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(PasteFault::Kind, kind);
    Document document = opened(goldenXml());
    const auto fragment = Fragment::fromBog(text);
    if (fragment) {
        const auto paste = document.paste(document.find(u"/Services/EmailService"), fragment.value());
        QVERIFY(!paste);
        QCOMPARE(paste.error().kind, kind);
    } else {
        QCOMPARE(fragment.error().kind, kind);
    }
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(!document.isModified());
}

void ArrangingTest::theHighestHandleIsNotPassed()
{
    Document document = opened(bog("  <p n='A' h='fffffffffffffffe' t='b:Folder'/>\n"));
    const NewSlot one{u"B"_s, u"baja:Folder"_s, {}, true, {}};
    const NewSlot two{u"B"_s, u"baja:Folder"_s, {}, true, {one}};
    QCOMPARE(document.add(document.root(), two).error(), EditFault::NoFreeHandle);
    const auto both =
        Fragment::fromBog("<bajaObjectGraph version='4.0'><p><p n='x' h='1'/><p n='y' h='2'/></p></bajaObjectGraph>");
    QCOMPARE(document.paste(document.root(), both.value()).error().edit, EditFault::NoFreeHandle);
    document.apply(document.add(document.root(), one).value());
    QVERIFY(document.xml().contains("h='ffffffffffffffff'"));
    QCOMPARE(document.add(document.root(), NewSlot{u"C"_s, u"baja:Folder"_s, {}, true, {}}).error(),
             EditFault::NoFreeHandle);
    QVERIFY(bool(document.add(document.root(), NewSlot{u"c"_s, {}, u"1"_s, false, {}})));
}

void ArrangingTest::severalValuesAreOneEdit()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit =
        document.setValues(account, {{u"port"_s, u"465"_s, {}}, {u"useSsl"_s, u"true"_s, {}}, {u"hostname"_s, {}, {}}});
    document.apply(edit.value());
    QCOMPARE(document.value(document.child(account, u"port")), u"465"_s);
    QCOMPARE(document.value(document.child(account, u"useSsl")), u"true"_s);
    QCOMPARE(document.child(account, u"hostname"), SlotId::None);
    document.revert(edit.value());
    QCOMPARE(document.xml(), goldenXml());
    QCOMPARE(document.setValues(account, {{u"port"_s, u"1"_s, {}}, {u"a b"_s, u"1"_s, {}}}).error(), EditFault::BadName);
    QCOMPARE(document.xml(), goldenXml());
}

STATIONER_TEST(ArrangingTest)
#include "arranging_test.moc"
