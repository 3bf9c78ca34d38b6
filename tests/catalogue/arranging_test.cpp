// Where components may be pasted and moved, what they refer to, and what the generic sheet says of their slots.

#include "catalogue/arranging.h"
#include "catalogue/genericslot.h"
#include "catalogue/references.h"
#include "support/opened.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample()
{
    return smallStation(
        account("Out", "a", "OutgoingAccount",
                "     <p n=\"password\" t=\"b:Password\" v=\"[aes.1]=AAAA\"/>\n" + value("hostname", "h:b")) +
            account("One", "c", "EmailRecipient", value("emailAccount", "Out") + value("copy", "x")),
        "   <p n='Far' h='e' m='x=other' t='x:Anything'>\n" + value("emailAccount", "Gone") +
            "    <p n=\"sourceOrd\" v=\"h:a\"/>\n    <p n=\"lost\" t=\"b:Ord\" v=\"h:dead\"/>\n"
            "    <p n=\"way\" t=\"b:Ord\" v=\"station:|slot:/Services/EmailService/Out|bql:select *\"/>\n"
            "    <p n=\"near\" v=\"slot:../EmailService/One/copy\"/>\n"
            "    <p n=\"nowhere\" t=\"b:Ord\" v=\"slot:/Services/Nothing\"/>\n"
            "    <p n=\"frozen\" t=\"b:Ord\" v=\"slot:/Services/Far/frozen2\"/>\n   </p>\n");
}

template <class Plan>
std::optional<PlacementFault> refusal(const Plan& plan)
{
    if (plan)
        return std::nullopt;
    const auto* fault = std::get_if<PlacementFault>(&plan.error());
    return fault ? std::optional(*fault) : std::nullopt;
}

QStringList paths(const Document& document, const QList<Reference>& references)
{
    QStringList found;
    for (const Reference& each : references)
        found += document.path(each.slot);
    found.sort();
    return found;
}

} // namespace

class ArrangingTest : public QObject {
    Q_OBJECT
private slots:
    void pastesWhereTheTypeMayLive();
    void movesWhereTheTypeMayLive();
    void duplicatesBesideAndTellsOfPasswords();
    void findsReferencesOfEveryKind();
    void renamesWithPaths();
    void findsWhatDangles();
    void takesFacetsApart();
    void knowsGenericSlots();
};

void ArrangingTest::pastesWhereTheTypeMayLive()
{
    const Document document = opened(sample());
    const auto find = [&](QStringView path) { return document.find(path); };
    const QByteArray account = document.copied({find(u"/Services/EmailService/Out")});
    QCOMPARE(refusal(planPaste(document, find(u"/Drivers"), account)), PlacementFault::OnlyUnderEmailService);
    QVERIFY(bool(planPaste(document, find(u"/Services/EmailService"), account)));
    QCOMPARE(refusal(planPaste(document, find(u"/Services"), document.copied({find(u"/Services/EmailService")}))),
             PlacementFault::OnlyOnce);
    QVERIFY(bool(planPaste(document, find(u"/Drivers"), document.copied({find(u"/Services/Far")}))));
    // A folder takes its accounts along.
    const QByteArray folder = "<bajaObjectGraph version='4.0'><p m='b=baja' t='b:UnrestrictedFolder'><p n='F' h='1' "
                              "t='b:Folder'><p n='G' h='2' t='b:Folder'><p n='O' h='3' m='e=email' "
                              "t='e:OutgoingAccount'/></p></p></p></bajaObjectGraph>";
    QCOMPARE(refusal(planPaste(document, find(u"/Drivers"), folder)), PlacementFault::OnlyUnderEmailService);
    QVERIFY(bool(planPaste(document, find(u"/Services/EmailService"), folder)));
    const auto prose = planPaste(document, find(u"/Drivers"), "hello");
    QVERIFY(!prose && !describe(prose.error()).isEmpty());
    QCOMPARE(document.xml(), sample());
}

