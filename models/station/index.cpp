#include "station/index.h"

#include "station/tag.h"

#include <algorithm>

namespace stationer {

namespace {

/// The table has room for a few times as many handles as there are.
constexpr quint64 smallestTable = 4096;
constexpr quint64 sparse = 8;

} // namespace

bool Handles::insert(quint64 handle, Node node)
{
    m_highest = std::max(m_highest, handle);
    if (nodeOf(handle) != noNode)
        return false;
    ++m_count;
    if (handle >= m_small.size() && handle >= smallestTable + m_count * sparse) {
        m_large.emplace(handle, node);
        return true;
    }
    if (handle >= m_small.size())
        m_small.resize(std::max<std::size_t>(handle + 1, m_small.size() * 2), noNode);
    m_small[handle] = node;
    return true;
}

Node Handles::nodeOf(quint64 handle) const
{
    if (handle < m_small.size() && m_small[handle] != noNode)
        return m_small[handle];
    const auto found = m_large.find(handle);
    return found == m_large.end() ? noNode : found->second;
}

std::vector<Node> Index::ofTypes(const std::vector<quint32>& typeIds) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<bool> isWanted(static_cast<std::size_t>(types.size()));
    bool isAnyWanted = false;
    for (const quint32 id : typeIds) {
        if (m_ofType.try_emplace(id).second)
            isWanted[id] = isAnyWanted = true;
    }
    for (std::size_t node = 0; isAnyWanted && node < elements.size(); ++node) {
        if (isWanted[elements[node].typeId()])
            m_ofType[elements[node].typeId()].push_back(static_cast<Node>(node));
    }
    std::vector<Node> found;
    for (const quint32 id : typeIds)
        found.insert(found.end(), m_ofType[id].begin(), m_ofType[id].end());
    std::sort(found.begin(), found.end());
    return found;
}

QList<Node> Index::children(Node node) const
{
    QList<Node> result;
    for (Node child = node + 1; child < at(node).next; child = at(child).next)
        result.append(child);
    return result;
}

std::pair<Node, Node> Index::textRange(Node node) const
{
    if (node < firstTaken)
        return {graphNode, static_cast<Node>(elements.size())};
    const Parts::Part& part = parts->of(node);
    return {part.first, part.first + static_cast<Node>(part.index->elements.size())};
}

const Parts::Part& Parts::of(Node node) const
{
    const auto behind = std::upper_bound(parts.begin(), parts.end(), node,
                                         [](Node wanted, const Part& part) { return wanted < part.first; });
    return *std::prev(behind);
}

Node Parts::take(std::shared_ptr<const Index> index)
{
    Part part{firstTaken + static_cast<Node>(elements.size()), std::move(index), {}};
    for (std::size_t i = 0; i < part.index->elements.size(); ++i) {
        Element element = part.index->elements[i];
        element.parent = element.parent == noNode ? noNode : element.parent + part.first;
        element.next += part.first;
        elements.push_back(element);
        const Tag tag(part.index->from(static_cast<Node>(i)));
        if (const Tag::Attribute* const handle = tag.find("h")) {
            if (const auto number = readHandle(handle->value))
                part.handles.append({part.first + static_cast<Node>(i), *number});
        }
    }
    parts.push_back(std::move(part));
    return parts.back().first;
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
