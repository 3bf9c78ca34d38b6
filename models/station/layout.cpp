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

template <class Fits>
Node Layout::nearest(const Place& place, Fits&& fits) const
{
    const auto size = static_cast<Node>(m_index.elements.size());
    const QList<Node>& siblings = place.siblings;
    for (qsizetype distance = 0; distance < siblings.size(); ++distance) {
        for (const qsizetype at : {place.position - 1 - distance, place.position + distance}) {
            if (at >= 0 && at < siblings.size() && siblings[at] < size && fits(siblings[at]))
                return siblings[at];
        }
    }
    for (Node node = place.near; node != graphNode; --node) {
        if (fits(node))
            return node;
    }
    for (Node node = place.near + 1; node < size; ++node) {
        if (fits(node))
            return node;
    }
    return noNode;
}

Layout::Style Layout::style(Sort sort, const Place& place) const
{
    const auto endsLine = [this](Node node) { return !styleOf(node).lineEnd.isEmpty(); };
    Style style{sort == Sort::Branch ? '\'' : '"', {}};
    if (const Node model = nearest(place, [&](Node node) { return isOf(sort, node); }); model != noNode)
        style = styleOf(model);
    if (style.lineEnd.isEmpty()) {
        Node model = nearest(place, [&](Node node) { return isOf(sort, node) && endsLine(node); });
        if (model == noNode)
            model = nearest(place, [&](Node node) { return node != graphNode && endsLine(node); });
        if (model != noNode)
            style.lineEnd = styleOf(model).lineEnd;
    }
    if (style.lineEnd.isEmpty()) {
        const qsizetype behind = behindLineEnd(0, m_index.xml.size());
        style.lineEnd = behind > 1 && m_index.xml[behind - 2] == '\r' && m_index.xml[behind - 1] == '\n' ? "\r\n" : "\n";
    }
    return style;
}

QByteArray Layout::indentStep(Node original) const
{
    for (Node node = original; node != noNode && m_index.elements[node].parent != noNode;
         node = m_index.elements[node].parent) {
        const auto inner = indent(node);
        const auto outer = indent(m_index.elements[node].parent);
        if (inner && outer && inner->startsWith(*outer))
            return inner->sliced(outer->size());
    }
    return " ";
}

} // namespace stationer
