#include "views/common/filterline.h"

#include "views/common/icon.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace stationer {

FilterLine::FilterLine(QWidget* parent) : PlainLineEdit(parent)
{
    setClearButtonEnabled(true);
    // Qt gives its button no name, and no other way to one.
    if (auto* clear = findChild<QAction*>(u"_q_qlineeditclearaction"_s))
        clear->setText(tr("Clear the filter"));
    QAction* sign = addAction(icon(u"filter"_s), LeadingPosition);
    sign->setText(tr("Filter"));
    connect(sign, &QAction::triggered, this, qOverload<>(&QWidget::setFocus));
}

} // namespace stationer
