#include "mail/command.h"

#include <algorithm>

namespace stationer {

namespace {

/// Longer quoted strings are legal; some servers stop reading a line at about a thousand octets.
constexpr qsizetype longestQuoted = 900;
/// LITERAL- (RFC 7888, section 5) allows no more without the go-ahead.
constexpr qsizetype longestMinusLiteral = 4096;

bool isQuotable(QByteArrayView text)
{
    return text.size() <= longestQuoted && std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

QByteArray quoted(QByteArrayView text)
{
    QByteArray result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

} // namespace

bool isCleanArgument(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isCleanAddress(QByteArrayView address)
{
    return std::none_of(address.begin(), address.end(),
                        [](char c) { return uchar(c) <= 0x20 || c == 0x7f || c == '<' || c == '>'; });
}

bool isCleanMessage(QByteArrayView message)
{
    for (qsizetype i = 0; i < message.size(); ++i) {
        const char c = message.at(i);
        if (c == '\0' || (c == '\n' && (i == 0 || message.at(i - 1) != '\r')))
            return false;
        if (c == '\r' && (i + 1 == message.size() || message.at(i + 1) != '\n'))
            return false;
    }
    return true;
}

Send command(const QByteArray& line)
{
    return {line + "\r\n", line, true};
}

Send command(const QByteArray& line, const QByteArray& shown)
{
    return {line + "\r\n", shown, true};
}

Send goodbyeCommand(const QByteArray& line)
{
    return {line + "\r\n", line, false};
}

QByteArray dotStuffed(QByteArrayView message)
{
    QByteArray result;
    result.reserve(message.size() + 16);
    bool isAtLineStart = true;
    for (const char c : message) {
        if (isAtLineStart && c == '.')
            result += '.';
        result += c;
        isAtLineStart = c == '\n';
    }
    if (!isAtLineStart)
        result += "\r\n";
    return result + ".\r\n";
}

ImapCommand::ImapCommand(const QByteArray& tagAndName, LiteralStyle style)
    : m_style(style), m_line(tagAndName), m_shown(tagAndName)
{
}

void ImapCommand::addArgument(QByteArrayView text)
{
    add(text, isQuotable(text) ? quoted(text) : text.toByteArray());
}

void ImapCommand::addSecret(QByteArrayView text)
{
    add(text, maskedSecret);
}

QList<Send> ImapCommand::parts() const
{
    return m_parts + QList<Send>{command(m_line, m_shown)};
}

void ImapCommand::add(QByteArrayView text, QByteArrayView shown)
{
    m_line += ' ';
    m_shown += ' ';
    if (isQuotable(text)) {
        m_line += quoted(text);
        m_shown += shown;
        return;
    }
    const bool isAtOnce =
        m_style == LiteralStyle::Plus || (m_style == LiteralStyle::Minus && text.size() <= longestMinusLiteral);
    if (isAtOnce) {
        m_line += '{' + QByteArray::number(text.size()) + "+}\r\n";
    } else {
        m_line += '{' + QByteArray::number(text.size()) + '}';
        // The announcement is shown without the length of what follows.
        m_parts += command(m_line, m_shown + "{…}");
        m_line.clear();
        m_shown.clear();
    }
    m_line += text;
    m_shown += shown;
}

} // namespace stationer
