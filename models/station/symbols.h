#pragma once

#include "station/draft.h"

namespace stationer {

/// Symbols of modules, kept right while elements come and go. A symbol is declared once, at or before its first use, and
/// may be declared anew for another module further down.
namespace symbols {

/// How a type is to be written on the element at this place, and what that element must declare for it.
struct Written {
    QString type;
    std::optional<QString> declaration;
};
Written written(const Tree& tree, Node at, const QString& type);

/// Before a subtree goes: what it declares and others use moves to the next use.
void moveDeclarationsOut(Draft& draft, Node leaving);
/// After a subtree came back: what moved away from it when it went returns.
void returnDeclarations(Draft& draft, Node returned);

} // namespace symbols

} // namespace stationer
