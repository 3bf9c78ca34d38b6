#include "connection/showntext.h"

#include "terms/hiddencharacter.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// UTF-8 where it is that, else Latin-1, which every byte sequence is.
QString decoded(QByteArrayView raw)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(raw);
    return utf8.hasError() ? QString::fromLatin1(raw) : text;
}

/// The start of a text that needs not be shown whole, cut where a character of UTF-8 begins.
QByteArrayView start(QByteArrayView raw, qsizetype bytes)
{
    if (raw.size() <= bytes)
        return raw;
    for (int back = 0; back < 4 && bytes > 0 && (uchar(raw.at(bytes)) & 0xc0) == 0x80; ++back)
        --bytes;
    return raw.first(bytes);
}

QString visible(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(char16_t(0x2400 + c))); // the control pictures
    if (c == 0x7f)
        return QString(QChar(0x2421));
    if (!isHidden(c))
        return QString::fromUcs4(&c, 1);
    return u"<U+%1>"_s.arg(QString::number(uint(c), 16).toUpper().rightJustified(4, u'0'));
}

} // namespace

QString shownText(QByteArrayView raw, qsizetype maximum)
{
    // Most of what servers say: nothing to make visible, nothing to cut.
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (raw.size() <= maximum && std::ranges::all_of(raw, isPlain))
        return QString::fromLatin1(raw);
    // A character has at most four bytes. Larger bounds than the text itself would only overflow.
    const QString text = decoded(maximum < raw.size() ? start(raw, 4 * maximum + 4) : raw);
    QString shown;
    for (qsizetype i = 0; i < text.size();) {
        const Character character = characterAt(text, i);
        i += character.units;
        const QString next = visible(character.code);
        const bool isLast = i == text.size();
        if (shown.size() + next.size() > maximum - (isLast ? 0 : 1))
            return shown + u'…';
        shown += next;
    }
    return shown;
}

} // namespace stationer
