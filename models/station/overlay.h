#pragma once

#include "station/index.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <optional>

namespace stationer {

/// What differs in an element's tag from the tag it came with. A field that is not set is as it was.
struct TagChange {
    std::optional<QString> name;
    std::optional<std::optional<QString>> module; ///< `m`; nothing inside: taken away
    std::optional<std::optional<QString>> value;  ///< `v`

    bool isEmpty() const { return !name && !module && !value; }
    bool operator==(const TagChange&) const = default;
};

/// Where an element stands that was moved to another parent or came with a part, and how its line is written there. What is
/// inside keeps its bytes, but for the indentation of its lines.
struct Placement {
    Node parent = noNode;
    QByteArray indent;
    QByteArray lineEnd;

    bool operator==(const Placement&) const = default;
};

/// What differs from the file as opened, and nothing else: an entry that says the same as the file is not kept. So two
/// equal overlays are the same bytes, and a document without edits has an empty one.
struct Overlay {
    QHash<Node, TagChange> tags;
    QHash<Node, QList<Node>> children; ///< the whole list, in order
    QHash<Node, Placement> places;     ///< of elements that do not stand where their text has them

    bool operator==(const Overlay&) const = default;
};

/// The elements of which two overlays say different things.
QSet<Node> differing(const Overlay& one, const Overlay& other);

/// An element that the file as opened does not have. It is written with the style that was chosen when it was made.
struct AddedElement {
    Node parent = noNode;
    QByteArray tag = "<p/>"; ///< always an empty tag, also where it has children
    QByteArray indent;
    QByteArray lineEnd;       ///< behind its last line
    QByteArray branchLineEnd; ///< behind its start tag where it has children
    std::optional<quint64> handle;
};

/// All elements ever added; it only grows, so that an edit can be undone and done again.
struct AddedElements {
    Node first = 0; ///< the ids below are the file's own
    std::deque<AddedElement> elements;

    const AddedElement& at(Node node) const { return elements[node - first]; }
    AddedElement& at(Node node) { return elements[node - first]; }
};

} // namespace stationer
