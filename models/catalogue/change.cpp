#include "catalogue/change.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/genericslot.h"
#include "catalogue/portrules.h"
#include "catalogue/rehearsal.h"
#include "catalogue/timerange.h"
#include "catalogue/valuecheck.h"
#include "station/value.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChangeFault::Kind;

/// One slot on its way from what is asked for to what is written.
struct Planned {
    QString slot;
    std::optional<QString> value; ///< nothing: the default
    bool isCoupled = false;
};

/// What of an account can be read; where a value cannot, something that couples to nothing stands in for it.
struct ReadState {
    PortState state;
    bool isWhole = true;
};

template <class Read>
ReadState readState(QStringView type, Read&& value)
{
    ReadState read;
    const auto take = [&read](auto parsed, auto otherwise) {
        read.isWhole = read.isWhole && parsed;
        return parsed.value_or(otherwise);
    };
    read.state.protocol = take(protocolNamed(value(protocolSlot(type))), usualProtocol(type));
    if (!canSpeak(type, read.state.protocol)) {
        read.state.protocol = usualProtocol(type);
        read.isWhole = false;
    }
    read.state.useSsl = take(readBoolean(value(useSslSlot)), false);
    read.state.useStartTls = take(readBoolean(value(useStartTlsSlot)), false);
    const std::optional<qint64> port = readInteger(value(portSlot));
    const bool isPort = port && *port >= -1 && *port <= 65535 && *port != 0;
    read.isWhole = read.isWhole && isPort;
    read.state.port = isPort ? int(*port) : 0;
    return read;
}

ReadState readState(const Document& document, SlotId account)
{
    return readState(document.type(account), [&](QLatin1StringView slot) { return textOf(document, account, slot); });
}

ChangeFault faultOf(EditFault fault, const Planned& planned)
{
    const QString value = planned.value.value_or(QString());
    switch (fault) {
    case EditFault::NoSuchSlot:
    case EditFault::BadName:
    case EditFault::NotAComponent:
        return {Kind::UnknownSlot, planned.slot, value};
    case EditFault::NotASimpleValue:
    case EditFault::NameTaken:
        return {Kind::ReadOnly, planned.slot, value};
    case EditFault::IsBackup:
        return {Kind::IsBackup, planned.slot, value};
    case EditFault::NotRepresentable:
        return {Kind::NotRepresentable, planned.slot, value};
    case EditFault::TooLarge:
    case EditFault::IntoItself: // those two are no faults of a value
    case EditFault::NoFreeHandle:
        return {Kind::BadValue, planned.slot, value};
    }
    Q_UNREACHABLE();
}

/// Checks one assignment by the type's table, or by what the file says of a slot that no table has.
Result<Planned, ChangeFault> checked(const Document& document, SlotId component, const ComponentType* type,
                                     const Assignment& assignment)
{
    const auto refused = [&](Kind kind) { return ChangeFault{kind, assignment.slot, assignment.value.value_or(QString())}; };
    const auto taken = [&](const CheckedValue& value) -> Result<Planned, ChangeFault> {
        return value.fault ? Result<Planned, ChangeFault>(refused(*value.fault)) : Planned{assignment.slot, value.checked};
    };
    const Property* property = type ? type->property(assignment.slot) : nullptr;
    const SlotId present = document.child(component, assignment.slot);
    if (!property && present == SlotId::None)
        return refused(Kind::UnknownSlot);
    if (present != SlotId::None) {
        if (document.kind(present) != SlotKind::Property)
            return refused(Kind::UnknownSlot);
        if (property ? isLocked(document, present, *property) : isLocked(document, present))
            return refused(Kind::ReadOnly);
    }
    if (!property) {
        const GenericSlot slot = genericSlot(document, present);
        if (slot.isSecret)
            return refused(Kind::Password);
        if (!assignment.value) // its default is not known
            return refused(Kind::ReadOnly);
        return taken(checkGeneric(slot, *assignment.value));
    }
    if (property->kind == ValueKind::Password)
        return refused(Kind::Password);
    if (property->access == Access::RunningStation || property->kind == ValueKind::Other)
        return refused(Kind::ReadOnly);
    if (!assignment.value)
        return Planned{assignment.slot, std::nullopt};
    return taken(checkValue(*property, *assignment.value));
}

