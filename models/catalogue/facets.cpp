#include "catalogue/facets.h"

#include "station/slotname.h"
#include "station/value.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stationer {

using namespace Qt::StringLiterals;

std::optional<Facets> Facets::parsed(const QString& text)
{
    Facets facets;
    if (text.isEmpty())
        return facets;
    for (const QString& part : text.split(u'|')) {
        const qsizetype equals = part.indexOf(u'=');
        const qsizetype colon = part.indexOf(u':', equals + 1);
        if (equals <= 0 || colon < 0)
            return std::nullopt;
        Entry entry{shownSlotName(part.first(equals)), part.sliced(equals + 1, colon - equals - 1), part.sliced(colon + 1)};
        if (entry.type == "s"_L1)
            entry.value = shownSlotName(entry.value);
        facets.m_entries += entry;
    }
    return facets;
}

const Facets::Entry* Facets::entry(QStringView key) const
{
    const auto found = std::ranges::find_if(m_entries, [key](const Entry& each) { return each.key == key; });
    return found == m_entries.end() ? nullptr : &*found;
}

/// `u:celsius;°C;(K);+273.15;`: name, symbol, dimension, how it converts.
QString Facets::unit() const
{
    const Entry* const units = entry(u"units");
    if (!units || units->type != "u"_L1)
        return {};
    const QStringList parts = units->value.split(u';');
    if (parts.first() == "null"_L1)
        return {};
    return parts.value(1).isEmpty() ? parts.first() : parts[1];
}

std::optional<double> Facets::number(QStringView key) const
{
    const Entry* const found = entry(key);
    const auto value = found ? readDouble(found->value) : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<double> Facets::minimum() const
{
    return number(u"min");
}

std::optional<double> Facets::maximum() const
{
    return number(u"max");
}

std::optional<int> Facets::precision() const
{
    const auto value = number(u"precision");
    return value && *value >= 0 && *value <= 15 ? std::optional(int(*value)) : std::nullopt;
}

QList<Facets::Tag> Facets::range() const
{
    const Entry* const found = entry(u"range");
    return found && found->type == "E"_L1 ? parsedRange(found->value).value_or(QList<Tag>()) : QList<Tag>();
}

std::optional<QList<Facets::Tag>> Facets::parsedRange(QStringView text)
{
    if (!text.startsWith(u'{') || !text.contains(u'}'))
        return std::nullopt;
    const QStringView inside = text.sliced(1, text.indexOf(u'}') - 1);
    QList<Tag> tags;
    if (inside.isEmpty())
        return tags;
    for (const QStringView part : inside.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const auto ordinal = equals > 0 ? readInteger(part.sliced(equals + 1)) : std::nullopt;
        if (!ordinal)
            return std::nullopt;
        tags += Tag{part.first(equals).toString(), *ordinal};
    }
    return tags;
}

std::optional<DynamicEnum> DynamicEnum::parsed(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    const auto ordinal = readInteger(at < 0 ? QStringView(text) : QStringView(text).first(at));
    if (!ordinal)
        return std::nullopt;
    DynamicEnum value{*ordinal, {}, at < 0 ? QString() : text.sliced(at)};
    if (at >= 0)
        value.range = Facets::parsedRange(QStringView(text).sliced(at + 1)).value_or(QList<Facets::Tag>());
    return value;
}

QStringList flagWords(const QString& flags)
{
    struct Word {
        char16_t letter;
        const char* text;
    };
    static constexpr Word words[]{
        {u'r', QT_TRANSLATE_NOOP("catalogue", "read-only")},
        {u't', QT_TRANSLATE_NOOP("catalogue", "transient")},
        {u'h', QT_TRANSLATE_NOOP("catalogue", "hidden")},
        {u's', QT_TRANSLATE_NOOP("catalogue", "summary")},
        {u'a', QT_TRANSLATE_NOOP("catalogue", "async")},
        {u'n', QT_TRANSLATE_NOOP("catalogue", "no run")},
        {u'd', QT_TRANSLATE_NOOP("catalogue", "default on clone")},
        {u'c', QT_TRANSLATE_NOOP("catalogue", "confirm required")},
        {u'o', QT_TRANSLATE_NOOP("catalogue", "operator")},
        {u'x', QT_TRANSLATE_NOOP("catalogue", "execute on change")},
        {u'f', QT_TRANSLATE_NOOP("catalogue", "fan in")},
        {u'A', QT_TRANSLATE_NOOP("catalogue", "no audit")},
        {u'p', QT_TRANSLATE_NOOP("catalogue", "composite")},
        {u'R', QT_TRANSLATE_NOOP("catalogue", "remove on clone")},
        {u'm', QT_TRANSLATE_NOOP("catalogue", "metadata")},
        {u'N', QT_TRANSLATE_NOOP("catalogue", "non-critical")},
        {u'L', QT_TRANSLATE_NOOP("catalogue", "link target")},
        {u'1', QT_TRANSLATE_NOOP("catalogue", "user 1")},
        {u'2', QT_TRANSLATE_NOOP("catalogue", "user 2")},
        {u'3', QT_TRANSLATE_NOOP("catalogue", "user 3")},
        {u'4', QT_TRANSLATE_NOOP("catalogue", "user 4")},
    };
    QStringList result;
    for (const QChar flag : flags) {
        const auto found = std::ranges::find_if(words, [flag](const Word& word) { return word.letter == flag; });
        result += found == std::end(words) ? QString(flag) : QCoreApplication::translate("catalogue", found->text);
    }
    return result;
}

} // namespace stationer
