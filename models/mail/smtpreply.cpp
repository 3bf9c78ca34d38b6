#include "mail/smtpreply.h"

#include <algorithm>

namespace stationer {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of an enhanced code of this class at the start of a text; 0 where there is none.
qsizetype enhancedLength(QByteArrayView text, int kind)
{
    const qsizetype end = std::find(text.begin(), text.end(), ' ') - text.begin();
    const QByteArrayList parts = text.first(end).toByteArray().split('.');
    if (parts.size() != 3 || parts.first() != QByteArray::number(kind))
        return 0;
    for (const QByteArray& part : parts)
        if (part.isEmpty() || part.size() > 3 || !std::all_of(part.begin(), part.end(), isDigit))
            return 0;
    return end;
}

} // namespace

QByteArray SmtpReply::fullCode() const
{
    const QByteArray number = QByteArray::number(code);
    return enhanced.isEmpty() ? number : number + ' ' + enhanced;
}

SmtpReplyReader::Taken SmtpReplyReader::take(QByteArrayView line)
{
    if (m_isWhole) {
        m_code = 0;
        m_lines.clear();
        m_isWhole = false;
    }
    if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, isDigit) || line.at(0) < '2' || line.at(0) > '5')
        return Taken::Broken;
    const int code = (line.at(0) - '0') * 100 + (line.at(1) - '0') * 10 + (line.at(2) - '0');
    if (m_code != 0 && code != m_code)
        return Taken::Broken;
    m_code = code;
    const char separator = line.size() > 3 ? line.at(3) : ' '; // a bare code is seen in the wild and legal to read
    if (separator != ' ' && separator != '-')
        return Taken::Broken;
    m_lines += line.size() > 4 ? line.sliced(4).toByteArray() : QByteArray();
    m_isWhole = separator == ' ';
    return m_isWhole ? Taken::Whole : Taken::More;
}

SmtpReplyReader::Taken SmtpReplyReader::takeAnew(QByteArrayView line)
{
    if (!m_lines.isEmpty() && !line.startsWith(QByteArray::number(m_code)))
        *this = {};
    return take(line);
}

SmtpReply SmtpReplyReader::reply() const
{
    SmtpReply reply{m_code, {}, m_lines};
    const qsizetype length = enhancedLength(m_lines.first(), reply.kind());
    if (length == 0)
        return reply;
    reply.enhanced = m_lines.first().first(length);
    for (QByteArray& line : reply.lines)
        if (line.startsWith(reply.enhanced) && (line.size() == length || line.at(length) == ' '))
            line = line.sliced(length).trimmed();
    return reply;
}

} // namespace stationer
