#pragma once

#include "station/tree.h"

namespace stationer {

/// How the file is laid out around an element of it: which bytes are its own, and which style a neighbour would have.
/// Real files write an element without children as `<p n="…"/>` and LF, one with children as `<p n='…'>` and CRLF.
class Layout {
public:
    explicit Layout(const Index& index) : m_index(index) {}

    struct Extent {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool isWholeLines = false; ///< with the indent in front and the line end behind
    };
    /// What goes when this element goes: its lines where it stands alone on them, else the element.
    Extent extent(Node original) const;
    /// The white space in front of the element; nothing if it does not begin its line.
    std::optional<QByteArray> indent(Node original) const;
    /// Behind the first line end in [from, to) that is not inside a comment, a processing instruction or CDATA; -1 if none.
    static qsizetype behindLineEnd(const QByteArray& xml, qsizetype from, qsizetype to);
    qsizetype startTagEnd(Node original) const;
    qsizetype endTagStart(Node original) const; ///< the element's end for an empty tag
    bool isEmptyTag(Node original) const;
    /// Whether an element whose children are all gone was an empty tag once, before an earlier run added the first of them.
    /// It then has the quotes of the leaves and not those of the branches, and nothing but white space inside.
    bool wasEmptyTag(Node original) const;

    enum class Sort { Leaf, Branch };
    struct Style {
        char quote = '"';
        QByteArray lineEnd;
    };
    /// Where something is to go: among these siblings, and anyhow close to this element of the file.
    struct Place {
        QList<Node> siblings;
        qsizetype position = 0;
        Node near = graphNode;
    };
    /// As the nearest element of this sort has it, siblings first.
    Style style(Sort sort, const Place& place) const;
    /// What a level adds to the indentation around an element.
    QByteArray indentStep(Node original) const;

private:
    bool isOf(Sort sort, Node original) const;
    Style styleOf(Node original) const;
    template <class Fits>
    Node nearest(const Place& place, Fits&& fits) const;
    static QByteArray lineEndBehind(const QByteArray& xml, qsizetype offset);

    const Index& m_index;
};

} // namespace stationer
