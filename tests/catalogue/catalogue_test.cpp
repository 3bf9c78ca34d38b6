#include "catalogue/catalogue.h"
#include "catalogue/valuecheck.h"
#include "support/opened.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QSet>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

/// `useStartTls` → `Use Start Tls`
QString titleCase(const QString& slot)
{
    QString title;
    for (const QChar c : slot) {
        if (c.isUpper() && !title.isEmpty())
            title += u' ';
        title += title.isEmpty() ? c.toUpper() : c;
    }
    return title;
}

const Property& declared(const char* type, const char* slot)
{
    const ComponentType* known = componentType(QString::fromLatin1(type));
    const Property* found = known ? known->property(QString::fromLatin1(slot)) : nullptr;
    if (!found)
        qFatal("no slot %s of %s", slot, type);
    return *found;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    void everyPropertyIsWhole();
    void labelsAreTheSlotNames();
    void accountsShareTheirProperties();
    void defaults_data();
    void defaults();
    void whatBelongsToTheStationIsReadOnly();
    void fileOrderAndShownOrder();
    void findsTheServices();
    void accountsComeInDocumentOrder();
    void placement_data();
    void placement();
    void addable();
    void aNewStationIsWhole();
    void newComponents();
    void valuesInForce();
    void passwordsAreNeverInForce();
};

void CatalogueTest::everyPropertyIsWhole()
{
    QVERIFY(componentTypes().size() >= 6);
    for (const ComponentType* type : componentTypes()) {
        QVERIFY(componentType(QString::fromLatin1(type->name)) == type);
        QSet<QString> seen;
        for (const Property& property : type->properties) {
            const QString slot = QString::fromLatin1(property.slot);
            QVERIFY2(!seen.contains(slot), property.slot);
            seen += slot;
            QVERIFY2(QString::fromLatin1(property.meaning).endsWith(u'.'), property.slot);
            QCOMPARE(property.tags.size(), property.tagLabels.size());
            QCOMPARE(property.kind == ValueKind::Enum || property.kind == ValueKind::Bits, !property.tags.empty());
            if (property.access == Access::RunningStation)
                QVERIFY2(!property.defaultValue, property.slot);
            // A default has to pass its own check, but for those that nobody here can write.
            if (property.defaultValue && property.kind != ValueKind::Other) {
                const CheckedValue checked = checkValue(property, QString::fromLatin1(property.defaultValue));
                QVERIFY2(!checked.fault, property.slot);
                QCOMPARE(checked.checked, QString::fromLatin1(property.defaultValue));
            }
        }
    }
}

void CatalogueTest::labelsAreTheSlotNames()
{
    for (const ComponentType* type : componentTypes())
        for (const Property& property : type->properties)
            QCOMPARE(QString::fromLatin1(property.label), titleCase(QString::fromLatin1(property.slot)));
}

void CatalogueTest::accountsShareTheirProperties()
{
    const std::span<const Property> out = componentType(u"email:OutgoingAccount")->properties;
    const std::span<const Property> in = componentType(u"email:IncomingAccount")->properties;
    constexpr std::size_t shared = 14;
    for (std::size_t i = 0; i < shared; ++i)
        QCOMPARE(out[i].slot, in[i].slot);
    QCOMPARE(out.size(), shared + 12);
    QCOMPARE(in.size(), shared + 2);
}

void CatalogueTest::defaults_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("slot");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* type, const char* slot, const char* value) {
        QTest::addRow("%s.%s", type, slot) << QByteArray("email:") + type << QByteArray(slot) << QByteArray(value);
    };
    for (const char* type : {"OutgoingAccount", "IncomingAccount"}) {
        row(type, "hostname", "");
        row(type, "account", "");
        row(type, "pollrate", "60000");
        row(type, "enabled", "true");
        row(type, "debug", "false");
        row(type, "useSsl", "false");
        row(type, "useStartTls", "false");
        row(type, "tlsMinProtocol", "tlsv1_2");
    }
    row("OutgoingAccount", "port", "25");
    row("IncomingAccount", "port", "110");
    row("OutgoingAccount", "transport", "smtp");
    row("OutgoingAccount", "connectionTimeout", "10000");
    row("OutgoingAccount", "useAuthentication", "true");
    row("OutgoingAccount", "replyTo", "");
    row("OutgoingAccount", "persistent", "false");
    row("OutgoingAccount", "persistenceDirectory", "file:^email");
    row("OutgoingAccount", "allowDisabledQueueing", "false");
    row("OutgoingAccount", "maxQueueSize", "100");
    row("OutgoingAccount", "maxSendablePerDay", "100");
    row("IncomingAccount", "store", "pop3");
    row("IncomingAccount", "deliveryPolicy", "delete");
    row("EmailService", "enabled", "true");
    row("EmailRecipient", "routeAcks", "true");
}

