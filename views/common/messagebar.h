#pragma once

#include "items/roles.h"

#include <QFrame>

class QHBoxLayout;
class QToolButton;

namespace stationer {

class LinkButton;
class NoteLine;

/// A calm bar over a view for something that has to be said once: a sentence, perhaps an action or two, and a cross that closes it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Badge badge, const QString& text, const QString& action = {}, const QString& second = {});
    QString text() const;

signals:
    void actionClicked();
    void secondClicked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoteLine* m_note;
    LinkButton* m_second;
    QToolButton* m_close;
    Badge m_badge = Badge::Info;
};

} // namespace stationer
