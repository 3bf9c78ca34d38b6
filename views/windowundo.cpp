#include "views/windowundo.h"

#include <QEvent>
#include <QUndoStack>

namespace stationer {

void WindowUndo::add(QUndoStack& stack, QWidget& window)
{
    addStack(&stack);
    m_windows += Window{&window, &stack};
    window.installEventFilter(this);
    if (m_windows.size() == 1)
        setActiveStack(&stack);
}

bool WindowUndo::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Hide)
        for (const Window& one : std::as_const(m_windows))
            if (one.window == watched)
                setActiveStack(event->type() == QEvent::Hide ? m_windows.first().stack : one.stack);
    return QUndoGroup::eventFilter(watched, event);
}

} // namespace stationer