QString inForce(const ComponentType* type, const Planned& planned)
{
    if (planned.value)
        return *planned.value;
    const Property* property = type ? type->property(planned.slot) : nullptr;
    return property && property->defaultValue ? QString::fromLatin1(property->defaultValue) : QString();
}

/// Adds what follows from the coupling to what is asked for.
void couple(const Document& document, SlotId account, const ComponentType* type, QList<Planned>& planned)
{
    const QString typeName = document.type(account);
    const PortState before = readState(document, account).state;
    const auto named = [&](QLatin1StringView slot) {
        return std::ranges::find_if(planned, [slot](const Planned& p) { return p.slot == slot; });
    };
    const PortState wanted = readState(typeName, [&](QLatin1StringView slot) {
                                 const auto found = named(slot);
                                 return found == planned.end()
                                            ? effectiveValue(document, account, QString(slot)).value_or(QString())
                                            : inForce(type, *found);
                             }).state;
    const NamedSlots names{.protocol = named(protocolSlot(typeName)) != planned.end(),
                           .useSsl = named(useSslSlot) != planned.end(),
                           .useStartTls = named(useStartTlsSlot) != planned.end(),
                           .port = named(portSlot) != planned.end()};
    for (const Assignment& follows : assignments(wanted, coupled(before, wanted, names)))
        if (follows.slot != protocolSlot(typeName))
            planned += Planned{follows.slot, follows.value, true};
}

} // namespace

Result<Change, ChangeFault> planChange(const Document& document, SlotId component, const QList<Assignment>& assignments)
{
    const QString typeName = document.type(component);
    const ComponentType* type = componentType(typeName);
    QList<Planned> planned;
    for (const Assignment& assignment : assignments) {
        if (std::ranges::any_of(planned, [&](const Planned& p) { return p.slot == assignment.slot; }))
            return ChangeFault{Kind::NamedTwice, assignment.slot, assignment.value.value_or(QString())};
        Result<Planned, ChangeFault> one = checked(document, component, type, assignment);
        if (!one)
            return one.error();
        planned += std::move(one).value();
    }
    if (isAccountType(typeName)) {
        const auto isSetTrue = [&](QLatin1StringView slot) {
            return std::ranges::any_of(planned, [slot](const Planned& p) { return p.slot == slot && p.value == u"true"; });
        };
        if (isSetTrue(useSslSlot) && isSetTrue(useStartTlsSlot))
            return ChangeFault{Kind::BothSwitches, useStartTlsSlot, u"true"_s};
        couple(document, component, type, planned);
        const auto isBarred = [&](const Planned& p) { return p.isCoupled && isLocked(document, component, p.slot); };
        // A port that may not be changed stays, as one of the user's own does; a switch that may not bars the other.
        planned.removeIf([&](const Planned& p) { return p.slot == portSlot && isBarred(p); });
        if (const auto barred = std::ranges::find_if(planned, isBarred); barred != planned.end())
            return ChangeFault{Kind::ReadOnly, barred->slot, barred->value.value_or(QString())};
    }

    Change change;
    QList<SlotValue> values;
    std::optional<Planned> range; // a value of two slots
    const QStringList order = type ? slotOrder(*type) : QStringList();
    for (const Planned& one : std::as_const(planned)) {
        const std::optional<QString> before = effectiveValue(document, component, one.slot);
        const QString after = inForce(type, one);
        const SlotId present = document.child(component, one.slot);
        const Property* property = type ? type->property(one.slot) : nullptr;
        const bool isRange = property && property->kind == ValueKind::TimeRange;
        const bool hasOwn = present != SlotId::None && (isRange || document.value(present));
        if (one.value ? before == after : !hasOwn)
            continue;

        // The default is not written, unless the opened file has it written: then its bytes come back.
        const bool isDefault = property && property->defaultValue && after == QLatin1StringView(property->defaultValue);
        const bool wasWritten = present != SlotId::None && document.openedValue(present) == after;
        const bool isReset = !one.value || (isDefault && !wasWritten);
        const QString newType = property ? QString::fromLatin1(property->type) : QString();
        if (isRange)
            range = one;
        else
            values += SlotValue{one.slot, isReset ? std::nullopt : std::optional(after), newType};
        if (before != after)
            change.moved += Change::Moved{one.slot, before.value_or(QString()), after, one.isCoupled};
    }
    Result<Edit, EditFault> edit = document.setValues(component, values, order);
    if (edit && range) {
        const Document set = document.previewed(edit.value());
        const auto wanted = range->value ? readTimeRange(*range->value) : std::nullopt;
        const Result<Edit, EditFault> more = setTimeRange(set, component, range->slot, wanted, order);
        if (!more)
            return faultOf(more.error(), *range);
        edit = Document::joined({edit.value(), more.value()});
    }
    if (edit) {
        change.edit = edit.value();
        return change;
    }
    for (const Planned& one : std::as_const(planned)) { // which of them is it?
        for (const SlotValue& value : std::as_const(values)) {
            const Result<Edit, EditFault> alone =
                value.name == one.slot ? document.setValues(component, {value}, order) : Result<Edit, EditFault>(Edit());
            if (!alone)
                return faultOf(alone.error(), one);
        }
    }
    return faultOf(edit.error(), planned.first());
}

