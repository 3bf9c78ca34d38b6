#pragma once

#include <QAbstractButton>

namespace stationer {

/// A button that looks like a link: for the remedy beside a note. Reached by Tab, pressed by Space or Enter.
class LinkButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString& text = {}, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace stationer
