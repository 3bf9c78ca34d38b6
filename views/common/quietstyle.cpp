#include "views/common/quietstyle.h"

#include "views/common/colours.h"
#include "views/common/filledbutton.h"
#include "views/common/quietpainting.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int cellPadding = 8; ///< from a table's column to its text, in the header and in the cells
constexpr int fusionCellPadding = 3;
constexpr int fusionHeaderPadding = 2;

bool isFilled(const QWidget* widget)
{
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return button && stationer::isFilled(*button);
}

/// As it has to look on the selection's colour.
QIcon onHighlight(const QIcon& icon, const QSize& size, const QWidget* widget)
{
    return icon.isNull() ? icon : QIcon(icon.pixmap(size, widget ? widget->devicePixelRatioF() : 1, QIcon::Selected));
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(u"fusion"_s), m_filled(new FilledButtons(this))
{
    setObjectName(u"quiet"_s);
}

void QuietStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    auto* button = qobject_cast<QPushButton*>(widget);
    if (!button)
        return;
    button->installEventFilter(m_filled);
    if (!qobject_cast<QDialog*>(button->window())) // where Return presses what has the focus anyway
        button->setAutoDefault(true);
}

void QuietStyle::unpolish(QWidget* widget)
{
    widget->removeEventFilter(m_filled);
    QProxyStyle::unpolish(widget);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth == 0)
            return; // a combo or spin box paints the field
        paintField(*painter, *option, option->rect, option->palette.brush(QPalette::Base),
                   option->palette.color(QPalette::Mid), hasFocus(*option));
        return;
    }
    case PE_FrameLineEdit:
        paintField(*painter, *option, option->rect, Qt::NoBrush, option->palette.color(QPalette::Mid), hasFocus(*option));
        return;
    case PE_IndicatorCheckBox:
        paintCheckBox(*painter, *option);
        return;
    case PE_PanelButtonCommand: {
        const bool primary = isFilled(widget);
        const QColor border = option->palette.color(primary ? QPalette::Highlight : QPalette::Mid);
        paintField(*painter, *option, option->rect, buttonFill(*option, primary), border, false);
        if (hasFocus(*option)) {
            const QRectF inner = QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(primary ? QColor(Qt::white) : Colours::of(option->palette).accent, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(inner, cornerRadius - 2, cornerRadius - 2);
            painter->restore();
        }
        return;
    }
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On | State_MouseOver) && option->state.testFlag(State_Enabled)) {
            QStyleOption flat(*option);
            paintField(*painter, flat, option->rect,
                       mixed(flat.palette.color(QPalette::Window), flat.palette.color(QPalette::Mid),
                             option->state.testFlag(State_Sunken) ? 0.45 : 0.25),
                       Qt::transparent, false);
        }
        if (hasFocus(*option))
            paintField(*painter, *option, option->rect, Qt::NoBrush, Qt::transparent, true);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            const auto* focus = qstyleoption_cast<const QStyleOptionFocusRect*>(option);
            if (!focus || !option->state.testFlag(State_KeyboardFocusChange))
                return;
        }
        paintField(*painter, *option, option->rect, Qt::NoBrush, Qt::transparent, true, 3);
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            painter->save();
            painter->translate(QRectF(option->rect).center());
            if (!option->state.testFlag(State_Open))
                painter->rotate(option->direction == Qt::RightToLeft ? 90 : -90);
            paintChevron(*painter, QRect(-8, -8, 17, 17), branchColour(*option), false);
            painter->restore();
        }
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          Colours::of(option->palette).separator);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView*>(widget) || (widget && widget->inherits("QPlainTextEdit"))) {
            painter->save();
            painter->setPen(hasFocus(*option) ? Colours::of(option->palette).accent
                                              : Colours::of(option->palette).separator);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (element == CE_PushButtonLabel) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && isFilled(widget)) {
            QStyleOptionButton filled(*button);
            filled.palette.setColor(QPalette::ButtonText, filled.palette.color(QPalette::HighlightedText));
            filled.icon = onHighlight(filled.icon, filled.iconSize, widget);
            QProxyStyle::drawControl(element, &filled, painter, widget);
            return;
        }
    }
    if (element == CE_MenuItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled) && !item->icon.isNull()) {
            QStyleOptionMenuItem active(*item);
            const int extent = pixelMetric(PM_SmallIconSize, option, widget);
            active.icon = onHighlight(item->icon, QSize(extent, extent), widget);
            QProxyStyle::drawControl(element, &active, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        const auto* section = qstyleoption_cast<const QStyleOptionHeader*>(option);
        paintHeader(*painter, *option,
                    !section || section->position == QStyleOptionHeader::End ||
                        section->position == QStyleOptionHeader::OnlyOneSection);
        return;
    }
    if (element == CE_HeaderLabel) {
        const auto* section = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (section) {
            QStyleOptionHeader quiet(*section);
            quiet.palette.setColor(QPalette::ButtonText, Colours::of(option->palette).muted);
            const int room =
                widget && qobject_cast<const QTableView*>(widget->parent()) ? cellPadding - fusionHeaderPadding : 1;
            quiet.rect.adjust(room, 0, -room, 0);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
    }
    if (element == CE_TabBarTabShape) {
        const bool isSelected = option->state.testFlag(State_Selected);
        const QColor line = isSelected ? Colours::of(option->palette).accent : Colours::of(option->palette).separator;
        const int thickness = isSelected ? 2 : 1;
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom() + 1 - thickness, option->rect.width(), thickness),
                          line);
        return;
    }
    if (element == CE_ToolBar || element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        if (element == CE_ToolBar)
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              Colours::of(option->palette).separator);
        return;
    }
    if (element == CE_MenuBarItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item) {
            const bool active = option->state.testFlag(State_Selected) || option->state.testFlag(State_Sunken);
            painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
            if (active)
                paintField(*painter, *option, option->rect.adjusted(1, 1, -1, -1), option->palette.brush(QPalette::Midlight),
                           Qt::transparent, false);
            const int flags =
                Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine |
                (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
            drawItemText(painter, option->rect, flags, option->palette, option->state.testFlag(State_Enabled), item->text,
                         QPalette::WindowText);
            return;
        }
    }
    if (element == CE_Splitter) {
        const bool horizontal = option->state.testFlag(State_Horizontal);
        const QPoint centre = option->rect.center();
        const QRect line = horizontal ? QRect(centre.x(), option->rect.top(), 1, option->rect.height())
                                      : QRect(option->rect.left(), centre.y(), option->rect.width(), 1);
        painter->fillRect(line, option->state.testFlag(State_MouseOver) ? Colours::of(option->palette).accent
                                                                        : Colours::of(option->palette).separator);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo && combo->frame) {
            const QBrush fill = combo->editable ? option->palette.brush(QPalette::Base) : buttonFill(*option, false);
            paintField(*painter, *option, option->rect, fill, option->palette.color(QPalette::Mid), hasFocus(*option));
            const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            const auto group = option->state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled;
            paintChevron(*painter, arrow, option->palette.color(group, QPalette::ButtonText), false);
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->frame) {
            paintField(*painter, *option, option->rect, option->palette.brush(QPalette::Base),
                       option->palette.color(QPalette::Mid), hasFocus(*option));
            const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, bool up) {
                if (!option->subControls.testFlag(part))
                    return;
                const bool enabled = spin->stepEnabled.testFlag(step) && option->state.testFlag(State_Enabled);
                const auto group = enabled ? QPalette::Active : QPalette::Disabled;
                paintChevron(*painter, subControlRect(control, option, part, widget).translated(-1, up ? 1 : -1),
                             option->palette.color(group, QPalette::ButtonText), up);
            };
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
                arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
            }
            return;
        }
    }
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar) {
            paintScrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// A scroll bar without arrows: the whole length is the groove.
QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(28, length), int(qint64(bar->pageStep) * length / (qint64(range) + bar->pageStep)), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect area = horizontal ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                                      : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, area);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, slider);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {};
    }
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        full += QSize(12, 2);
    if (type == CT_TabBarTab)
        full += QSize(8, 4);
    if (type == CT_HeaderSection || (type == CT_ItemViewItem && qobject_cast<const QTableView*>(widget)))
        full.rwidth() += 2 * (cellPadding - fusionCellPadding);
    return full;
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const int by = cellPadding - fusionCellPadding;
    const int shift = option->direction == Qt::RightToLeft ? -by : by;
    switch (element) {
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemCheckIndicator:
        return qobject_cast<const QTableView*>(widget) ? rect.translated(shift, 0) : rect;
    case SE_ItemViewItemText:
        return qobject_cast<const QTableView*>(widget) ? rect.adjusted(qMax(0, shift), 0, qMin(0, shift), 0) : rect;
    default:
        return rect;
    }
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_SplitterWidth:
        return 7;
    case PM_ScrollBarExtent:
        return 11;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonDefaultIndicator: // the default button is the filled one
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace stationer
