#include "mail/linebuffer.h"

#include <algorithm>

namespace stationer {

void LineBuffer::append(QByteArrayView bytes)
{
    if (m_overfull)
        return;
    if (m_begin > 0) {
        m_bytes.remove(0, m_begin);
        m_mark = std::max<qsizetype>(0, m_mark - m_begin);
        m_begin = 0;
    }
    m_bytes.append(bytes);
    m_overfull = nextIsTooLong();
}

std::optional<QByteArray> LineBuffer::takeLine()
{
    if (m_overfull)
        return std::nullopt;
    const qsizetype end = m_bytes.indexOf('\n', m_begin);
    if (end < 0)
        return std::nullopt;
    const bool hasCr = end > m_begin && m_bytes.at(end - 1) == '\r';
    QByteArray line = m_bytes.sliced(m_begin, end - m_begin - (hasCr ? 1 : 0));
    m_begin = end + 1;
    m_overfull = nextIsTooLong();
    return line;
}

void LineBuffer::markSent(qsizetype unread)
{
    m_mark = m_bytes.size() + unread;
}

bool LineBuffer::isNextEarly() const
{
    return m_begin < m_mark;
}

bool LineBuffer::isOverfull() const
{
    return m_overfull;
}

bool LineBuffer::isEmpty() const
{
    return m_begin == m_bytes.size();
}

QByteArrayView LineBuffer::rest() const
{
    return QByteArrayView(m_bytes).sliced(m_begin);
}

bool LineBuffer::nextIsTooLong() const
{
    const qsizetype end = m_bytes.indexOf('\n', m_begin);
    qsizetype last = end < 0 ? m_bytes.size() : end;
    if (last > m_begin && m_bytes.at(last - 1) == '\r')
        --last; // part of the line end, or soon to be
    return last - m_begin > maximumLine;
}

} // namespace stationer
