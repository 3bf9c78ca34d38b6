#pragma once

#include <QChar>
#include <QStringView>

#include <algorithm>
#include <array>

namespace stationer {

/// Whether a character cannot be seen, or moves, hides or breaks what is around it: controls, bidi marks, characters of no
/// width, tags, line and paragraph separators, lone surrogates, noncharacters, and what Unicode has not assigned. Text from
/// outside that has such a one is shown, printed and written for other programs with something visible in its place.
inline bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi marks and tags among them
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned: // noncharacters among them
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default: // the other twenty-odd categories can be seen, but for the letters and marks below
        break;
    }
    struct Span {
        char32_t first, last;
    };
    // Joiners and fillers, the blank Braille pattern, variation selectors: a whole message fits between two letters.
    constexpr std::array unseen{Span{0x034f, 0x034f}, Span{0x115f, 0x1160}, Span{0x17b4, 0x17b5},
                                Span{0x180b, 0x180f}, Span{0x2800, 0x2800}, Span{0x3164, 0x3164},
                                Span{0xfe00, 0xfe0f}, Span{0xffa0, 0xffa0}, Span{0xe0100, 0xe01ef}};
    return std::ranges::any_of(unseen, [c](Span span) { return c >= span.first && c <= span.last; });
}

/// A character of a text and how many units of UTF-16 it takes; half a pair stands for itself.
struct Character {
    char32_t code = 0;
    qsizetype units = 1;
};
inline Character characterAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), 2};
    return {text[at].unicode(), 1};
}

} // namespace stationer