void CatalogueTest::defaults()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, slot);
    QFETCH(QByteArray, value);
    QCOMPARE(QByteArray(declared(type, slot).defaultValue), value);
}

void CatalogueTest::whatBelongsToTheStationIsReadOnly()
{
    for (const char* slot : {"status", "lastPollSuccess", "lastPollFailure", "lastPollFailureCause"})
        for (const char* type : {"email:OutgoingAccount", "email:IncomingAccount"})
            QCOMPARE(declared(type, slot).access, Access::RunningStation);
    for (const char* slot : {"queueSize", "numberSent", "numberDiscarded"})
        QCOMPARE(declared("email:OutgoingAccount", slot).access, Access::RunningStation);
    for (const char* slot : {"status", "faultCause"})
        QCOMPARE(declared("email:EmailService", slot).access, Access::RunningStation);
    QCOMPARE(declared("email:OutgoingAccount", "useAuthentication").rarity, Rarity::OnlyIfInFile);
    QCOMPARE(declared("email:OutgoingAccount", "persistent").rarity, Rarity::Rare);
}

void CatalogueTest::fileOrderAndShownOrder()
{
    const QStringList order = slotOrder(*componentType(u"email:OutgoingAccount"));
    QCOMPARE(order.mid(0, 6),
             (QStringList{u"hostname"_s, u"port"_s, u"account"_s, u"password"_s, u"pollrate"_s, u"enabled"_s}));
    QVERIFY(order.indexOf(u"debug") < order.indexOf(u"useSsl"));
    QVERIFY(order.indexOf(u"tlsMinProtocol") < order.indexOf(u"transport"));

    // On the sheet the switches stand above the port they move.
    const char* type = "email:OutgoingAccount";
    QVERIFY(declared(type, "hostname").rank < declared(type, "useSsl").rank);
    QVERIFY(declared(type, "useSsl").rank < declared(type, "useStartTls").rank);
    QVERIFY(declared(type, "useStartTls").rank < declared(type, "port").rank);
    for (const char* slot : {"hostname", "useSsl", "useStartTls", "port"})
        QCOMPARE(declared(type, slot).group, Group::Server);
}

void CatalogueTest::findsTheServices()
{
    const Document document = opened(smallStation(outgoing()));
    QCOMPARE(document.path(servicesContainer(document)), u"/Services"_s);
    QCOMPARE(document.path(emailService(document)), u"/Services/EmailService"_s);
    QCOMPARE(stationName(document), u"acme"_s);

    QByteArray odd = smallStation(outgoing());
    odd.replace("b:ServiceContainer", "b:OtherContainer");
    const Document byName = opened(odd);
    QCOMPARE(byName.path(servicesContainer(byName)), u"/Services"_s);

    const Document none = opened("<bajaObjectGraph version='4.0'><p h='1' m='b=baja' t='b:Station'/></bajaObjectGraph>");
    QCOMPARE(servicesContainer(none), SlotId::None);
    QCOMPARE(emailService(none), SlotId::None);
    QCOMPARE(stationName(none), QString());
}

void CatalogueTest::accountsComeInDocumentOrder()
{
    const Document document = opened(smallStation(incoming() + account("More", "c", "OutgoingAccount") +
                                                  "    <p n='Folder' h='d' t='b:Folder'>\n" +
                                                  account("Deep", "e", "IncomingAccount") + "    </p>\n" + outgoing()));
    QStringList names;
    for (const SlotId account : accounts(document))
        names += document.name(account);
    QCOMPARE(names, (QStringList{u"In"_s, u"More"_s, u"Deep"_s, u"Out"_s}));
    QCOMPARE(accountsBelow(document, emailService(document)), accounts(document));
    QVERIFY(accountsBelow(document, document.find(u"/Drivers")).isEmpty());
    QVERIFY(accountsBelow(document, SlotId::None).isEmpty());
}

void CatalogueTest::placement_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("fault"); // -1: it may live there
    const auto row = [](const char* name, const char* parent, QLatin1StringView type, int fault) {
        QTest::newRow(name) << QString::fromLatin1(parent) << QString(type) << fault;
    };
    const char* service = "/Services/EmailService";
    row("an account under the service", service, outgoingAccountType, -1);
    row("an account in a folder of the service", "/Services/EmailService/Folder/Deeper", incomingAccountType, -1);
    row("an account under Services", "/Services", outgoingAccountType, int(PlacementFault::OnlyUnderEmailService));
    row("an account in another folder", "/Drivers/Folder", incomingAccountType, int(PlacementFault::OnlyUnderEmailService));
    row("an account in an account", "/Services/EmailService/Out", incomingAccountType,
        int(PlacementFault::OnlyUnderEmailService));
    row("a recipient under the service", service, emailRecipientType, -1);
    row("a recipient elsewhere", "/Drivers", emailRecipientType, int(PlacementFault::OnlyUnderEmailService));
    row("an acknowledger under the service", service, "email:EmailAlarmAcknowledger"_L1, -1);
    row("a second service", "/Services", emailServiceType, int(PlacementFault::OnlyOnce));
    row("a service elsewhere", "/Drivers", emailServiceType, int(PlacementFault::OnlyUnderServices));
    row("a folder under the service", service, folderType, -1);
    row("a folder under the station", "/", folderType, -1);
    row("anything under a value", "/stationName", folderType, int(PlacementFault::ParentIsValue));
    row("a type that nobody knows", service, "email:Postbox"_L1, int(PlacementFault::NotHere));
    row("another Services container", "/", "baja:ServiceContainer"_L1, int(PlacementFault::NotHere));
}

