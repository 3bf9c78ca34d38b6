#include "station/tag.h"

#include <QList>

#include <algorithm>
#include <iterator>

namespace stationer {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsName(char c)
{
    return isSpace(c) || c == '=' || c == '>' || c == '/';
}

qsizetype rank(QByteArrayView name)
{
    static constexpr char order[] = {'n', 'f', 'x', 'h', 'c', 'm', 't', 'v'};
    if (name.size() != 1)
        return -1;
    const auto* found = std::find(std::begin(order), std::end(order), name.front());
    return found == std::end(order) ? -1 : found - std::begin(order);
}

void appendCharacter(QString& text, char32_t character)
{
    if (QChar::requiresSurrogates(character)) {
        text += QChar(QChar::highSurrogate(character));
        text += QChar(QChar::lowSurrogate(character));
    } else {
        text += QChar(static_cast<char16_t>(character));
    }
}

/// What stands between `&` and `;`; nothing for an entity that only a document type could declare.
std::optional<char32_t> referenced(QByteArrayView name)
{
    if (name.startsWith('#')) {
        const bool hex = name.startsWith("#x");
        bool ok = false;
        const uint code = name.sliced(hex ? 2 : 1).toByteArray().toUInt(&ok, hex ? 16 : 10);
        return ok && code <= QChar::LastValidCodePoint ? std::optional<char32_t>(code) : std::nullopt;
    }
    if (name == "lt")
        return U'<';
    if (name == "gt")
        return U'>';
    if (name == "amp")
        return U'&';
    if (name == "quot")
        return U'"';
    if (name == "apos")
        return U'\'';
    return std::nullopt;
}

} // namespace

Tag::Tag(QByteArrayView bytes)
{
    const char* const data = bytes.data();
    const qsizetype size = bytes.size();
    qsizetype at = 1;
    while (at < size && !endsName(data[at]))
        ++at;
    m_element = bytes.sliced(1, at - 1);
    while (at < size) {
        if (isSpace(data[at])) {
            ++at;
        } else if (data[at] == '>') {
            m_length = at + 1;
            return;
        } else if (data[at] == '/') {
            m_isEmpty = true;
            ++at;
        } else {
            Attribute attribute;
            attribute.begin = at;
            while (at < size && !endsName(data[at]))
                ++at;
            attribute.name = bytes.sliced(attribute.begin, at - attribute.begin);
            while (at < size && data[at] != '"' && data[at] != '\'')
                ++at;
            if (at >= size)
                break;
            attribute.quote = data[at];
            attribute.valueBegin = ++at;
            const char* const end = std::find(data + at, data + size, attribute.quote);
            at = end - data;
            attribute.valueEnd = at;
            attribute.value = bytes.sliced(attribute.valueBegin, at - attribute.valueBegin);
            ++at;
            m_attributes.append(attribute);
        }
    }
    m_length = size;
}

const Tag::Attribute* Tag::find(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_attributes.begin(), m_attributes.end(), [name](const Attribute& a) { return a.name == name; });
    return found == m_attributes.end() ? nullptr : &*found;
}

QByteArray withAttribute(const QByteArray& bytes, QByteArrayView name, const std::optional<QString>& value, char quote)
{
    const Tag tag(bytes);
    const Tag::Attribute* const attribute = tag.find(name);
    const bool isAscii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const Letters letters = isAscii ? Letters::AsReferences : Letters::AsTheyAre;
    QByteArray result = bytes;
    if (attribute && value) {
        if (decodedAttribute(attribute->value) != *value)
            result.replace(attribute->valueBegin, attribute->value.size(), encodedAttribute(*value, letters));
    } else if (attribute) {
        qsizetype before = 1 + tag.element().size();
        for (const Tag::Attribute& other : tag.attributes()) {
            if (other.begin < attribute->begin)
                before = other.valueEnd + 1;
        }
        result.remove(before, attribute->valueEnd + 1 - before);
    } else if (value) {
        qsizetype place = 1 + tag.element().size();
        for (const Tag::Attribute& other : tag.attributes()) {
            const qsizetype otherRank = rank(other.name);
            if (otherRank >= 0 && otherRank < rank(name))
                place = other.valueEnd + 1;
        }
        const char mark = tag.quote(quote);
        result.insert(place, ' ' + name.toByteArray() + '=' + mark + encodedAttribute(*value, letters) + mark);
    }
    return result;
}

QString decodedAttribute(QByteArrayView raw)
{
    const auto special = [](char c) { return c == '&' || c == '\t' || c == '\n' || c == '\r'; };
    if (std::none_of(raw.begin(), raw.end(), special))
        return QString::fromUtf8(raw);
    QString text;
    text.reserve(raw.size());
    const char* at = raw.begin();
    while (at != raw.end()) {
        const char* const next = std::find_if(at, raw.end(), special);
        text += QString::fromUtf8(at, next - at);
        at = next;
        if (at == raw.end())
            break;
        if (*at == '&') {
            const char* const end = std::find(at, raw.end(), ';');
            if (end == raw.end())
                return text + QString::fromUtf8(at, raw.end() - at);
            if (const auto character = referenced(QByteArrayView(at + 1, end - at - 1)))
                appendCharacter(text, *character);
            else
                text += QString::fromUtf8(at, end + 1 - at);
            at = end + 1;
        } else {
            at += *at == '\r' && at + 1 != raw.end() && at[1] == '\n' ? 2 : 1;
            text += u' ';
        }
    }
    return text;
}

QByteArray encodedAttribute(QStringView text, Letters letters)
{
    QByteArray raw;
    for (const uint c : text.toUcs4()) {
        const auto letter = char32_t(c);
        switch (letter) {
        case U'&':
            raw += "&amp;";
            break;
        case U'<':
            raw += "&lt;";
            break;
        case U'>':
            raw += "&gt;";
            break;
        default:
            if (letter < 0x20 || letter == U'"' || letter == U'\'' || (letter >= 0x7f && letters == Letters::AsReferences))
                raw += "&#x" + QByteArray::number(c, 16) + ';';
            else
                raw += QString::fromUcs4(&letter, 1).toUtf8();
        }
    }
    return raw;
}

bool isRepresentable(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (QChar::isSurrogate(c) || c >= 0xfffe || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
            return false;
    }
    return true;
}

} // namespace stationer
