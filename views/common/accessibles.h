#pragma once

#include <QAccessible>
#include <QObject>

class QApplication;
class QWidget;

namespace stationer {

/// What widgets are to someone who does not see them, where Qt does not know it: titles, tabs, notices, lists that are named
/// by their label. Describes what has a tool tip by its plain text. Made once, before the first window.
class Accessibles : public QObject {
    Q_OBJECT
public:
    explicit Accessibles(QApplication& application);

    static void setRole(QWidget& widget, QAccessible::Role role);
    /// A button that folds something away, and shows it again.
    static void setUnfolded(QWidget& button, bool isUnfolded);
    /// Has the words of a widget with the role of a notification spoken, wherever the focus is.
    static void announce(QWidget& widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace stationer
