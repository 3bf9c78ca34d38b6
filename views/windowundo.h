#pragma once

#include <QList>
#include <QPointer>
#include <QUndoGroup>
#include <QWidget>

namespace stationer {

/// The undo stacks of the windows that have one: undo and redo mean the window that is active. A dialog without a stack
/// leaves it at the one before; when a window closes, it is the first one's again.
class WindowUndo : public QUndoGroup {
    Q_OBJECT
public:
    using QUndoGroup::QUndoGroup;

    /// The stack of a window, once each; the first window's is active to begin with.
    void add(QUndoStack& stack, QWidget& window);
    /// Whether it is the stack of the first window that undo means now.
    bool isAtHome() const { return !m_windows.isEmpty() && activeStack() == m_windows.first().stack; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Window {
        QPointer<QWidget> window;
        QUndoStack* stack; ///< compared, and used while the window is there
    };
    QList<Window> m_windows;
};

} // namespace stationer
