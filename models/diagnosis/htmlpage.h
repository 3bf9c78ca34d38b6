#pragma once

#include <QString>

namespace stationer::html {

/// Text as HTML shows it, in an element or an attribute in double quotes: no tag in it is one, and what could not be seen
/// can.
QString escaped(const QString& text);
/// A whole page that needs nothing beside it and loads nothing: light, legible in black and white, to be printed. `body` is
/// HTML.
QString page(const QString& title, const QString& body);

} // namespace stationer::html