void ArrangingTest::movesWhereTheTypeMayLive()
{
    const Document document = opened(sample());
    const auto find = [&](QStringView path) { return document.find(path); };
    QCOMPARE(refusal(planMove(document, {find(u"/Services/EmailService/Out")}, find(u"/Drivers"))),
             PlacementFault::OnlyUnderEmailService);
    QCOMPARE(refusal(planMove(document, {find(u"/Services/EmailService")}, find(u"/Drivers"))),
             PlacementFault::OnlyUnderServices);
    QVERIFY(bool(planMove(document, {find(u"/Services/Far")}, find(u"/Drivers"))));
    QVERIFY(bool(planMove(document, {find(u"/Services/EmailService/Out")}, find(u"/Services/EmailService"))));
    QVERIFY(!moveFault(document, {find(u"/Services/EmailService/Out")}, find(u"/Services/EmailService")));
}

void ArrangingTest::duplicatesBesideAndTellsOfPasswords()
{
    Document document = opened(sample());
    const SlotId service = document.find(u"/Services/EmailService");
    const auto plan = planDuplicate(document, {document.find(u"/Services/EmailService/Out")});
    QVERIFY(plan);
    QCOMPARE(plan.value().encoded, QStringList{u"/Services/EmailService/Out1/password"_s});
    document.apply(plan.value().pasted.edit);
    QCOMPARE(document.name(document.children(service)[1]), u"Out1"_s);
    QCOMPARE(document.value(document.find(u"/Services/EmailService/Out1/password")), u"[aes.1]=AAAA"_s);
    QCOMPARE(document.children(service)[1], plan.value().pasted.components.first());
    document.revert(plan.value().pasted.edit);
    QCOMPARE(document.xml(), sample());
}

void ArrangingTest::findsReferencesOfEveryKind()
{
    Document document = opened(sample());
    const References references(document);
    const SlotId out = document.find(u"/Services/EmailService/Out");
    QCOMPARE(paths(document, references.to(out)), (QStringList{u"/Services/EmailService/One/emailAccount"_s,
                                                               u"/Services/Far/sourceOrd"_s, u"/Services/Far/way"_s}));
    QCOMPARE(paths(document, references.into({document.find(u"/Services/EmailService")})),
             (QStringList{u"/Services/Far/near"_s, u"/Services/Far/sourceOrd"_s, u"/Services/Far/way"_s}));
    // Asked again after an edit they are those of now.
    document.apply(document.remove(document.find(u"/Services/Far")).value());
    QCOMPARE(references.to(out).size(), 1);
}

void ArrangingTest::renamesWithPaths()
{
    Document document = opened(sample());
    const References references(document);
    const SlotId out = document.find(u"/Services/EmailService/Out");
    const auto edit = references.renamed(out, u"Mailer"_s, references.to(out));
    QVERIFY(edit);
    document.apply(edit.value());
    QCOMPARE(document.value(document.find(u"/Services/EmailService/One/emailAccount")), u"Mailer"_s);
    QCOMPARE(document.value(document.find(u"/Services/Far/way")),
             u"station:|slot:/Services/EmailService/Mailer|bql:select *"_s);
    QCOMPARE(document.value(document.find(u"/Services/Far/sourceOrd")), u"h:a"_s);
    document.revert(edit.value());
    QCOMPARE(document.xml(), sample());
    const SlotId service = document.find(u"/Services/EmailService");
    document.apply(references.renamed(service, u"Post"_s, references.into({service})).value());
    QCOMPARE(document.value(document.find(u"/Services/Far/near")), u"slot:../Post/One/copy"_s);
}

void ArrangingTest::findsWhatDangles()
{
    const Document document = opened(sample());
    const References references(document);
    DanglingSearch search(document, references);
    QVERIFY(search.advance(std::chrono::hours(1)));
    QCOMPARE(paths(document, search.found()),
             (QStringList{u"/Services/Far/emailAccount"_s, u"/Services/Far/lost"_s, u"/Services/Far/nowhere"_s}));
}

