#include "catalogue/genericslot.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "station/slotname.h"
#include "station/value.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChangeFault::Kind;

constexpr qint32 smallestInteger = std::numeric_limits<qint32>::min(); // a station's Integer has 32 bits
constexpr qint32 largestInteger = std::numeric_limits<qint32>::max();

Facets facetsIn(const std::optional<QString>& text)
{
    return Facets::parsed(text.value_or(QString())).value_or(Facets());
}

QString rangeText(const GenericSlot& slot)
{
    QStringList names;
    for (const Facets::Tag& tag : slot.range)
        names += shownSlotName(tag.name);
    return names.join(", "_L1);
}

/// A bound as people write it: whole numbers in full.
QString boundText(double bound)
{
    constexpr double exactWhole = 9007199254740992; // 2^53
    if (std::abs(bound) < exactWhole && bound == std::floor(bound))
        return QString::number(qint64(bound));
    return QString::number(bound, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString titleCase(const QString& slot)
{
    const QString plain = shownSlotName(slot);
    QString title;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i > 0 && plain[i].isUpper() && plain[i - 1].isLower())
            title += u' ';
        title += i == 0 ? plain[i].toUpper() : plain[i];
    }
    return title;
}

GenericSlot genericSlot(const Document& document, SlotId slot)
{
    GenericSlot row;
    row.slot = slot;
    row.name = document.name(slot);
    row.label = titleCase(row.name);
    row.type = document.type(slot);
    row.kind = row.type == "baja:Ord"_L1           ? ValueKind::Ord
               : row.type == "baja:DynamicEnum"_L1 ? ValueKind::Enum
                                                   : kindOfType(row.type);
    row.value = document.value(slot);
    const QString flags = document.flags(slot);
    row.flags = flagWords(flags);
    row.isHidden = flags.contains(u'h');
    row.isSecret = row.kind == ValueKind::Password || isEncoded(row.type, row.value.value_or(QString()));
    if (row.isSecret) {
        row.kind = ValueKind::Password;
        row.value.reset();
    }

    const Facets own = facetsIn(document.facets(slot));
    const SlotId shared = document.child(document.parent(slot), u"facets");
    const Facets common =
        shared == SlotId::None || shared == slot ? Facets() : facetsIn(document.value(shared).value_or(QString()));
    row.unit = own.unit().isEmpty() ? common.unit() : own.unit();
    const auto either = [&](auto read) {
        const auto first = read(own);
        return first ? first : read(common);
    };
    const bool isNumber = row.kind == ValueKind::Integer || row.kind == ValueKind::Double;
    if (isNumber) {
        row.minimum = either([](const Facets& facets) { return facets.minimum(); });
        row.maximum = either([](const Facets& facets) { return facets.maximum(); });
        row.precision = either([](const Facets& facets) { return facets.precision(); });
    } else if (row.kind == ValueKind::RelTime) { // the component's are about its numbers
        row.minimum = own.minimum();
        row.maximum = own.maximum();
        row.unit.clear();
    } else {
        row.unit.clear();
    }
    if (row.kind == ValueKind::Enum) {
        const auto value = DynamicEnum::parsed(row.value.value_or(QString()));
        if (value)
            row.range = value->range;
        if (row.range.isEmpty())
            row.range = own.range().isEmpty() ? common.range() : own.range();
        if (row.range.isEmpty() || (row.value && !value))
            row.kind = ValueKind::Other; // nobody says what it may be
    }
    if (row.type == "baja:Facets"_L1)
        row.table = Facets::parsed(row.value.value_or(QString()));
    else if (!own.entries().isEmpty())
        row.table = own;
    // An ord leads somewhere that only the station can prove: it is shown, not typed.
    row.isReadOnly = isLocked(document, slot) || row.kind == ValueKind::Other || row.kind == ValueKind::Password ||
                     row.kind == ValueKind::Ord;
    return row;
}

QList<GenericSlot> genericSlots(const Document& document, SlotId component)
{
    QList<GenericSlot> rows;
    const ComponentType* const type = componentType(document.type(component));
    for (const SlotId slot : document.children(component)) {
        if (document.kind(slot) == SlotKind::Property && !document.isComponent(slot) &&
            !(type && type->property(document.name(slot))))
            rows += genericSlot(document, slot);
    }
    return rows;
}

CheckedValue checkGeneric(const GenericSlot& slot, const QString& text)
{
    if (slot.isSecret)
        return {Kind::Password, {}};
    if (slot.isReadOnly)
        return {Kind::ReadOnly, {}};
    if (slot.kind == ValueKind::Enum) {
        const auto given = DynamicEnum::parsed(text);
        const auto found = std::ranges::find_if(slot.range, [&](const Facets::Tag& tag) {
            return tag.name == text || shownSlotName(tag.name) == text || (given && tag.ordinal == given->ordinal);
        });
        if (found == slot.range.end())
            return {given ? Kind::OutOfRange : Kind::BadValue, {}};
        DynamicEnum value = DynamicEnum::parsed(slot.value.value_or(u"0"_s)).value_or(DynamicEnum());
        value.ordinal = found->ordinal;
        return {std::nullopt, value.written()};
    }
    CheckedValue checked = checkValue(slot.kind, text);
    if (!checked.fault && (slot.minimum || slot.maximum)) {
        const double number = readDouble(checked.checked).value_or(0);
        if ((slot.minimum && number < *slot.minimum) || (slot.maximum && number > *slot.maximum))
            return {Kind::OutOfRange, {}};
    }
    return checked;
}

QString describe(ChangeFault::Kind fault, const GenericSlot& slot, const QString& text)
{
    if (fault == Kind::BadValue)
        return slot.range.isEmpty()
                   ? QCoreApplication::translate("catalogue", "«%2» is no value for %1.").arg(slot.label, text)
                   : QCoreApplication::translate("catalogue", "«%2» is no value for %1. It can be: %3.")
                         .arg(slot.label, text, rangeText(slot));
    const QString sentence = QCoreApplication::translate("catalogue", "%1 cannot be %2.").arg(slot.label, text);
    if (!slot.range.isEmpty()) //: %1 is another sentence, %2 a list
        return QCoreApplication::translate("catalogue", "%1 It can be: %2.").arg(sentence, rangeText(slot));
    std::optional<double> minimum = slot.minimum, maximum = slot.maximum;
    if (slot.kind == ValueKind::Integer) {
        minimum = std::max<double>(minimum.value_or(smallestInteger), smallestInteger);
        maximum = std::min<double>(maximum.value_or(largestInteger), largestInteger);
    }
    const auto bound = [&slot](double number) {
        return slot.kind == ValueKind::RelTime ? boundText(number) + u" ms"_s : boundText(number);
    };
    if (minimum && maximum)
        return QCoreApplication::translate("catalogue", "%1 It can be %2 to %3.")
            .arg(sentence, bound(*minimum), bound(*maximum));
    if (minimum)
        return QCoreApplication::translate("catalogue", "%1 It is at least %2.").arg(sentence, bound(*minimum));
    if (maximum)
        return QCoreApplication::translate("catalogue", "%1 It is at most %2.").arg(sentence, bound(*maximum));
    return sentence;
}

} // namespace stationer
