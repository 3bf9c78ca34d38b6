#pragma once

#include "catalogue/componenttype.h"
#include "station/document.h"

#include <QList>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <span>

namespace stationer {

inline constexpr QLatin1StringView emailServiceType("email:EmailService");
inline constexpr QLatin1StringView incomingAccountType("email:IncomingAccount");
inline constexpr QLatin1StringView outgoingAccountType("email:OutgoingAccount");
inline constexpr QLatin1StringView emailRecipientType("email:EmailRecipient");
inline constexpr QLatin1StringView folderType("baja:Folder");

/// All types known by name, in palette order. The Services container is `baja:ServiceContainer`.
std::span<const ComponentType* const> componentTypes();
const ComponentType* componentType(QStringView type); ///< nullptr for a type nobody here knows

bool isAccountType(QStringView type);
/// Every account of the station, in document order.
QList<SlotId> accounts(const Document& document);
/// Those below one component, in document order: the EmailService's are found without a look at the whole station.
QList<SlotId> accountsBelow(const Document& document, SlotId component);
/// The Services container, and the EmailService under it; None where missing.
SlotId servicesContainer(const Document& document);
SlotId emailService(const Document& document);
/// The station's own name: its stationName slot, else empty.
QString stationName(const Document& document);

/// Why a type may not live under a component.
enum class PlacementFault { NotHere, OnlyUnderServices, OnlyOnce, OnlyUnderEmailService, ParentIsValue };
std::optional<PlacementFault> placementFault(const Document& document, SlotId parent, QStringView type);
QString describe(PlacementFault fault); ///< translated
/// Where a type may be added, nearest to a component: it, what it is in from the inside out, the EmailService, the Services
/// container. None where it may live nowhere.
SlotId nearestPlace(const Document& document, SlotId component, QStringView type);
/// These, in that order, whatever may live there.
QList<SlotId> placesFrom(const Document& document, SlotId component);
/// The known types that may be added under `parent`, in palette order.
QList<const ComponentType*> addableTypes(const Document& document, SlotId parent);

/// The slot's value in force: the file's, else the type's default; nothing where neither is known.
std::optional<QString> effectiveValue(const Document& document, SlotId component, QStringView slot);
/// Whether the file keeps a declared slot from being set, as isLocked(); but a value of several slots is one.
bool isLocked(const Document& document, SlotId slot, const Property& property);
/// The order of a type's slots in the file, for Document::setValue and add.
QStringList slotOrder(const ComponentType& type);

/// A new component of this type, with the children the desktop brings along (an EmailService: one account of each
/// direction).
enum class Brings { Nothing, Children };
NewSlot newComponent(const QString& type, const QString& name, Brings brings);
/// The XML of a new station (keySource `none`) with Services, EmailService and one account of each direction.
QByteArray newStationXml();

} // namespace stationer
