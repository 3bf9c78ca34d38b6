#pragma once

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace stationer {

class MessageBar;

/// The message bars of a window. In a low one they have the room of one: the gravest is shown, of equals the latest, and
/// says how many more there are; a click on that shows them all, until only one is left.
class MessageStack : public QWidget {
    Q_OBJECT
public:
    explicit MessageStack(QWidget& in);
    void add(MessageBar& bar);
    void follow(MessageBar& said); ///< that said something, or hides
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    QVBoxLayout* m_layout;
    QList<MessageBar*> m_bars; ///< the latest first
    bool m_isUnfolded = false;
};

} // namespace stationer
