#include "station/writer.h"

#include "station/layout.h"
#include "station/rising.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

namespace stationer {

namespace {

/// Those of the children that keep their order in the text they stand in; the others are written where they are wanted.
QSet<Node> anchored(const Tree& tree, const QList<Node>& children)
{
    QList<Node> own;
    bool isInOrder = true;
    for (const Node child : children) {
        if (!tree.isOriginal(child) || tree.placement(child))
            continue;
        isInOrder = isInOrder && (own.isEmpty() || own.last() < child);
        own.append(child);
    }
    if (isInOrder)
        return {own.begin(), own.end()};
    QSet<Node> kept; // as few lines as can be go elsewhere
    for (const qsizetype at : longestRising(own))
        kept.insert(own[at]);
    return kept;
}

class Writer {
public:
    explicit Writer(const Tree& tree, qsizetype shortest = 4096)
        : m_tree(tree), m_index(tree.index()), m_layout(tree.index()), m_shortest(shortest), m_text(&m_index.xml)
    {
    }

    QList<QByteArray> written()
    {
        copy(m_index.xml, 0, m_index.elements[graphNode].start);
        write(graphNode, false);
        copy(m_index.xml, m_index.elements[graphNode].end, m_index.xml.size());
        return finished();
    }
    QList<QByteArray> written(Node node)
    {
        write(node, false);
        return finished();
    }

private:
    QList<QByteArray> finished()
    {
        flushCopied();
        m_pieces.append(m_out);
        return std::move(m_pieces);
    }
    /// Bytes of a text; neighbours become one stretch.
    void copy(const QByteArray& text, qsizetype from, qsizetype to)
    {
        if (from != m_to || &text != m_text) {
            flushCopied();
            m_text = &text;
            m_from = from;
        }
        m_to = to;
    }
    void put(const QByteArray& bytes)
    {
        flushCopied();
        m_out += bytes;
    }
    void flushCopied()
    {
        const qsizetype length = m_to - m_from;
        if (length < m_shortest) {
            m_out.append(m_text->constData() + m_from, length);
        } else {
            m_pieces.append(std::exchange(m_out, QByteArray()));
            m_pieces.append(QByteArray::fromRawData(m_text->constData() + m_from, length));
        }
        m_from = m_to;
    }

    void write(Node node, bool isInline);
    void writeOnNewLines(Node node, const QByteArray& indent, const QByteArray& lineEnd, bool isInline);
    void writeAmongOriginals(Node node);
    void writeLine(Node node);
    QByteArray indent(Node node) const;

