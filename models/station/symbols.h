#pragma once

#include "station/draft.h"

#include <QSet>

namespace stationer {

/// Symbols of modules, kept right while elements come and go. A symbol is declared once, at or before its first use, and
/// may be declared anew for another module further down.
namespace symbols {

/// How a type is to be written on the element at this place, and what that element must declare for it.
struct Written {
    QString type;
    std::optional<QString> declaration;
};
Written written(const Tree& tree, Node at, const QString& type, const QSet<QByteArray>& taken = {});
/// A symbol for the module that the document does not have, nor are among the taken.
QByteArray newSymbol(const Tree& tree, const QByteArray& module, const QSet<QByteArray>& taken);
bool isKnown(const Tree& tree, const QByteArray& symbol);

/// Declares a symbol on an element. What it declared before moves on to its own next use.
void declare(Draft& draft, Node node, const QByteArray& symbol, const QByteArray& module);

/// Before a subtree goes: what it declares and others use moves to the next use.
void moveDeclarationsOut(Draft& draft, Node leaving);
/// Moves a subtree to another place. Inside and outside, every type means what it meant before.
void move(Draft& draft, Node moved, Node parent, qsizetype position);
/// Brings the children of an element into another order.
void reorder(Draft& draft, Node parent, const QList<Node>& wanted);
/// After a subtree came back: what moved away from it when it went returns.
void returnDeclarations(Draft& draft, Node returned);

} // namespace symbols

} // namespace stationer
