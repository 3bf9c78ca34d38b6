#include "views/common/linkbutton.h"

#include "views/common/colours.h"

#include <QKeyEvent>
#include <QPainter>

namespace stationer {

namespace {
constexpr int padding = 3;
}

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * padding, metrics.height() + 2};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link);
    if (isDown())
        colour = Colours::of(palette()).accent;
    painter.setPen(colour);
    const QRect area = rect().adjusted(padding, 0, -padding, 0);
    painter.drawText(area, int(Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic), text());
    const int base = area.top() + (area.height() + fontMetrics().ascent() - fontMetrics().descent()) / 2 + 2;
    QColor line = colour;
    line.setAlphaF(underMouse() ? 1.0f : 0.45f);
    painter.setPen(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLine(area.left(), base, area.right(), base);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Colours::of(palette()).accent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void LinkButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace stationer
