#include "views/common/messagebox.h"

#include <QLabel>

namespace stationer {

MessageBox::MessageBox(QWidget& window, const QString& headline, const QString& body) : QMessageBox(&window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QStringLiteral("Stationer"));
    setText(headline);
    setInformativeText(body);
}

void MessageBox::showEvent(QShowEvent* event)
{
    for (QLabel* label : findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
    QMessageBox::showEvent(event); // which takes their sizes
}

} // namespace stationer
