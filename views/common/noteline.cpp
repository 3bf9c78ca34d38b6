#include "views/common/noteline.h"

#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stationer {

NoteLine::NoteLine(QWidget* parent) : QWidget(parent), m_label(new PlainLabel({}, this)), m_remedy(new LinkButton({}, this))
{
    m_label->setWrapped();
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setObjectName(u"noteText"_s);
    m_remedy->setObjectName(u"noteRemedy"_s);
    m_remedy->hide();
    // Not Fixed: that would hold the height to the one of a single line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_remedy, &LinkButton::clicked, this, &NoteLine::remedyClicked);
}

void NoteLine::setNote(Badge badge, const QString& text, const QString& remedy)
{
    m_badge = badge;
    m_text = text;
    m_label->setText(text);
    m_label->setAccessibleName(text);
    m_remedy->setText(remedy);
    m_remedy->setAccessibleDescription(text);
    m_remedy->setVisible(!remedy.isEmpty());
    QPalette own = palette();
    const bool isQuiet = badge == Badge::None || badge == Badge::Info;
    const QColor colour = isQuiet ? Colours::of(own).muted : own.color(QPalette::Text);
    own.setColor(QPalette::WindowText, colour);
    own.setColor(QPalette::Text, colour);
    m_label->setPalette(own);
    updateGeometry();
    arrange();
    update();
}

int NoteLine::badgeRoom() const
{
    const bool hasBadge = m_badge != Badge::None && m_badge != Badge::Info;
    return hasBadge ? fontMetrics().height() + 4 : 0;
}

int NoteLine::textHeight(int width) const
{
    return m_label->fontMetrics().boundingRect(QRect(0, 0, qMax(1, width), 10000), Qt::TextWordWrap, m_text).height();
}

QSize NoteLine::sizeHint() const
{
    int width = badgeRoom() + fontMetrics().horizontalAdvance(m_text) + 2;
    if (!m_remedy->text().isEmpty())
        width += 4 + m_remedy->sizeHint().width();
    return {width, qMax(fontMetrics().height() + 2, m_remedy->text().isEmpty() ? 0 : m_remedy->sizeHint().height())};
}

QSize NoteLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

int NoteLine::heightForWidth(int width) const
{
    if (sizeHint().width() <= width)
        return sizeHint().height();
    int height = textHeight(width - badgeRoom());
    if (!m_remedy->text().isEmpty())
        height += 2 + m_remedy->sizeHint().height();
    return height;
}

void NoteLine::arrange()
{
    const auto place = [&](QWidget* widget, const QRect& area) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), area));
    };
    const int indent = badgeRoom();
    const QSize link = m_remedy->sizeHint();
    if (sizeHint().width() <= width()) {
        const int textWidth = fontMetrics().horizontalAdvance(m_text) + 2;
        place(m_label, QRect(indent, 0, textWidth, height()));
        place(m_remedy, QRect(indent + textWidth + 4, (height() - link.height()) / 2, link.width(), link.height()));
        return;
    }
    const int text = textHeight(width() - indent);
    place(m_label, QRect(indent, 0, width() - indent, text));
    place(m_remedy, QRect(indent - 3, text + 2, qMin(link.width(), width() - indent), link.height()));
}

void NoteLine::resizeEvent(QResizeEvent*)
{
    arrange();
}

void NoteLine::paintEvent(QPaintEvent*)
{
    if (!badgeRoom())
        return;
    QPainter painter(this);
    const int extent = fontMetrics().height() - 2;
    const int line = sizeHint().width() <= width() ? height() : sizeHint().height();
    paintBadge(painter, m_badge,
               QStyle::visualRect(layoutDirection(), rect(), QRect(0, (line - extent) / 2, extent, extent)), palette());
}

void NoteLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setNote(m_badge, m_text, m_remedy->text());
}

} // namespace stationer
