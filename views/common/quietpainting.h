#pragma once

#include <QColor>

class QBrush;
class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionSlider;

/// The strokes of QuietStyle: what a field, a check box, a header and a scroll bar look like. Where they stand is the
/// style's.
namespace stationer {

constexpr double cornerRadius = 4; ///< of fields and buttons, in logical pixels

/// Has the keyboard and is enabled.
bool hasFocus(const QStyleOption& option);
/// `one`, with a `share` from 0 to 1 of `other`.
QColor mixed(const QColor& one, const QColor& other, double share);
/// Quiet beside the text, and legible on the selection.
QColor branchColour(const QStyleOption& option);
QBrush buttonFill(const QStyleOption& option, bool primary);

/// A rounded field or button with its border, and the ring that shows the focus.
void paintField(QPainter& painter, const QStyleOption& option, const QRect& rect, const QBrush& fill, QColor border,
                bool focused, double radius = cornerRadius);
/// A line below, and a short one to the next column.
void paintHeader(QPainter& painter, const QStyleOption& option, bool isLast);
void paintChevron(QPainter& painter, const QRect& rect, const QColor& colour, bool up);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& slider);
void paintCheckBox(QPainter& painter, const QStyleOption& option);

} // namespace stationer
