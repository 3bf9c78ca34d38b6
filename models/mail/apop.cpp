#include "mail/apop.h"

#include <algorithm>

namespace stationer {

namespace {

bool isAtomText(char c)
{
    const bool isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return isLetterOrDigit || QByteArrayView("!#$%&'*+-/=?^_`{|}~").contains(c);
}

/// Atoms set off by single dots. Servers write random text in base64 too, which fits.
bool isDotAtom(QByteArrayView text)
{
    if (text.isEmpty() || text.startsWith('.') || text.endsWith('.') || text.contains(".."))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || isAtomText(c); });
}

/// A domain, or an address in brackets.
bool isRightSide(QByteArrayView text)
{
    if (!text.startsWith('[') || !text.endsWith(']'))
        return isDotAtom(text);
    const QByteArrayView inside = text.sliced(1).chopped(1);
    return std::all_of(inside.begin(), inside.end(), [](char c) { return c == '.' || c == ':' || isAtomText(c); });
}

bool isMessageId(QByteArrayView text)
{
    const qsizetype at = text.indexOf('@');
    return at >= 0 && isDotAtom(text.first(at)) && isRightSide(text.sliced(at + 1));
}

} // namespace

std::optional<QByteArray> apopTimestamp(QByteArrayView greeting)
{
    const qsizetype begin = greeting.indexOf('<');
    const qsizetype end = greeting.indexOf('>', begin + 1);
    if (begin < 0 || end < 0 || !isMessageId(greeting.sliced(begin + 1, end - begin - 1)))
        return std::nullopt;
    return greeting.sliced(begin, end + 1 - begin).toByteArray();
}

} // namespace stationer
