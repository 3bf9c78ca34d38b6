// Symbols of modules: what a type means stays what it means while elements come and go.

#include "station/document.h"
#include "support/bytediff.h"
#include "support/documentview.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

QByteArray graph(const QByteArray& inside)
{
    return "<bajaObjectGraph version=\"4.0\">\n<p h=\"1\" m=\"b=baja\" t=\"b:Folder\">\n" + inside +
           "</p>\n</bajaObjectGraph>\n";
}

NewSlot component(const QString& name, const QString& type)
{
    return {name, type, {}, true, {}};
}

} // namespace

class SymbolsTest : public QObject {
    Q_OBJECT
private slots:
    void typesResolveByTheLastDeclarationBefore();
    void removingTheDeclaringElementMovesTheDeclarationToTheNextUse();
    void removingWithoutAnotherUseMovesNothing();
    void aRedeclaredSymbolKeepsItsMeaning();
    void anElementThatDeclaresAnotherSymbolHandsItOn();
    void nothingMovesWhereTheMeaningStays();
    void removingAnAncestorMovesAllThatIsDeclaredInside();
    void insertingBeforeTheDeclarationDeclaresThere();
    void aModuleInForceIsUsedWithItsSymbol();
    void aNewModuleGetsTheShortestFreeSymbol();
    void aShadowedSymbolIsNotUsed();
    void restoringTheDeclaringSlotRestoresEveryByte();
    void everyDeclaringElementOfAFileCanGo_data();
    void everyDeclaringElementOfAFileCanGo();
};

void SymbolsTest::typesResolveByTheLastDeclarationBefore()
{
    const Document document = opened(goldenXml());
    QCOMPARE(document.type(document.root()), u"baja:Station"_s);
    QCOMPARE(document.type(document.find(u"/Services/Weather")), u"weather:WeatherService"_s);
    QCOMPARE(document.type(document.find(u"/Services/Weather/provider")), u"weather:Provider"_s);
    QCOMPARE(document.type(document.find(u"/Services/Web")), u"web:WebService"_s);
    QCOMPARE(document.type(document.find(u"/Services/After")), u"web:Thing"_s);
    QCOMPARE(document.type(document.find(u"/Services/Odd")), u"?zz:Undeclared"_s);
    QCOMPARE(document.type(document.find(u"/stationName")), QString());
    QCOMPARE(document.ofType(u"web:Thing"), QList<SlotId>{document.find(u"/Services/After")});
    QVERIFY(document.ofType(u"weather:Thing").isEmpty());
    QVERIFY(document.ofType(u"web:Provider").isEmpty());
    QCOMPARE(document.ofType(u"?zz:Undeclared").size(), 1);
    QCOMPARE(document.ofType(u"baja:Folder").size(), 2);
}

void SymbolsTest::removingTheDeclaringElementMovesTheDeclarationToTheNextUse()
{
    Document document = opened(
        graph(" <p n=\"one\" h=\"2\" m=\"e=email\" t=\"e:EmailService\"/>\n <p n=\"two\" h=\"3\" t=\"b:Folder\"/>\n"
              " <p n=\"three\" h=\"4\" t=\"e:OutgoingAccount\"/>\n <p n=\"four\" h=\"5\" t=\"e:OutgoingAccount\"/>\n"));
    const QByteArray before = document.xml();
    const auto edit = document.remove(document.find(u"/one")).value();
    document.apply(edit);
    QCOMPARE(document.xml(), graph(" <p n=\"two\" h=\"3\" t=\"b:Folder\"/>\n"
                                   " <p n=\"three\" h=\"4\" m=\"e=email\" t=\"e:OutgoingAccount\"/>\n"
                                   " <p n=\"four\" h=\"5\" t=\"e:OutgoingAccount\"/>\n"));
    QVERIFY(edit.touched().contains(document.find(u"/three")));
    document.apply(document.remove(document.find(u"/three")).value());
    QVERIFY(document.xml().contains("<p n=\"four\" h=\"5\" m=\"e=email\" t=\"e:OutgoingAccount\"/>"));
    QCOMPARE(document.type(document.find(u"/four")), u"email:OutgoingAccount"_s);
    QCOMPARE(before, document.openedXml());
}

