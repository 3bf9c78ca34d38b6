#pragma once

#include "views/common/readingorder.h"

#include <QMessageBox>

namespace stationer {

/// Every message box of the program: it belongs to the window, goes when it is closed, and shows all it holds as it is,
/// whatever that looks like. A QMessageBox guesses at its informative text, whatever its text format, and names come from
/// outside. open() it; never exec().
class MessageBox : public QMessageBox {
    Q_OBJECT
public:
    MessageBox(QWidget& window, const QString& headline, const QString& body = {});

protected:
    void showEvent(QShowEvent* event) override;
    bool focusNextPrevChild(bool isForward) override { return m_order.move(isForward); }

private:
    ReadingOrder m_order{*this};
};

} // namespace stationer
