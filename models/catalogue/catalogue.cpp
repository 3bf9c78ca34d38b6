#include "catalogue/catalogue.h"

#include "catalogue/accountslots.h"
#include "catalogue/timerange.h"

#include "catalogue/types.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <compare>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const ComponentType*, 6> palette{
    &types::outgoingAccount, &types::incomingAccount,        &types::emailService,
    &types::emailRecipient,  &types::emailAlarmAcknowledger, &types::folder,
};

constexpr QLatin1StringView serviceContainerType("baja:ServiceContainer");

/// Where a slot stands: the places among their siblings of its ancestors and itself, from the root.
class Places {
public:
    explicit Places(const Document& document) : m_document(document) {}

    QList<qsizetype> of(SlotId slot)
    {
        QList<qsizetype> places;
        for (SlotId parent = m_document.parent(slot); parent != SlotId::None;
             slot = parent, parent = m_document.parent(slot))
            places.prepend(among(parent).value(slot));
        return places;
    }

private:
    const QHash<SlotId, qsizetype>& among(SlotId parent)
    {
        QHash<SlotId, qsizetype>& siblings = m_siblings[parent];
        if (siblings.isEmpty()) {
            const QList<SlotId> children = m_document.children(parent);
            for (qsizetype i = 0; i < children.size(); ++i)
                siblings.insert(children[i], i);
        }
        return siblings;
    }

    const Document& m_document;
    QHash<SlotId, QHash<SlotId, qsizetype>> m_siblings;
};

QList<SlotId> allOf(const Document& document, QLatin1StringView type)
{
    return document.ofType(QString(type));
}

SlotId childOfType(const Document& document, SlotId parent, QLatin1StringView type)
{
    for (const SlotId child : document.children(parent))
        if (document.type(child) == type)
            return child;
    return SlotId::None;
}

/// Whether a component is an EmailService or a folder below one.
bool isInEmailService(const Document& document, SlotId component)
{
    while (component != SlotId::None && document.type(component) == folderType)
        component = document.parent(component);
    return component != SlotId::None && document.type(component) == emailServiceType;
}

} // namespace

std::span<const ComponentType* const> componentTypes()
{
    return palette;
}

const ComponentType* componentType(QStringView type)
{
    for (const ComponentType* known : palette)
        if (type == QLatin1StringView(known->name))
            return known;
    return type == serviceContainerType ? &types::serviceContainer : nullptr;
}

bool isAccountType(QStringView type)
{
    return type == outgoingAccountType || type == incomingAccountType;
}

QList<SlotId> accounts(const Document& document)
{
    const QList<SlotId> found = allOf(document, outgoingAccountType) + allOf(document, incomingAccountType);
    QList<std::pair<QList<qsizetype>, SlotId>> placed;
    Places places(document);
    for (const SlotId account : found)
        placed.append({places.of(account), account});
    std::ranges::sort(placed, [](const auto& left, const auto& right) {
        return std::ranges::lexicographical_compare(left.first, right.first);
    });
    QList<SlotId> ordered;
    for (const auto& [place, account] : std::as_const(placed))
        ordered += account;
    return ordered;
}

QList<SlotId> accountsBelow(const Document& document, SlotId component)
{
    QList<SlotId> found;
    if (component == SlotId::None)
        return found;
    for (const SlotId child : document.children(component)) {
        if (isAccountType(document.type(child)))
            found += child;
        else if (document.isComponent(child))
            found += accountsBelow(document, child);
    }
    return found;
}

SlotId servicesContainer(const Document& document)
{
    const SlotId root = document.root();
    if (root == SlotId::None)
        return SlotId::None;
    if (const SlotId usual = childOfType(document, root, serviceContainerType); usual != SlotId::None)
        return usual;
    if (const QList<SlotId> elsewhere = allOf(document, serviceContainerType); !elsewhere.isEmpty())
        return elsewhere.first();
    const SlotId named = document.child(root, u"Services");
    return named != SlotId::None && document.isComponent(named) ? named : SlotId::None;
}

SlotId emailService(const Document& document)
{
    const SlotId services = servicesContainer(document);
    if (services != SlotId::None)
        if (const SlotId service = childOfType(document, services, emailServiceType); service != SlotId::None)
            return service;
    // A file that is no whole station can hold one elsewhere.
    const QList<SlotId> elsewhere = allOf(document, emailServiceType);
    return elsewhere.isEmpty() ? SlotId::None : elsewhere.first();
}

