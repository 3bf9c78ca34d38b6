#pragma once

#include "items/roles.h"

#include <QFrame>

#include <array>

class QToolButton;

namespace stationer {

class LinkButton;
class MessageStack;
class NoteLine;

/// A calm bar over a view for something that has to be said once: a sentence, up to three actions, and a cross that closes
/// it. In a stack it may have something to say and not be seen.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Badge badge, const QString& text, const QString& action = {}, const QString& second = {},
             const QString& third = {});
    QString text() const;
    Badge badge() const { return m_badge; }

    void setStack(MessageStack* stack) { m_stack = stack; }
    bool isSaying() const { return m_isSaying; }
    void present(bool isSeen, int others); ///< as the stack decides; how many it hides
    void setVisible(bool isVisible) override;

signals:
    void moreClicked();
    void actionClicked();
    void secondClicked();
    void thirdClicked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoteLine* m_note;
    std::array<LinkButton*, 2> m_others; ///< the second action and the third
    LinkButton* m_more;
    QToolButton* m_close;
    MessageStack* m_stack = nullptr;
    bool m_isSaying = false;
    Badge m_badge = Badge::Info;
};

} // namespace stationer
