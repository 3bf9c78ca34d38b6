#include "station/difference.h"

#include "station/documentdata.h"
#include "station/rising.h"
#include "station/value.h"

namespace stationer {

namespace {

using DifferenceKind = Difference::Kind;

/// What each symbol stands for, if it stands for the same all over the document.
std::optional<QHash<QByteArray, QByteArray>> symbolTable(const Tree& tree)
{
    QHash<QByteArray, QByteArray> table;
    for (const Declaration& each : tree.declarations()) {
        if (table.value(each.symbol, each.module) != each.module)
            return std::nullopt;
        table.insert(each.symbol, each.module);
    }
    return table;
}

class Comparison {
public:
    Comparison(const Tree& before, const Tree& after)
        : m_before(before), m_after(after), m_isSameFile(&before.index() == &after.index())
    {
        const auto one = symbolTable(before);
        m_mayCompareBytes = one && one == symbolTable(after);
    }

    QList<Difference> found(Node before, Node after)
    {
        if (before == noNode || after == noNode)
            return {};
        compare(before, after);
        settleRest();
        return std::move(m_found);
    }

private:
    void compare(Node before, Node after);
    void compareTags(Node before, Node after);
    void compareChildren(Node before, Node after);
    bool isSame(Node before, Node after) const;
    void settleRest();
    static QString path(const Tree& tree, Node node);
    void note(DifferenceKind kind, const Tree& tree, Node node, const std::optional<QString>& before,
              const std::optional<QString>& after);

    const Tree& m_before;
    const Tree& m_after;
    bool m_isSameFile;
    bool m_mayCompareBytes = false;
    QList<Node> m_gone, m_come; ///< not met in the other station, yet
    QList<Difference> m_found;
};

QString Comparison::path(const Tree& tree, Node node)
{
    QStringList names;
    for (Node above = tree.parent(node); above != graphNode && above != noNode; node = above, above = tree.parent(node))
        names.prepend(tree.name(node));
    return u'/' + names.join(u'/');
}

void Comparison::note(DifferenceKind kind, const Tree& tree, Node node, const std::optional<QString>& before,
                      const std::optional<QString>& after)
{
    Difference difference;
    difference.kind = kind;
    const Node parent = tree.parent(node);
    difference.path = parent == graphNode ? QStringLiteral("/") : path(tree, parent);
    difference.slot = tree.name(node);
    difference.before = before;
    difference.after = after;
    difference.isComponent = tree.isComponent(node);
    const bool isOfValue = kind == DifferenceKind::Value || kind == DifferenceKind::Added || kind == DifferenceKind::Removed;
    const QString type = tree.type(node);
    if (isOfValue && (isEncoded(type, before.value_or(QString())) || isEncoded(type, after.value_or(QString())))) {
        difference.isSecret = true;
        difference.before.reset();
        difference.after.reset();
    }
    m_found.append(difference);
}

bool Comparison::isSame(Node before, Node after) const
{
    if (!m_before.isOriginal(before) || !m_after.isOriginal(after) || !m_before.isClean(before) || !m_after.isClean(after))
        return false;
    if (m_isSameFile)
        return before == after && m_mayCompareBytes;
    const auto bytes = [](const Tree& tree, Node node) {
        const Element& element = tree.index().at(node);
        return QByteArrayView(tree.index().text(node)).sliced(element.start, element.end - element.start);
    };
    return m_mayCompareBytes && bytes(m_before, before) == bytes(m_after, after);
}

void Comparison::compareTags(Node before, Node after)
{
    const auto differs = [&](DifferenceKind kind, QByteArrayView name) {
        const auto one = m_before.attribute(before, name);
        const auto other = m_after.attribute(after, name);
        if (one != other)
            note(kind, m_after, after, one, other);
    };
    differs(DifferenceKind::Value, "v");
    if (m_before.type(before) != m_after.type(after))
        note(DifferenceKind::Type, m_after, after, m_before.type(before), m_after.type(after));
    differs(DifferenceKind::Flags, "f");
    differs(DifferenceKind::Facets, "x");
    differs(DifferenceKind::Handle, "h");
}

void Comparison::compare(Node before, Node after)
{
    if (isSame(before, after))
        return;
    compareTags(before, after);
    compareChildren(before, after);
}

void Comparison::compareChildren(Node before, Node after)
{
    const QList<Node> former = m_before.children(before);
    const QList<Node> now = m_after.children(after);
    QHash<std::pair<QString, int>, QList<qsizetype>> byName; // of the former ones
    QHash<Node, qsizetype> byNode;
    for (qsizetype i = 0; i < former.size(); ++i) {
        if (m_isSameFile)
            byNode.insert(former[i], i);
        byName[{m_before.name(former[i]), int(m_before.kind(former[i]))}].append(i);
    }
    QList<qsizetype> partner(now.size(), -1);
    QSet<qsizetype> met;
    for (qsizetype i = 0; m_isSameFile && i < now.size(); ++i) {
        partner[i] = byNode.value(now[i], -1);
        if (partner[i] >= 0)
            met.insert(partner[i]);
    }
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (partner[i] >= 0 || (m_isSameFile && m_before.exists(now[i])))
            continue; // it was elsewhere
        QList<qsizetype>& candidates = byName[{m_after.name(now[i]), int(m_after.kind(now[i]))}];
        while (!candidates.isEmpty() &&
               (met.contains(candidates.first()) || (m_isSameFile && m_after.exists(former[candidates.first()]))))
            candidates.removeFirst();
        if (!candidates.isEmpty()) {
            partner[i] = candidates.takeFirst();
            met.insert(partner[i]);
        }
    }
    QList<qsizetype> order;
    QList<Node> ordered;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (partner[i] < 0) {
            m_come.append(now[i]);
            continue;
        }
        order.append(partner[i]);
        ordered.append(now[i]);
        const Node former_ = former[partner[i]];
        if (m_before.name(former_) != m_after.name(now[i]))
            note(DifferenceKind::Renamed, m_after, now[i], m_before.name(former_), m_after.name(now[i]));
        compare(former_, now[i]);
    }
    for (qsizetype i = 0; i < former.size(); ++i) {
        if (!met.contains(i))
            m_gone.append(former[i]);
    }
    const QList<qsizetype> kept = longestRising(order);
    for (qsizetype i = 0, next = 0; i < order.size(); ++i) {
        if (next < kept.size() && kept[next] == i)
            ++next;
        else
            note(DifferenceKind::Reordered, m_after, ordered[i], std::nullopt, std::nullopt);
    }
}