void ArrangingTest::takesFacetsApart()
{
    const auto facets = Facets::parsed(u"units=u:celsius;°C;(K);+273.15;|precision=i:1|min=d:-inf|max=d:35.5|"
                                       "trueText=s:$25yes$25|range=E:{a=0,Vykon$20Pro=2}"_s);
    QVERIFY(facets);
    QCOMPARE(facets->entries().size(), 6);
    QCOMPARE(facets->unit(), u"°C"_s);
    QCOMPARE(facets->precision(), 1);
    QCOMPARE(facets->minimum(), std::nullopt);
    QCOMPARE(facets->maximum(), 35.5);
    QCOMPARE(facets->entry(u"trueText")->value, u"%yes%"_s);
    QCOMPARE(facets->range(), (QList<Facets::Tag>{{u"a"_s, 0}, {u"Vykon$20Pro"_s, 2}}));
    QVERIFY(!Facets::parsed(u"nonsense"_s));
    QVERIFY(Facets::parsed(QString())->entries().isEmpty());
    QCOMPARE(Facets::parsed(u"units=u:null;;;;"_s)->unit(), QString());
    QCOMPARE(flagWords(u"rh?"_s), (QStringList{u"read-only"_s, u"hidden"_s, u"?"_s}));
    QCOMPARE(DynamicEnum::parsed(u"6@{A=0,B=6}"_s)->written(), u"6@{A=0,B=6}"_s);
    QVERIFY(!DynamicEnum::parsed(u"x@{}"_s));
}

void ArrangingTest::knowsGenericSlots()
{
    const Document document = opened(smallStation(
        {}, "   <p n='T' h='e' m='x=other' t='x:Thing'>\n"
            "    <p n=\"facets\" t=\"b:Facets\" v=\"units=u:volt;V;;;|min=d:0.0|max=d:10.0\"/>\n"
            "    <p n=\"level\" t=\"b:Double\" v=\"2.5\"/>\n    <p n=\"count\" t=\"b:Integer\" "
            "x=\"min=i:3|units=u:null;;;;\" v=\"4\"/>\n"
            "    <p n=\"theme\" t=\"b:DynamicEnum\" v=\"1@{Light=0,Very$20Dark=1}\"/>\n    <p n=\"open\" "
            "t=\"b:DynamicEnum\" v=\"1\"/>\n"
            "    <p n=\"way\" f=\"h\" t=\"b:Ord\" v=\"slot:/\"/>\n    <p n=\"Last$20Alarm\" t=\"b:String\" v=\"x\"/>\n"
            "    <p n=\"secret\" v=\"[aes.1]=AAAA\"/>\n    <p n=\"bare\" v=\"?\"/>\n   </p>\n"));
    QHash<QString, GenericSlot> rows;
    for (const GenericSlot& row : genericSlots(document, document.find(u"/Services/T")))
        rows.insert(row.name, row);
    QCOMPARE(rows[u"level"_s].unit, u"V"_s);
    QCOMPARE(rows[u"level"_s].maximum, 10.0);
    QVERIFY(checkGeneric(rows[u"level"_s], u"11"_s).fault == ChangeFault::Kind::OutOfRange);
    QVERIFY(!describe(ChangeFault::Kind::OutOfRange, rows[u"level"_s], u"11"_s).isEmpty());
    QVERIFY(checkGeneric(rows[u"level"_s], u"x"_s).fault == ChangeFault::Kind::BadValue);
    QCOMPARE(checkGeneric(rows[u"level"_s], u"3.25"_s).checked, u"3.25"_s);
    QCOMPARE(rows[u"count"_s].minimum, 3.0);
    QCOMPARE(checkGeneric(rows[u"theme"_s], u"Light"_s).checked, u"0@{Light=0,Very$20Dark=1}"_s);
    QCOMPARE(checkGeneric(rows[u"theme"_s], u"Very Dark"_s).checked, u"1@{Light=0,Very$20Dark=1}"_s);
    QVERIFY(checkGeneric(rows[u"theme"_s], u"7"_s).fault == ChangeFault::Kind::OutOfRange);
    QVERIFY(rows[u"open"_s].isReadOnly);
    QVERIFY(rows[u"way"_s].isReadOnly && rows[u"way"_s].isHidden && rows[u"way"_s].kind == ValueKind::Ord);
    QCOMPARE(rows[u"Last$20Alarm"_s].label, u"Last Alarm"_s);
    QVERIFY(rows[u"secret"_s].isSecret && !rows[u"secret"_s].value);
    QVERIFY(rows[u"bare"_s].isReadOnly);
    QVERIFY(rows[u"facets"_s].table && rows[u"facets"_s].table->entries().size() == 3);
}

STATIONER_TEST(ArrangingTest)
#include "arranging_test.moc"
