#include "views/sheet/editors/editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace stationer {

Field fieldOf(const SheetRow& row)
{
    return {
        .value = row.value, .minimum = row.minimum, .maximum = row.maximum, .choices = row.choices, .isMixed = row.isMixed};
}

void Editor::place(QWidget* control, QWidget* beside, int spacing)
{
    m_control = control;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    layout->addWidget(control);
    if (beside)
        layout->addWidget(beside);
}

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
