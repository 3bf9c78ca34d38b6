#include "app/cli/console.h"

#include "connection/report.h"
#include "connection/showntext.h"
#include "terms/hiddencharacter.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

bool isPlain(char16_t c)
{
    return c >= 0x20 && c < 0x7f;
}

/// The text of JSON with `\uXXXX` for what would be hidden; characters above U+FFFF are two of them.
QByteArray escapedHidden(const QByteArray& utf8)
{
    const auto isAscii = [](char c) { return isPlain(static_cast<unsigned char>(c)); };
    if (std::all_of(utf8.begin(), utf8.end(), isAscii))
        return utf8;
    QByteArray escaped;
    const QString text = QString::fromUtf8(utf8);
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size();) {
        const Character character = characterAt(text, i);
        const qsizetype next = i + character.units;
        if (isHidden(character.code)) {
            escaped += QStringView(text).sliced(plainFrom, i - plainFrom).toUtf8();
            for (qsizetype unit = i; unit < next; ++unit)
                escaped += "\\u" + QByteArray::number(text[unit].unicode(), 16).rightJustified(4, '0');
            plainFrom = next;
        }
        i = next;
    }
    return escaped + QStringView(text).sliced(plainFrom).toUtf8();
}

} // namespace

void Console::print(const QString& line)
{
    write(line.toUtf8());
    write("\n");
}

void Console::print(const QJsonObject& object)
{
    write(json(object));
    write("\n");
}

void Console::print(const QJsonArray& array)
{
    write(json(array));
    write("\n");
}

void Console::write(QByteArrayView bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Console::note(const QString& line) const
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void Console::complain(const QString& line) const
{
    note(u"stationer-cli: "_s + line);
}

bool Console::flush()
{
    const size_t written = std::fwrite(m_buffer.constData(), 1, size_t(m_buffer.size()), stdout);
    if (written != size_t(m_buffer.size()) || std::fflush(stdout) != 0)
        m_isBroken = true;
    m_buffer.clear();
    return !m_isBroken;
}

QString shown(const QString& text)
{
    const auto isAscii = [](QChar c) { return isPlain(c.unicode()); };
    if (std::all_of(text.begin(), text.end(), isAscii))
        return text;
    return shownText(text.toUtf8(), std::numeric_limits<qsizetype>::max());
}

QByteArray json(const QJsonObject& object)
{
    return escapedHidden(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray json(const QJsonArray& array)
{
    return escapedHidden(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QByteArray jsonString(const QString& text)
{
    const auto needsNothing = [](QChar c) { return isPlain(c.unicode()) && c != u'"' && c != u'\\'; };
    if (std::all_of(text.begin(), text.end(), needsNothing))
        return '"' + text.toLatin1() + '"';
    const QByteArray array = json(QJsonArray{text});
    return array.sliced(1, array.size() - 2);
}

} // namespace stationer
