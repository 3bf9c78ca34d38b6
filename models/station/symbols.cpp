#include "station/symbols.h"

#include <QSet>

namespace stationer::symbols {

namespace {

QSet<QByteArray> knownSymbols(const Tree& tree)
{
    QSet<QByteArray> known;
    for (const Declaration& each : tree.index().declarations)
        known.insert(each.symbol);
    for (const Declaration& each : tree.declarations())
        known.insert(each.symbol);
    for (const QByteArray& type : tree.index().types)
        known.insert(symbolOf(type));
    return known;
}

QByteArray newSymbol(const Tree& tree, const QByteArray& module)
{
    const QSet<QByteArray> known = knownSymbols(tree);
    for (qsizetype length = 1; length <= module.size(); ++length) {
        if (!known.contains(module.first(length)))
            return module.first(length);
    }
    for (int number = 1;; ++number) {
        if (QByteArray numbered = module + QByteArray::number(number); !known.contains(numbered))
            return numbered;
    }
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

/// Lets the next use behind `from` declare the symbol, unless it means the same without. An element declares one symbol
/// only: what it declared before moves on in turn, to its own next use.
void moveBehind(Draft& draft, Node from, bool inside, const Declaration& declared, const std::function<bool(Node)>& leaves)
{
    const Tree& before = draft.tree();
    QSet<Node> declaring;
    for (const Declaration& each : before.declarations()) {
        if (each.symbol == declared.symbol)
            declaring.insert(each.node);
    }
    QList<bool> uses; // by the number of a type, for the many
    for (const QByteArray& type : before.index().types)
        uses.append(symbolOf(type) == declared.symbol);
    Node use = noNode;
    before.walkBehind(from, inside, [&](Node node) {
        if (declaring.contains(node))
            return false;
        if (before.isOriginal(node) ? uses[before.index().elements[node].typeId()]
                                    : symbolOf(before.rawType(node)) == declared.symbol)
            use = node;
        return use == noNode;
    });
    if (use == noNode || draft.tree().module(declared.symbol, use, leaves) == declared.module)
        return;
    const Declaration displaced = declaration(draft.tree().attribute(use, "m").value_or(QString()).toUtf8());
    draft.setModule(use, QString::fromUtf8(declared.symbol + '=' + declared.module));
    if (!displaced.symbol.isEmpty())
        moveBehind(draft, use, true, displaced, leaves);
}

} // namespace

Written written(const Tree& tree, Node at, const QString& type)
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
        symbol = newSymbol(tree, module);
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
