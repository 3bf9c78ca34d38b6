#include "app/cli/componentrows.h"

#include "catalogue/genericslot.h"
#include "station/value.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString kindName(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Boolean:
        return u"boolean"_s;
    case ValueKind::Integer:
        return u"integer"_s;
    case ValueKind::Port:
        return u"port"_s;
    case ValueKind::Double:
        return u"double"_s;
    case ValueKind::String:
        return u"string"_s;
    case ValueKind::RelTime:
        return u"relTime"_s;
    case ValueKind::AbsTime:
        return u"absTime"_s;
    case ValueKind::Enum:
        return u"enum"_s;
    case ValueKind::Password:
        return u"password"_s;
    case ValueKind::Ord:
        return u"ord"_s;
    case ValueKind::AccountName:
        return u"accountName"_s;
    case ValueKind::Other:
        return u"other"_s;
    }
    return {};
}

ComponentRow withFile(ComponentRow row, const Document& document, SlotId slot)
{
    if (slot == SlotId::None)
        return row;
    row.type = document.type(slot);
    row.flags = document.flags(slot);
    row.facets = document.facets(slot);
    row.isReadOnly = row.isReadOnly || document.flags(slot).contains(u'r');
    const std::optional<QString> value = document.value(slot);
    row.isSet = value.has_value();
    if (value)
        row.value = value;
    if (row.isSecret || isEncoded(row.type, value.value_or(QString()))) {
        row.isSecret = true;
        row.kind = kindName(ValueKind::Password);
        row.value.reset();
    }
    return row;
}

ComponentRow declaredRow(const Document& document, SlotId component, const Property& property)
{
    ComponentRow row;
    row.slot = QString::fromLatin1(property.slot);
    row.label = QCoreApplication::translate("catalogue", property.label);
    row.kind = kindName(property.kind);
    row.isSecret = property.kind == ValueKind::Password;
    row.isRunningStation = property.access == Access::RunningStation;
    row.isReadOnly = row.isRunningStation || property.kind == ValueKind::Other;
    if (property.defaultValue && !row.isSecret && !row.isRunningStation)
        row.defaultValue = QString::fromUtf8(property.defaultValue);
    row.value = row.defaultValue;
    return withFile(row, document, document.child(component, row.slot));
}

} // namespace

QList<ComponentRow> componentRows(const Document& document, SlotId component)
{
    QList<ComponentRow> rows;
    const ComponentType* const type = componentType(document.type(component));
    if (type) {
        for (const Property& property : type->properties) {
            const bool isInFile = document.child(component, QString::fromLatin1(property.slot)) != SlotId::None;
            if (property.rarity == Rarity::Usual || isInFile)
                rows += declaredRow(document, component, property);
        }
    }
    for (const GenericSlot& slot : genericSlots(document, component)) {
        ComponentRow row;
        row.slot = slot.name;
        row.label = slot.label;
        row.kind = kindName(slot.kind);
        row.isReadOnly = slot.isReadOnly;
        rows += withFile(row, document, slot.slot);
    }
    return rows;
}

} // namespace stationer
