#include "mail/soughtsecrets.h"

#include <algorithm>
#include <array>

namespace stationer {

namespace {

/// Masking one or two characters would only tell what they are.
constexpr qsizetype shortestMasked = 3;
/// Shorter ones are masked as they stand: `plain` in capitals is a mechanism.
constexpr qsizetype shortestInAnyCase = 6;
/// Shorter ones are not looked for across blanks and in parts: other words would be made of them.
constexpr qsizetype shortestInParts = 8;
/// Of longer ones, which tokens are, only what was cut off at its end is looked for.
constexpr qsizetype longestInParts = 256;

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("+/-_").contains(c);
}

bool isHex(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9');
}

bool isBlank(char c)
{
    return QByteArrayView(" \t\r\n\0", 5).contains(c);
}

bool isLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// A text and where each of its bytes began in the one that it was made from.
struct Text {
    QByteArray bytes;
    QList<qsizetype> from;

    void add(char c, qsizetype at)
    {
        bytes += c;
        from += at;
    }
};

} // namespace

struct SoughtCharacter {
    char32_t code;
    std::array<char, 4> bytes;
    int size;

    QByteArrayView utf8() const { return {bytes.data(), size}; }
};

/// What is looked for, character by character.
struct SoughtWord {
    explicit SoughtWord(const QByteArray& text)
    {
        const QString decoded = QString::fromUtf8(text);
        const bool isUtf8 = decoded.toUtf8() == text;
        for (const char32_t code : (isUtf8 ? decoded : QString::fromLatin1(text)).toUcs4()) {
            const QByteArray utf8 = isUtf8 ? QString::fromUcs4(&code, 1).toUtf8() : QByteArray(1, char(code));
            SoughtCharacter character{code, {}, int(utf8.size())};
            std::ranges::copy(utf8, character.bytes.begin());
            characters += character;
        }
        isInAnyCase = text.size() >= shortestInAnyCase;
        isInParts = size() >= shortestInParts;
        for (int first = 0; first <= lastStart(); ++first)
            for (const uchar byte : bytesThatBegin(first))
                if (QList<int>& those = starts[byte]; those.isEmpty() || those.last() != first)
                    those += first;
    }
    qsizetype size() const { return characters.size(); }
    qsizetype fewest() const { return isInParts ? std::max(shortestInParts, (size() + 1) / 2) : size(); }
    qsizetype lastStart() const { return size() > longestInParts ? 0 : size() - fewest(); }
    /// All that may stand where it begins with that character.
    QByteArray bytesThatBegin(qsizetype first) const
    {
        const SoughtCharacter& character = characters.at(first);
        QByteArray bytes = QByteArray("%=\\&") + character.bytes.front();
        if (character.code < 0x100)
            bytes += char(character.code);
        if (isLetter(character.code))
            bytes += char(character.code ^ 0x20);
        if (character.code == U' ') // which may be lost
            bytes += "+_" + (first + 1 < size() ? bytesThatBegin(first + 1) : QByteArray());
        std::ranges::sort(bytes);
        return bytes;
    }
    /// Whether these characters are telling: of letters alone, a part may be anybody's word.
    bool isTelling(qsizetype first, qsizetype count) const
    {
        return count == size() ||
               (count >= fewest() && !std::all_of(characters.begin() + first, characters.begin() + first + count,
                                                  [](const SoughtCharacter& one) { return isLetter(one.code); }));
    }

    QList<SoughtCharacter> characters;
    bool isInAnyCase, isInParts;
    std::array<QList<int>, 256>
        starts; ///< by the byte that stands there: the characters from which on it may be the word or a part
};

/// A secret, and its digits in base64.
struct SoughtSecrets::Sought {
    SoughtWord word;
    QList<SoughtWord> digits;
};

