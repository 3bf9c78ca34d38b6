#include "station/symbols.h"

#include <QSet>

#include <utility>

namespace stationer::symbols {

namespace {

QByteArray rawSymbol(const Tree& tree, Node node)
{
    return symbolOf(tree.rawType(node));
}

QSet<QByteArray> knownSymbols(const Tree& tree)
{
    QSet<QByteArray> known;
    for (const Declaration& each : tree.index().declarations)
        known.insert(each.symbol);
    for (const Declaration& each : tree.declarations())
        known.insert(each.symbol);
    for (const QByteArray& type : tree.index().types)
        known.insert(symbolOf(type));
    for (const Parts::Part& part : tree.index().parts->parts) {
        for (const QByteArray& type : part.index->types)
            known.insert(symbolOf(type));
    }
    return known;
}
/// A symbol for the module that can be used from this place on without turning the meaning of another's use.
QByteArray symbolDeclaredLater(const Tree& tree, const QByteArray& module)
{
    const QList<Declaration>& all = tree.declarations();
    for (const Declaration& candidate : all) {
        const auto agrees = [&](const Declaration& each) {
            return each.symbol != candidate.symbol || each.module == module;
        };
        if (candidate.module == module && std::all_of(all.begin(), all.end(), agrees))
            return candidate.symbol;
    }
    return {};
}

/// What is searched for the next use of a symbol: a subtree, what is inside it and behind it, or what is behind it.
enum class Search { Subtree, InsideAndBehind, Behind };
Node nextUse(const Tree& tree, Node from, Search search, const QByteArray& symbol)
{
    QSet<Node> declaring;
    for (const Declaration& each : tree.declarations()) {
        if (each.symbol == symbol)
            declaring.insert(each.node);
    }
    QList<bool> uses; // by the number of a type, for the many
    for (const QByteArray& type : tree.index().types)
        uses.append(symbolOf(type) == symbol);
    Node use = noNode;
    const auto visit = [&](Node node) {
        if (declaring.contains(node))
            return false;
        if (tree.isOfFile(node) ? uses[tree.index().elements[node].typeId()] : rawSymbol(tree, node) == symbol)
            use = node;
        return use == noNode;
    };
    if (search == Search::Subtree)
        tree.walk(from, visit);
    else
        tree.walkBehind(from, search == Search::InsideAndBehind, visit);
    return use;
}

/// Lets the next use behind `from` declare the symbol, unless it means the same without. An element declares one symbol
/// only: what it declared before moves on in turn, to its own next use.
void moveBehind(Draft& draft, Node from, bool inside, const Declaration& declared, const std::function<bool(Node)>& leaves)
{
    const Node use = nextUse(draft.tree(), from, inside ? Search::InsideAndBehind : Search::Behind, declared.symbol);
    if (use == noNode || draft.tree().module(declared.symbol, use, leaves) == declared.module)
        return;
    const Declaration displaced = declaration(draft.tree().attribute(use, "m").value_or(QString()).toUtf8());
    draft.setModule(use, QString::fromUtf8(declared.symbol + '=' + declared.module));
    if (!displaced.symbol.isEmpty())
        moveBehind(draft, use, true, displaced, leaves);
}

/// The symbols that a subtree uses.
QSet<QByteArray> symbolsUsed(const Tree& tree, Node node)
{
    QSet<QByteArray> used;
    QList<bool> seen(tree.index().types.size(), false); // by the number of a type, for the many
    tree.walk(node, [&](Node each) {
        if (tree.isOfFile(each)) {
            if (std::exchange(seen[tree.index().elements[each].typeId()], true))
                return true;
        }
        used.insert(rawSymbol(tree, each));
        return true;
    });
    used.remove(QByteArray());
    return used;
}

} // namespace

void declare(Draft& draft, Node node, const QByteArray& symbol, const QByteArray& module)
{
    const Declaration displaced = declaration(draft.tree().attribute(node, "m").value_or(QString()).toUtf8());
    draft.setModule(node, QString::fromUtf8(symbol + '=' + module));
    if (!displaced.symbol.isEmpty() && displaced.symbol != symbol)
        moveBehind(draft, node, true, displaced, {});
}

bool isKnown(const Tree& tree, const QByteArray& symbol)
{
    return knownSymbols(tree).contains(symbol);
}

QByteArray newSymbol(const Tree& tree, const QByteArray& module, const QSet<QByteArray>& taken)
{
    const QSet<QByteArray> known = knownSymbols(tree) + taken;
    for (qsizetype length = 1; length <= module.size(); ++length) {
        if (!known.contains(module.first(length)))
            return module.first(length);
    }
    for (int number = 1;; ++number) {
        if (QByteArray numbered = module + QByteArray::number(number); !known.contains(numbered))
            return numbered;
    }
}

Written written(const Tree& tree, Node at, const QString& type, const QSet<QByteArray>& taken)
{
    const qsizetype colon = type.indexOf(u':');
    if (colon < 0)
        return {type, {}};
    const QByteArray module = type.first(colon).toUtf8();
    const QString rest = type.sliced(colon);
    for (const Declaration& each : tree.declarations()) {
        if (each.module == module && tree.module(each.symbol, at) == module)
            return {QString::fromUtf8(each.symbol) + rest, {}};
    }
    QByteArray symbol = symbolDeclaredLater(tree, module);
    if (symbol.isEmpty())
        symbol = newSymbol(tree, module, taken);
    return {QString::fromUtf8(symbol) + rest, QString::fromUtf8(symbol + '=' + module)};
}

void moveDeclarationsOut(Draft& draft, Node leaving)
{
    const auto leaves = [&](Node node) { return draft.tree().isWithin(node, leaving); };
    QList<Declaration> last; // of each symbol
    for (const Declaration& each : draft.tree().declarations()) {
        if (!leaves(each.node))
            continue;
        last.removeIf([&](const Declaration& earlier) { return earlier.symbol == each.symbol; });
        last.append(each);
    }
    for (const Declaration& each : last)
        moveBehind(draft, leaving, false, each, leaves);
}

void move(Draft& draft, Node moved, Node parent, qsizetype position)
{
    const Tree before = draft.tree();
    const auto isInside = [&](Node node) { return draft.tree().isWithin(node, moved); };
    QList<Declaration> own;
    for (const Declaration& each : before.declarations()) {
        if (isInside(each.node))
            own.append(each);
    }
    moveDeclarationsOut(draft, moved);
    draft.place(moved, parent, position);

    for (const QByteArray& symbol : symbolsUsed(before, moved)) {
        const QByteArray module = before.module(symbol, moved, isInside);
        if (module.isEmpty() || draft.tree().module(symbol, moved, isInside) == module)
            continue;
        if (const Node use = nextUse(draft.tree(), moved, Search::Subtree, symbol); use != noNode)
            declare(draft, use, symbol, module);
    }
    // What it declared stays with it only where it is still needed.
    for (const Declaration& each : own) {
        const auto itself = [&](Node node) { return node == each.node; };
        if (declaration(draft.tree().attribute(each.node, "m").value_or(QString()).toUtf8()).symbol == each.symbol &&
            draft.tree().module(each.symbol, each.node, itself) == each.module &&
            before.module(each.symbol, each.node, itself) != each.module)
            draft.setModule(each.node, std::nullopt);
    }
    const QList<Declaration> declared = draft.tree().declarations();
    for (const Declaration& each : declared) {
        if (!isInside(each.node))
            continue;
        // Where it now stands it must not turn the meaning of what comes behind.
        if (const Node use = nextUse(draft.tree(), moved, Search::Behind, each.symbol); use != noNode) {
            const QByteArray module = before.module(each.symbol, use);
            if (!module.isEmpty() && draft.tree().module(each.symbol, use) != module)
                declare(draft, use, each.symbol, module);
        }
        returnDeclarations(draft, each.node);
    }
}

void reorder(Draft& draft, Node parent, const QList<Node>& wanted)
{
    const QList<Declaration> all = draft.tree().declarations();
    const auto isBelow = [&](const Declaration& each) {
        return each.node != parent && draft.tree().isWithin(each.node, parent);
    };
    if (std::none_of(all.begin(), all.end(), isBelow))
        return draft.setChildren(parent, wanted);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (draft.tree().children(parent)[i] != wanted[i])
            move(draft, wanted[i], parent, i);
    }
}

void returnDeclarations(Draft& draft, Node returned)
{
    const Declaration own = declaration(draft.tree().attribute(returned, "m").value_or(QString()).toUtf8());
    if (own.symbol.isEmpty())
        return;
    for (const Declaration& each : draft.tree().declarations()) {
        if (each.symbol != own.symbol || each.node == returned || draft.tree().isBefore(each.node, returned))
            continue;
        if (each.module == own.module && draft.isModuleChanged(each.node)) {
            const Node node = each.node;
            draft.restoreModule(node);
            returnDeclarations(draft, node);
        }
        return;
    }
}

} // namespace stationer::symbols
