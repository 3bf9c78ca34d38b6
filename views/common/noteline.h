#pragma once

#include "items/roles.h"

#include <QWidget>

namespace stationer {

class LinkButton;
class PlainLabel;

/// A sentence with its badge and at most one remedy: on one line where there is room, else wrapped, the remedy below.
class NoteLine : public QWidget {
    Q_OBJECT
public:
    explicit NoteLine(QWidget* parent = nullptr);

    void setNote(Badge badge, const QString& text, const QString& remedy = {});
    bool isEmpty() const { return m_text.isEmpty(); }
    QString text() const { return m_text; }
    LinkButton* remedyButton() const { return m_remedy; }

    QSize sizeHint() const override; ///< of the one line
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void remedyClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int badgeRoom() const;
    int textHeight(int width) const;
    void arrange();

    Badge m_badge = Badge::None;
    QString m_text;
    PlainLabel* m_label;
    LinkButton* m_remedy;
};

} // namespace stationer