Result<Changes, ChangesFault> planChanges(const Document& document, const QList<SlotId>& components,
                                          const QList<Assignment>& assignments)
{
    Changes together;
    QList<Edit> edits;
    for (const SlotId component : components) {
        const Result<Change, ChangeFault> planned = planChange(document, component, assignments);
        if (!planned)
            return ChangesFault{component, planned.error()};
        together.each += Changes::Each{component, planned.value()};
        edits += planned.value().edit;
    }
    if (const std::optional<Edit> combined = Document::combined(edits)) {
        together.edit = *combined;
        return together;
    }
    // Two touch the same bytes, a declaration for instance: each goes on top of those before it.
    together.each.clear();
    Rehearsal rehearsal(document);
    for (const SlotId component : components) {
        const Result<Change, ChangeFault> planned = planChange(rehearsal.document(), component, assignments);
        if (!planned)
            return ChangesFault{component, planned.error()};
        together.each += Changes::Each{component, planned.value()};
        rehearsal.apply(planned.value().edit);
    }
    together.edit = rehearsal.joined();
    return together;
}

std::optional<PortState> portState(const Document& document, SlotId account)
{
    if (!isAccountType(document.type(account)))
        return std::nullopt;
    const ReadState read = readState(document, account);
    return read.isWhole ? std::optional(read.state) : std::nullopt;
}

QList<Assignment> assignments(const PortState& from, const PortState& to)
{
    const auto text = [](bool value) { return writeBoolean(value); };
    QList<Assignment> steps;
    if (from.protocol != to.protocol)
        steps += Assignment{sendsMail(to.protocol) ? transportSlot : storeSlot, QString(nameOf(to.protocol))};
    if (from.useSsl != to.useSsl)
        steps += Assignment{useSslSlot, text(to.useSsl)};
    if (from.useStartTls != to.useStartTls)
        steps += Assignment{useStartTlsSlot, text(to.useStartTls)};
    if (from.port != to.port)
        steps += Assignment{portSlot, QString::number(to.port)};
    return steps;
}

} // namespace stationer
