#pragma once

#include "items/roles.h"

#include <QFrame>

#include <array>

class QToolButton;

namespace stationer {

class LinkButton;
class NoteLine;

/// A calm bar over a view for something that has to be said once: a sentence, up to three actions, and a cross that closes it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Badge badge, const QString& text, const QString& action = {}, const QString& second = {},
             const QString& third = {});
    QString text() const;

signals:
    void actionClicked();
    void secondClicked();
    void thirdClicked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoteLine* m_note;
    std::array<LinkButton*, 2> m_others; ///< the second action and the third
    QToolButton* m_close;
    Badge m_badge = Badge::Info;
};

} // namespace stationer
