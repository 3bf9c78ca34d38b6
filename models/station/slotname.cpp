#include "station/slotname.h"

#include <optional>

namespace stationer {

namespace {

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isPlain(QChar c, bool isFirst)
{
    return isLetter(c) || (!isFirst && ((c >= u'0' && c <= u'9') || c == u'_'));
}

struct Escape {
    char16_t character = 0;
    qsizetype length = 0;
};

/// The escape at the start of the text.
std::optional<Escape> escapeAt(QStringView text)
{
    if (!text.startsWith(u'$') || text.size() < 3)
        return std::nullopt;
    const bool isWide = text[1] == u'u';
    const qsizetype digits = isWide ? 4 : 2;
    const qsizetype start = isWide ? 2 : 1;
    if (text.size() < start + digits)
        return std::nullopt;
    char16_t character = 0;
    for (const QChar c : text.sliced(start, digits)) {
        int digit = -1;
        if (c >= u'0' && c <= u'9')
            digit = c.unicode() - u'0';
        else if (c >= u'a' && c <= u'f')
            digit = c.unicode() - u'a' + 10;
        else if (c >= u'A' && c <= u'F')
            digit = c.unicode() - u'A' + 10;
        if (digit < 0)
            return std::nullopt;
        character = static_cast<char16_t>(character << 4 | digit);
    }
    return Escape{character, start + digits};
}

} // namespace

QString escapedSlotName(QStringView shown)
{
    QString escaped;
    for (const QChar c : shown) {
        if (isPlain(c, escaped.isEmpty()))
            escaped += c;
        else if (c.unicode() <= 0xff)
            escaped += u'$' + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        else
            escaped += QStringLiteral("$u") + QString::number(c.unicode(), 16).rightJustified(4, u'0');
    }
    return escaped;
}

QString shownSlotName(QStringView escaped)
{
    QString shown;
    while (!escaped.isEmpty()) {
        const auto escape = escapeAt(escaped);
        shown += escape ? QChar(escape->character) : escaped.front();
        escaped = escaped.sliced(escape ? escape->length : 1);
    }
    return shown;
}

bool isSlotName(QStringView escaped)
{
    bool isFirst = true;
    while (!escaped.isEmpty()) {
        const auto escape = escapeAt(escaped);
        if (!escape && !isPlain(escaped.front(), isFirst))
            return false;
        escaped = escaped.sliced(escape ? escape->length : 1);
        isFirst = false;
    }
    return !isFirst;
}

} // namespace stationer
