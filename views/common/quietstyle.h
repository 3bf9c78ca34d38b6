#pragma once

#include <QProxyStyle>

namespace stationer {

class FilledButtons;

/// Fusion with flat, evenly framed fields, check boxes, buttons and table headers. Fusion derives frames from the window's
/// colour, which makes them vanish on a dark one; here they are the palette's Mid, and the focus is a ring in the accent
/// colour. One push button of a window is filled with the accent; which, filledbutton.h says.
class QuietStyle : public QProxyStyle {
    Q_OBJECT
public:
    QuietStyle();

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;

private:
    FilledButtons* m_filled;
};

} // namespace stationer
