#include "views/sheet/editors/editor.h"

#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

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
    m_label = new PlainLabel({}, this);
    m_label->hide();
    m_label->setBuddy(control);
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
    // A screen reader finds the label that names a control beside it, and the row's own is not.
    m_label->setText(QString(label).replace(u'&', "&&"_L1));
    if (auto* inner = control()->findChild<QLineEdit*>())
        inner->setAccessibleName(label);
    setFocusProxy(control());
}

bool Editor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && abandon())
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace stationer
