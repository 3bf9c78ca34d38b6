#include "station/layout.h"

#include <algorithm>

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
    const QByteArray& xml = m_index.text(original);
    const qsizetype start = m_index.at(original).start;
    qsizetype at = start;
    while (at > 0 && isBlank(xml[at - 1]))
        --at;
    if (at > 0 && !isLineEnd(xml[at - 1]))
        return std::nullopt;
    return xml.sliced(at, start - at);
}

QByteArray Layout::lineEndBehind(const QByteArray& xml, qsizetype offset)
{
    while (offset < xml.size() && isBlank(xml[offset]))
        ++offset;
    if (offset == xml.size() || !isLineEnd(xml[offset]))
        return {};
    return xml.sliced(offset, xml[offset] == '\r' && offset + 1 < xml.size() && xml[offset + 1] == '\n' ? 2 : 1);
}

Layout::Extent Layout::extent(Node original) const
{
    const Element& element = m_index.at(original);
    const QByteArray& xml = m_index.text(original);
    const auto before = indent(original);
    const QByteArray behind = lineEndBehind(xml, element.end);
    if (!before || behind.isEmpty())
        return {element.start, element.end, false};
    qsizetype end = element.end;
    while (isBlank(xml[end]))
        ++end;
    return {element.start - before->size(), end + behind.size(), true};
}

qsizetype Layout::behindLineEnd(const QByteArray& xml, qsizetype from, qsizetype to)
{
    const QByteArrayView gap = QByteArrayView(xml).first(to);
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
    return m_index.at(original).start + Tag(m_index.from(original)).length();
}

bool Layout::isEmptyTag(Node original) const
{
    return m_index.text(original)[m_index.at(original).end - 2] == '/';
}

qsizetype Layout::endTagStart(Node original) const
{
    const qsizetype end = m_index.at(original).end;
    return isEmptyTag(original) ? end : m_index.text(original).lastIndexOf('<', end - 1);
}

bool Layout::wasEmptyTag(Node original) const
{
    constexpr int examples = 64; // beside it, in document order
    if (original == graphNode || isEmptyTag(original) || !m_index.hasChildren(original) ||
        styleOf(original).lineEnd.isEmpty())
        return false;
    const QByteArray& xml = m_index.text(original);
    qsizetype at = startTagEnd(original);
    const auto isBlankUntil = [&](qsizetype end) {
        const QByteArrayView gap = QByteArrayView(xml).sliced(at, end - at);
        return std::all_of(gap.begin(), gap.end(), [](char c) { return isBlank(c) || isLineEnd(c); });
    };
    for (const Node child : m_index.children(original)) {
        if (!isBlankUntil(m_index.at(child).start))
            return false;
        at = m_index.at(child).end;
    }
    if (!isBlankUntil(endTagStart(original)))
        return false;

    const char quote = styleOf(original).quote;
    int branches = 0, otherBranches = 0, leaves = 0, otherLeaves = 0;
    const auto [first, behind] = m_index.textRange(original);
    for (Node node = first; node != behind && (branches < examples || leaves < examples); ++node) {
        if (node == original || m_index.at(node).parent == noNode)
            continue;
        const bool isOther = styleOf(node).quote != quote;
        if (m_index.hasChildren(node)) {
            ++branches;
            otherBranches += isOther ? 1 : 0;
        } else {
            ++leaves;
            otherLeaves += isOther ? 1 : 0;
        }
    }
    return otherBranches * 2 > branches && otherLeaves * 2 < leaves;
}

bool Layout::isOf(Sort sort, Node original) const
{
    return m_index.at(original).parent != noNode && m_index.hasChildren(original) == (sort == Sort::Branch);
}

Layout::Style Layout::styleOf(Node original) const
{
    const Tag tag(m_index.from(original));
    const Element& element = m_index.at(original);
    const qsizetype offset =
        m_index.hasChildren(original) ? element.start + tag.length() : static_cast<qsizetype>(element.end);
    return {tag.quote('"'), lineEndBehind(m_index.text(original), offset)};
}

template <class Fits>
Node Layout::nearest(const Place& place, Fits&& fits) const
{
    const auto size = static_cast<Node>(m_index.elements.size());
    const auto isOriginal = [size](Node node) { return node < size || node >= firstTaken; };
    const QList<Node>& siblings = place.siblings;
    for (qsizetype distance = 0; distance < siblings.size(); ++distance) {
        for (const qsizetype at : {place.position - 1 - distance, place.position + distance}) {
            if (at >= 0 && at < siblings.size() && isOriginal(siblings[at]) && fits(siblings[at]))
                return siblings[at];
        }
    }
    const auto [first, behind] = m_index.textRange(place.near);
    for (Node node = place.near; node != first; --node) {
        if (fits(node))
            return node;
    }
    for (Node node = place.near + 1; node < behind; ++node) {
        if (fits(node))
            return node;
    }
    // A part may be too small to have an example.
    for (Node node = graphNode + 1; first != graphNode && node < size; ++node) {
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
        const QByteArray& xml = m_index.text(place.near);
        const qsizetype behind = behindLineEnd(xml, 0, xml.size());
        style.lineEnd = behind > 1 && xml[behind - 2] == '\r' && xml[behind - 1] == '\n' ? "\r\n" : "\n";
    }
    return style;
}

QByteArray Layout::indentStep(Node original) const
{
    for (Node node = original; node != noNode && m_index.at(node).parent != noNode; node = m_index.at(node).parent) {
        const auto inner = indent(node);
        const auto outer = indent(m_index.at(node).parent);
        if (inner && outer && inner->startsWith(*outer))
            return inner->sliced(outer->size());
    }
    return " ";
}

} // namespace stationer
