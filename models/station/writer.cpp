#include "station/writer.h"

#include "station/layout.h"

#include <numeric>
#include <utility>

namespace stationer {

namespace {

class Writer {
public:
    explicit Writer(const Tree& tree) : m_tree(tree), m_index(tree.index()), m_layout(tree.index()) {}

    QList<QByteArray> written()
    {
        copy(0, m_index.elements[graphNode].start);
        write(graphNode, false);
        copy(m_index.elements[graphNode].end, m_index.xml.size());
        flushCopied();
        m_pieces.append(m_out);
        return std::move(m_pieces);
    }

private:
    /// Bytes of the file; neighbours become one stretch.
    void copy(qsizetype from, qsizetype to)
    {
        if (from != m_to) {
            flushCopied();
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
        constexpr qsizetype shortest = 4096; // shorter ones are copied, so that there are few pieces
        const qsizetype length = m_to - m_from;
        if (length < shortest) {
            m_out.append(m_index.xml.constData() + m_from, length);
        } else {
            m_pieces.append(std::exchange(m_out, QByteArray()));
            m_pieces.append(QByteArray::fromRawData(m_index.xml.constData() + m_from, length));
        }
        m_from = m_to;
    }

    void write(Node node, bool isInline);
    void writeOnNewLines(Node node, const QByteArray& indent, const QByteArray& lineEnd, bool isInline);
    void writeAmongOriginals(Node node);
    void writeLine(Node added);
    QByteArray indent(Node node) const;

    const Tree& m_tree;
    const Index& m_index;
    Layout m_layout;
    QList<QByteArray> m_pieces;
    QByteArray m_out;               ///< behind the pieces
    qsizetype m_from = 0, m_to = 0; ///< behind that: bytes of the file, not yet taken over
};

QByteArray Writer::indent(Node node) const
{
    return m_tree.isOriginal(node) ? m_layout.indent(node).value_or(QByteArray()) : m_tree.added().at(node).indent;
}

void Writer::writeLine(Node added)
{
    put(indent(added));
    write(added, false);
    put(m_tree.added().at(added).lineEnd);
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
        return copy(m_index.elements[node].start, m_index.elements[node].end);
    QByteArray tag = m_tree.tag(node);
    if (isOriginal && !m_layout.isEmptyTag(node)) {
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
    const QList<Node> originals = m_index.children(node);
    const QList<Node> children = m_tree.children(node);
    const qsizetype end = m_layout.endTagStart(node);
    qsizetype at = m_layout.startTagEnd(node);
    qsizetype next = 0; // among the originals

    const auto gapEnd = [&] { return next < originals.size() ? m_layout.extent(originals[next]).begin : end; };
    const auto skipRemovedUntil = [&](Node kept) {
        for (; next < originals.size() && originals[next] != kept; ++next) {
            const Layout::Extent gone = m_layout.extent(originals[next]);
            copy(at, gone.begin);
            at = gone.end;
        }
    };

    if (originals.isEmpty() && !children.isEmpty() && m_layout.indent(node) && m_layout.behindLineEnd(at, end) < 0) {
        copy(at, end);
        writeOnNewLines(node, indent(node), m_layout.style(Layout::Sort::Branch, {{}, 0, node}).lineEnd, false);
        return copy(end, m_index.elements[node].end);
    }
    for (const Node child : children) {
        if (m_tree.isOriginal(child)) {
            skipRemovedUntil(child);
            const Layout::Extent extent = m_layout.extent(child);
            copy(at, m_index.elements[child].start);
            write(child, false);
            copy(m_index.elements[child].end, extent.end);
            at = extent.end;
            ++next;
            continue;
        }
        const bool isAtLineStart = m_index.xml[at - 1] == '\n' || m_index.xml[at - 1] == '\r';
        const qsizetype lineStart = isAtLineStart ? at : m_layout.behindLineEnd(at, gapEnd());
        if (lineStart >= 0) {
            copy(at, lineStart);
            at = lineStart;
            writeLine(child);
        } else {
            write(child, true);
        }
    }
    skipRemovedUntil(noNode);
    copy(at, m_index.elements[node].end);
}

} // namespace

QList<QByteArray> writeXmlPieces(const Tree& tree)
{
    if (tree.overlay() == Overlay())
        return {tree.index().xml};
    return Writer(tree).written();
}

QByteArray writeXml(const Tree& tree)
{
    const QList<QByteArray> pieces = writeXmlPieces(tree);
    if (pieces.size() == 1)
        return pieces.first();
    QByteArray xml;
    xml.reserve(std::accumulate(pieces.begin(), pieces.end(), qsizetype(0),
                                [](qsizetype sum, const QByteArray& piece) { return sum + piece.size(); }));
    for (const QByteArray& piece : pieces)
        xml += piece;
    return xml;
}

} // namespace stationer
