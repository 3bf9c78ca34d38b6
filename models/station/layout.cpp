#include "station/layout.h"

namespace stationer {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

std::optional<QByteArray> Layout::indent(Node original) const
{
    const qsizetype start = m_index.elements[original].start;
    qsizetype at = start;
    while (at > 0 && isBlank(m_index.xml[at - 1]))
        --at;
    if (at > 0 && !isLineEnd(m_index.xml[at - 1]))
        return std::nullopt;
    return m_index.xml.sliced(at, start - at);
}

QByteArray Layout::lineEndBehind(qsizetype offset) const
{
    const QByteArray& xml = m_index.xml;
    while (offset < xml.size() && isBlank(xml[offset]))
        ++offset;
    if (offset == xml.size() || !isLineEnd(xml[offset]))
        return {};
    return xml.sliced(offset, xml[offset] == '\r' && offset + 1 < xml.size() && xml[offset + 1] == '\n' ? 2 : 1);
}

Layout::Extent Layout::extent(Node original) const
{
    const Element& element = m_index.elements[original];
    const auto before = indent(original);
    const QByteArray behind = lineEndBehind(element.end);
    if (!before || behind.isEmpty())
        return {element.start, element.end, false};
    qsizetype end = element.end;
    while (isBlank(m_index.xml[end]))
        ++end;
    return {element.start - before->size(), end + behind.size(), true};
}

qsizetype Layout::behindLineEnd(qsizetype from, qsizetype to) const
{
    const QByteArrayView gap = QByteArrayView(m_index.xml).first(to);
    const auto past = [&](QByteArrayView mark, qsizetype at) {
        const qsizetype found = gap.indexOf(mark, at);
        return found < 0 ? to : found + mark.size();
    };
    qsizetype at = from;
    while (at < to) {
        const QByteArrayView rest = gap.sliced(at);
        if (isLineEnd(rest.front()))
            return at + (rest.startsWith("\r\n") ? 2 : 1);
        if (rest.startsWith("<!--"))
            at = past("-->", at + 4);
        else if (rest.startsWith("<![CDATA["))
            at = past("]]>", at);
        else if (rest.startsWith("<?"))
            at = past("?>", at);
        else
            ++at;
    }
    return -1;
}

qsizetype Layout::startTagEnd(Node original) const
{
    return m_index.elements[original].start + Tag(m_index.from(original)).length();
}

bool Layout::isEmptyTag(Node original) const
{
    return m_index.xml[m_index.elements[original].end - 2] == '/';
}

qsizetype Layout::endTagStart(Node original) const
{
    const qsizetype end = m_index.elements[original].end;
    return isEmptyTag(original) ? end : m_index.xml.lastIndexOf('<', end - 1);
}

bool Layout::isOf(Sort sort, Node original) const
{
    return original != graphNode && m_index.hasChildren(original) == (sort == Sort::Branch);
}

Layout::Style Layout::styleOf(Node original) const
{
    const Tag tag(m_index.from(original));
    const qsizetype offset = m_index.hasChildren(original) ? m_index.elements[original].start + tag.length()
                                                           : qsizetype(m_index.elements[original].end);
    return {tag.quote('"'), lineEndBehind(offset)};
}

Node Layout::nearest(Sort sort, const QList<Node>& siblings, qsizetype position, Node near) const
{
    const auto size = static_cast<Node>(m_index.elements.size());
    for (qsizetype distance = 0; distance < siblings.size(); ++distance) {
        for (const qsizetype at : {position - 1 - distance, position + distance}) {
            if (at >= 0 && at < siblings.size() && siblings[at] < size && isOf(sort, siblings[at]))
                return siblings[at];
        }
    }
    for (Node node = near; node != graphNode; --node) {
        if (isOf(sort, node))
            return node;
    }
    for (Node node = near + 1; node < size; ++node) {
        if (isOf(sort, node))
            return node;
    }
    return noNode;
}

Layout::Style Layout::style(Sort sort, const QList<Node>& siblings, qsizetype position, Node near) const
{
    Style style{sort == Sort::Branch ? '\'' : '"', {}};
    Node model = nearest(sort, siblings, position, near);
    if (model != noNode)
        style = styleOf(model);
    if (style.lineEnd.isEmpty()) {
        model = nearest(sort == Sort::Branch ? Sort::Leaf : Sort::Branch, siblings, position, near);
        style.lineEnd = model == noNode ? QByteArray() : styleOf(model).lineEnd;
    }
    if (style.lineEnd.isEmpty()) {
        const qsizetype first = behindLineEnd(0, m_index.xml.size());
        style.lineEnd = first > 1 && m_index.xml[first - 2] == '\r' && m_index.xml[first - 1] == '\n' ? "\r\n" : "\n";
    }
    return style;
}

QByteArray Layout::indentStep(Node original) const
{
    for (Node node = original; node != noNode && m_index.elements[node].parent != noNode;
         node = m_index.elements[node].parent) {
        const auto inner = indent(node);
        const auto outer = indent(m_index.elements[node].parent);
        if (inner && outer && inner->size() > outer->size() && inner->startsWith(*outer))
            return inner->sliced(outer->size());
    }
    return " ";
}

} // namespace stationer
