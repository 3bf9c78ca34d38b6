#include "mail/saslprep.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace stationer {

namespace {

/// RFC 3454, table B.1: characters that are mapped to nothing.
bool isDropped(char32_t c)
{
    return c == 0xAD || c == 0x34F || c == 0x1806 || (c >= 0x180B && c <= 0x180D) || (c >= 0x200B && c <= 0x200D) ||
           c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/// RFC 4013, section 2.3. Tables C.3 to C.5 are what Unicode has in categories and planes, the rest stands here.
bool isProhibited(char32_t c)
{
    constexpr std::array categories{QChar::Other_Control, QChar::Other_Surrogate, QChar::Other_PrivateUse,
                                    QChar::Separator_Line, QChar::Separator_Paragraph};
    return std::ranges::find(categories, QChar::category(c)) != categories.end() || QChar::isNonCharacter(c) || c == 0x340 ||
           c == 0x341 || c == 0x6DD || c == 0x70F || c == 0x180E || (c >= 0x200E && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2061 && c <= 0x2063) || (c >= 0x206A && c <= 0x206F) ||
           (c >= 0x2FF0 && c <= 0x2FFB) || (c >= 0xFFF9 && c <= 0xFFFD) || (c >= 0x1D173 && c <= 0x1D17A) ||
           (c >= 0xE0001 && c <= 0xE007F);
}

bool isRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// RFC 3454, section 6.
bool hasSoundDirections(const QList<uint>& text)
{
    if (std::none_of(text.begin(), text.end(), isRightToLeft))
        return true;
    return isRightToLeft(text.first()) && isRightToLeft(text.last()) &&
           std::none_of(text.begin(), text.end(), [](char32_t c) { return QChar::direction(c) == QChar::DirL; });
}

} // namespace

std::optional<QByteArray> saslPrepared(const QString& text)
{
    QString mapped;
    for (const char32_t c : text.toUcs4()) {
        if (c > 0x7F && QChar::category(c) == QChar::Separator_Space)
            mapped += QLatin1Char(' ');
        else if (!isDropped(c))
            mapped += QString::fromUcs4(&c, 1);
    }
    const QString normalised = mapped.normalized(QString::NormalizationForm_KC);
    const QList<uint> points = normalised.toUcs4();
    if (std::any_of(points.begin(), points.end(), isProhibited) || !hasSoundDirections(points))
        return std::nullopt;
    return normalised.toUtf8();
}

} // namespace stationer
