// Text in the place of a slot's name, its value, its facets or an ord, by the first byte: taken or not, and what was taken
// is written so that it is taken for the same again.

#include "catalogue/genericslot.h"
#include "catalogue/ord.h"
#include "catalogue/valuecheck.h"
#include "fuzz/entry.h"
#include "station/slotname.h"
#include "station/value.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(values, 100000)
{
    QByteArray rest = bytes;
    const int way = fuzz::choice(rest, 5);
    const QString text = QString::fromUtf8(rest);
    switch (way) {
    case 0: {
        const QString escaped = escapedSlotName(text);
        fuzz::require(shownSlotName(escaped) == text && isSlotName(escaped) == !text.isEmpty());
        static_cast<void>(titleCase(text));
        break;
    }
    case 1:
        if (const auto is = readBoolean(text))
            fuzz::require(writeBoolean(*is) == text);
        if (const auto time = readRelTime(text))
            fuzz::require(readRelTime(writeRelTime(*time)) == time);
        if (const auto time = readAbsTime(text))
            fuzz::require(readAbsTime(writeAbsTime(*time)) == time);
        static_cast<void>(readDouble(text));
        break;
    case 2:
        for (int kind = 0; kind <= int(ValueKind::Other); ++kind) {
            const CheckedValue checked = checkValue(ValueKind(kind), text);
            fuzz::require(checked.fault || checkValue(ValueKind(kind), checked.checked).checked == checked.checked);
            fuzz::require(checked.fault || (ValueKind(kind) != ValueKind::Password && ValueKind(kind) != ValueKind::Other));
        }
        break;
    case 3:
        if (const auto facets = Facets::parsed(text)) {
            fuzz::require(facets->entries().size() == (text.isEmpty() ? 0 : text.count(u'|') + 1));
            fuzz::require(facets->precision().value_or(0) >= 0 && facets->precision().value_or(0) <= 15);
            static_cast<void>(facets->unit() + QString::number(facets->range().size() + facets->minimum().value_or(0)));
        }
        if (const auto number = DynamicEnum::parsed(text))
            fuzz::require(DynamicEnum::parsed(number->written())->range == number->range);
        break;
    case 4:
        static const auto document =
            Document::fromXml("<bajaObjectGraph version=\"4.0\"><p h=\"1\" m=\"b=baja\" t=\"b:Station\">"
                              "<p n=\"A\" h=\"2\"><p n=\"B\" h=\"3\"/></p></p></bajaObjectGraph>");
        if (const auto ord = Ord::parsed(text)) {
            fuzz::require(ord->handle() || ord->hasPath() || text.contains(QStringLiteral("slot:")));
            const SlotId root = document.value().root(), inner = document.value().child(root, u"A");
            const auto renamed = ord->withRenamed(document.value(), root, inner, QStringLiteral("C"));
            fuzz::require(!renamed ||
                          (Ord::parsed(*renamed) && Ord::parsed(*renamed)->names().contains(QStringLiteral("C"))));
            static_cast<void>(ord->steps(document.value(), root));
        }
        break;
    }
}