void SymbolsTest::removingWithoutAnotherUseMovesNothing()
{
    Document document =
        opened(graph(" <p n=\"one\" h=\"2\" m=\"e=email\" t=\"e:EmailService\">\n  <p n=\"in\" h=\"3\" t=\"e:X\"/>\n </p>\n"
                     " <p n=\"two\" h=\"4\" t=\"b:Folder\"/>\n"));
    document.apply(document.remove(document.find(u"/one")).value());
    QCOMPARE(document.xml(), graph(" <p n=\"two\" h=\"4\" t=\"b:Folder\"/>\n"));
}

void SymbolsTest::aRedeclaredSymbolKeepsItsMeaning()
{
    Document document = opened(goldenXml());
    const auto edit = document.remove(document.find(u"/Services/Web")).value();
    document.apply(edit);
    QCOMPARE(document.type(document.find(u"/Services/After")), u"web:Thing"_s);
    QVERIFY(document.xml().contains("<p n=\"After\" h=\"32\" m=\"w=web\" t=\"w:Thing\"/>"));
    document.revert(edit);
    // The first of two declarations goes: its uses went with it, and the second stays as it is.
    document.apply(document.remove(document.find(u"/Services/Weather")).value());
    QByteArray expected = goldenXml();
    const qsizetype from = expected.indexOf("   <p n='Weather'");
    expected.remove(from, expected.indexOf("   <p n='Web'") - from);
    QCOMPARE(document.xml(), expected);
}

void SymbolsTest::anElementThatDeclaresAnotherSymbolHandsItOn()
{
    Document document = opened(graph(" <p n=\"one\" m=\"e=email\" t=\"e:A\"/>\n <p n=\"two\" m=\"k=kit\" t=\"e:B\"/>\n"
                                     " <p n=\"three\" t=\"k:C\"/>\n <p n=\"four\" t=\"k:D\"/>\n"));
    const auto edit = document.remove(document.find(u"/one")).value();
    document.apply(edit);
    QCOMPARE(document.xml(), graph(" <p n=\"two\" m=\"e=email\" t=\"e:B\"/>\n <p n=\"three\" m=\"k=kit\" t=\"k:C\"/>\n"
                                   " <p n=\"four\" t=\"k:D\"/>\n"));
    document.revert(edit);
    QCOMPARE(document.xml(), document.openedXml());
}

void SymbolsTest::nothingMovesWhereTheMeaningStays()
{
    Document document = opened(graph(" <p n=\"one\" m=\"b=baja\" t=\"b:Folder\"/>\n <p n=\"two\" t=\"b:Folder\"/>\n"));
    document.apply(document.remove(document.find(u"/one")).value());
    QCOMPARE(document.xml(), graph(" <p n=\"two\" t=\"b:Folder\"/>\n"));
}

void SymbolsTest::removingAnAncestorMovesAllThatIsDeclaredInside()
{
    Document document = opened(graph(" <p n=\"one\" h=\"2\" t=\"b:Folder\">\n  <p n=\"a\" m=\"e=email\" t=\"e:A\"/>\n"
                                     "  <p n=\"k\" m=\"k=kit\" t=\"k:A\"/>\n  <p n=\"x\" m=\"e=other\" t=\"e:A\"/>\n </p>\n"
                                     " <p n=\"two\" t=\"k:B\"/>\n <p n=\"three\" t=\"e:B\"/>\n"));
    document.apply(document.remove(document.find(u"/one")).value());
    QCOMPARE(document.xml(), graph(" <p n=\"two\" m=\"k=kit\" t=\"k:B\"/>\n <p n=\"three\" m=\"e=other\" t=\"e:B\"/>\n"));
}

void SymbolsTest::insertingBeforeTheDeclarationDeclaresThere()
{
    Document document = opened(goldenXml());
    const SlotId service = document.find(u"/Services/AlarmService");
    const auto edit = document.add(service, component(u"early"_s, u"email:OutgoingAccount"_s)).value();
    document.apply(edit);
    QVERIFY(document.xml().contains("    <p n=\"early\" h=\"42\" m=\"e=email\" t=\"e:OutgoingAccount\"/>\n"));
    QCOMPARE(document.type(edit.subject()), u"email:OutgoingAccount"_s);
    QCOMPARE(document.type(document.find(u"/Services/EmailService")), u"email:EmailService"_s);
}