    const Tree& m_tree;
    const Index& m_index;
    Layout m_layout;
    qsizetype m_shortest; ///< shorter stretches are copied, so that there are few pieces
    QList<QByteArray> m_pieces;
    QByteArray m_out; ///< behind the pieces
    const QByteArray* m_text;
    qsizetype m_from = 0, m_to = 0; ///< behind that: bytes of the text, not yet taken over
};

QByteArray Writer::indent(Node node) const
{
    return m_tree.isOriginal(node) ? m_layout.indent(node).value_or(QByteArray()) : m_tree.added().at(node).indent;
}

/// A line of its own for what was added, moved or came with a part.
void Writer::writeLine(Node node)
{
    if (!m_tree.isOriginal(node)) {
        put(indent(node));
        write(node, false);
        put(m_tree.added().at(node).lineEnd);
        return;
    }
    const auto own = m_layout.indent(node);
    const Placement* const place = m_tree.placement(node);
    if (!place) { // in another order than in its text
        const Layout::Extent extent = m_layout.extent(node);
        const Element& element = m_index.at(node);
        const QByteArray& text = m_index.text(node);
        if (!extent.isWholeLines)
            return write(node, true);
        copy(text, extent.begin, element.start);
        write(node, false);
        copy(text, element.end, extent.end);
        return;
    }
    put(place->indent);
    if (!own || *own == place->indent)
        write(node, false);
    else
        put(reindented(writeXml(m_tree, node), *own, place->indent));
    put(place->lineEnd);
}

/// An element whose tag was empty: its children on lines of their own, and an end tag.
void Writer::writeOnNewLines(Node node, const QByteArray& indent, const QByteArray& lineEnd, bool isInline)
{
    if (!isInline)
        put(lineEnd);
    for (const Node child : m_tree.children(node)) {
        if (isInline)
            write(child, true);
        else
            writeLine(child);
    }
    if (!isInline)
        put(indent);
}

void Writer::write(Node node, bool isInline)
{
    const bool isOriginal = m_tree.isOriginal(node);
    if (isOriginal && m_tree.isClean(node))
        return copy(m_index.text(node), m_index.at(node).start, m_index.at(node).end);
    QByteArray tag = m_tree.tag(node);
    if (isOriginal && !m_layout.isEmptyTag(node)) {
        if (m_tree.children(node).isEmpty() && m_layout.wasEmptyTag(node))
            return put(tag.insert(tag.size() - 1, '/'));
        put(tag);
        return writeAmongOriginals(node);
    }
    const QList<Node> children = m_tree.children(node);
    if (children.isEmpty()) {
        put(tag);
        return;
    }
    tag.remove(tag.size() - 2, 1);
    put(tag);
    if (isOriginal) {
        const auto style = m_layout.style(Layout::Sort::Branch, {{}, 0, node});
        writeOnNewLines(node, indent(node), style.lineEnd, isInline || !m_layout.indent(node));
    } else {
        writeOnNewLines(node, indent(node), m_tree.added().at(node).branchLineEnd, isInline);
    }
    put("</" + Tag(tag).element().toByteArray() + '>');
}

/// Between the children that the file has stand bytes that are no element's; they are copied, and what was added goes
/// where a line begins.
void Writer::writeAmongOriginals(Node node)
{
    const QByteArray& text = m_index.text(node);
    const QList<Node> originals = m_index.children(node);
    const QList<Node> children = m_tree.children(node);
    const QSet<Node> kept = anchored(m_tree, children);
    const qsizetype end = m_layout.endTagStart(node);
    qsizetype at = m_layout.startTagEnd(node);
    qsizetype next = 0; // among the originals

    const auto gapEnd = [&] { return next < originals.size() ? m_layout.extent(originals[next]).begin : end; };
    const auto skipRemovedUntil = [&](Node wanted) {
        for (; next < originals.size() && originals[next] != wanted; ++next) {
            const Layout::Extent gone = m_layout.extent(originals[next]);
            copy(text, at, gone.begin);
            at = gone.end;
        }
    };

    if (originals.isEmpty() && !children.isEmpty() && m_layout.indent(node) && Layout::behindLineEnd(text, at, end) < 0) {
        copy(text, at, end);
        writeOnNewLines(node, indent(node), m_layout.style(Layout::Sort::Branch, {{}, 0, node}).lineEnd, false);
        return copy(text, end, m_index.at(node).end);
    }
    for (const Node child : children) {
        if (kept.contains(child)) {
            skipRemovedUntil(child);
            const Layout::Extent extent = m_layout.extent(child);
            copy(text, at, m_index.at(child).start);
            write(child, false);
            copy(text, m_index.at(child).end, extent.end);
            at = extent.end;
            ++next;
            continue;
        }
        const bool isAtLineStart = text[at - 1] == '\n' || text[at - 1] == '\r';
        const qsizetype lineStart = isAtLineStart ? at : Layout::behindLineEnd(text, at, gapEnd());
        if (lineStart >= 0) {
            copy(text, at, lineStart);
            at = lineStart;
            writeLine(child);
        } else {
            write(child, true);
        }
    }
    skipRemovedUntil(noNode);
    copy(text, at, m_index.at(node).end);
}

/// Behind what begins with `<` there.
qsizetype behindMarkup(QByteArrayView xml, qsizetype at)
{
    const auto past = [&](QByteArrayView mark, qsizetype from) {
        const qsizetype found = xml.indexOf(mark, from);
        return found < 0 ? xml.size() : found + mark.size();
    };
    const QByteArrayView rest = xml.sliced(at);
    if (rest.startsWith("<!--"))
        return past("-->", at + 4);
    if (rest.startsWith("<![CDATA["))
        return past("]]>", at + 9);
    if (rest.startsWith("<?"))
        return past("?>", at + 2);
    return rest.startsWith("</") ? past(">", at) : at + Tag(rest).length();
}

} // namespace

QByteArray reindented(QByteArrayView xml, QByteArrayView from, QByteArrayView to)
{
    QByteArray result;
    result.reserve(xml.size());
    qsizetype at = 0;
    while (at < xml.size()) {
        if (xml[at] == '<') {
            const qsizetype behind = behindMarkup(xml, at);
            result += xml.sliced(at, behind - at);
            at = behind;
            continue;
        }
        const bool isLineEnd = xml[at] == '\n' || (xml[at] == '\r' && !xml.sliced(at + 1).startsWith('\n'));
        result += xml[at++];
        if (isLineEnd && xml.sliced(at).startsWith(from)) {
            result += to;
            at += from.size();
        }
    }
    return result;
}

QList<QByteArray> writeXmlPieces(const Tree& tree, qsizetype shortest)
{
    if (tree.overlay() == Overlay())
        return {tree.index().xml};
    return Writer(tree, shortest).written();
}

namespace {

QByteArray inOnePiece(const QList<QByteArray>& pieces)
{
    QByteArray xml;
    xml.reserve(std::accumulate(pieces.begin(), pieces.end(), qsizetype(0),
                                [](qsizetype sum, const QByteArray& piece) { return sum + piece.size(); }));
    for (const QByteArray& piece : pieces)
        xml += piece;
    return xml;
}

} // namespace

QByteArray writeXml(const Tree& tree)
{
    const QList<QByteArray> pieces = writeXmlPieces(tree);
    return tree.overlay() == Overlay() ? pieces.first() : inOnePiece(pieces);
}

QByteArray writeXml(const Tree& tree, Node node)
{
    return inOnePiece(Writer(tree).written(node));
}

} // namespace stationer
