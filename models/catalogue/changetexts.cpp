#include "catalogue/accountslots.h"
#include "catalogue/change.h"

#include "catalogue/catalogue.h"
#include "catalogue/genericslot.h"
#include "station/faulttext.h"
#include "station/slotname.h"

#include <QCoreApplication>

namespace stationer {

namespace {

const Property* knownProperty(const QString& slot)
{
    for (const ComponentType* type : componentTypes())
        if (const Property* property = type->property(slot))
            return property;
    return nullptr;
}

QString usuallyMeans(SecurityMode mode, int port)
{
    switch (mode) {
    case SecurityMode::None:
        return QCoreApplication::translate("catalogue", "without encryption it is usually %1").arg(port);
    case SecurityMode::StartTls:
        return QCoreApplication::translate("catalogue", "Use Start Tls usually means %1").arg(port);
    case SecurityMode::Ssl:
        return QCoreApplication::translate("catalogue", "Use Ssl usually means %1").arg(port);
    }
    Q_UNREACHABLE();
}

QString usePort(int port)
{
    //: A button that sets the port to %1
    return QCoreApplication::translate("catalogue", "Use %1").arg(port);
}

/// The label of a button.
QString useMode(SecurityMode mode)
{
    return mode == SecurityMode::None ? QCoreApplication::translate("catalogue", "Use no encryption") : labelOf(mode);
}

QString rangeOf(const Property& property)
{
    const QString unit = property.kind == ValueKind::RelTime ? QCoreApplication::translate("catalogue", " ms") : QString();
    if (property.maximum == std::numeric_limits<qint64>::max())
        return QCoreApplication::translate("catalogue", "at least %1").arg(property.minimum) + unit;
    //: A range: from %1 to %2
    return QCoreApplication::translate("catalogue", "%1 to %2").arg(property.minimum).arg(property.maximum) + unit;
}

} // namespace

QString translated(const char* text)
{
    return QCoreApplication::translate("catalogue", text);
}

QString slotLabel(const QString& slot)
{
    const Property* property = knownProperty(slot);
    return property ? translated(property->label) : shownSlotName(slot);
}

namespace {

QString describe(const ChangeFault& fault, const Property* property)
{
    const QString label = property ? translated(property->label) : shownSlotName(fault.slot);
    switch (fault.kind) {
    case ChangeFault::Kind::UnknownSlot: // as it was typed: a label is what a known slot has
        return QCoreApplication::translate("catalogue", "There is no property «%1» here.").arg(fault.slot);
    case ChangeFault::Kind::ReadOnly:
        return QCoreApplication::translate("catalogue", "%1 cannot be changed here.").arg(label);
    case ChangeFault::Kind::Password:
        return QCoreApplication::translate("catalogue",
                                           "A password in a station file is encoded with a key that only the station "
                                           "has. It has to be typed there.");
    case ChangeFault::Kind::BadValue: {
        if (property && !property->tags.empty()) {
            QStringList tags;
            for (const char* tag : property->tags)
                tags += QString::fromLatin1(tag);
            return QCoreApplication::translate("catalogue", "«%2» is no value for %1. It can be: %3.")
                .arg(label, fault.value, tags.join(QLatin1StringView(", ")));
        }
        return QCoreApplication::translate("catalogue", "«%2» is no value for %1.").arg(label, fault.value);
    }
    case ChangeFault::Kind::OutOfRange: {
        const QString sentence = QCoreApplication::translate("catalogue", "%1 cannot be %2.").arg(label, fault.value);
        if (!property || property->minimum == std::numeric_limits<qint64>::min())
            return sentence;
        //: %1 is another sentence, %2 a range such as `1 to 65535`
        return QCoreApplication::translate("catalogue", "%1 It can be %2.").arg(sentence, rangeOf(*property));
    }
    case ChangeFault::Kind::BothSwitches:
        return QCoreApplication::translate("catalogue", "Use Ssl and Use Start Tls cannot both be on.");
    case ChangeFault::Kind::PortZero:
        return QCoreApplication::translate("catalogue", "There is no port 0. Use -1 for the usual port.");
    case ChangeFault::Kind::ForbiddenCharacter:
        return QCoreApplication::translate("catalogue", "%1 has to be a single line.").arg(label);
    case ChangeFault::Kind::NamedTwice:
        return QCoreApplication::translate("catalogue", "%1 is named twice.").arg(label);
    case ChangeFault::Kind::NotRepresentable:
        return QCoreApplication::translate("catalogue", "%1 has a character that a station file cannot hold.").arg(label);
    case ChangeFault::Kind::IsBackup:
        return describe(EditFault::IsBackup);
    }
    Q_UNREACHABLE();
}

} // namespace

QString describe(const ChangeFault& fault)
{
    return describe(fault, knownProperty(fault.slot));
}

QString describe(const ChangeFault& fault, const Document& document, SlotId component)
{
    const ComponentType* const type = componentType(document.type(component));
    const Property* const property = type ? type->property(fault.slot) : nullptr;
    const SlotId present = document.child(component, fault.slot);
    const bool isOfValue = fault.kind == ChangeFault::Kind::BadValue || fault.kind == ChangeFault::Kind::OutOfRange;
    if (property || present == SlotId::None || !isOfValue)
        return describe(fault, property);
    return describe(fault.kind, genericSlot(document, present), fault.value);
}

QString describe(const PortRemark& remark, const PortState& state)
{
    switch (remark.kind) {
    case PortRemark::Kind::BothSwitches:
        return QCoreApplication::translate("catalogue",
                                           "Use Ssl and Use Start Tls are both on. Switch one of them off; until then "
                                           "the account cannot be tested.");
    case PortRemark::Kind::NotEncrypted:
        return QCoreApplication::translate("catalogue", "Not encrypted.");
    case PortRemark::Kind::PasswordReadable:
        return QCoreApplication::translate("catalogue", "Not encrypted. The password would cross the network readable.");
    case PortRemark::Kind::PortKept:
        //: %2 is such as «Use Ssl usually means 465»
        return QCoreApplication::translate("catalogue", "Port %1 kept; %2.")
            .arg(state.port)
            .arg(usuallyMeans(securityMode(state).value_or(SecurityMode::None), remark.usualPort));
    case PortRemark::Kind::PortOfOtherMode:
        switch (remark.otherMode.value_or(SecurityMode::None)) {
        case SecurityMode::None:
            //: %2 is such as «Use Ssl usually means 465»
            return QCoreApplication::translate("catalogue", "Port %1 is usually not encrypted; %2.")
                .arg(state.port)
                .arg(usuallyMeans(securityMode(state).value_or(SecurityMode::None), remark.usualPort));
        case SecurityMode::StartTls:
            return QCoreApplication::translate("catalogue", "Port %1 is usually for Use Start Tls.").arg(state.port);
        case SecurityMode::Ssl:
            return QCoreApplication::translate("catalogue", "Port %1 is usually for Use Ssl.").arg(state.port);
        }
        Q_UNREACHABLE();
    case PortRemark::Kind::PortOfOtherProtocol:
        //: %2 and %3 are protocols: POP3, IMAP or SMTP
        return QCoreApplication::translate("catalogue", "Port %1 is that of %2; this account speaks %3.")
            .arg(state.port)
            .arg(shownName(remark.otherProtocol.value_or(state.protocol)), shownName(state.protocol));
    }
    Q_UNREACHABLE();
}

QString remedyLabel(const PortRemark& remark, const PortState& state)
{
    if (!remark.remedy)
        return {};
    const PortState& remedy = *remark.remedy;
    const std::optional<SecurityMode> mode = securityMode(remedy);
    if (remedy.protocol != state.protocol)
        return mode && mode != securityMode(state)
                   //: A button; %1 is a protocol, such as IMAP, %2 a security mode, such as Use Ssl
                   ? QCoreApplication::translate("catalogue", "Use %1 and %2")
                         .arg(shownName(remedy.protocol), labelOf(*mode))
                   //: A button; %1 is a protocol, such as IMAP
                   : QCoreApplication::translate("catalogue", "Use %1").arg(shownName(remedy.protocol));
    if (!mode || mode == securityMode(state))
        return usePort(remedy.port);
    // A port of its own stays where it is and need not be named.
    const int port = dialledPort(remedy);
    if (!isStandardPort(remedy.protocol, port) || remark.kind == PortRemark::Kind::PortOfOtherMode)
        return useMode(*mode);
    //: %1 is such as «Use Ssl»
    return QCoreApplication::translate("catalogue", "%1, port %2").arg(useMode(*mode)).arg(port);
}

QString describe(PlacementFault fault)
{
    switch (fault) {
    case PlacementFault::NotHere:
        return QCoreApplication::translate("catalogue", "Such a component cannot be added here.");
    case PlacementFault::OnlyUnderServices:
        return QCoreApplication::translate("catalogue", "An EmailService lives under Services only.");
    case PlacementFault::OnlyOnce:
        return QCoreApplication::translate("catalogue", "This station has an EmailService already.");
    case PlacementFault::OnlyUnderEmailService:
        return QCoreApplication::translate("catalogue", "This lives under the EmailService only, or in a folder there.");
    case PlacementFault::ParentIsValue:
        return QCoreApplication::translate("catalogue", "Nothing can be added to a value.");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
