#pragma once

#include "items/roles.h"

#include <QColor>
#include <QPalette>

namespace stationer {

/// The few colours that a palette has no role for, chosen to be read on its Window and Base alike. Which set it is follows
/// from the palette itself, so that a widget asks its own palette and nobody holds the theme.
struct Colours {
    QColor accent;
    QColor muted;     ///< text of second rank
    QColor separator; ///< lines between groups
    QColor changed;   ///< the mark of a row that differs from the file
    QColor passed;
    QColor challenged;
    QColor failed;
    QColor warning;
    QColor info;
    QColor onBadge; ///< the sign on a badge of any of these
    QColor bar;     ///< a stage in the waterfall

    static Colours of(const QPalette& palette);
    QColor of(Badge badge) const;
};

bool isDark(const QPalette& palette);
/// The selection where the keyboard is elsewhere; text and icons on it stay as they are.
QColor paleSelection(const QPalette& palette);
/// From 1 to 21, as WCAG 2 counts it: text wants 4.5, a frame or a sign 3.
double contrast(const QColor& one, const QColor& other);
/// The program's own palettes, frames and check marks included.
QPalette lightPalette();
QPalette darkPalette();

} // namespace stationer
