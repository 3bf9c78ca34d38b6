#pragma once

#include "items/roles.h"

#include <QColor>
#include <QIcon>
#include <QLatin1StringView>
#include <QPixmap>
#include <QString>

class QPainter;

namespace stationer {

/// An icon of the program by its resource name, without folder and ending. It is a drawing in two tones that takes the
/// palette's text and accent colours whenever it is painted, so it follows light and dark by itself.
QIcon icon(const QString& name);

/// The same drawing once, in colours of the caller's.
QPixmap tintedPixmap(const QString& name, const QColor& line, const QColor& accent, QSize size, qreal devicePixelRatio);

/// A badge: its shape says what it is, its colour only repeats it. Empty for Badge::None.
QString badgeIconName(Badge badge);
void paintBadge(QPainter& painter, Badge badge, const QRect& rect, const QPalette& palette);
QPixmap badgePixmap(Badge badge, int extent, const QPalette& palette, qreal devicePixelRatio);

} // namespace stationer