/// What is gone here and came there with the same handle was moved or renamed; it may have changed besides, and so may what
/// is in it.
void Comparison::settleRest()
{
    for (bool goesOn = true; goesOn;) {
        goesOn = false;
        const auto key = [this](const Tree& tree, Node node) {
            if (m_isSameFile)
                return QString::number(node);
            const auto handle = tree.attribute(node, "h");
            return handle ? *handle + u' ' + tree.type(node) : QString();
        };
        QHash<QString, Node> gone;
        for (const Node node : std::as_const(m_gone)) {
            if (const QString own = key(m_before, node); !own.isEmpty())
                gone.insert(own, node);
        }
        const QList<Node> come = std::exchange(m_come, {});
        for (const Node node : come) {
            const QString own = key(m_after, node);
            const Node former = own.isEmpty() ? noNode : gone.value(own, noNode);
            if (former == noNode || m_before.kind(former) != m_after.kind(node)) {
                m_come.append(node);
                continue;
            }
            gone.remove(own);
            m_gone.removeOne(former);
            const QString from = path(m_before, former), to = path(m_after, node);
            if (from.section(u'/', 0, -2) == to.section(u'/', 0, -2))
                note(DifferenceKind::Renamed, m_after, node, m_before.name(former), m_after.name(node));
            else
                note(DifferenceKind::Moved, m_after, node, from, to);
            compare(former, node);
            goesOn = true; // what is in them may have met its like by now
        }
    }
    for (const Node node : std::as_const(m_gone))
        note(DifferenceKind::Removed, m_before, node, m_before.attribute(node, "v"), std::nullopt);
    for (const Node node : std::as_const(m_come))
        note(DifferenceKind::Added, m_after, node, std::nullopt, m_after.attribute(node, "v"));
}

} // namespace

QList<Difference> differences(const Document& before, const Document& after)
{
    return Comparison(before.m_data->now, after.m_data->now).found(nodeOf(before.root()), nodeOf(after.root()));
}

QList<Difference> changesSinceSaved(const Document& document)
{
    const Node root = nodeOf(document.root());
    return Comparison(document.m_data->saved, document.m_data->now).found(root, root);
}

} // namespace stationer
