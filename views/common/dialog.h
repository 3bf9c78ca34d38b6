#pragma once

#include "views/common/readingorder.h"

#include <QDialog>

namespace stationer {

/// Every dialog of the program: the keyboard goes through it as one reads.
class Dialog : public QDialog {
    Q_OBJECT
public:
    explicit Dialog(QWidget* parent = nullptr) : QDialog(parent) {}

protected:
    bool focusNextPrevChild(bool isForward) override { return m_order.move(isForward); }

private:
    ReadingOrder m_order{*this};
};

} // namespace stationer
