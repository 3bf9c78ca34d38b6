#pragma once

#include "station/document.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace stationer {

/// An element's place in document order, and the number behind its SlotId. 0 is the bajaObjectGraph element.
using Node = quint32;
inline constexpr Node noNode = 0xffffffffu;
inline constexpr Node graphNode = 0;
/// From here on: elements of parts that were taken in from another text.
inline constexpr Node firstTaken = 0x80000000u;

inline SlotId slotId(Node node)
{
    return static_cast<SlotId>(node);
}
inline Node nodeOf(SlotId slot)
{
    return static_cast<Node>(slot);
}

/// One element of the file as opened. There are a million of them, so there is nothing here that the bytes can tell.
struct Element {
    quint32 start; ///< of the `<`
    quint32 end;   ///< behind the end tag, or behind the empty tag
    Node parent;   ///< noNode for the graph
    Node next;     ///< the first element behind this subtree
    quint32 type;  ///< index into Index::types, shifted by two; the lower two bits are the SlotKind
    quint32 typeId() const { return type >> 2; }
    SlotKind kind() const { return static_cast<SlotKind>(type & 3); }
};
static_assert(sizeof(Element) == 20);

/// `symbol=module`, as an element declares it.
struct Declaration {
    Node node = noNode;
    QByteArray symbol;
    QByteArray module;
};

/// The handles in use and whose they are: a table while they are small and dense, as they are in real files, else a map.
class Handles {
public:
    bool insert(quint64 handle, Node node); ///< false if it was there; then it stays the first one's
    Node nodeOf(quint64 handle) const;      ///< noNode if nobody has it
    quint64 highest() const { return m_highest; }

private:
    std::vector<Node> m_small;
    std::unordered_map<quint64, Node> m_large;
    quint64 m_count = 0;
    quint64 m_highest = 0;
};

struct Index;

/// Texts that were pasted, each with its own bytes and what was learnt from them. They only grow, so that a paste can be
/// undone and done again; an element of theirs is in the station where the overlay places it.
struct Parts {
    struct Part {
        Node first;
        std::shared_ptr<const Index> index;
        QList<std::pair<Node, quint64>> handles;
    };
    std::deque<Element> elements;
    std::vector<Part> parts;

    const Part& of(Node node) const;
    Node take(std::shared_ptr<const Index> index); ///< the node of its graph
};

/// What was learnt from the file in the one pass that opened it. It never changes afterwards; the parts beside it grow.
struct Index {
    struct Remark {
        DocumentRemark::Kind kind;
        Node node;
    };

    QByteArray xml;
    std::vector<Element> elements; ///< in document order
    QList<QByteArray> types;       ///< every text of `t` that occurs, symbols not resolved; 0 is none
    QList<Declaration> declarations;
    std::vector<Remark> remarks;
    Handles handles;
    std::shared_ptr<Parts> parts = std::make_shared<Parts>();

    /// The elements of these types, in document order. They are looked for once.
    std::vector<Node> ofTypes(const std::vector<quint32>& typeIds) const;

    const Element& at(Node node) const { return node < firstTaken ? elements[node] : parts->elements[node - firstTaken]; }
    /// The text that an element stands in: the file, or the part it came with.
    const QByteArray& text(Node node) const { return node < firstTaken ? xml : parts->of(node).index->xml; }
    const QByteArray& rawType(Node node) const
    {
        return (node < firstTaken ? types : parts->of(node).index->types)[at(node).typeId()];
    }
    /// The first element of that text, and the one behind its last.
    std::pair<Node, Node> textRange(Node node) const;

    /// The bytes from the start of an element on.
    QByteArrayView from(Node node) const { return QByteArrayView(text(node)).sliced(at(node).start); }
    QList<Node> children(Node node) const;
    bool hasChildren(Node node) const { return at(node).next > node + 1; }
    qint64 line(qsizetype offset) const; ///< from 1

private:
    mutable std::mutex m_mutex; ///< documents of several threads may share an index
    mutable std::unordered_map<quint32, std::vector<Node>> m_ofType;
};

/// The symbol and the module of an `m`, both empty if it is of another form.
Declaration declaration(QByteArrayView text);
/// The part of a `t` before the colon; empty if there is none.
QByteArray symbolOf(const QByteArray& type);
std::optional<quint64> readHandle(QByteArrayView text);

} // namespace stationer
