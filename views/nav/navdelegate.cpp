#include "views/nav/navdelegate.h"

#include "items/roles.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QAbstractItemView>
#include <QFile>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr int tagMargin = 6;

/// A certificate that ends soon: its days on a tag, which is filled once it is urgent.
struct CertificateTag {
    explicit CertificateTag(const QModelIndex& index)
        : badge(Badge(index.data(int(NavRole::CertificateBadge)).toInt())),
          text(badge == Badge::None ? QString() : index.data(int(NavRole::CertificateBrief)).toString())
    {
    }
    static QFont fontOf(const QStyleOptionViewItem& option)
    {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.85);
        return font;
    }
    int width(const QStyleOptionViewItem& option) const
    {
        const QFontMetrics metrics(fontOf(option));
        return metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 2;
    }
    void paint(QPainter& painter, const QRect& room, const QStyleOptionViewItem& option) const
    {
        const bool isFilled = badge == Badge::Fault || badge == Badge::Failed;
        const QColor colour = Colours::of(option.palette).of(badge);
        const QColor ground = option.palette.color(QPalette::Base);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(isFilled ? colour : ground);
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(isFilled ? ground : colour);
        painter.setFont(fontOf(option));
        painter.drawText(room, Qt::AlignCenter, text);
    }

    Badge badge;
    QString text;
};

/// How many items of the handover sheet are open: a number in a thin frame, quiet beside what a test found.
struct HandoverTag {
    explicit HandoverTag(const QModelIndex& index)
        : text(index.data(int(NavRole::Handover)).toInt() > 0 ? index.data(int(NavRole::Handover)).toString() : QString())
    {
    }
    int width(const QStyleOptionViewItem& option) const
    {
        const QFontMetrics metrics(CertificateTag::fontOf(option));
        return qMax(metrics.height(), metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 2);
    }
    void paint(QPainter& painter, const QRect& room, const QStyleOptionViewItem& option) const
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor colour =
            isSelected ? option.palette.color(QPalette::HighlightedText) : Colours::of(option.palette).muted;
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        const QRectF frame = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        painter.setFont(CertificateTag::fontOf(option));
        painter.drawText(room, Qt::AlignCenter, text);
    }

    QString text;
};

/// On a selected row it has its own ground, so that its colour is not lost on the selection's.
void paintSign(QPainter& painter, Badge badge, const QRect& room, const QStyleOptionViewItem& item)
{
    if (item.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.palette.color(QPalette::Base));
        painter.drawRoundedRect(QRectF(room).adjusted(-2, -2, 2, 2), 4, 4);
    }
    paintBadge(painter, badge, room, item.palette);
}

} // namespace

void NavDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = shownOnOneLine(option->text, 200);
    const QString name = index.data(int(NavRole::Icon)).toString();
    option->icon = icon(QFile::exists(u":/icons/"_s + name + u".svg"_s) ? name : u"component"_s);
    option->features |= QStyleOptionViewItem::HasDecoration;
    const int extent = option->fontMetrics.height();
    option->decorationSize = QSize(extent, extent);
    if (index.data(int(NavRole::IsChanged)).toBool())
        option->fontMetrics = QFontMetrics(option->font);
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + 8));
    size.rwidth() += 3 * (option.fontMetrics.height() + tagMargin);
    if (const CertificateTag tag(index); tag.badge != Badge::None)
        size.rwidth() += tag.width(option) + tagMargin;
    if (const HandoverTag tag(index); !tag.text.isEmpty())
        size.rwidth() += tag.width(option) + tagMargin;
    return size;
}

void NavDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QWidget* widget = item.widget;
    const QStyle* style = widget ? widget->style() : nullptr;
    if (!style)
        return;
    const Badge result = Badge(index.data(int(NavRole::Result)).toInt());
    const Badge station = Badge(index.data(int(NavRole::Station)).toInt());
    const Badge badge = Badge(index.data(int(NavRole::Badge)).toInt());
    const bool isChanged = index.data(int(NavRole::IsChanged)).toBool();
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);

    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, widget);
    const int extent = item.fontMetrics.height() - 1;
    // The badges keep to the visible right edge, however long the name.
    const QRect visible = widget->rect();
    const bool leftToRight = item.direction == Qt::LeftToRight;
    int edge = leftToRight ? qMin(item.rect.right(), visible.right()) - tagMargin
                           : qMax(item.rect.left(), visible.left()) + tagMargin;
    const auto takeRoom = [&](int width, int height) {
        const int left = leftToRight ? edge - width : edge;
        edge += leftToRight ? -(width + tagMargin) : width + tagMargin;
        return QRect(left, item.rect.center().y() - height / 2 + 1, width, height);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Badge sign : {badge, station})
        if (sign != Badge::None)
            paintSign(*painter, sign, takeRoom(extent, extent), item);
    if (const CertificateTag tag(index); tag.badge != Badge::None)
        tag.paint(*painter, takeRoom(tag.width(item), extent), item);
    if (const HandoverTag tag(index); !tag.text.isEmpty())
        tag.paint(*painter, takeRoom(tag.width(item), extent), item);
    if (isChanged) {
        const int dot = qMax(6, extent / 2 - 1);
        const QRect room = takeRoom(dot, dot);
        painter->setPen(isSelected ? QPen(item.palette.color(QPalette::Base), 1.5) : QPen(Qt::NoPen));
        painter->setBrush(Colours::of(item.palette).changed);
        painter->drawRoundedRect(room, 2, 2);
    }
    if (leftToRight)
        item.rect.setRight(edge);
    else
        item.rect.setLeft(edge);
    if (result != Badge::None) {
        // Where the chevron of a component with children would be; behind it, where there is one.
        const int room = extent + 1;
        if (index.model()->hasChildren(index))
            item.rect.adjust(leftToRight ? room : 0, 0, leftToRight ? 0 : -room, 0);
        const int left = leftToRight ? item.rect.left() - room : item.rect.right() + 1;
        paintSign(*painter, result, QRect(left, item.rect.center().y() - extent / 2 + 1, extent, extent), item);
    }
    painter->restore();
    item.showDecorationSelected = true;
    const bool hasFocus = item.state.testFlag(QStyle::State_HasFocus);
    item.state.setFlag(QStyle::State_HasFocus, false);
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);
    if (!hasFocus)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Highlight));
    painter->drawRoundedRect(QRectF(option.rect).intersected(visible).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    painter->restore();
}

bool NavDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{index.data().toString(), index.data(int(NavRole::Type)).toString()};
    for (const NavRole mark : {NavRole::ResultText, NavRole::StationText, NavRole::BadgeText})
        if (const QString text = index.data(int(mark)).toString(); !text.isEmpty())
            lines += text;
    if (const QString text = index.data(int(NavRole::CertificateText)).toString(); !text.isEmpty())
        lines += shownOnOneLine(text, 300);
    lines += index.data(int(NavRole::HandoverText)).toString();
    if (index.data(int(NavRole::IsChanged)).toBool())
        lines += tr("Changed since the file was opened");
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace stationer