void CatalogueTest::placement()
{
    QFETCH(QString, parent);
    QFETCH(QString, type);
    QFETCH(int, fault);
    const Document document = opened(smallStation(
        outgoing() + "    <p n='Folder' h='d' t='b:Folder'>\n     <p n='Deeper' h='e' t='b:Folder'/>\n    </p>\n"));
    const SlotId slot = document.find(parent);
    QVERIFY(slot != SlotId::None);
    const std::optional<PlacementFault> got = placementFault(document, slot, type);
    QCOMPARE(got ? int(*got) : -1, fault);
}

void CatalogueTest::addable()
{
    const Document document = opened(smallStation(outgoing()));
    const auto names = [&](const char* path) {
        QStringList all;
        for (const ComponentType* type : addableTypes(document, document.find(QString::fromLatin1(path))))
            all += QString::fromLatin1(type->name);
        return all;
    };
    QCOMPARE(names("/Services"), QStringList{u"baja:Folder"_s});
    QCOMPARE(names("/Services/EmailService"),
             (QStringList{u"email:OutgoingAccount"_s, u"email:IncomingAccount"_s, u"email:EmailRecipient"_s,
                          u"email:EmailAlarmAcknowledger"_s, u"baja:Folder"_s}));
    QVERIFY(names("/stationName").isEmpty());

    const Document bare = opened("<bajaObjectGraph version='4.0'><p h='1' m='b=baja' t='b:Station'>"
                                 "<p n='Services' h='2' t='b:ServiceContainer'/></p></bajaObjectGraph>");
    QVERIFY(!placementFault(bare, bare.find(u"/Services"), QString(emailServiceType)));
}

void CatalogueTest::aNewStationIsWhole()
{
    const QByteArray xml = newStationXml();
    QVERIFY(xml.contains("reversibleEncodingKeySource='none'"));
    QVERIFY(xml.contains("version='4.0'"));
    const Document document = opened(xml);
    QVERIFY(document.remarks().isEmpty());
    QCOMPARE(document.type(document.root()), u"baja:Station"_s);
    QCOMPARE(document.type(document.find(u"/Services")), u"baja:ServiceContainer"_s);
    QCOMPARE(document.type(document.find(u"/Services/EmailService")), QString(emailServiceType));
    QCOMPARE(document.type(document.find(u"/Services/EmailService/IncomingAccount")), QString(incomingAccountType));
    QCOMPARE(document.type(document.find(u"/Services/EmailService/OutgoingAccount")), QString(outgoingAccountType));
    QCOMPARE(document.xml(), xml);
}

void CatalogueTest::newComponents()
{
    QCOMPARE(newComponent(emailServiceType, u"EmailService"_s, Brings::Nothing).children.size(), 0);
    const NewSlot service = newComponent(emailServiceType, u"EmailService"_s, Brings::Children);
    QVERIFY(service.isComponent);
    QCOMPARE(service.children.size(), 2);
    QCOMPARE(service.children[0].type, QString(incomingAccountType));
    QCOMPARE(service.children[1].type, QString(outgoingAccountType));
    QCOMPARE(newComponent(outgoingAccountType, u"Out"_s, Brings::Children).children.size(), 0);
}

void CatalogueTest::valuesInForce()
{
    const Document document = opened(smallStation(outgoing(value("port", "465") + "     <p n=\"useSsl\" f=\"r\"/>\n")));
    const SlotId out = document.find(u"/Services/EmailService/Out");
    QCOMPARE(effectiveValue(document, out, u"port"), u"465"_s);
    QCOMPARE(effectiveValue(document, out, u"useSsl"), u"false"_s); // only its flags are in the file
    QCOMPARE(effectiveValue(document, out, u"pollrate"), u"60000"_s);
    QVERIFY(!effectiveValue(document, out, u"status"));
    QVERIFY(!effectiveValue(document, out, u"nothing"));
}

void CatalogueTest::passwordsAreNeverInForce()
{
    const Document document = opened(smallStation(outgoing(value("password", "[aes.1]=c2VjcmV0"))));
    QVERIFY(!effectiveValue(document, document.find(u"/Services/EmailService/Out"), u"password"));
}

STATIONER_TEST(CatalogueTest)
#include "catalogue_test.moc"
