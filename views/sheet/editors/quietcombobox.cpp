#include "views/sheet/editors/quietcombobox.h"

#include <QWheelEvent>

namespace stationer {

QuietComboBox::QuietComboBox(QWidget* parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void QuietComboBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace stationer
