#include "views/common/viewheader.h"

#include "views/common/accessibles.h"
#include "views/common/filterline.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/viewswitcher.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

ViewHeader::ViewHeader(QWidget* parent)
    : QWidget(parent), m_icon(new PlainLabel({}, this)), m_title(new ElidedLabel({}, this)),
      m_type(new PlainLabel({}, this)), m_switcher(new ViewSwitcher(this)), m_filter(new FilterLine(this))
{
    QFont heading = m_title->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.5);
    heading.setBold(true);
    m_title->setFont(heading);
    Accessibles::setRole(*m_title, QAccessible::Heading);
    m_type->setMuted();
    m_type->setSelectable();
    m_type->setFocusPolicy(Qt::NoFocus);
    m_type->setMinimumWidth(1); // it goes where there is no room for it
    // On one line of writing with the larger name before it.
    m_type->setContentsMargins(0, 0, 0, m_title->fontMetrics().descent() - m_type->fontMetrics().descent());
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 28);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_type, 0, Qt::AlignBottom);
    layout->addStretch(1);
    layout->addWidget(m_switcher);
    layout->addWidget(m_filter);
}

void ViewHeader::setTitle(const QString& name, const QString& type, const QString& iconName)
{
    m_title->setText(name);
    m_type->setText(type);
    m_iconName = iconName;
    const int extent = m_title->fontMetrics().height();
    m_icon->setPixmap(icon(iconName).pixmap(QSize(extent, extent), devicePixelRatioF()));
    fitType();
}

void ViewHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitType();
}

void ViewHeader::fitType()
{
    int others = layout()->contentsMargins().left() + layout()->contentsMargins().right() + layout()->spacing() * 5;
    for (const QWidget* widget : {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_title),
                                  static_cast<QWidget*>(m_switcher), static_cast<QWidget*>(m_filter)})
        if (!widget->isHidden())
            others += qMin(widget->sizeHint().width(), widget->maximumWidth());
    m_type->setVisible(width() >= others + m_type->sizeHint().width());
}

void ViewHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_title)
        setTitle(m_title->text(), m_type->text(), m_iconName);
}

} // namespace stationer
