#pragma once

#include <QFrame>

namespace stationer {

/// The three steps of the demo over the sheet, until they are closed.
class DemoHint : public QFrame {
    Q_OBJECT
public:
    explicit DemoHint(QWidget* parent = nullptr);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace stationer
