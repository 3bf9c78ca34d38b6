#include "views/sheet/editors/editor.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace stationer {

void Editor::setName(const QString& slot, const QString& label)
{
    setObjectName(u"editor-"_s + slot);
    control()->setObjectName(slot);
    control()->setAccessibleName(label);
    setFocusProxy(control());
}

bool Editor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && abandon())
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace stationer
