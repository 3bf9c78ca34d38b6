#pragma once

#include <QTest>
#include <QWidget>

namespace stationer::test {

/// Shows a window and gives it the focus, also on a display without a window manager.
inline bool showActive(QWidget& window)
{
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return false;
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

} // namespace stationer::test
