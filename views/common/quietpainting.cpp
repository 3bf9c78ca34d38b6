#include "views/common/quietpainting.h"

#include "views/common/colours.h"

#include <QPainter>
#include <QStyleOption>

namespace stationer {

bool hasFocus(const QStyleOption& option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Enabled);
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const qreal rest = 1 - share;
    return QColor::fromRgbF(float(one.redF() * rest + other.redF() * share),
                            float(one.greenF() * rest + other.greenF() * share),
                            float(one.blueF() * rest + other.blueF() * share));
}

void paintField(QPainter& painter, const QStyleOption& option, const QRect& rect, const QBrush& fill, QColor border,
                bool focused, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!option.state.testFlag(QStyle::State_Enabled))
        border = mixed(border, option.palette.color(QPalette::Window), 0.5);
    const QColor accent = Colours::of(option.palette).accent;
    painter.setBrush(fill);
    painter.setPen(QPen(focused ? accent : border, 1));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 1));
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), radius - 1, radius - 1);
    }
    painter.restore();
}

void paintHeader(QPainter& painter, const QStyleOption& option, bool isLast)
{
    const QColor line = Colours::of(option.palette).separator;
    const QRect& r = option.rect;
    painter.fillRect(r, option.palette.brush(QPalette::Base));
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), line);
    if (!isLast)
        painter.fillRect(QRect(r.right(), r.top() + 5, 1, r.height() - 10), line);
}

QColor branchColour(const QStyleOption& option)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::HighlightedText);
    const QColor shadow = option.palette.color(QPalette::Shadow);
    return shadow.lightness() < 40 ? option.palette.color(QPalette::PlaceholderText) : shadow;
}

void paintChevron(QPainter& painter, const QRect& rect, const QColor& colour, bool up)
{
    const qreal w = 3.5, h = up ? -1.75 : 1.75;
    const QPointF centre = QRectF(rect).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{centre + QPointF(-w, -h), centre + QPointF(0, h), centre + QPointF(w, -h)});
    painter.restore();
}

QBrush buttonFill(const QStyleOption& option, bool primary)
{
    const QPalette& palette = option.palette;
    QColor fill = primary ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    const QColor towards = palette.color(primary ? QPalette::Shadow : QPalette::Mid);
    if (option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On))
        fill = mixed(fill, towards, 0.3);
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        fill = mixed(fill, towards, 0.12);
    return fill;
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& slider)
{
    if (bar.maximum <= bar.minimum)
        return;
    const bool isActive = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                          (bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    QColor colour = bar.palette.color(QPalette::Mid);
    colour.setAlphaF(isActive ? 1.0f : 0.6f);
    const QRectF thumb =
        bar.orientation == Qt::Horizontal ? QRectF(slider).adjusted(2, 3, -2, -3) : QRectF(slider).adjusted(3, 2, -3, -2);
    const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(thumb, radius, radius);
    painter.restore();
}

void paintCheckBox(QPainter& painter, const QStyleOption& option)
{
    const int extent = qMin(option.rect.width(), option.rect.height());
    const QRect box(option.rect.left(), option.rect.center().y() - extent / 2 + (extent % 2 ? 0 : 1), extent, extent);
    const bool marked = option.state.testFlag(QStyle::State_On) || option.state.testFlag(QStyle::State_NoChange);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill = !marked   ? option.palette.color(QPalette::Base)
                        : enabled ? option.palette.color(QPalette::Highlight)
                                  : option.palette.color(QPalette::Disabled, QPalette::Highlight);
    paintField(painter, option, box, fill, marked ? fill : option.palette.color(QPalette::Mid), false, 3);
    if (hasFocus(option)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Colours::of(option.palette).accent, 1.2));
        painter.drawRoundedRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5), 4.5, 4.5);
        painter.restore();
    }
    if (!marked)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(box);
    const auto at = [&](qreal x, qreal y) { return r.topLeft() + QPointF(r.width() * x, r.height() * y); };
    if (option.state.testFlag(QStyle::State_On))
        painter.drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.71), at(0.76, 0.32)});
    else
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter.restore();
}

} // namespace stationer
