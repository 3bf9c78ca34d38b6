#pragma once

#include <QObject>
#include <QRect>

class QApplication;
class QWidget;

namespace stationer {

/// A window made smaller and moved until it stands in `room`.
QRect fittedInto(const QRect& window, const QRect& room);
/// What a window may take of its screen, in its own units: the frame around it is none of it.
QRect roomFor(const QWidget& window);
/// Makes a window no larger than `room`. A dialog whose content needs more can then be scrolled, its last line, the buttons,
/// excepted.
void fitInto(QWidget& window, const QRect& room);

/// Whether a widget's window is so low that what is less needed has to take less room.
bool isInLowWindow(const QWidget& widget);

/// Sees to it that every window fits its screen when it is shown.
class ScreenFit : public QObject {
    Q_OBJECT
public:
    ScreenFit(QApplication& application, QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace stationer