QString stationName(const Document& document)
{
    if (document.root() == SlotId::None)
        return {};
    const SlotId name = document.child(document.root(), u"stationName");
    return name == SlotId::None ? QString() : document.value(name).value_or(QString());
}

std::optional<PlacementFault> placementFault(const Document& document, SlotId parent, QStringView type)
{
    if (!document.exists(parent) || !document.isComponent(parent))
        return PlacementFault::ParentIsValue;
    if (type == folderType)
        return std::nullopt;
    if (type == emailServiceType) {
        if (document.type(parent) != serviceContainerType && parent != servicesContainer(document))
            return PlacementFault::OnlyUnderServices;
        if (!allOf(document, emailServiceType).isEmpty())
            return PlacementFault::OnlyOnce;
        return std::nullopt;
    }
    const auto children = types::emailService.children;
    if (std::ranges::none_of(children, [type](const char* child) { return type == QLatin1StringView(child); }))
        return PlacementFault::NotHere;
    if (!isInEmailService(document, parent))
        return PlacementFault::OnlyUnderEmailService;
    return std::nullopt;
}

QList<SlotId> placesFrom(const Document& document, SlotId component)
{
    QList<SlotId> places;
    for (SlotId place = component; place != SlotId::None && document.exists(place); place = document.parent(place))
        places += place;
    for (const SlotId place : {emailService(document), servicesContainer(document)})
        if (place != SlotId::None && !places.contains(place))
            places += place;
    return places;
}

SlotId nearestPlace(const Document& document, SlotId component, QStringView type)
{
    for (const SlotId place : placesFrom(document, component))
        if (!placementFault(document, place, type))
            return place;
    return SlotId::None;
}

QList<const ComponentType*> addableTypes(const Document& document, SlotId parent)
{
    QList<const ComponentType*> addable;
    for (const ComponentType* type : palette)
        if (!placementFault(document, parent, QString::fromLatin1(type->name)))
            addable += type;
    return addable;
}

std::optional<QString> effectiveValue(const Document& document, SlotId component, QStringView slot)
{
    const ComponentType* type = componentType(document.type(component));
    const Property* property = type ? type->property(slot) : nullptr;
    const SlotId child = document.child(component, slot);
    // What is encoded in a file says nothing to anybody but its station.
    if ((property && property->kind == ValueKind::Password) ||
        (child != SlotId::None && document.type(child) == "baja:Password"_L1))
        return std::nullopt;
    if (child != SlotId::None)
        if (const std::optional<QString> value = document.value(child))
            return value;
    if (child != SlotId::None && property && property->kind == ValueKind::TimeRange)
        return timeRangeIn(document, child);
    if (property && property->defaultValue)
        return QString::fromLatin1(property->defaultValue);
    return std::nullopt;
}

bool isLocked(const Document& document, SlotId slot, const Property& property)
{
    const bool isWhole = property.kind == ValueKind::TimeRange && slot != SlotId::None && !document.handle(slot);
    return isWhole ? document.flags(slot).contains(u'r') : isLocked(document, slot);
}

QStringList slotOrder(const ComponentType& type)
{
    QStringList order;
    for (const Property& property : type.properties)
        order += QString::fromLatin1(property.slot);
    return order;
}

NewSlot newComponent(const QString& type, const QString& name, Brings brings)
{
    NewSlot component{.name = name, .type = type, .value = std::nullopt, .isComponent = true, .children = {}};
    if (brings == Brings::Children && type == emailServiceType)
        component.children = {newComponent(incomingAccountType, u"IncomingAccount"_s, Brings::Nothing),
                              newComponent(outgoingAccountType, u"OutgoingAccount"_s, Brings::Nothing)};
    return component;
}

QByteArray newStationXml()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<bajaObjectGraph version='4.0' reversibleEncodingKeySource='none' FIPSEnabled='false' reversibleEncodingValidator='[null.1]='>
 <p h='1' m='b=baja' t='b:Station'>
  <p n='Services' h='2' t='b:ServiceContainer'>
   <p n='EmailService' h='3' m='email=email' t='email:EmailService'>
    <p n='IncomingAccount' h='4' t='email:IncomingAccount'/>
    <p n='OutgoingAccount' h='5' t='email:OutgoingAccount'/>
   </p>
  </p>
 </p>
</bajaObjectGraph>
)"_ba;
}

} // namespace stationer
