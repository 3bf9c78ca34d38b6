#pragma once

#include <QComboBox>

namespace stationer {

/// A combo box that the wheel does not change while a sheet is scrolled under it.
class QuietComboBox : public QComboBox {
    Q_OBJECT
public:
    explicit QuietComboBox(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace stationer
