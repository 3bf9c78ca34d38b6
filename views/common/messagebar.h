#pragma once

#include "items/roles.h"

#include <QFrame>

class QHBoxLayout;
class QToolButton;

namespace stationer {

class NoteLine;

/// A calm bar over a view for something that has to be said once: a sentence, perhaps one action, and a cross that closes it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Badge badge, const QString& text, const QString& action = {});
    QString text() const;

signals:
    void actionClicked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoteLine* m_note;
    QToolButton* m_close;
    Badge m_badge = Badge::Info;
};

} // namespace stationer
