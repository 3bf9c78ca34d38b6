#pragma once

#include "station/tree.h"

#include <QSet>

namespace stationer {

/// A document's overlay while an edit is being planned on it. The document does not change; the edit is the difference.
class Draft {
public:
    Draft(const Tree& before, std::shared_ptr<AddedElements> added);

    const Tree& tree() const { return m_tree; }

    void setName(Node node, const QString& name);
    void setValue(Node node, const std::optional<QString>& value);
    void setModule(Node node, const std::optional<QString>& module);
    void restoreModule(Node node); ///< as the element came with it
    bool isModuleChanged(Node node) const;
    void setChildren(Node node, const QList<Node>& children);
    void insertChild(Node parent, qsizetype position, Node child);
    void removeChild(Node child);

    /// A new element with its children, in the style of what is around it.
    Node create(Node parent, qsizetype position, const NewSlot& slot);

    Edit finished(Node subject) const;

private:
    void setTag(Node node, TagChange change);
    TagChange tagChange(Node node) const { return m_tree.overlay().tags.value(node); }
    void renew(Overlay overlay);
    quint64 freeHandle() const;
    QByteArray indentUnder(Node parent, qsizetype position) const;
    Node nearestOriginal(Node node) const;

    Tree m_before;
    std::shared_ptr<AddedElements> m_added;
    Tree m_tree;
    QSet<Node> m_tags, m_lists; ///< touched
    quint64 m_handle = 0;       ///< the last one given
};

/// What an Edit is made of: the entries of the overlay before and after it.
struct Edit::Data {
    template <class Entry>
    struct Change {
        Node node;
        std::optional<Entry> before, after;
    };
    SlotId subject = SlotId::None;
    QList<SlotId> touched;
    QList<Change<TagChange>> tags;
    QList<Change<QList<Node>>> children;
};

} // namespace stationer
