#include "views/connection/foldbutton.h"

#include "views/common/accessibles.h"
#include "views/common/icon.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace stationer {

FoldButton::FoldButton(const QString& text, QWidget* parent) : QToolButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(fontMetrics().height(), fontMetrics().height()) * 0.7);
    connect(this, &QToolButton::toggled, this, &FoldButton::follow);
    follow();
}

void FoldButton::setContent(QWidget* content)
{
    m_content = content;
    follow();
}

void FoldButton::follow()
{
    setIcon(stationer::icon(isChecked() ? u"chevron-down"_s : isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s));
    Accessibles::setUnfolded(*this, isChecked());
    if (m_content)
        m_content->setVisible(isChecked());
}

void FoldButton::paintEvent(QPaintEvent*)
{
    // Checked means unfolded, which the chevron says; it is no pressed button.
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state.setFlag(QStyle::State_On, false);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace stationer
