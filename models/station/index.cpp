#include "station/index.h"

#include <algorithm>

namespace stationer {

namespace {

constexpr quint64 smallHandles = quint64(1) << 26;

} // namespace

bool Handles::insert(quint64 handle)
{
    m_highest = std::max(m_highest, handle);
    if (handle >= smallHandles)
        return m_large.insert(handle).second;
    if (handle >= m_small.size())
        m_small.resize(std::max<std::size_t>(handle + 1, m_small.size() * 2));
    const bool isNew = !m_small[handle];
    m_small[handle] = true;
    return isNew;
}

bool Handles::contains(quint64 handle) const
{
    return handle < smallHandles ? handle < m_small.size() && m_small[handle] : m_large.contains(handle);
}

QList<Node> Index::children(Node node) const
{
    QList<Node> result;
    for (Node child = node + 1; child < elements[node].next; child = elements[child].next)
        result.append(child);
    return result;
}

qint64 Index::line(qsizetype offset) const
{
    return 1 + std::count(xml.begin(), xml.begin() + offset, '\n');
}

Declaration declaration(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals <= 0 || equals == text.size() - 1)
        return {};
    return {noNode, text.first(equals).toByteArray(), text.sliced(equals + 1).toByteArray()};
}

QByteArray symbolOf(const QByteArray& type)
{
    const qsizetype colon = type.indexOf(':');
    return colon < 0 ? QByteArray() : type.first(colon);
}

std::optional<quint64> readHandle(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 16)
        return std::nullopt;
    quint64 handle = 0;
    for (const char c : text) {
        int digit = 0;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        else
            return std::nullopt;
        handle = handle << 4 | quint64(digit);
    }
    return handle;
}

} // namespace stationer
