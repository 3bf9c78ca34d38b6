#include "station/fragment.h"

#include "station/documentdata.h"
#include "station/reader.h"
#include "station/slotname.h"
#include "station/symbols.h"
#include "station/writer.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using PasteKind = PasteFault::Kind;

PasteFault refused(PasteKind kind, const QString& subject = {})
{
    return {.kind = kind, .open = {}, .edit = EditFault::NoSuchSlot, .subject = subject};
}

/// A symbol that leads back to itself over the modules it stands for; `alarm=alarm` does not, it is the module itself.
std::optional<QByteArray> circle(const QList<Declaration>& declarations)
{
    QHash<QByteArray, QSet<QByteArray>> leads;
    for (const Declaration& each : declarations) {
        if (each.symbol != each.module)
            leads[each.symbol].insert(each.module);
    }
    for (auto from = leads.cbegin(); from != leads.cend(); ++from) {
        QList<QByteArray> open = from->values();
        QSet<QByteArray> seen;
        while (!open.isEmpty()) {
            const QByteArray symbol = open.takeLast();
            if (symbol == from.key())
                return symbol;
            if (seen.contains(symbol))
                continue;
            seen.insert(symbol);
            open += leads.value(symbol).values();
        }
    }
    return std::nullopt;
}

} // namespace

Result<Fragment, PasteFault> Fragment::fromBog(const QByteArray& bog)
{
    auto read = Document::fromXml(bog);
    if (!read)
        return PasteFault{.kind = PasteKind::NotABog, .open = read.error(), .edit = EditFault::NoSuchSlot, .subject = {}};
    Document document = std::move(read).value();
    const SlotId root = document.root();
    if (root == SlotId::None)
        return refused(PasteKind::NothingInIt);
    const Tree& tree = document.m_data->now;
    if (const auto symbol = circle(tree.declarations()))
        return refused(PasteKind::SymbolCycle, QString::fromUtf8(*symbol));
    const QString type = document.type(root);
    if (type == "baja:Station"_L1)
        return refused(PasteKind::WholeStation);

    QList<SlotId> components;
    if (type == "baja:UnrestrictedFolder"_L1 || type == "baja:Folder"_L1 || type.isEmpty()) {
        for (const SlotId child : document.children(root)) {
            if (document.isComponent(child))
                components.append(child);
        }
    } else if (document.handle(root) || document.childCount(root) > 0) {
        components.append(root);
    }
    if (components.isEmpty())
        return refused(PasteKind::NothingInIt);

    std::optional<QString> badName;
    for (const SlotId component : components) {
        tree.walk(nodeOf(component), [&](Node node) {
            const bool isNameless = tree.kind(node) == SlotKind::Other || slotId(node) == root;
            if (const QString name = tree.name(node); !isNameless && !isSlotName(name))
                badName = name;
            return !badName;
        });
    }
    if (badName)
        return refused(PasteKind::BadName, *badName);
    return Fragment(std::move(document), std::move(components));
}

QByteArray Document::copied(const QList<SlotId>& components) const
{
    const Tree& tree = m_data->now;
    QList<Node> nodes;
    for (const SlotId slot : components) {
        if (exists(slot) && slot != root())
            nodes.append(nodeOf(slot));
    }
    std::sort(nodes.begin(), nodes.end(), [&tree](Node a, Node b) { return tree.isBefore(a, b); });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    for (qsizetype i = 1; i < nodes.size();) // in document order, what is inside another comes right behind it
        tree.isWithin(nodes[i], nodes[i - 1]) ? void(nodes.removeAt(i)) : void(++i);

    const Layout layout(tree.index());
    const Layout::Style style = layout.style(Layout::Sort::Branch, {{}, 0, graphNode});
    QByteArray graph = tree.tag(graphNode);
    if (Tag(graph).isEmpty())
        graph.remove(graph.size() - 2, 1);
    const auto attribute = [&style](const QByteArray& name, const QByteArray& value) {
        return ' ' + name + '=' + style.quote + value + style.quote;
    };
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + style.lineEnd + graph + style.lineEnd + " <p" +
                     attribute("m", "b=baja") + attribute("t", "b:UnrestrictedFolder") + '>' + style.lineEnd;
    for (const Node node : nodes) {
        const auto own = tree.isOriginal(node) ? layout.indent(node) : std::optional(tree.added().at(node).indent);
        const QByteArray element = writeXml(tree, node);
        xml += "  " + (own ? reindented(element, *own, "  ") : element) + style.lineEnd;
    }
    xml += " </p>" + style.lineEnd + "</bajaObjectGraph>" + style.lineEnd;

    // A type means what it means in this document: where it does not yet, its symbol is declared.
    auto index = readIndex(xml);
    if (!index)
        return {};
    auto added = std::make_shared<AddedElements>();
    added->first = static_cast<Node>(index.value()->elements.size());
    const Tree plain(index.value(), added);
    Draft draft(plain, added);
    Node copy = graphNode + 2;
    for (const Node node : nodes) {
        tree.walk(node, [&](Node each) {
            const QByteArray symbol = symbolOf(tree.rawType(each));
            const QByteArray module = symbol.isEmpty() ? QByteArray() : tree.module(symbol, each);
            if (!module.isEmpty() && draft.tree().module(symbol, copy) != module)
                symbols::declare(draft, copy, symbol, module);
            ++copy;
            return true;
        });
    }
    return writeXml(draft.tree());
}

} // namespace stationer
