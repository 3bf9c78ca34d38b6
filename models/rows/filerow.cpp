#include "rows/filerow.h"

#include "catalogue/catalogue.h"
#include "station/slotname.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// The entries of an enum's range, each as it would be written.
QList<Choice> rangeChoices(const GenericSlot& slot)
{
    QList<Choice> choices;
    DynamicEnum value = DynamicEnum::parsed(slot.value.value_or(u"0"_s)).value_or(DynamicEnum());
    for (const Facets::Tag& tag : slot.range) {
        value.ordinal = tag.ordinal;
        choices += Choice{value.written(), shownSlotName(tag.name)};
    }
    return choices;
}

/// The tool tip of a slot that no table declares: type, range, flags, facets, slot name.
QString meaningOf(const GenericSlot& slot)
{
    QStringList lines;
    const auto shown = [&slot](double bound) {
        constexpr double second = 1000;
        if (slot.kind != ValueKind::RelTime)
            return QLocale().toString(bound, 'g', 12);
        return QLocale().toString(bound / second, 'g', 12) + u" s"_s;
    };
    if (!slot.type.isEmpty())
        lines += QCoreApplication::translate("sheet", "Type: %1").arg(slot.type);
    if (slot.minimum && slot.maximum)
        lines += QCoreApplication::translate("sheet", "Range: %1 to %2").arg(shown(*slot.minimum), shown(*slot.maximum));
    else if (slot.minimum)
        lines += QCoreApplication::translate("sheet", "At least %1").arg(shown(*slot.minimum));
    else if (slot.maximum)
        lines += QCoreApplication::translate("sheet", "At most %1").arg(shown(*slot.maximum));
    if (!slot.flags.isEmpty())
        lines += QCoreApplication::translate("sheet", "Flags: %1").arg(slot.flags.join(u", "_s));
    if (slot.table && slot.type != "baja:Facets"_L1)
        for (const Facets::Entry& entry : slot.table->entries())
            lines += entry.key + u" = "_s + entry.value;
    lines += QCoreApplication::translate("sheet", "Slot: %1").arg(slot.name);
    return lines.join(u'\n');
}

} // namespace

SheetRow fileRow(const Document& document, SlotId component, const GenericSlot& slot)
{
    constexpr qint64 smallest = std::numeric_limits<qint32>::min(), largest = std::numeric_limits<qint32>::max();
    SheetRow row;
    row.slot = slot.name;
    row.inFile = slot.slot;
    row.label = slot.label;
    row.kind = slot.kind;
    row.isReadOnly = slot.isReadOnly;
    row.isSecret = slot.isSecret;
    row.value = slot.isSecret ? QString() : slot.value.value_or(QString());
    const bool isWhole = slot.kind == ValueKind::Integer;
    row.minimum = isWhole ? qint64(std::max(slot.minimum.value_or(double(smallest)), double(smallest)))
                          : std::numeric_limits<qint64>::min();
    row.maximum = isWhole ? qint64(std::min(slot.maximum.value_or(double(largest)), double(largest)))
                          : std::numeric_limits<qint64>::max();
    row.unit = slot.kind == ValueKind::RelTime ? QCoreApplication::translate("sheet", "s", "seconds") : slot.unit;
    row.choices = rangeChoices(slot);
    row.flags = slot.flags.join(u", "_s);
    if (slot.type == "baja:Facets"_L1 && slot.table)
        row.table = slot.table->entries();
    row.isHidden = slot.isHidden && !componentType(document.type(component)); // a known type hides nothing that the file has
    row.isChanged = document.isValueChanged(component, row.slot);
    row.meaning = meaningOf(slot);
    return row;
}

} // namespace stationer
