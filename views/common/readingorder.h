#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace stationer {

/// The way of the keyboard through a window, as one reads: from the top down, a line at a time, the columns of a splitter
/// one after the other. What is folded or empty is no stop. A window gives it its focusNextPrevChild(), so that what comes,
/// goes or moves is on the way at once and nobody has to say an order.
class ReadingOrder : public QObject {
    Q_OBJECT
public:
    explicit ReadingOrder(QWidget& window);

    /// This one comes after all else in its window, wherever it stands.
    static void setLast(QWidget& widget);

    /// Moves the focus to the next stop or the one before, and that into sight. Where what has the focus was hidden or
    /// disabled, it goes back to what had it before that, else to what stands nearest; enabled again, the control has it
    /// back.
    bool move(bool isForward);

private:
    QWidget* refugeFrom(QWidget& lost) const;

    QWidget& m_window;
    QPointer<QWidget> m_before; ///< had the focus before what has it now
};

} // namespace stationer