namespace {

/// The length of these bytes as `%C3%A4`, `=C3=A4` or `\xc3\xa4`; 0 where they do not stand here.
qsizetype lengthInHex(QByteArrayView text, qsizetype mark, QByteArrayView bytes)
{
    qsizetype at = 0;
    for (const char byte : bytes) {
        const QByteArrayView rest = text.sliced(at);
        if (rest.size() < mark + 2 || rest.first(mark) != text.first(mark) ||
            QByteArray::fromHex(rest.sliced(mark, 2).toByteArray()) != QByteArray(1, byte))
            return 0;
        at += mark + 2;
    }
    return at;
}

/// The length of a character as HTML has it. A letter beyond ASCII may have any name: the others around it say which it is.
qsizetype lengthAsEntity(QByteArrayView text, char32_t code)
{
    constexpr std::array<std::pair<QByteArrayView, char32_t>, 5> names{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}}};
    const qsizetype end = text.first(std::min<qsizetype>(text.size(), 12)).indexOf(';');
    if (end < 2)
        return 0;
    const QByteArray name = text.sliced(1, end - 1).toByteArray().toLower();
    const bool isNumber = name.startsWith('#');
    const bool isSame = isNumber
                            ? (name.startsWith("#x") ? name.sliced(2).toUInt(nullptr, 16) : name.sliced(1).toUInt()) == code
                        : code >= 0x80 ? true
                                       : std::ranges::find(names, std::pair(QByteArrayView(name), code)) != names.end();
    return isSame ? end + 1 : 0;
}

/// How many bytes a character takes that stands here, written in whatever way; 0 where another does.
qsizetype lengthOf(QByteArrayView text, const SoughtCharacter& character, bool isInAnyCase, int mostEscapes = 4)
{
    if (text.isEmpty())
        return 0;
    const char32_t code = character.code;
    const char latin1 = char(code < 0x100 ? code : 0);
    const char c = text.front();
    const bool isEscape = c == '\\' && text.size() > 1;
    if (c == '%' || c == '=' || (isEscape && lowered(text.at(1)) == 'x')) {
        const qsizetype mark = isEscape ? 2 : 1;
        if (const qsizetype length = lengthInHex(text, mark, character.utf8()))
            return length;
        if (const qsizetype length = code < 0x100 ? lengthInHex(text, mark, {&latin1, 1}) : 0)
            return length;
    }
    if (isEscape && lowered(text.at(1)) == 'u' && text.size() >= 6 &&
        text.sliced(2, 4).toByteArray().toUInt(nullptr, 16) == code)
        return 6;
    if (const qsizetype length = c == '&' ? lengthAsEntity(text, code) : 0)
        return length;
    if (character.size > 1 && c == character.bytes.front() && text.startsWith(character.utf8()))
        return character.size;
    const bool isSame = (c == latin1 && code < 0x100) || (isInAnyCase && code < 0x80 && lowered(c) == lowered(latin1)) ||
                        (code == U' ' && (c == '+' || c == '_'));
    if (isSame)
        return 1;
    const qsizetype escaped =
        c == '\\' && mostEscapes > 0 ? lengthOf(text.sliced(1), character, isInAnyCase, mostEscapes - 1) : 0;
    return escaped > 0 ? escaped + 1 : 0;
}

/// Where a text no longer goes on as the word from its character `first` on, and how many of its characters stood there.
std::pair<qsizetype, qsizetype> matched(QByteArrayView text, const SoughtWord& word, qsizetype first)
{
    qsizetype at = 0, k = first;
    for (; k < word.size(); ++k) {
        const auto lengthHere = [&](qsizetype which) {
            return lengthOf(text.sliced(at), word.characters.at(which), word.isInAnyCase);
        };
        const bool mayBeLost = word.isInParts && word.characters.at(k).code == U' ';
        if (mayBeLost && k + 1 < word.size() && lengthHere(k + 1) > 0)
            continue;
        const qsizetype length = lengthHere(k);
        if (length == 0 && !mayBeLost)
            break;
        at += length;
    }
    return {at, k - first};
}

void findIn(const Text& text, const SoughtWord& word, QList<SoughtSecrets::Range>& found)
{
    const QByteArrayView bytes = text.bytes;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        for (const int first : word.starts[uchar(bytes.at(at))])
            if (const auto [length, count] = matched(bytes.sliced(at), word, first);
                word.isTelling(first, count) && length > 0) {
                found += SoughtSecrets::Range{text.from.at(at), text.from.at(at + length - 1) + 1};
                at += length - 1;
                break;
            }
}