void SymbolsTest::aModuleInForceIsUsedWithItsSymbol()
{
    Document document = opened(graph(" <p n=\"one\" h=\"2\" m=\"mail=email\" t=\"mail:EmailService\">\n </p>\n"));
    const SlotId service = document.find(u"/one");
    document.apply(document.add(service, component(u"out"_s, u"email:OutgoingAccount"_s)).value());
    document.apply(document.setValue(service, u"rate"_s, u"1"_s, u"baja:RelTime"_s).value());
    QVERIFY(document.xml().contains("<p n=\"out\" h=\"3\" t=\"mail:OutgoingAccount\"/>"));
    QVERIFY(document.xml().contains("<p n=\"rate\" t=\"b:RelTime\" v=\"1\"/>"));
}

void SymbolsTest::aNewModuleGetsTheShortestFreeSymbol()
{
    Document document =
        opened(graph(" <p n=\"one\" h=\"2\" m=\"e=energy\" t=\"e:X\"/>\n <p n=\"two\" t=\"em:Undeclared\"/>\n"));
    document.apply(document.add(document.root(), component(u"mail"_s, u"email:EmailService"_s)).value());
    QVERIFY(document.xml().contains("<p n=\"mail\" h=\"3\" m=\"ema=email\" t=\"ema:EmailService\"/>"));
    QCOMPARE(document.type(document.find(u"/two")), u"?em:Undeclared"_s);
}

void SymbolsTest::aShadowedSymbolIsNotUsed()
{
    Document document =
        opened(graph(" <p n=\"one\" h=\"2\" m=\"e=email\" t=\"e:X\"/>\n <p n=\"two\" h=\"3\" m=\"e=energy\" t=\"e:X\"/>\n"));
    document.apply(document.add(document.root(), component(u"mail"_s, u"email:EmailService"_s)).value());
    QVERIFY(document.xml().contains("<p n=\"mail\" h=\"4\" m=\"em=email\" t=\"em:EmailService\"/>"));
    QCOMPARE(document.type(document.find(u"/mail")), u"email:EmailService"_s);
}

void SymbolsTest::restoringTheDeclaringSlotRestoresEveryByte()
{
    Document document =
        opened(graph(" <p n=\"one\" m=\"e=email\" t=\"e:A\" v=\"1\"/>\n <p n=\"two\" m=\"k=kit\" t=\"e:B\" v=\"2\"/>\n"
                     " <p n=\"three\" t=\"k:C\" v=\"3\"/>\n <p n=\"four\" t=\"e:D\" v=\"4\"/>\n"));
    const SlotId root = document.root();
    document.apply(document.setValue(root, u"one"_s, std::nullopt).value());
    QVERIFY(document.xml().contains("<p n=\"three\" m=\"k=kit\""));
    document.apply(document.setValue(root, u"one"_s, u"1"_s).value());
    QCOMPARE(document.xml(), document.openedXml());
    QVERIFY(!document.isModified());
}

void SymbolsTest::everyDeclaringElementOfAFileCanGo_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("golden") << goldenXml();
}

void SymbolsTest::everyDeclaringElementOfAFileCanGo()
{
    QFETCH(QByteArray, xml);
    Document document = opened(xml);
    QList<SlotId> open{document.root()};
    while (!open.isEmpty()) {
        const SlotId slot = open.takeLast();
        open += document.children(slot);
        if (slot == document.root())
            continue;
        QStringList expected = documentView(document);
        const QStringList leaving = documentView(document, slot);
        const auto edit = document.remove(slot).value();
        const qsizetype at = expected.indexOf(leaving.first());
        expected.remove(at, leaving.size());
        document.apply(edit);
        QCOMPARE(documentView(document), expected);
        QCOMPARE(documentView(opened(document.xml())), expected);
        document.revert(edit);
    }
    QCOMPARE(document.xml(), xml);
}

STATIONER_TEST(SymbolsTest)
#include "symbols_test.moc"
