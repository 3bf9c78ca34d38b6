#pragma once

#include "station/document.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace stationer {

/// An element's place in document order, and the number behind its SlotId. 0 is the bajaObjectGraph element.
using Node = quint32;
inline constexpr Node noNode = 0xffffffffu;
inline constexpr Node graphNode = 0;

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

/// The handles in use: a bitmap while they are small, as they are in real files, else a set.
class Handles {
public:
    bool insert(quint64 handle); ///< false if it was there
    bool contains(quint64 handle) const;
    quint64 highest() const { return m_highest; }

private:
    std::vector<bool> m_small;
    std::unordered_set<quint64> m_large;
    quint64 m_highest = 0;
};

/// What was learnt from the file in the one pass that opened it. It never changes afterwards.
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

    /// The bytes from the start of an element on.
    QByteArrayView from(Node node) const { return QByteArrayView(xml).sliced(elements[node].start); }
    QList<Node> children(Node node) const;
    bool hasChildren(Node node) const { return elements[node].next > node + 1; }
    qint64 line(qsizetype offset) const; ///< from 1
};

/// The symbol and the module of an `m`, both empty if it is of another form.
Declaration declaration(QByteArrayView text);
/// The part of a `t` before the colon; empty if there is none.
QByteArray symbolOf(const QByteArray& type);
std::optional<quint64> readHandle(QByteArrayView text);

} // namespace stationer