/// What of a secret's base64 is its own alone, wherever it begins. Decoded, what came back in capitals would not be found.
QByteArrayList digitsOf(const QByteArray& secret)
{
    QByteArrayList all;
    for (qsizetype before = 0; before < 3; ++before) {
        const qsizetype first = (before * 8 + 5) / 6;
        all += (QByteArray(before, 'x') + secret).toBase64().sliced(first, (before + secret.size()) * 8 / 6 - first);
    }
    for (const QByteArray& digits : QByteArrayList(all))
        if (QByteArray inUrls = digits; inUrls.replace('+', '-').replace('/', '_') != digits)
            all += inUrls;
    return all;
}

/// What a stretch of a text means in hex, with or without something between the bytes.
void findInHex(const Text& text, const SoughtWord& word, QList<SoughtSecrets::Range>& found)
{
    for (qsizetype at = 0; at < text.bytes.size(); ++at) {
        Text digits;
        for (; at < text.bytes.size() && (isHex(text.bytes.at(at)) || QByteArrayView(":- ").contains(text.bytes.at(at)));
             ++at)
            if (isHex(text.bytes.at(at)))
                digits.add(text.bytes.at(at), text.from.at(at));
        for (qsizetype skipped = 0; skipped < 2 && digits.bytes.size() / 2 >= word.fewest(); ++skipped) {
            Text decoded;
            for (qsizetype i = skipped; i + 1 < digits.bytes.size(); i += 2)
                decoded.add(QByteArray::fromHex(digits.bytes.sliced(i, 2)).front(), digits.from.at(i));
            findIn(decoded, word, found);
        }
    }
}

/// A text without blanks and folds.
Text compacted(QByteArrayView raw, SoughtSecrets::Folds folds)
{
    Text text;
    for (qsizetype at = 0; at < raw.size(); ++at) {
        const bool isLineEnd = raw.at(at) == '\n';
        const bool isSoftBreak = folds.hasSoftBreaks && raw.at(at) == '=' && at + 1 < raw.size() && isBlank(raw.at(at + 1));
        if (!isBlank(raw.at(at)) && !isSoftBreak)
            text.add(raw.at(at), at);
        for (int words = 0; isLineEnd && words < folds.wordsOfReply; ++words) {
            const QByteArrayView rest = raw.sliced(at + 1);
            const QByteArrayView line = rest.first(std::find(rest.begin(), rest.end(), '\n') - rest.begin());
            const bool isCode = line.size() > 3 && line.at(3) == '-';
            const qsizetype end = isCode ? 3 : line.indexOf(' ');
            if (end < 0)
                break;
            at += end + 1;
        }
    }
    return text;
}

Text asItStands(QByteArrayView raw)
{
    Text text;
    for (qsizetype at = 0; at < raw.size(); ++at)
        text.add(raw.at(at), at);
    return text;
}

} // namespace

SoughtSecrets::SoughtSecrets(const QList<Secret>& secrets)
{
    QList<Sought> all;
    for (const Secret& secret : secrets) {
        if (secret.reveal().size() < shortestMasked)
            continue;
        Sought sought{SoughtWord(secret.reveal()), {}};
        for (const QByteArray& digits : digitsOf(secret.reveal()))
            sought.digits += SoughtWord(digits);
        all += sought;
    }
    m_sought = std::make_shared<const QList<Sought>>(std::move(all));
}

QList<SoughtSecrets::Range> SoughtSecrets::rangesIn(QByteArrayView raw, Folds folds) const
{
    QList<Range> found;
    const Text plain = asItStands(raw), compact = compacted(raw, folds);
    for (const Sought& sought : *m_sought) {
        const Text& text = sought.word.isInParts ? compact : plain;
        findIn(text, sought.word, found);
        const qsizetype encoded = found.size();
        for (const SoughtWord& digits : sought.digits)
            findIn(text, digits, found);
        findInHex(text, sought.word, found);
        for (auto range = found.begin() + encoded; range != found.end(); ++range) {
            while (range->begin > 0 && isBase64(raw.at(range->begin - 1)))
                --range->begin;
            while (range->end < raw.size() && (isBase64(raw.at(range->end)) || raw.at(range->end) == '='))
                ++range->end;
        }
    }
    return found;
}

} // namespace stationer
