#pragma once

#include "station/layout.h"

#include <QSet>

#include <type_traits>

namespace stationer {

/// A document's overlay while an edit is being planned on it. The document does not change; the edit is the difference.
class Draft {
public:
    Draft(const Tree& before, std::shared_ptr<AddedElements> added);

    const Tree& tree() const { return m_tree; }

    void setName(Node node, const QString& name) { set(node, &TagChange::name, name); }
    void setValue(Node node, const std::optional<QString>& value) { set(node, &TagChange::value, value); }
    void setModule(Node node, const std::optional<QString>& module) { set(node, &TagChange::module, module); }
    void restoreModule(Node node) { set(node, &TagChange::module, std::nullopt); } ///< as the element came with it
    bool isModuleChanged(Node node) const { return m_tree.overlay().tags.value(node).module.has_value(); }
    void setChildren(Node node, const QList<Node>& children);
    void insertChild(Node parent, qsizetype position, Node child);
    void removeChild(Node child);
    /// Lets an element with bytes of its own stand there, wherever it stood; its line is laid out as its neighbours'.
    void place(Node node, Node parent, qsizetype position);

    /// Lets elements of a part stand under `parent`, whose children are then these.
    void adopt(const QHash<Node, Placement>& places, Node parent, const QList<Node>& children);

    /// A new element with its children, in the style of what is around it.
    Node create(Node parent, qsizetype position, const NewSlot& slot);

    Edit finished(Node subject) const;
    /// The handle after the highest in use; nothing where there is none.
    std::optional<quint64> freeHandle() const;
    QByteArray indentUnder(Node parent, qsizetype position) const;
    Layout::Place placeAt(Node parent, qsizetype position) const;
    Node nearestOriginal(Node node) const;

private:
    template <class Value>
    void set(Node node, std::optional<Value> TagChange::*field, const std::type_identity_t<std::optional<Value>>& value)
    {
        TagChange change = m_tree.overlay().tags.value(node);
        change.*field = value;
        setTag(node, change);
    }
    void setTag(Node node, TagChange change);
    void renew(Overlay overlay);

    Tree m_before;
    std::shared_ptr<AddedElements> m_added;
    Tree m_tree;
    QSet<Node> m_tags, m_lists, m_places; ///< touched
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
    QList<Change<Placement>> places;
};

} // namespace stationer
