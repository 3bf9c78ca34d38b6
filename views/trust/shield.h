#pragma once

#include "items/roles.h"

#include <QPalette>
#include <QPixmap>

namespace stationer {

/// How a certificate stands as a shield: a tick for what is valid or approved, «!» for what wants a look, a cross for what
/// is rejected or expired. Its sign says it, its colour only repeats it.
QPixmap shieldPixmap(Badge badge, int extent, const QPalette& palette, qreal devicePixelRatio);

} // namespace stationer
