#pragma once

#include "station/overlay.h"
#include "station/tag.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>

namespace stationer {

/// The elements as they stand with an overlay on top: reading only. A document has one for what is now and one for what
/// was last saved. Whoever changes the overlay makes a new tree.
class Tree {
public:
    Tree(std::shared_ptr<const Index> index, std::shared_ptr<const AddedElements> added, Overlay overlay = {});

    const Index& index() const { return *m_index; }
    const std::shared_ptr<const Index>& indexShared() const { return m_index; }
    const AddedElements& added() const { return *m_added; }
    const Overlay& overlay() const { return m_overlay; }

    /// Whether the element has bytes of its own, in the file or in a part.
    bool isOriginal(Node node) const { return node < m_added->first || node >= firstTaken; }
    bool isOfFile(Node node) const { return node < m_added->first; }
    bool isKnown(Node node) const
    {
        return node < firstTaken ? node < m_added->first + m_added->elements.size()
                                 : node - firstTaken < m_index->parts->elements.size();
    }
    bool exists(Node node) const; ///< the node and all above it

    Node parent(Node node) const;
    const Placement* placement(Node node) const; ///< nullptr for what stands where its text has it
    qsizetype depth(Node node) const;            ///< levels below the graph
    QList<Node> children(Node node) const;
    bool hasChildren(Node node) const;
    Node child(Node node, QStringView name) const;
    bool isWithin(Node node, Node ancestor) const; ///< or the same
    bool isComponent(Node node) const;

    SlotKind kind(Node node) const;
    QByteArrayView baseTag(Node node) const; ///< before changes; may run on behind the tag
    QByteArray tag(Node node, char quote = '"') const;
    std::optional<QString> attribute(Node node, QByteArrayView name) const;
    QString name(Node node) const { return attribute(node, "n").value_or(QString()); }
    QByteArray rawType(Node node) const; ///< symbol not resolved
    QString type(Node node) const;       ///< as Document::type
    bool isNamed(Node node, const QByteArray& utf8, const QString& name) const;

    /// Declarations in force, in document order.
    const QList<Declaration>& declarations() const;
    bool isBefore(Node one, Node other) const; ///< in document order
    void sort(QList<SlotId>& slotIds) const;   ///< into document order
    /// The module a symbol stands for at a node; empty if none. Declarations for which `ignored` says so do not count.
    QByteArray module(const QByteArray& symbol, Node at, const std::function<bool(Node)>& ignored = {}) const;

    /// Whether nothing in this subtree of the file differs from the file.
    bool isClean(Node original) const;

    /// Visits a subtree in document order until `visit` returns false; then so does this.
    template <class Visit>
    bool walk(Node node, Visit&& visit) const;
    /// Same for all that comes behind a node in document order, with or without what is inside it.
    template <class Visit>
    bool walkBehind(Node node, bool inside, Visit&& visit) const;

private:
    const TagChange* change(Node node) const;
    bool isListed(Node node, Node parent, const QList<Node>& children) const;

    std::shared_ptr<const Index> m_index;
    std::shared_ptr<const AddedElements> m_added;
    Overlay m_overlay;
    std::vector<Node> m_dirty;   ///< elements with bytes of their own in the overlay, sorted
    bool m_isRearranged = false; ///< the order of the nodes is not the document's any more
    mutable std::optional<QList<Declaration>> m_declarations;
    mutable QHash<QByteArray, QList<Declaration>> m_bySymbol; ///< the same, in the same order
    mutable QHash<Node, QSet<Node>> m_listed;                 ///< the children again, of parents that have many
};

template <class Visit>
bool Tree::walk(Node node, Visit&& visit) const
{
    if (isOriginal(node) && isClean(node)) {
        for (Node each = node; each < m_index->at(node).next; ++each) {
            if (!visit(each))
                return false;
        }
        return true;
    }
    if (!visit(node))
        return false;
    const QList<Node> below = children(node);
    return std::all_of(below.begin(), below.end(), [&](Node child) { return walk(child, visit); });
}

template <class Visit>
bool Tree::walkBehind(Node node, bool inside, Visit&& visit) const
{
    if (inside) {
        const QList<Node> below = children(node);
        if (!std::all_of(below.begin(), below.end(), [&](Node child) { return walk(child, visit); }))
            return false;
    }
    for (Node above = parent(node); above != noNode; node = above, above = parent(node)) {
        const QList<Node> siblings = children(above);
        for (qsizetype i = siblings.indexOf(node) + 1; i < siblings.size(); ++i) {
            if (!walk(siblings[i], visit))
                return false;
        }
    }
    return true;
}

} // namespace stationer
